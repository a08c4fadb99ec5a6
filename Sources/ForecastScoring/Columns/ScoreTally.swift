/// The scores of one source, added up over some of its forecasts.
///
/// Tallies of parts of a record add up to that of the whole, so that columns may be divided among
/// threads and the parts joined in a fixed order.
public struct ScoreTally: Sendable, Equatable {
  /// How many forecasts were scored.
  public var count = 0
  /// The sum of their Brier scores, ``brierScore(of:happened:)``.
  public var brierSum = 0.0
  /// The sum of their clipped logarithmic scores in nats, ``logScore(of:happened:in:clip:)``.
  public var logSum = 0.0
  /// How many gave what came about a probability below the clip.
  public var clippedMisses = 0

  /// Creates the tally of no forecasts.
  public init() {}

  init(count: Int, brierSum: Double, logSum: Double, clippedMisses: Int) {
    self.count = count
    self.brierSum = brierSum
    self.logSum = logSum
    self.clippedMisses = clippedMisses
  }

  /// The mean Brier score, 0…1, lower is better; nil of no forecasts.
  public var brier: Double? { count == 0 ? nil : brierSum / Double(count) }

  /// The mean logarithmic score in nats, from 0 up, lower is better; nil of no forecasts.
  public var log: Double? { count == 0 ? nil : logSum / Double(count) }

  /// Adds the tally of other forecasts.
  public mutating func add(_ other: ScoreTally) {
    count += other.count
    brierSum += other.brierSum
    logSum += other.logSum
    clippedMisses += other.clippedMisses
  }
}
