/// A pool of log-odds that grows and shrinks one chance at a time.
///
/// It is the mean of the log-odds of the chances that are in it, as
/// ``logOddsPool(_:weights:extremising:clip:)`` without weights, so that leaving one source out of
/// many takes one subtraction.
///
///     var pool = RunningLogOddsPool()
///     for chance in [0.6, 0.7, 0.9] { pool.add(chance) }
///     pool.value  // 0.7595101586800531
public struct RunningLogOddsPool: Sendable, Equatable {
  /// How many chances are in it.
  public private(set) var count = 0
  private var sum = 0.0
  private let clip: Double

  /// Creates an empty pool that holds chances to `clip…1 − clip`.
  public init(clip: Double = 0.01) { self.clip = clip }

  /// Puts a chance in.
  public mutating func add(_ probability: Double) { add(logOdds: logOdds(of: probability)) }

  /// Takes a chance out that was put in before.
  public mutating func remove(_ probability: Double) { remove(logOdds: logOdds(of: probability)) }

  /// Returns the log-odds of a chance as they are pooled: those that go in and out more than once
  /// need to be worked out once only.
  ///
  ///     RunningLogOddsPool().logOdds(of: 0.5)  // 0
  public func logOdds(of probability: Double) -> Double {
    ForecastScoring.logOdds(of: probability, clip: clip)
  }

  /// Puts the log-odds of a chance in.
  @inline(__always)
  public mutating func add(logOdds: Double) {
    sum += logOdds
    count += 1
  }

  /// Takes the log-odds of a chance out that was put in before.
  @inline(__always)
  public mutating func remove(logOdds: Double) {
    sum -= logOdds
    count -= 1
  }

  /// The pooled chance, 0…1; nothing for an empty pool.
  public var value: Double? {
    count > 0 ? probability(ofLogOdds: sum / Double(count)) : nil
  }
}
