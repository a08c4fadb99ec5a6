/// The interval score of a central prediction interval, in the three parts that it adds up.
///
/// For the interval from `l` to `u`, outside which the forecast leaves the chance `α`, and the
/// observation `y`, the score is `(u − l) + (2/α) (l − y)₊ + (2/α) (y − u)₊`, in the units of `y`,
/// in 0…∞; lower is better. See [Gneiting and Raftery 2007], section 6.2.
///
///     IntervalScore(low: 2, high: 8, alpha: 0.2, observed: 1)?.total  // 16
///
/// [Gneiting and Raftery 2007]: https://doi.org/10.1198/016214506000001437
public struct IntervalScore: Sendable, Equatable {
  /// The width of the interval.
  public let dispersion: Double
  /// The penalty for an observation below the interval.
  public let overprediction: Double
  /// The penalty for an observation above the interval.
  public let underprediction: Double

  /// Scores an interval; nil when its ends are in the wrong order or `alpha` is not inside 0…1.
  public init?(low: Double, high: Double, alpha: Double, observed: Double) {
    guard low <= high, alpha > 0, alpha < 1 else { return nil }
    dispersion = high - low
    overprediction = 2 / alpha * max(0, low - observed)
    underprediction = 2 / alpha * max(0, observed - high)
  }

  /// The score, the sum of the three parts.
  public var total: Double { dispersion + overprediction + underprediction }
}
