/// An answer to a yes-or-no question that is only supposed to be recorded today.
public enum Hypothesis: String, Sendable, CaseIterable {
  /// It happens today; of a question whose deadline has passed, it happened before.
  case yes
  /// It cannot happen any more; of a question whose deadline has passed, it was not seen by then.
  case no

  /// Returns the fact that would be recorded.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - instant: The instant whose day, in the ledger's zone, is today.
  ///   - zones: The zones that deadlines name.
  /// - Returns: The fact.
  public func outcome(
    of question: QuestionColumn, at instant: Instant, _ zones: Zones
  ) -> Outcome {
    let deadline = question.deadline(at: .max)
    let passed = deadline.flatMap { zones.end(of: $0.day, in: $0.zone) <= instant ? $0.day : nil }
    switch (self, passed) {
    case (.yes, nil): return .happened(zones.ledger.civilDate(at: instant))
    case (.yes, _): return .happened(nil)
    case (.no, let day?): return .notSeen(through: day)
    case (.no, nil): return .cannotHappen
    }
  }
}

extension Statements {
  /// The same statements, with an outcome of one question recorded at an instant.
  ///
  /// Corrections made on that very day keep the standing they have without it.
  func supposing(_ outcome: Outcome, of place: Int, at instant: Instant) -> Statements {
    var supposed = self
    supposed.questions[place].outcome = outcome
    supposed.questions[place].known = nil
    supposed.questions[place].firstResolved =
      questions[place].firstResolved ?? instant.microseconds
    return supposed
  }
}
