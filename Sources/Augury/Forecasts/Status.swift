/// Where a question stands; derived from its facts and an instant, never stored.
public enum Status: String, Sendable, CaseIterable {
  /// Its deadline lies ahead, or it has none.
  case open
  /// Its deadline has passed and it is undecided.
  case due
  /// Its deadline and a time of grace have passed and it is undecided.
  case overdue
  /// It is decided.
  case resolved
  /// Its criteria did not decide it.
  case ambiguous
  /// It is not to be judged.
  case annulled

  /// Derives where a question stands at an instant.
  ///
  /// - Parameters:
  ///   - outcome: What its last standing resolution found, if there is one.
  ///   - end: The first instant after its deadline, if it has one.
  ///   - now: The instant to judge at.
  ///   - grace: The question's time of grace.
  public init(outcome: Outcome?, end: Instant?, now: Instant, grace: Grace = Grace()) {
    switch outcome {
    case .ambiguous: self = .ambiguous
    case .annulled: self = .annulled
    case .some: self = .resolved
    case nil:
      guard let end, now >= end else {
        self = .open
        return
      }
      self = now >= grace.end(after: end) ? .overdue : .due
    }
  }
}
