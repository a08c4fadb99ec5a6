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

  /// The days of grace after a deadline before an undecided question is overdue, where it has no
  /// other.
  public static let graceDays: Int = 30

  /// Derives where a question stands at an instant.
  ///
  /// - Parameters:
  ///   - outcome: What its last standing resolution found, if there is one.
  ///   - end: The first instant after its deadline, if it has one.
  ///   - now: The instant to judge at.
  ///   - graceDays: The question's days of grace, of 24 hours each; none makes it overdue at once.
  public init(
    outcome: Outcome?, end: Instant?, now: Instant, graceDays: Int = Status.graceDays
  ) {
    switch outcome {
    case .ambiguous: self = .ambiguous
    case .annulled: self = .annulled
    case .some: self = .resolved
    case nil:
      guard let end, now >= end else {
        self = .open
        return
      }
      self = now >= end.advanced(byDays: graceDays) ? .overdue : .due
    }
  }
}
