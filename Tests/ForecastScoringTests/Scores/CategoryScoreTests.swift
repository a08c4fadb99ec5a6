import ForecastScoring
import TestSupport
import Testing

struct CategoryScoreTests {
  /// Probabilities of some categories, none of them 0.
  private static func chances(_ count: Int, _ random: inout SplitMix64) -> [Double] {
    let weights = (0..<count).map { _ in Double.random(in: 0.01...1, using: &random) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  @Test("Scores over categories agree with the reference")
  func vectors() throws {
    let vectors = try VectorFile("02_multicategory_scores")
    for test in vectors.cases {
      let p = try test.input.numbers("p")
      let observed = try test.input.integer("observed_index")
      let log = logScore(of: p, observed: observed)
      try vectors.expect(log, "log_nats", of: test.expect, test.name)
      let spherical = sphericalLoss(of: p, observed: observed)
      try vectors.expect(spherical, "spherical_loss", of: test.expect, test.name)
      let ranked = rankedProbabilityScore(of: p, observed: observed)
      try vectors.expect(ranked, "rps_sum", of: test.expect, test.name)
      let normalised = normalisedRankedProbabilityScore(of: p, observed: observed)
      try vectors.expect(normalised, "rps_normalised", of: test.expect, test.name)
      try vectors.expect(
        normalised.map { 2 * $0 }, "gjp_ordered_0_2", of: test.expect, test.name)
      if p.count > 2, log != 0 {
        #expect(try !vectors.agree(log, test.expect.number("ranked_log_nats")), "\(test.name)")
      }
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    let sum = try #require(rankedProbabilityScore(of: [0.2, 0.5, 0.3], observed: 1))
    #expect(abs(sum - 0.13) < 1e-15)
    let share = try #require(normalisedRankedProbabilityScore(of: [0.2, 0.5, 0.3], observed: 1))
    #expect(abs(share - 0.065) < 1e-15)
  }

  @Test("No forecast but one's own probabilities serves better")
  func propriety() {
    let scores: [(String, ([Double], Int) -> Double)] = [
      ("Brier", { brierScore(of: $0, observed: $1) }),
      ("log", { logScore(of: $0, observed: $1) }),
      ("spherical", { sphericalLoss(of: $0, observed: $1) }),
      ("ranked", { rankedProbabilityScore(of: $0, observed: $1) ?? .infinity }),
      ("normalised", { normalisedRankedProbabilityScore(of: $0, observed: $1) ?? .infinity }),
    ]
    var random = SplitMix64(seed: 22)
    for (name, score) in scores {
      for _ in 0..<1000 {
        let count = Int.random(in: 2...6, using: &random)
        let belief = CategoryScoreTests.chances(count, &random)
        let said = CategoryScoreTests.chances(count, &random)
        let honest = belief.indices.reduce(0) { $0 + belief[$1] * score(belief, $1) }
        let other = belief.indices.reduce(0) { $0 + belief[$1] * score(said, $1) }
        #expect(honest < other, "\(name) \(belief) \(said)")
      }
    }
  }

  @Test("A near miss has a better ranked score than a far one, and the same Brier score")
  func order() throws {
    let near = try #require(rankedProbabilityScore(of: [0, 1, 0, 0], observed: 0))
    let far = try #require(rankedProbabilityScore(of: [0, 0, 0, 1], observed: 0))
    #expect(near == 1)
    #expect(far == 3)
    #expect(
      brierScore(of: [0, 1, 0, 0], observed: 0) == brierScore(of: [0, 0, 0, 1], observed: 0))
  }

  @Test("Two ordered categories score as yes and no do")
  func twoCategories() throws {
    var random = SplitMix64(seed: 23)
    for _ in 0..<500 {
      let p = Double.random(in: 0...1, using: &random)
      let ranked = try #require(normalisedRankedProbabilityScore(of: [p, 1 - p], observed: 0))
      #expect(abs(ranked - brierScore(of: p, happened: true)) < 1e-15)
    }
  }

  @Test("Where there is no place for the outcome, no ranked score is defined")
  func edges() {
    #expect(rankedProbabilityScore(of: [0.5, 0.5], observed: 2) == nil)
    #expect(rankedProbabilityScore(of: [0.5, 0.5], observed: -1) == nil)
    #expect(rankedProbabilityScore(of: [], observed: 0) == nil)
    #expect(rankedProbabilityScore(of: [1], observed: 0) == 0)
    #expect(normalisedRankedProbabilityScore(of: [1], observed: 0) == nil)
  }
}
