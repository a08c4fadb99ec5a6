import Augury
import AuguryRendering
import AuguryScheduler

/// What a rule finds when it is tried.
struct RuleFindingView {
  private let short: String
  private let question: Identifier
  private let report: RuleReport

  /// Takes the report of a look, with the question's identifier short and in full.
  init(_ short: String, _ question: Identifier, _ report: RuleReport) {
    self.short = short
    self.question = question
    self.report = report
  }

  func answer() -> Answer {
    Answer(json: json) { [self] width, style in
      var block = KeyValueBlock("The rule of \(short)")
      block.add("finds", headline)
      block.add("because", report.finding.words)
      if let known { block.add("known", known.description) }
      for evidence in report.evidence { block.add("evidence", Phrases.evidence(evidence)) }
      return block.render(width: width, style: style)
        + style.styled("Nothing was written.", .dim) + "\n"
    }
  }

  private var headline: String {
    switch report.finding {
    case .decided(let outcome, _, _): Phrases.outcome(outcome)
    case .evidence: "evidence, which decides nothing"
    case .nothing: "nothing yet"
    }
  }

  private var known: CivilDate? {
    if case .decided(_, let known, _) = report.finding { known } else { nil }
  }

  private var json: JSONOutput {
    var outcome: JSONOutput = .null
    var kind = "nothing"
    switch report.finding {
    case .decided(let found, _, _): (kind, outcome) = ("decided", .string(Phrases.outcome(found)))
    case .evidence: kind = "evidence"
    case .nothing: break
    }
    return [
      "question": .string(question.text), "finding": .string(kind), "outcome": outcome,
      "known": known.map { .string($0.description) } ?? .null,
      "words": .string(report.finding.words),
      "evidence": .array(report.evidence.map { .string(Phrases.evidence($0)) }),
    ]
  }
}
