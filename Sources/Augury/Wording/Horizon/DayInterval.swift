/// A stretch of civil days, half-open, perhaps without a first or an end.
public struct DayInterval: Sendable, Hashable {
  /// The first day, inclusive; nil when the stretch has no beginning.
  public let from: CivilDate?
  /// The first day behind the stretch; nil when it has no end.
  public let until: CivilDate?

  /// Creates a stretch; an end before the beginning is not checked.
  public init(from: CivilDate?, until: CivilDate?) {
    self.from = from
    self.until = until
  }

  /// The last day inside, the deadline; nil when the stretch has no end.
  public var last: CivilDate? { until.map { $0.adding(days: -1) } }
}
