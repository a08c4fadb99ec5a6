/// A chance with the ends of what it may mean: of a number all three are the same.
public struct ChanceRange: Sendable, Equatable {
  /// The chance, 0…1; of words the one that is expected over all that they may mean.
  public var point: Double
  /// The lowest chance that the words allow.
  public var low: Double
  /// The highest chance that the words allow.
  public var high: Double

  /// No chance at all.
  public static let zero = ChanceRange(0)

  /// Creates the chance that a number gives.
  public init(_ point: Double) { self.init(point: point, low: point, high: point) }

  /// Creates a chance with its ends.
  public init(point: Double, low: Double, high: Double) {
    self.point = point
    self.low = low
    self.high = high
  }

  /// The chance of the opposite.
  public var complement: ChanceRange {
    ChanceRange(point: 1 - point, low: 1 - high, high: 1 - low)
  }

  /// Whether its ends differ.
  public var isOpen: Bool { low < high }

  /// Returns what a rule makes of the chance and of its ends; nothing where it makes nothing of one.
  func map(_ rule: (Double) -> Double?) -> ChanceRange? {
    guard let point = rule(point), let low = rule(low), let high = rule(high) else { return nil }
    return ChanceRange(point: point, low: low, high: high)
  }
}
