import Glibc

/// Returns the natural logarithm of the gamma function, `ln Γ(x)`, for `x > 0`.
///
///     logGamma(5)  // ln 24 = 3.1780538303479458
package func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// Returns the logarithm of the regularised lower incomplete gamma function, `ln P(a, x)`.
///
/// `P(a, x) = γ(a, x) / Γ(a)` for `a > 0`; it is 0 at `x ≤ 0`, whose logarithm is −∞. Left of
/// `a + 1` by the power series [DLMF 8.11.4], right of it by the even part of the
/// complement's continued fraction [DLMF 8.9.2], so that neither a tiny `P` nor a `P` near 1 loses its digits.
///
///     logLowerGamma(1, 2)  // ln(1 − e⁻²) = −0.14541345786885906
///
/// [DLMF 8.11.4]: https://dlmf.nist.gov/8.11.E4
/// [DLMF 8.9.2]: https://dlmf.nist.gov/8.9.E2
package func logLowerGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return -.infinity }
  let logPower = a * log(x) - x
  if x < a + 1 {
    return logPower - logGamma(a + 1) + log(lowerGammaSeries(a, x))
  }
  return log1p(-exp(logPower - logGamma(a)) * upperGammaFraction(a, x))
}

/// `Σ xᵏ / ((a+1)…(a+k))` from `k = 0`.
private func lowerGammaSeries(_ a: Double, _ x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  var step = a
  while term > sum * 0x1p-54 {
    step += 1
    term *= x / step
    sum += term
  }
  return sum
}

/// `1 / (x + 1 − a − 1(1 − a) / (x + 3 − a − 2(2 − a) / …))`.
private func upperGammaFraction(_ a: Double, _ x: Double) -> Double {
  var fraction = ContinuedFraction(start: x + 1 - a)
  var k = 1.0
  while !fraction.isSettled, k < 100_000 {
    fraction.extend(numerator: -k * (k - a), denominator: x + 2 * k + 1 - a)
    k += 1
  }
  return 1 / fraction.value
}
