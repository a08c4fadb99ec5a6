import Glibc

/// Returns the regularised incomplete beta function, `I(x; a, b)`, for `a, b > 0`.
///
/// It is the chance that a beta variable is at most `x`, by the continued fraction
/// [DLMF 8.17.22]. `complement` is `1 − x`, given apart so that an `x` close to 1 keeps its
/// digits. Outside 0…1 the value is that of the nearer end.
///
///     regularizedBeta(0.5, complement: 0.5, 2, 3)  // 0.6875
///
/// [DLMF 8.17.22]: https://dlmf.nist.gov/8.17.E22
package func regularizedBeta(
  _ x: Double, complement: Double, _ a: Double, _ b: Double
) -> Double {
  guard x > 0 else { return 0 }
  guard complement > 0 else { return 1 }
  if x > (a + 1) / (a + b + 2) {
    return 1 - betaTail(complement, complement: x, b, a)
  }
  return betaTail(x, complement: complement, a, b)
}

/// Returns the logarithm of the density of a beta variable at `x` strictly within 0…1.
package func logBetaDensity(
  _ x: Double, complement: Double, _ a: Double, _ b: Double
) -> Double {
  (a - 1) * log(x) + (b - 1) * log(complement) + logGamma(a + b) - logGamma(a) - logGamma(b)
}

/// `I(x; a, b)` where the continued fraction converges fast: left of the mean, or nearly so.
private func betaTail(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
  let front = logBetaDensity(x, complement: complement, a, b) + log(x) + log(complement)
  var fraction = ContinuedFraction(start: 1)
  fraction.extend(numerator: -(a + b) * x / (a + 1), denominator: 1)
  var m = 1.0
  while !fraction.isSettled, m < 100_000 {
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    fraction.extend(numerator: even, denominator: 1)
    fraction.extend(numerator: odd, denominator: 1)
    m += 1
  }
  return exp(front) / (a * fraction.value)
}
