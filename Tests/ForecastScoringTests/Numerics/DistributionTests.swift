import ForecastScoring
import Testing

struct DistributionTests {
  private func isNear(_ got: Double?, _ wanted: Double, within share: Double = 1e-13) -> Bool {
    got.map { abs($0 - wanted) <= share * abs(wanted) } ?? false
  }

  @Test func `the examples of the distributions hold`() {
    #expect(isNear(NormalDistribution.density(at: 0), 0.3989422804014327))
    #expect(isNear(NormalDistribution.cumulative(at: 1.96), 0.9750021048517795))
    #expect(isNear(NormalDistribution.quantile(of: 0.975), 1.959963984540054))
    #expect(isNear(StudentDistribution(degreesOfFreedom: 1)?.twoSidedTail(of: 1), 0.5))
    #expect(isNear(StudentDistribution(degreesOfFreedom: 1)?.cumulative(at: 1), 0.75))
    let four = StudentDistribution(degreesOfFreedom: 4)
    #expect(isNear(four?.quantile(of: 0.95), 2.131846786326649))
    let beta = BetaDistribution(alpha: 2, beta: 3)
    #expect(isNear(beta?.cumulative(at: 0.5), 0.6875))
    #expect(isNear(beta?.quantile(of: 0.6875), 0.5))
    #expect(beta?.mean == 0.4)
    #expect(Interval(0.1, 0.3).contains(0.3))
    #expect(Interval(3, 1) == Interval(1, 3))
  }

  @Test func `normal quantiles agree with known values far into the tails`() {
    let known = [
      (0.05, -1.6448536269514729), (0.3, -0.5244005127080409), (1e-10, -6.361340902404056),
      (1e-300, -37.0470962993612),
    ]
    for (probability, wanted) in known {
      #expect(isNear(NormalDistribution.quantile(of: probability), wanted), "\(probability)")
    }
    #expect(NormalDistribution.quantile(of: 0.5) == 0)
    for undefined in [0, 1, -0.1, 1.1, .nan] {
      #expect(NormalDistribution.quantile(of: undefined) == nil, "\(undefined)")
    }
  }

  @Test func `Student quantiles agree with known values, whole degrees or not`() {
    let known = [
      (9, 0.95, 1.833112932656237), (2.5, 0.6, 0.2814595127485477),
      (19, 0.05, -1.7291328115213687), (1000, 0.975, 1.9623390808264083),
    ]
    for (degrees, probability, wanted) in known {
      let quantile = StudentDistribution(degreesOfFreedom: degrees)?.quantile(of: probability)
      #expect(isNear(quantile, wanted, within: 1e-12), "t(\(degrees)) at \(probability)")
    }
    #expect(StudentDistribution(degreesOfFreedom: 3)?.quantile(of: 0.5) == 0)
    #expect(StudentDistribution(degreesOfFreedom: 3)?.quantile(of: 1) == nil)
    #expect(StudentDistribution(degreesOfFreedom: 3)?.twoSidedTail(of: .infinity) == 0)
    #expect(StudentDistribution(degreesOfFreedom: 0) == nil)
    #expect(StudentDistribution(degreesOfFreedom: .infinity) == nil)
    #expect(BetaDistribution(alpha: 0, beta: 1) == nil)
  }

  @Test func `a quantile leads back to its probability`() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let probability = random.nextUnit()
      let z = try #require(NormalDistribution.quantile(of: probability))
      #expect(abs(NormalDistribution.cumulative(at: z) - probability) < 1e-14)
      let degrees = 0.5 + 60 * random.nextUnit()
      let student = try #require(StudentDistribution(degreesOfFreedom: degrees))
      let t = try #require(student.quantile(of: probability))
      #expect(abs(student.cumulative(at: t) - probability) < 1e-12, "t(\(degrees)) \(probability)")
      let beta = try #require(
        BetaDistribution(alpha: 0.2 + 30 * random.nextUnit(), beta: 0.2 + 30 * random.nextUnit()))
      let x = beta.quantile(of: probability)
      #expect(abs(beta.cumulative(at: x) - probability) < 1e-12, "\(beta) \(probability)")
    }
  }
}
