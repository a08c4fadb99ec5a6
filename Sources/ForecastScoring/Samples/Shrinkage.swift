/// Estimates drawn towards their common mean, each as far as it is unsure.
public struct ShrunkenMeans: Sendable, Equatable {
  /// How much the true values differ, as a variance; 0 says that chance may be all there is.
  public let variance: Double
  /// The common mean, weighted by precision.
  public let mean: Double
  /// By estimate: the share of its own distance from the mean that it keeps, 0…1.
  public let factors: [Double]
  /// By estimate: its shrunken value.
  public let values: [Double]
  /// By estimate: the standard error of its shrunken value, the mean and variance taken as known.
  public let standardErrors: [Double]
}

/// Returns estimates shrunk towards their common mean, or nothing when that cannot be said.
///
/// With `τ²` by Paule and Mandel the kept share is `B = τ² / (τ² + se²)`, the value
/// `B x + (1 − B) m`, its standard error `√B · se` [Efron and Morris 1975]. With `τ² = 0` all get
/// the common mean: differences between the sources are within chance. Nothing in the cases of
/// ``pauleMandelVariance(of:standardErrors:)``.
///
///     shrunkenMeans(of: [0, 1], standardErrors: [0.5, 0.5])?.values  // [0.25, 0.75]
///
/// [Efron and Morris 1975]: https://doi.org/10.1080/01621459.1975.10479864
public func shrunkenMeans(of estimates: [Double], standardErrors: [Double]) -> ShrunkenMeans? {
  guard let spread = Spread(of: estimates, standardErrors: standardErrors),
    let variance = pauleMandelVariance(of: estimates, standardErrors: standardErrors)
  else { return nil }
  let mean = spread.mean(at: variance)
  let factors = spread.rows.map { variance / (variance + $0.variance) }
  return ShrunkenMeans(
    variance: variance, mean: mean, factors: factors,
    values: zip(factors, spread.rows).map { $0 * $1.estimate + (1 - $0) * mean },
    standardErrors: zip(factors, spread.rows).map { ($0 * $1.variance).squareRoot() })
}
