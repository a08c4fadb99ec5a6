/// A running mean whose sum carries a correction for what rounding lost.
///
/// The compensated sum follows [Neumaier 1974], so that the mean of a million scores does not
/// depend on their order in the printed digits.
///
/// [Neumaier 1974]: https://doi.org/10.1002/zamm.19740540106
public struct Mean: Sendable, Equatable {
  /// How many values were added.
  public private(set) var count = 0
  private var sum = 0.0
  private var lost = 0.0

  /// Creates the mean of nothing.
  public init() {}

  /// Adds a value.
  @inline(__always)
  public mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
    count += 1
  }

  /// The mean of the values, or nothing when there are none; infinite when one of them is.
  public var value: Double? {
    guard count > 0 else { return nil }
    // Of an infinite sum the correction is no number.
    return (sum.isFinite ? sum + lost : sum) / Double(count)
  }
}
