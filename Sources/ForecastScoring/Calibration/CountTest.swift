/// A test of calibration in the large: whether as many events happened as the forecasts add up to.
///
/// Under calibration the count follows the ``PoissonBinomial`` distribution of the forecasts. The
/// test is exact up to a variance of ``exactVariance``; beyond that, some forty thousand forecasts,
/// the normal distribution with a correction for continuity stands in for it, which is off by less
/// than 0.001. It is blind to over- and underconfidence that cancel. The two-sided
/// p-value is twice the smaller tail, the observed count taken half: the mid-p-value of [Lancaster
/// 1961]. The distribution is that of [Hong 2013].
///
///     let test = CountTest(of: [0.2, 0.7, 0.9], happened: [true, true, true])
///     test?.expected  // 1.8
///     test?.atLeastAsMany  // 0.126
///
/// [Lancaster 1961]: https://doi.org/10.1080/01621459.1961.10482105
/// [Hong 2013]: https://doi.org/10.1016/j.csda.2012.10.006
public struct CountTest: Sendable, Equatable {
  /// The greatest variance of the count for which the test is exact.
  public static let exactVariance = 10_000.0

  /// The number of events that was to be expected, `Σ p`.
  public let expected: Double
  /// The variance of that number, `Σ p (1 − p)`.
  public let variance: Double
  /// The number of events that happened.
  public let observed: Int
  /// The chance of exactly as many events, 0…1.
  public let exactlyAsMany: Double
  /// The chance of at most as many events, 0…1.
  public let atMostAsMany: Double
  /// The chance of at least as many events, 0…1.
  public let atLeastAsMany: Double
  /// The chance of a count that is at most as likely: a two-sided p-value, 0…1.
  public let atMostAsLikely: Double

  /// Tests forecasts; nil without any, without as many outcomes, or when one is not within 0…1.
  public init?(of probabilities: [Double], happened: [Bool]) {
    guard !probabilities.isEmpty, probabilities.count == happened.count,
      probabilities.allSatisfy((0...1).contains)
    else { return nil }
    let observed = happened.count { $0 }
    let variance = probabilities.reduce(0) { $0 + $1 * (1 - $1) }
    if variance > CountTest.exactVariance {
      self.init(
        nearNormal: observed, expected: probabilities.reduce(0, +), variance: variance)
      return
    }
    guard let counts = PoissonBinomial(of: probabilities) else { return nil }
    self.init(exactly: observed, of: counts)
  }

  private init(exactly observed: Int, of counts: PoissonBinomial) {
    self.observed = observed
    expected = counts.mean
    variance = counts.variance
    exactlyAsMany = counts.chance(of: observed)
    atMostAsMany = counts.chance(ofAtMost: observed)
    atLeastAsMany = counts.chance(ofAtLeast: observed)
    atMostAsLikely = counts.chance(ofAtMostAsLikelyAs: observed)
  }

  /// The test of a count that varies so much that it is near to normal.
  private init(nearNormal observed: Int, expected: Double, variance: Double) {
    func below(_ count: Double) -> Double {
      NormalDistribution.cumulative(at: (count - expected) / variance.squareRoot())
    }
    let count = Double(observed)
    self.observed = observed
    self.expected = expected
    self.variance = variance
    atMostAsMany = below(count + 0.5)
    atLeastAsMany = 1 - below(count - 0.5)
    exactlyAsMany = max(0, atMostAsMany + atLeastAsMany - 1)
    atMostAsLikely = min(1, 2 * min(atMostAsMany, atLeastAsMany))
  }

  /// Twice the smaller tail: a two-sided p-value that errs on the safe side, 0…1.
  public var doubledPValue: Double { min(1, 2 * min(atMostAsMany, atLeastAsMany)) }

  /// Twice the smaller tail, the observed count taken half: the two-sided p-value to print, 0…1.
  public var pValue: Double {
    min(1, max(0, 2 * (min(atMostAsMany, atLeastAsMany) - exactlyAsMany / 2)))
  }
}
