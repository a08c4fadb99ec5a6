internal import Glibc

/// A sum of logarithms, kept as the product of what they are logarithms of.
///
/// `Σ ln qᵢ = ln Π qᵢ`: one multiplication takes the place of each logarithm. Before the product
/// becomes too small its power of two moves to an exponent of its own. A multiplication is off by
/// at most one part in 2⁵³, so that the mean of the logarithms is off by no more than 1.2e-16.
struct LogProduct {
  /// The factors since the exponent was last moved; 0 once a factor was 0.
  var product = 1.0
  /// The powers of two that have been moved.
  private var exponent = 0

  /// What a product must stay above; below it the powers of two are to be moved.
  static let least = 0x1p-900

  /// Multiplies by a number of 0…1, however small, and moves the powers of two.
  mutating func multiply(by factor: Double) {
    guard factor > 0, product > 0 else {
      product = 0
      return
    }
    exponent += Int(product.exponent) + Int(factor.exponent)
    product = product.significand * factor.significand
  }

  /// The sum of the logarithms; minus infinity once a factor was 0.
  var sum: Double {
    product > 0 ? log(product) + Double(exponent) * 0.693_147_180_559_945_3 : -.infinity
  }
}
