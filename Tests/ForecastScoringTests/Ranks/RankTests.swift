import ForecastScoring
import Testing

struct RankTests {
  @Test("The documented examples of ranks hold")
  func examples() throws {
    let ranges = rankRanges(of: [0.3, 0.1, 0.09], standardErrors: [0.01, 0.01, 0.01])
    #expect(ranges == [1...1, 2...3, 2...3])
    let best = try #require(bestProbabilities(of: [1, 0], standardErrors: [0.6, 0.8]))
    #expect(abs(best[0] - 0.8413447460685429) < 1e-13)
    #expect(abs(best[1] - 0.1586552539314571) < 1e-13)
    let ranks = try #require(expectedRanks(of: [1, 0], standardErrors: [0.6, 0.8]))
    #expect(abs(ranks[0] - 1.1586552539314571) < 1e-13)
    #expect(abs(ranks[1] - 1.8413447460685429) < 1e-13)
  }

  @Test("Ranges, chances and expected ranks agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("16_rank_uncertainty")
    for test in file.cases {
      let estimates = try test.input.numbers("estimate")
      let errors = try test.input.numbers("standard_error")
      let higher = try test.input.flag("higher_is_better")
      let best = try #require(
        bestProbabilities(of: estimates, standardErrors: errors, higherIsBetter: higher))
      #expect(file.agree(best, try test.expect.numbers("P_best")))
      let ranks = try #require(
        expectedRanks(of: estimates, standardErrors: errors, higherIsBetter: higher))
      #expect(file.agree(ranks, try test.expect.numbers("expected_rank")))
      let ranges = try #require(
        rankRanges(
          of: estimates, standardErrors: errors, level: try test.input.number("coverage"),
          higherIsBetter: higher))
      #expect(ranges.map(\.lowerBound) == (try test.expect.integers("holm_rank_lower")))
      #expect(ranges.map(\.upperBound) == (try test.expect.integers("holm_rank_upper")))
      let drawn = try test.expect.fields("csranks")
      if try drawn.flag("identical_over_15_seeds") {
        let table = try drawn.table("simultaneous")
        #expect(ranges.map { Double($0.lowerBound) } == table[0])
        #expect(ranges.map { Double($0.upperBound) } == table[1])
        let could = try drawn.flags("could_be_best")
        #expect(ranges.map { $0.lowerBound == 1 } == could)
      }
    }
  }

  @Test("Ranks follow their sources when the order changes, and turn with the direction")
  func permutation() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<100 {
      let estimates = (0..<7).map { _ in random.nextUnit() }
      let errors = (0..<7).map { _ in 0.02 + 0.1 * random.nextUnit() }
      let ranges = try #require(rankRanges(of: estimates, standardErrors: errors))
      let best = try #require(bestProbabilities(of: estimates, standardErrors: errors))
      let ranks = try #require(expectedRanks(of: estimates, standardErrors: errors))
      let turned = rankRanges(of: estimates.reversed(), standardErrors: errors.reversed())
      #expect(turned == ranges.reversed())
      let negated = rankRanges(
        of: estimates.map { -$0 }, standardErrors: errors, higherIsBetter: false)
      #expect(negated == ranges)
      #expect(abs(best.reduce(0, +) - 1) < 1e-12)
      #expect(abs(ranks.reduce(0, +) - 28) < 1e-12)
      for (range, rank) in zip(ranges, ranks) {
        #expect(range.lowerBound >= 1 && range.upperBound <= 7)
        #expect(rank >= 1 && rank <= 7)
      }
    }
  }

  @Test("All true ranks lie in their ranges in at least 95 % of simulated boards")
  func coverage() throws {
    var random = SeededGenerator(seed: 32)
    var held = 0
    for _ in 0..<600 {
      let truths = (0..<8).map { _ in 0.1 * random.nextUnit() }
      let errors = truths.map { _ in 0.01 + 0.03 * random.nextUnit() }
      let estimates = zip(truths, errors).map { $0 + $1 * random.nextNormal() }
      let ranges = try #require(rankRanges(of: estimates, standardErrors: errors))
      let ranks = truths.map { truth in 1 + truths.count { $0 > truth } }
      if zip(ranges, ranks).allSatisfy({ $0.contains($1) }) { held += 1 }
    }
    #expect(Double(held) >= 0.95 * 600)
  }

  @Test("Sources of which nothing is known share all ranks, and one alone is first")
  func edges() {
    let unsure = rankRanges(of: [0.1, 0.2, 0.3], standardErrors: [9, 9, 9])
    #expect(unsure == [1...3, 1...3, 1...3])
    #expect(rankRanges(of: [0.1], standardErrors: [1]) == [1...1])
    #expect(rankRanges(of: [], standardErrors: []) == [])
    #expect(bestProbabilities(of: [], standardErrors: []) == [])
    #expect(rankRanges(of: [0.1, 0.2], standardErrors: [0.1, 0]) == nil)
    #expect(bestProbabilities(of: [0.1, .nan], standardErrors: [0.1, 0.1]) == nil)
    #expect(expectedRanks(of: [0.1, 0.2], standardErrors: [0.1, .infinity]) == nil)
  }
}
