/// One quantile of a forecast of a date: the chance that it has happened by the end of a day.
public struct DateQuantile: Sendable, Equatable {
  /// The chance, 0…1.
  public var level: Double
  /// The day.
  public var day: CivilDate

  /// Creates a quantile.
  public init(level: Double, day: CivilDate) {
    self.level = level
    self.day = day
  }
}

extension DateQuantile {
  /// Works out how much of a forecast's chances lies on days gone by at an instant.
  ///
  /// Between the quantiles the chance runs along straight lines, from 0 when it was said; after the
  /// last one it stays.
  ///
  /// - Parameters:
  ///   - quantiles: The quantiles, in any order.
  ///   - since: When it was said.
  ///   - instant: The instant to look at it.
  ///   - end: Returns the first instant after a day.
  /// - Returns: The share, 0…1.
  public static func massBehind(
    _ quantiles: [DateQuantile], since: Instant, at instant: Instant, end: (CivilDate) -> Instant
  ) -> Double {
    var (time, mass) = (Double(since.microseconds), 0.0)
    let now = Double(instant.microseconds)
    guard now > time else { return 0 }
    for quantile in quantiles.sorted(by: { ($0.day, $0.level) < ($1.day, $1.level) }) {
      let next = Double(end(quantile.day).microseconds)
      if now < next {
        return next > time ? mass + (quantile.level - mass) * (now - time) / (next - time) : mass
      }
      (time, mass) = (max(time, next), max(mass, quantile.level))
    }
    return mass
  }
}

extension Forecast {
  /// The quantiles of a forecast of a date; none for any other.
  public var dateQuantiles: [DateQuantile] {
    parts.compactMap { part in
      guard case .dateQuantile(let level, let day) = part else { return nil }
      return DateQuantile(level: level.double, day: day)
    }
  }
}
