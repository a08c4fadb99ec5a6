import Glibc

/// The standard normal distribution, with mean 0 and standard deviation 1.
///
/// See [DLMF 7.17] for the inverse of the error function.
///
/// [DLMF 7.17]: https://dlmf.nist.gov/7.17
public enum NormalDistribution: Sendable {
  /// Returns the density at `z`, `exp(−z²/2) / √(2π)`.
  ///
  ///     NormalDistribution.density(at: 0)  // 0.3989422804014327
  public static func density(at z: Double) -> Double {
    exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  /// Returns the chance of a value of at most `z`, `½ erfc(−z/√2)`.
  ///
  ///     NormalDistribution.cumulative(at: 1.96)  // 0.9750021048517795
  public static func cumulative(at z: Double) -> Double {
    erfc(-z * 0.5.squareRoot()) / 2
  }

  /// Returns the value that is not exceeded with the chance `probability`, or nothing at or
  /// outside 0 and 1.
  ///
  ///     NormalDistribution.quantile(of: 0.975)  // 1.959963984540054
  ///
  /// The logarithm of the cumulative chance is concave, so Newton's steps from left of the root
  /// approach it without ever passing it.
  public static func quantile(of probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    return probability > 0.5 ? -lowQuantile(1 - probability) : lowQuantile(probability)
  }

  /// The quantile of a chance of at most a half; `Φ(−t) ≤ ½ exp(−t²/2)` bounds it from the left.
  private static func lowQuantile(_ probability: Double) -> Double {
    var z = -(-2 * log(2 * probability)).squareRoot()
    for _ in 0..<60 {
      let below = cumulative(at: z)
      let step = log(probability / below) * below / density(at: z)
      guard step.isFinite, step > abs(z) * 0x1p-52 else { break }
      z += step
    }
    return z
  }
}
