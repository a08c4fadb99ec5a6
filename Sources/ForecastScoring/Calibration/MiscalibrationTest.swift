/// A test of calibration by the miscalibration that a calibrated forecaster would show by chance.
///
/// Outcomes are drawn many times from the forecasts' own probabilities, and the miscalibration of
/// ``CORPDecomposition`` by the Brier score is computed each time. The p-value is the share of
/// draws, the observed one included, that show at least as much: `(1 + k) / (1 + draws)`, after
/// [Phipson and Smyth 2010]. The test is that of [Dimitriadis, Gneiting and Jordan 2021], with the
/// probabilities held fixed.
///
///     MiscalibrationTest(of: [0, 0, 1, 1], happened: [true, true, false, false], seed: 1)?.pValue
///       // 0.0005: no draw can be as bad
///
/// [Phipson and Smyth 2010]: https://doi.org/10.2202/1544-6115.1585
/// [Dimitriadis, Gneiting and Jordan 2021]: https://doi.org/10.1073/pnas.2016191118
public struct MiscalibrationTest: Sendable, Equatable {
  /// The miscalibration of the forecasts, from 0 up.
  public let miscalibration: Double
  /// The mean miscalibration of the draws: what to expect of a calibrated forecaster.
  public let expected: Double
  /// The p-value, above 0 and at most 1; small speaks against calibration.
  public let pValue: Double

  /// Tests forecasts; the same seed gives the same p-value.
  ///
  /// Nil without forecasts, when there are not as many outcomes, when a probability is not within
  /// 0…1, and without draws.
  public init?(of probabilities: [Double], happened: [Bool], draws: Int = 2000, seed: UInt64) {
    guard let forecasts = SortedForecasts(probabilities, happened), draws > 0 else { return nil }
    let groups = Array(forecasts)
    let observed = CORPDecomposition(groups, by: .brier).miscalibration
    var generator = SeededGenerator(seed: seed)
    var mean = Mean()
    var asMuch = 0
    for _ in 0..<draws {
      let drawn = groups.map { $0.withOutcomesDrawn(by: &generator) }
      let value = CORPDecomposition(drawn, by: .brier).miscalibration
      mean.add(value)
      // What rounding has told apart counts as equal.
      if value >= observed - 1e-12 { asMuch += 1 }
    }
    miscalibration = observed
    expected = mean.value ?? 0
    pValue = Double(1 + asMuch) / Double(1 + draws)
  }
}

extension ForecastGroup {
  /// The same forecasts, with outcomes drawn from their own probability.
  fileprivate func withOutcomesDrawn(by generator: inout SeededGenerator) -> ForecastGroup {
    var drawn = self
    drawn.occurrences = 0
    for _ in 0..<count where generator.nextUnit() < probability { drawn.occurrences += 1 }
    return drawn
  }
}
