/// The outcome of a test whether two sources had the same expected score.
public struct DieboldMarianoTest: Sendable, Equatable {
  /// The mean of first less second score; above 0 the first source's losses were larger.
  public let meanDifference: Double
  /// The mean difference in units of its standard error.
  public let statistic: Double
  /// The statistic as corrected for small samples, to be read against Student's t.
  public let correctedStatistic: Double
  /// The chance under equal expected scores of a corrected statistic as far from 0, 0…1.
  public let pValue: Double
}

/// Tests whether two sources' losses on the same questions, in order of time, differ on average.
///
/// The statistic is `d̄ / √(V / n)` with `V = γ₀ + 2 Σ γₖ` over the autocovariances (divisor `n`)
/// of the first `horizon − 1` lags [Diebold and Mariano 1995]; the correction multiplies it with
/// `√((n + 1 − 2h + h(h − 1)/n) / n)` and reads it against t with `n − 1` degrees of freedom
/// [Harvey, Leybourne and Newbold 1997]. It holds for one look at a number of questions that was
/// fixed before; looking again and again needs an ``HenziZiegelProcess``.
///
/// The columns are read up to the end of the shorter. Nothing when there are fewer than two
/// questions, when `horizon` is not in `1 ..< n`, or when the estimated variance is not above 0.
///
///     dieboldMarianoTest(of: [0.4, 0.1, 0.3], against: [0.1, 0.1, 0.1])?.meanDifference  // 0.1667
///
/// [Diebold and Mariano 1995]: https://doi.org/10.1080/07350015.1995.10524599
/// [Harvey, Leybourne and Newbold 1997]: https://doi.org/10.1016/S0169-2070(96)00719-4
public func dieboldMarianoTest(
  of first: [Double], against second: [Double], horizon: Int = 1
) -> DieboldMarianoTest? {
  let differences = zip(first, second).map { $0 - $1 }
  let count = Double(differences.count)
  let lag = Double(horizon)
  guard differences.count >= 2, (1..<differences.count).contains(horizon),
    let mean = meanOf(differences), let student = StudentDistribution(degreesOfFreedom: count - 1)
  else { return nil }
  let deviations = differences.map { $0 - mean }
  var variance = 0.0
  for lag in 0..<horizon {
    let products = zip(deviations, deviations.dropFirst(lag)).map { $0 * $1 }
    variance += (lag == 0 ? 1 : 2) * products.reduce(0, +) / count
  }
  guard variance > 0 else { return nil }
  let statistic = mean / (variance / count).squareRoot()
  let correction = (count + 1 - 2 * lag + lag * (lag - 1) / count) / count
  let corrected = statistic * max(0, correction).squareRoot()
  return DieboldMarianoTest(
    meanDifference: mean, statistic: statistic, correctedStatistic: corrected,
    pValue: student.twoSidedTail(of: corrected))
}

/// The compensated mean of values, or nothing for none.
func meanOf(_ values: some Sequence<Double>) -> Double? {
  var mean = Mean()
  for value in values { mean.add(value) }
  return mean.value
}
