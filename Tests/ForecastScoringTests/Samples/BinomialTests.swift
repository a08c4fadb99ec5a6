import ForecastScoring
import Testing

struct BinomialTests {
  private func agrees(_ interval: Interval?, _ wanted: [Double], _ file: VectorFile) -> Bool {
    interval.map { file.agree([$0.low, $0.high], wanted) } ?? false
  }

  @Test("The documented examples of hit rates hold")
  func examples() throws {
    let intervals: [(Interval?, Double, Double)] = [
      (wilsonInterval(hits: 15, of: 17), 0.6566, 0.9671),
      (clopperPearsonInterval(hits: 15, of: 17), 0.6356, 0.9854),
      (jeffreysInterval(hits: 15, of: 17), 0.6732, 0.9747),
    ]
    for (interval, low, high) in intervals {
      let interval = try #require(interval)
      #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5)
    }
    #expect(binomialTest(hits: 4, of: 6, chance: 0.5)?.atLeast == 0.34375)
  }

  @Test("Intervals and tests of hit rates agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("15_binomial_intervals")
    for test in file.cases {
      let hits = try test.input.integer("hits")
      let trials = try test.input.integer("n")
      let level = try test.input.number("level")
      let wanted = test.expect
      let wilson = wilsonInterval(hits: hits, of: trials, level: level)
      #expect(agrees(wilson, try wanted.numbers("wilson"), file), "\(test.name)")
      let exact = clopperPearsonInterval(hits: hits, of: trials, level: level)
      #expect(agrees(exact, try wanted.numbers("clopper_pearson"), file), "\(test.name)")
      let jeffreys = jeffreysInterval(hits: hits, of: trials, level: level)
      #expect(agrees(jeffreys, try wanted.numbers("jeffreys"), file), "\(test.name)")
      let result = binomialTest(hits: hits, of: trials, chance: 0.5)
      try file.expect(result?.twoSided, "exact_two_sided_p_vs_half", of: wanted, test.name)
      try file.expect(result?.atLeast, "one_sided_p_ge", of: wanted, test.name)
      try file.expect(result?.midAtLeast, "mid_p_one_sided", of: wanted, test.name)
    }
  }

  @Test("Clopper and Pearson's ends are where the exact tails are half of what is left")
  func tails() throws {
    for trials in 1...25 {
      for hits in 1..<max(2, trials) {
        let interval = try #require(clopperPearsonInterval(hits: hits, of: trials, level: 0.9))
        let low = try #require(binomialTest(hits: hits, of: trials, chance: interval.low))
        #expect(abs(low.atLeast - 0.05) < 1e-11, "\(hits) of \(trials)")
      }
    }
  }

  @Test("Every interval lies within 0 and 1, holds the hit rate and mirrors with the misses")
  func laws() throws {
    let makers: [(Int, Int) -> Interval?] = [
      { wilsonInterval(hits: $0, of: $1) }, { clopperPearsonInterval(hits: $0, of: $1) },
      { jeffreysInterval(hits: $0, of: $1) },
    ]
    for trials in [1, 2, 5, 17, 100, 10_000] {
      for hits in Set([0, 1, trials / 3, trials / 2, trials]) {
        for make in makers {
          let interval = try #require(make(hits, trials))
          let mirror = try #require(make(trials - hits, trials))
          #expect(interval.low >= 0 && interval.high <= 1)
          #expect(interval.contains(Double(hits) / Double(trials)), "\(hits) of \(trials)")
          #expect(abs(interval.low - (1 - mirror.high)) < 1e-12, "\(hits) of \(trials)")
        }
      }
    }
  }

  @Test("Impossible counts, levels and chances are undefined")
  func undefined() {
    #expect(wilsonInterval(hits: 0, of: 0) == nil)
    #expect(wilsonInterval(hits: 3, of: 2) == nil)
    #expect(clopperPearsonInterval(hits: -1, of: 2) == nil)
    #expect(jeffreysInterval(hits: 1, of: 2, level: 1) == nil)
    #expect(binomialTest(hits: 3, of: 2, chance: 0.5) == nil)
    #expect(binomialTest(hits: 1, of: 2, chance: 0) == nil)
    #expect(binomialTest(hits: 0, of: 0, chance: 0.5)?.atLeast == 1)
  }
}
