/// Student's t distribution with `degreesOfFreedom`, which need not be whole.
///
/// Its tails follow from the incomplete beta function [DLMF 8.17]:
/// `P(|T| ≥ t) = I(ν / (ν + t²); ν/2, ½)`. See [Student 1908].
///
/// [DLMF 8.17]: https://dlmf.nist.gov/8.17
/// [Student 1908]: https://doi.org/10.1093/biomet/6.1.1
public struct StudentDistribution: Sendable, Equatable {
  /// The degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// Creates a distribution, or nothing unless the degrees of freedom are positive and finite.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the chance of a value as far from 0 as `t`, on either side.
  ///
  ///     StudentDistribution(degreesOfFreedom: 1)?.twoSidedTail(of: 1)  // 0.5
  public func twoSidedTail(of t: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return 0 }
    let sum = degreesOfFreedom + square
    return regularizedBeta(
      degreesOfFreedom / sum, complement: square / sum, degreesOfFreedom / 2, 0.5)
  }

  /// Returns the chance of a value of at most `t`, in 0…1.
  ///
  ///     StudentDistribution(degreesOfFreedom: 1)?.cumulative(at: 1)  // 0.75
  public func cumulative(at t: Double) -> Double {
    let tail = twoSidedTail(of: t) / 2
    return t > 0 ? 1 - tail : tail
  }

  /// Returns the value that is not exceeded with the chance `probability`, or nothing at or
  /// outside 0 and 1.
  ///
  ///     StudentDistribution(degreesOfFreedom: 4)?.quantile(of: 0.95)  // 2.131846786326649
  public func quantile(of probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    let tail = 2 * min(probability, 1 - probability)
    guard let distance = distance(withTwoSidedTail: tail) else { return nil }
    return probability < 0.5 ? -distance : distance
  }

  /// The `t ≥ 0` that is reached on either side with the chance `tail`, from whichever of the
  /// two beta variables, `ν / (ν + t²)` or its complement, is the smaller.
  private func distance(withTwoSidedTail tail: Double) -> Double? {
    let half = degreesOfFreedom / 2
    if tail < 0.5 {
      guard let share = BetaDistribution(alpha: half, beta: 0.5)?.quantile(of: tail) else {
        return nil
      }
      return (degreesOfFreedom * (1 - share) / share).squareRoot()
    }
    guard let share = BetaDistribution(alpha: 0.5, beta: half)?.quantile(of: 1 - tail) else {
      return nil
    }
    return (degreesOfFreedom * share / (1 - share)).squareRoot()
  }
}
