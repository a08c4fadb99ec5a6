import Augury
import AuguryStore

/// A resolution as a person asks for it, by whatever way.
struct ResolutionRequest {
  var question: String
  var outcome: String
  var on: String?
  var through: String?
  var known: String?
  var evidence: [Evidence] = []
  var decidedBy: String?
  var because: String?

  /// Records the resolution.
  func record(_ workspace: Workspace, _ ledger: Ledger) throws -> ResolvedView {
    let today = try workspace.today(ledger)
    let known = try known.map { try ForecastInput.past($0, today: today) }
    let written = try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let before = try snapshot.resolutions(of: number).last
      let due = try snapshot.question(number)?.due?.day
      let reading = OutcomeInput(
        question: asked, due: due, today: today, on: on, through: through)
      let resolution = Resolution(
        id: writer.identifier(.resolution), question: asked.id,
        outcome: try reading.outcome(outcome), known: known, evidence: evidence,
        decidedBy: decidedBy, reason: because)
      try writer.append(.resolution(resolution))
      return (resolution, asked, before)
    }
    return ResolvedView(written.0, written.1, before: written.2, ledger)
  }
}
