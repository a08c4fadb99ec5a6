import ForecastScoring
import TestSupport
import Testing

struct NumericScoreTests {
  @Test("Pinball losses agree with the reference")
  func pinball() throws {
    let vectors = try VectorFile("03_numeric_and_date_scores")
    for test in try vectors.cases(of: "quantile_score") {
      let loss = try pinballLoss(
        of: test.input.number("quantile"), level: test.input.number("level"),
        observed: test.input.number("y"))
      try vectors.expect(loss, "pinball", of: test.expect, test.name)
      try vectors.expect(2 * loss, "twice_pinball", of: test.expect, test.name)
    }
    #expect(abs(pinballLoss(of: 10, level: 0.9, observed: 8) - 0.2) < 1e-15)
  }

  @Test("Interval scores and their parts agree with the reference")
  func interval() throws {
    let vectors = try VectorFile("03_numeric_and_date_scores")
    for test in try vectors.cases(of: "interval_score") {
      let score = try #require(
        try IntervalScore(
          low: test.input.number("lower"), high: test.input.number("upper"),
          alpha: test.input.number("alpha"), observed: test.input.number("y")))
      try vectors.expect(score.total, "interval_score", of: test.expect, test.name)
      try vectors.expect(score.dispersion, "dispersion", of: test.expect, test.name)
      try vectors.expect(score.overprediction, "overprediction", of: test.expect, test.name)
      try vectors.expect(score.underprediction, "underprediction", of: test.expect, test.name)
    }
    #expect(IntervalScore(low: 2, high: 8, alpha: 0.2, observed: 1)?.total == 16)
    #expect(IntervalScore(low: 8, high: 2, alpha: 0.2, observed: 1) == nil)
    #expect(IntervalScore(low: 2, high: 8, alpha: 0, observed: 1) == nil)
    #expect(IntervalScore(low: 2, high: 8, alpha: 1, observed: 1) == nil)
  }

  @Test("Weighted interval scores agree with the reference, from intervals and from quantiles")
  func weighted() throws {
    let vectors = try VectorFile("03_numeric_and_date_scores")
    for test in try vectors.cases(of: "wis") {
      let alphas = try test.input.numbers("alpha")
      let lows = try test.input.numbers("lower")
      let highs = try test.input.numbers("upper")
      let median = try test.input.number("median")
      let observed = try test.input.number("y")
      let score = weightedIntervalScore(
        median: median,
        intervals: alphas.indices.map {
          CentralInterval(low: lows[$0], high: highs[$0], alpha: alphas[$0])
        }, observed: observed)
      try vectors.expect(score, "wis", of: test.expect, test.name)
      let levels = alphas.map { $0 / 2 } + [0.5] + alphas.map { 1 - $0 / 2 }
      let same = weightedIntervalScore(
        of: lows + [median] + highs, levels: levels, observed: observed)
      try vectors.expect(same, "wis", of: test.expect, test.name)
    }
  }

  @Test("The examples of the weighted interval score hold, and a library's known fault is not ours")
  func weightedExamples() throws {
    let intervals = [
      CentralInterval(low: 12, high: 31, alpha: 0.1),
      CentralInterval(low: 16, high: 25, alpha: 0.5),
    ]
    let score = try #require(weightedIntervalScore(median: 20, intervals: intervals, observed: 27))
    #expect(abs(score - 3.48) < 1e-14)
    #expect(abs(score - 6.08) > 1)
    let same = try #require(
      weightedIntervalScore(
        of: [12, 16, 20, 25, 31], levels: [0.05, 0.25, 0.5, 0.75, 0.95], observed: 27))
    #expect(abs(same - 3.48) < 1e-14)
    #expect(weightedIntervalScore(median: 3, intervals: [], observed: 5) == 2)
    let wrong = [CentralInterval(low: 3, high: 1, alpha: 0.1)]
    #expect(weightedIntervalScore(median: 3, intervals: wrong, observed: 5) == nil)
    #expect(weightedIntervalScore(of: [], levels: [], observed: 5) == nil)
    #expect(weightedIntervalScore(of: [1, 2], levels: [0.5], observed: 5) == nil)
  }

  @Test("Continuous ranked probability scores agree with the reference")
  func continuous() throws {
    let vectors = try VectorFile("03_numeric_and_date_scores")
    for test in try vectors.cases(of: "crps_normal") {
      let score = try continuousRankedProbabilityScore(
        mean: test.input.number("mu"), deviation: test.input.number("sigma"),
        observed: test.input.number("y"))
      try vectors.expect(score, "crps", of: test.expect, test.name)
    }
    for test in try vectors.cases(of: "crps_ensemble") {
      let members = try test.input.numbers("members")
      let observed = try test.input.number("y")
      try vectors.expect(
        continuousRankedProbabilityScore(of: members, observed: observed), "crps_ecdf",
        of: test.expect, test.name)
      try vectors.expect(
        fairContinuousRankedProbabilityScore(of: members, observed: observed), "crps_fair",
        of: test.expect, test.name)
    }
  }

  @Test("The examples and edges of the continuous ranked probability score hold")
  func continuousEdges() throws {
    let normal = try #require(
      continuousRankedProbabilityScore(mean: 0, deviation: 1, observed: 0.5))
    #expect(abs(normal - 0.3314035312548558) < 1e-14)
    let members = [3.0, 5, 5, 9, 14]
    let sample = try #require(continuousRankedProbabilityScore(of: members, observed: 7))
    #expect(abs(sample - 1.32) < 1e-14)
    let fair = try #require(fairContinuousRankedProbabilityScore(of: members, observed: 7))
    #expect(abs(fair - 0.8) < 1e-14)
    #expect(continuousRankedProbabilityScore(mean: 3, deviation: 0, observed: 5) == 2)
    #expect(continuousRankedProbabilityScore(mean: 3, deviation: -1, observed: 5) == nil)
    #expect(continuousRankedProbabilityScore(of: [3], observed: 5) == 2)
    #expect(continuousRankedProbabilityScore(of: [], observed: 5) == nil)
    #expect(fairContinuousRankedProbabilityScore(of: [3], observed: 5) == nil)
  }

  @Test("A sample's score is the double sum of its definition, in whatever order")
  func sampleDefinition() throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<200 {
      let count = Int.random(in: 1...30, using: &random)
      let members = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &random)) }
      let observed = Double.random(in: -10...10, using: &random)
      let distance = members.reduce(0) { $0 + abs($1 - observed) } / Double(count)
      let spread = members.reduce(0) { sum, one in
        members.reduce(sum) { $0 + abs($1 - one) }
      }
      let wanted = distance - spread / Double(2 * count * count)
      let score = try #require(
        continuousRankedProbabilityScore(of: members.shuffled(using: &random), observed: observed))
      #expect(abs(score - wanted) < 1e-12)
    }
  }

  @Test("The more quantiles of a normal distribution are scored, the nearer to its own score")
  func convergence() throws {
    let exact = try #require(continuousRankedProbabilityScore(mean: 1, deviation: 2, observed: 3))
    var last = Double.infinity
    for count in [9, 99, 999] {
      let levels = (1...count).map { Double($0) / Double(count + 1) }
      let quantiles = levels.map { 1 + 2 * (NormalDistribution.quantile(of: $0) ?? 0) }
      let score = try #require(
        weightedIntervalScore(of: quantiles, levels: levels, observed: 3))
      #expect(abs(score - exact) < last / 3)
      last = abs(score - exact)
    }
    #expect(last < 2e-3)
  }

  @Test("The level's own quantile has the least expected pinball loss")
  func propriety() {
    var random = SplitMix64(seed: 32)
    let sample = (0..<101).map { _ in Double.random(in: 0...10, using: &random) }.sorted()
    for place in [10, 25, 50, 90] {
      let level = Double(place) / 100
      func expected(_ quantile: Double) -> Double {
        sample.reduce(0) { $0 + pinballLoss(of: quantile, level: level, observed: $1) }
      }
      for other in sample { #expect(expected(sample[place]) <= expected(other) + 1e-9) }
    }
  }
}
