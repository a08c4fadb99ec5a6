package import Augury

/// What a rule found about its question.
package enum RuleFinding: Sendable, Equatable {
  /// What decides the question, when that became known where it says so, and why, in words.
  case decided(Outcome, known: CivilDate? = nil, words: String)
  /// What speaks to the question without deciding it, in words.
  case evidence(words: String)
  /// Nothing yet, and why, in words.
  case nothing(words: String)

  /// What was found, in words.
  package var words: String {
    switch self {
    case .decided(_, _, let words), .evidence(let words), .nothing(let words): words
    }
  }
}

/// What one look of a rule brought.
package struct RuleReport: Sendable, Equatable {
  /// What was found.
  package var finding: RuleFinding
  /// Where, with the bytes that were kept; empty when nothing was found.
  package var evidence: [Evidence]
  /// What the next look has to be given, for a rule that reads a row for each day.
  package var memory: RuleMemory?

  /// Creates a report.
  package init(finding: RuleFinding, evidence: [Evidence] = [], memory: RuleMemory? = nil) {
    self.finding = finding
    self.evidence = evidence
    self.memory = memory
  }

  /// Returns the report as the review of a question.
  ///
  /// Nothing is to be recorded where nothing was found.
  package func review(of question: Identifier, at looked: Instant) -> Review? {
    switch finding {
    case .decided(let outcome, let known, let words):
      Review(
        question: question, looked: looked, proposal: outcome, known: known, finding: words,
        evidence: evidence)
    case .evidence(let words):
      Review(question: question, looked: looked, finding: words, evidence: evidence)
    case .nothing: nil
    }
  }
}
