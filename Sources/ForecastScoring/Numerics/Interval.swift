/// A range of values from `low` to `high`, both of which belong to it.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Creates the range between two values, whichever is given first.
  public init(_ first: Double, _ second: Double) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Returns whether `value` lies in the range, its ends included.
  ///
  ///     Interval(0.1, 0.3).contains(0.3)  // true
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
