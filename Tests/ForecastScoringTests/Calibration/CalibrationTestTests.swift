import ForecastScoring
import TestSupport
import Testing

struct CalibrationTestTests {
  @Test("Counts and Spiegelhalter's z agree with the reference")
  func vectors() throws {
    let vectors = try VectorFile("06_calibration_tests")
    #expect(vectors.cases.count == 6)
    for test in vectors.cases {
      let p = try test.input.numbers("p")
      let happened = try test.input.flags("y")
      let z = SpiegelhalterTest(of: p, happened: happened, draws: 1, seed: 0)
      try vectors.expect(z?.z, "spiegelhalter_z", of: test.expect, test.name)
      try vectors.expect(
        z?.normalPValue, "spiegelhalter_p_two_sided", of: test.expect, test.name)
      let count = try #require(CountTest(of: p, happened: happened))
      try vectors.expect(count.expected, "expected_yes", of: test.expect, test.name)
      try vectors.expect(count.variance, "variance_yes", of: test.expect, test.name)
      #expect(try count.observed == test.expect.integer("observed_yes"))
      let wanted = try test.expect.fields("poisson_binomial")
      try vectors.expect(count.atMostAsMany, "P_le", of: wanted, test.name)
      try vectors.expect(count.atLeastAsMany, "P_ge", of: wanted, test.name)
      try vectors.expect(count.exactlyAsMany, "pmf_at_observed", of: wanted, test.name)
      try vectors.expect(count.atMostAsLikely, "p_two_sided_minlike", of: wanted, test.name)
      try vectors.expect(count.doubledPValue, "p_two_sided_doubled", of: wanted, test.name)
      try vectors.expect(count.pValue, "p_two_sided_mid", of: wanted, test.name)
    }
  }

  @Test("The binned calibration error, which is not offered, is as the reference has it")
  func binned() throws {
    let vectors = try VectorFile("06_calibration_tests")
    for test in vectors.cases {
      let p = try test.input.numbers("p")
      let happened = try test.input.flags("y")
      for bins in [5, 10] {
        var sums = [Double](repeating: 0, count: bins)
        for (p, happened) in zip(p, happened) {
          // Products such as 0.3 × 10 come out exact here, which is what makes bins so brittle.
          sums[min(bins - 1, Int(p * Double(bins)))] += p - (happened ? 1 : 0)
        }
        let error = sums.reduce(0) { $0 + abs($1) } / Double(p.count)
        try vectors.expect(error, "ece_equal_width_\(bins)", of: test.expect, test.name)
      }
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    let pair = try #require(PoissonBinomial(of: [0.5, 0.25]))
    #expect(pair.chance(of: 1) == 0.5)
    #expect(pair.chance(of: 2) == 0.125)
    #expect(pair.chance(ofAtMostAsLikelyAs: 0) == 0.5)
    #expect(pair.chance(ofAtMost: 1) == 0.875)
    #expect(pair.chance(ofAtLeast: 1) == 0.625)
    #expect(pair.quantile(at: 0.9) == 2)
    let count = try #require(CountTest(of: [0.2, 0.7, 0.9], happened: [true, true, true]))
    #expect(abs(count.expected - 1.8) < 1e-15)
    #expect(abs(count.atLeastAsMany - 0.126) < 1e-15)
    let z = try #require(SpiegelhalterTest(of: [0.7], happened: [false], seed: 1))
    #expect(abs(z.z - 1.5275252316519468) < 1e-14)
    let wrong = try #require(
      MiscalibrationTest(of: [0, 0, 1, 1], happened: [true, true, false, false], seed: 1))
    #expect(wrong.pValue == 1.0 / 2001)
  }

  @Test("The chances of counts are those of all outcomes, one by one")
  func enumeration() throws {
    var random = SplitMix64(seed: 81)
    for _ in 0..<40 {
      let p = (0..<Int.random(in: 0...10, using: &random)).map { _ in
        [0, 1, Double.random(in: 0...1, using: &random)].randomElement(using: &random) ?? 0
      }
      var wanted = [Double](repeating: 0, count: p.count + 1)
      for outcome in 0..<(1 << p.count) {
        let chance = p.indices.reduce(1) { $0 * (outcome >> $1 & 1 == 1 ? p[$1] : 1 - p[$1]) }
        wanted[outcome.nonzeroBitCount] += chance
      }
      let counts = try #require(PoissonBinomial(of: p))
      for (count, chance) in wanted.enumerated() {
        #expect(abs(counts.chance(of: count) - chance) < 1e-14)
        let below = wanted[...count].reduce(0, +)
        #expect(abs(counts.chance(ofAtMost: count) - below) < 1e-13)
        let above = wanted[count...].reduce(0, +)
        #expect(abs(counts.chance(ofAtLeast: count) - above) < 1e-13)
      }
      #expect(counts.chance(of: -1) == 0)
      #expect(counts.chance(of: p.count + 1) == 0)
      #expect(counts.chance(ofAtMost: -1) == 0)
      #expect(counts.chance(ofAtLeast: p.count + 1) == 0)
    }
    #expect(PoissonBinomial(of: [0.5, .nan]) == nil)
  }

  @Test("Twenty thousand forecasts have the tails of a normal distribution")
  func many() throws {
    let counts = try #require(PoissonBinomial(of: [Double](repeating: 0.5, count: 20_000)))
    #expect(counts.mean == 10_000)
    #expect(abs(counts.variance - 5000) < 1e-9)
    #expect(abs(counts.chance(ofAtLeast: 10_001) + counts.chance(ofAtMost: 10_000) - 1) < 1e-11)
    let z = 100.5 / counts.variance.squareRoot()
    let normal = 1 - NormalDistribution.cumulative(at: z)
    #expect(abs(counts.chance(ofAtLeast: 10_101) - normal) < 1e-4)
    #expect(counts.quantile(at: 0.5) == 10_000)
  }

  @Test("Simulated p-values are near the exact ones, and follow from the seed")
  func simulation() throws {
    // With two forecasts of 0.9 the score is worst when neither happens: 0.01, then 0.18, then 0.81.
    let both = try #require(SpiegelhalterTest(of: [0.9, 0.9], happened: [false, false], seed: 3))
    #expect(abs(both.pValue - 0.01) < 0.003)
    let one = try #require(SpiegelhalterTest(of: [0.9, 0.9], happened: [true, false], seed: 3))
    #expect(abs(one.pValue - 0.19) < 0.012)
    #expect(SpiegelhalterTest(of: [0.9, 0.9], happened: [true, false], seed: 3) == one)
    let p = [Double](repeating: 0.3, count: 30)
    let many = try #require(SpiegelhalterTest(of: p, happened: p.map { $0 > 1 }, seed: 3))
    #expect(many.simulatedPValue == nil)
    #expect(many.pValue == many.normalPValue)
  }

  @Test("Calibrated forecasters are rarely found guilty by any of the tests")
  func falseAlarms() throws {
    var random = SplitMix64(seed: 82)
    var alarms = [0, 0, 0]
    for seed in UInt64(0)..<600 {
      let record = RandomRecord(count: 25, calibrated: true, random: &random)
      let (p, happened) = (record.probabilities, record.happened)
      let z = SpiegelhalterTest(of: p, happened: happened, draws: 199, seed: seed)
      let curve = MiscalibrationTest(of: p, happened: happened, draws: 199, seed: seed)
      let count = CountTest(of: p, happened: happened)
      for (test, value) in [z?.pValue, curve?.pValue, count?.pValue].enumerated() {
        if let value, value <= 0.05 { alarms[test] += 1 }
      }
    }
    #expect(alarms.allSatisfy { $0 <= 50 }, "\(alarms) of 600 at 5 %")
  }

  @Test("An overconfident forecaster is found out, and its z is above 0")
  func power() throws {
    var random = SplitMix64(seed: 83)
    let p = (0..<200).map { [0.05, 0.95][$0 % 2] }
    let happened = p.map { Double.random(in: 0..<1, using: &random) < 0.3 + 0.4 * $0 }
    let z = try #require(SpiegelhalterTest(of: p, happened: happened, seed: 1))
    #expect(z.z > 3)
    let test = try #require(MiscalibrationTest(of: p, happened: happened, draws: 999, seed: 1))
    #expect(test.pValue == 0.001)
    #expect(test.miscalibration > 5 * test.expected)
    #expect(MiscalibrationTest(of: p, happened: happened, draws: 999, seed: 1) == test)
  }

  @Test func `beyond the exact limit the normal distribution is off by less than 0.001`() throws {
    var random = SplitMix64(seed: 5)
    for shift in [-0.004, 0, 0.003] {
      let p = (0..<60_000).map { _ in Double.random(in: 0.02...0.7, using: &random) }
      let happened = p.map { Double.random(in: 0...1, using: &random) < $0 + shift }
      let test = try #require(CountTest(of: p, happened: happened))
      #expect(test.variance > CountTest.exactVariance)
      let exact = try #require(PoissonBinomial(of: p))
      let mid = exact.chance(of: test.observed) / 2
      let tails = [exact.chance(ofAtMost: test.observed), exact.chance(ofAtLeast: test.observed)]
      let pValue = min(1, 2 * ((tails.min() ?? 0) - mid))
      #expect(abs(test.pValue - pValue) < 0.001)
      #expect(abs(test.atMostAsMany - tails[0]) < 0.001)
    }
  }

  @Test("What is no record has no test, and certainties no z")
  func refused() {
    #expect(CountTest(of: [], happened: []) == nil)
    #expect(CountTest(of: [0.5], happened: []) == nil)
    #expect(CountTest(of: [1.5], happened: [true]) == nil)
    #expect(SpiegelhalterTest(of: [0, 0.5, 1], happened: [true, true, true], seed: 1) == nil)
    #expect(SpiegelhalterTest(of: [], happened: [], seed: 1) == nil)
    #expect(SpiegelhalterTest(of: [0.2], happened: [], seed: 1) == nil)
    #expect(SpiegelhalterTest(of: [.nan], happened: [true], seed: 1) == nil)
    #expect(MiscalibrationTest(of: [], happened: [], seed: 1) == nil)
    #expect(MiscalibrationTest(of: [0.5], happened: [true], draws: 0, seed: 1) == nil)
  }
}
