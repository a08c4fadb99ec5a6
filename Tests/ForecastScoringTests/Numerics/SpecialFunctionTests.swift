import ForecastScoring
import Testing

/// Figures of mpmath with 40 digits, rounded to double.
struct SpecialFunctionTests {
  private func isNear(_ got: Double, _ wanted: Double, within share: Double = 1e-13) -> Bool {
    abs(got - wanted) <= share * abs(wanted)
  }

  @Test func `the examples of the special functions hold`() throws {
    #expect(isNear(logGamma(5), 3.1780538303479456))
    #expect(isNear(logLowerGamma(1, 2), -0.14541345786885906))
    #expect(isNear(regularizedBeta(0.5, complement: 0.5, 2, 3), 0.6875))
  }

  @Test func `the incomplete gamma function keeps its digits in both tails`() {
    let known = [
      (0.5, 0.1, -1.0634020471545286), (3, 20, -4.5551505430588788e-7),
      (50, 20, -18.200828516730248), (400, 420, -0.17263806082518491),
      (0.2, 1e-8, -3.5987620604538241),
    ]
    for (a, x, wanted) in known {
      #expect(isNear(logLowerGamma(a, x), wanted, within: 1e-12), "P(\(a), \(x))")
    }
    #expect(logLowerGamma(2, 0) == -.infinity)
    #expect(logLowerGamma(2, 1e6) == 0)
  }

  @Test func `the incomplete beta function agrees with known values and its own mirror`() {
    let known = [
      (0.2, 0.5, 7.5, 0.9281204024988001), (0.9, 3, 0.5, 0.44541555534797047),
      (0.55, 200, 160, 0.4145935903097343),
    ]
    for (x, a, b, wanted) in known {
      let value = regularizedBeta(x, complement: 1 - x, a, b)
      #expect(isNear(value, wanted, within: 1e-12), "I(\(x); \(a), \(b)) = \(value)")
    }
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let a = 0.1 + 20 * random.nextUnit()
      let b = 0.1 + 20 * random.nextUnit()
      let x = random.nextUnit()
      let sum =
        regularizedBeta(x, complement: 1 - x, a, b) + regularizedBeta(1 - x, complement: x, b, a)
      #expect(abs(sum - 1) < 1e-12, "I(\(x); \(a), \(b))")
    }
    #expect(regularizedBeta(-1, complement: 2, 2, 3) == 0)
    #expect(regularizedBeta(2, complement: -1, 2, 3) == 1)
  }
}
