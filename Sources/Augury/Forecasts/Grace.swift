/// The time after a question is due in which it is not yet called overdue.
public struct Grace: Sendable {
  /// The days of a question that has no other.
  public static let usualDays = 30

  /// How many days, as the calendar counts them; none ends it at once.
  public var days: Int
  /// The zone in which the question's days begin.
  public var zone: ZoneRules

  /// Creates a time of grace.
  public init(days: Int = Grace.usualDays, in zone: ZoneRules = .utc) {
    self.days = days
    self.zone = zone
  }

  /// Returns when it is over.
  ///
  /// - Parameters:
  ///   - due: When the question is due.
  ///   - further: Days that are added to those of grace.
  /// - Returns: The beginning of the day so many days after that of the instant; never before it.
  public func end(after due: Instant, further: Int = 0) -> Instant {
    max(due, zone.startOfDay(days: days + further, after: due))
  }
}
