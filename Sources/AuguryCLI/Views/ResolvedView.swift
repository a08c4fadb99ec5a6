import Augury
import AuguryRendering
import AuguryStore

/// What is said after a resolution was recorded.
struct ResolvedView {
  private let resolution: Resolution
  private let question: Question
  private let before: Entry?
  private let ledger: Ledger

  init(_ resolution: Resolution, _ question: Question, before: Entry?, _ ledger: Ledger) {
    self.resolution = resolution
    self.question = question
    self.before = before
    self.ledger = ledger
  }

  func answer() throws -> Answer {
    let snapshot = try ledger.now()
    let id = try snapshot.short(resolution.id)
    let number = try snapshot.find(resolution.question.text, [.question]).number
    let forecasts = try snapshot.forecasts(on: number).count
    var lines = [
      "Resolved \(try snapshot.short(question.id)): \(TerminalText.escape(Phrases.outcome(resolution.outcome)))",
      "  “\(TerminalText.escape(question.text))”, \(Sentence.count(forecasts, "forecast"))",
    ]
    if let before, case .resolution(let earlier) = before.body {
      lines.append(
        "  it supersedes \(try snapshot.short(earlier.id)): "
          + TerminalText.escape(Phrases.outcome(earlier.outcome)))
    }
    if resolution.evidence.isEmpty && resolution.outcome != .annulled {
      lines.append("  no evidence is given; add it by resolving again with --evidence")
    }
    return Answer(json: json()) { _, style in
      lines.joined(separator: "\n") + "\n" + style.styled("Undo with: augury undo \(id)", .dim)
        + "\n"
    }
  }

  private func json() -> JSONOutput {
    [
      "id": .string(resolution.id.text), "question": .string(question.id.text),
      "outcome": .string(Phrases.outcome(resolution.outcome)),
    ]
  }
}
