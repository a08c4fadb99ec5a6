import Glibc

/// A supermartingale for sums of bounded differences, mixed over all the bets one could make.
///
/// With `S` the sum of differences and `V` their variance process, `exp(λS − ψ(λ)V)` is a
/// supermartingale for every `λ`, where `ψ` is the function of an exponential tail of scale `c`.
/// Mixing `λ` by a gamma distribution that is tuned to `V = v_opt` gives a closed form
/// [Howard et al. 2021].
///
/// [Howard et al. 2021]: https://doi.org/10.1214/20-AOS1991
struct GammaExponentialMixture: Sendable, Equatable {
  /// How far a single difference may reach beyond what was predicted for it.
  let scale: Double
  private let precision: Double
  private let constant: Double

  /// Tunes the mixture to be narrowest at the variance `variance` for a one-sided level `alpha`.
  init(scale: Double, variance: Double, alpha: Double) {
    self.scale = scale
    precision = mixturePrecision(variance: variance, alpha: 2 * alpha)
    let shape = precision / (scale * scale)
    constant = shape * log(shape) - logGamma(shape) - logLowerGamma(shape, shape)
  }

  /// Returns the logarithm of the mixture at the sum `S` and the variance `V ≥ 0`.
  func logValue(sum: Double, variance: Double) -> Double {
    let square = scale * scale
    let shift = (scale * sum + variance) / square
    let rate = shift + precision / square
    let shape = (variance + precision) / square
    guard rate > 0 else { return constant - precision / square - log(shape) }
    return constant + logGamma(shape) + logLowerGamma(shape, rate) - shape * log(rate) + shift
  }

  /// Returns the sum at which the mixture reaches `1 / alpha` for the variance `V`.
  ///
  /// The logarithm rises with the sum, so the root is found by halving.
  func boundary(variance: Double, alpha: Double) -> Double {
    let goal = -log(alpha)
    var low = 0.0
    var high = 1.0
    while logValue(sum: high, variance: variance) < goal, high < 0x1p60 {
      (low, high) = (high, 2 * high)
    }
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return high }
      if logValue(sum: middle, variance: variance) < goal { low = middle } else { high = middle }
    }
  }
}

/// The precision that makes a two-sided normal mixture narrowest at `variance`, nearly.
///
/// It is `v / (2 ln(1/α) + ln(1 + 2 ln(1/α)))` [Howard et al. 2021].
///
/// [Howard et al. 2021]: https://doi.org/10.1214/20-AOS1991
func mixturePrecision(variance: Double, alpha: Double) -> Double {
  let logarithm = 2 * log(1 / alpha)
  return variance / (logarithm + log(1 + logarithm))
}
