/// The value of a continued fraction `b₀ + a₁ / (b₁ + a₂ / (b₂ + …))` as its terms arrive.
///
/// The convergents are followed by the ratios of neighbouring numerators and of neighbouring
/// denominators, after Lentz as [Thompson and Barnett 1986] mended it: a ratio that vanishes is
/// replaced by a tiny number instead of being divided by.
///
/// [Thompson and Barnett 1986]: https://doi.org/10.1016/0021-9991(86)90046-X
package struct ContinuedFraction: Sendable {
  /// The convergent of the terms so far.
  package private(set) var value: Double
  /// Whether the last term changed the value by no more than rounding.
  package private(set) var isSettled = false
  private var numerators: Double
  private var denominators = 0.0

  /// Creates the fraction that is only its first term, `b₀`.
  package init(start: Double) {
    value = ContinuedFraction.nonzero(start)
    numerators = value
  }

  /// Adds the next pair of terms, `aₖ` and `bₖ`.
  package mutating func extend(numerator a: Double, denominator b: Double) {
    denominators = 1 / ContinuedFraction.nonzero(b + a * denominators)
    numerators = ContinuedFraction.nonzero(b + a / numerators)
    let factor = numerators * denominators
    value *= factor
    isSettled = abs(factor - 1) <= 0x1p-52
  }

  private static func nonzero(_ number: Double) -> Double { number == 0 ? 1e-300 : number }
}
