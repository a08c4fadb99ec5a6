import Glibc

/// The beta distribution, with density `x^(α−1) (1−x)^(β−1) / B(α, β)` on 0…1.
///
/// It states what is believed of a chance after `α` weights for and `β` against. See
/// [DLMF 8.17].
///
/// [DLMF 8.17]: https://dlmf.nist.gov/8.17
public struct BetaDistribution: Sendable, Equatable {
  /// The weight of what came true, above 0.
  public let alpha: Double
  /// The weight of what did not, above 0.
  public let beta: Double

  /// Creates a distribution, or nothing unless both weights are positive and finite.
  public init?(alpha: Double, beta: Double) {
    guard alpha > 0, beta > 0, (alpha + beta).isFinite else { return nil }
    self.alpha = alpha
    self.beta = beta
  }

  /// The mean, `α / (α + β)`.
  public var mean: Double { alpha / (alpha + beta) }

  /// Returns the chance of a value of at most `x`, in 0…1.
  ///
  ///     BetaDistribution(alpha: 2, beta: 3)?.cumulative(at: 0.5)  // 0.6875
  public func cumulative(at x: Double) -> Double {
    regularizedBeta(x, complement: 1 - x, alpha, beta)
  }

  /// Returns the value that is not exceeded with the chance `probability`.
  ///
  /// Newton steps on the cumulative chance, kept between bounds that close in. Chances of 0 and
  /// less give 0, of 1 and more give 1.
  ///
  ///     BetaDistribution(alpha: 2, beta: 3)?.quantile(of: 0.6875)  // 0.5
  public func quantile(of probability: Double) -> Double {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    var low = 0.0
    var high = 1.0
    var x = mean
    for _ in 0..<400 {
      let excess = cumulative(at: x) - probability
      if excess > 0 { high = x } else { low = x }
      let density = exp(logBetaDensity(x, complement: 1 - x, alpha, beta))
      var next = x - excess / density
      if !(next > low && next < high) { next = (low + high) / 2 }
      if excess == 0 || abs(next - x) <= x * 0x1p-53 { break }
      x = next
    }
    return x
  }
}
