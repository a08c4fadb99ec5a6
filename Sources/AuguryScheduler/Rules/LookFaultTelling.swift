internal import Augury
internal import AuguryStore

extension LookFault {
  /// A reason that goes on is told again after so long, in microseconds.
  private static let patience: Int64 = 7 * 86_400_000_000

  /// Creates the fault of a look that failed, after that of the look before it.
  ///
  /// It is told when the reason is another, and again after a week, two weeks, four and so on.
  init(_ error: RuleError, after last: LookFault?, at now: Instant) {
    let reason = "\(error.what) \(error.remedy)"
    let isOld = last.map { $0.reason == reason && now < $0.nextTelling } ?? false
    self.init(
      since: last?.since ?? now, reason: reason,
      contradiction: error.takesBack ? error.what : last?.contradiction,
      told: isOld ? last?.told ?? now : now)
  }

  /// When the same reason is told again.
  private var nextTelling: Instant {
    let gone = told.microseconds - since.microseconds
    return since.advanced(
      byMicroseconds: max(LookFault.patience, gone > .max / 2 ? gone : 2 * gone))
  }

  /// What is told of it at an instant; nothing where that was told before.
  func telling(at now: Instant) -> String? {
    guard told == now else { return nil }
    return since == now ? words : "\(words) It has failed since \(since.civilDate)."
  }
}
