internal import Glibc

/// A test of calibration: whether the Brier score is what the forecasts' own probabilities imply.
///
/// `z = Σ (y − p) (1 − 2p) / √Σ (1 − 2p)² p (1 − p)` is about standard normal for a calibrated
/// forecaster. Above 0 the score is worse than implied, by overconfidence as a rule; below 0 it is
/// better. With fewer than 30 forecasts the p-value is simulated: the share of outcomes drawn from
/// the forecasts, the observed ones included, whose `|z|` is at least as large. See [Spiegelhalter
/// 1986].
///
///     SpiegelhalterTest(of: [0.7], happened: [false], seed: 1)?.z  // 1.5275252316519468
///
/// [Spiegelhalter 1986]: https://doi.org/10.1002/sim.4780050506
public struct SpiegelhalterTest: Sendable, Equatable {
  /// The statistic; above 0 means worse than implied.
  public let z: Double
  /// The two-sided p-value of the normal approximation, 0…1.
  public let normalPValue: Double
  /// The two-sided p-value by simulation, above 0; nil from 30 forecasts on.
  public let simulatedPValue: Double?

  /// The p-value to print: simulated where there is a simulation.
  public var pValue: Double { simulatedPValue ?? normalPValue }

  /// Below how many forecasts the p-value is simulated.
  public static let leastForNormal = 30

  /// Tests forecasts; the same seed gives the same p-value.
  ///
  /// Nil when every probability is 0, ½ or 1, for then the score says nothing; without forecasts or
  /// as many outcomes; and when a probability is not within 0…1.
  public init?(of probabilities: [Double], happened: [Bool], draws: Int = 9999, seed: UInt64) {
    guard probabilities.count == happened.count,
      let statistic = Statistic(probabilities)
    else { return nil }
    z = statistic.value { happened[$0] }
    normalPValue = erfc(abs(z) * 0.5.squareRoot())
    let isFew = probabilities.count < SpiegelhalterTest.leastForNormal && draws > 0
    simulatedPValue = isFew ? statistic.share(atLeast: abs(z), draws: draws, seed: seed) : nil
  }
}

/// The statistic of fixed forecasts, as a function of their outcomes.
private struct Statistic {
  private let probabilities: [Double]
  private let deviation: Double

  init?(_ probabilities: [Double]) {
    guard probabilities.allSatisfy({ (0...1).contains($0) }) else { return nil }
    var variance = 0.0
    for p in probabilities { variance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p) }
    guard variance > 0 else { return nil }
    self.probabilities = probabilities
    deviation = variance.squareRoot()
  }

  func value(_ happened: (Int) -> Bool) -> Double {
    var sum = 0.0
    for (index, p) in probabilities.enumerated() {
      sum += ((happened(index) ? 1 : 0) - p) * (1 - 2 * p)
    }
    return sum / deviation
  }

  func share(atLeast bound: Double, draws: Int, seed: UInt64) -> Double {
    var generator = SeededGenerator(seed: seed)
    var asLarge = 0
    for _ in 0..<draws {
      let outcomes = probabilities.map { generator.nextUnit() < $0 }
      // What rounding has told apart counts as equal.
      if abs(value { outcomes[$0] }) >= bound - 1e-12 { asLarge += 1 }
    }
    return Double(1 + asLarge) / Double(1 + draws)
  }
}
