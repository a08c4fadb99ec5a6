import ForecastScoring
import Testing

struct DieboldMarianoTests {
  @Test("The documented example of the test holds")
  func example() throws {
    let test = dieboldMarianoTest(of: [0.4, 0.1, 0.3], against: [0.1, 0.1, 0.1])
    #expect(abs(try #require(test).meanDifference - 0.5 / 3) < 1e-15)
  }

  @Test("The corrected test agrees with the vectors")
  func vectors() throws {
    let file = try VectorFile("11_diebold_mariano")
    for test in file.cases {
      let happened = try test.input.flags("y")
      let losses = try ["p", "q"].map { field in
        zip(try test.input.numbers(field), happened).map { brierScore(of: $0, happened: $1) }
      }
      let result = dieboldMarianoTest(
        of: losses[0], against: losses[1], horizon: try test.input.integer("h"))
      try file.expect(result?.meanDifference, "mean_difference", of: test.expect, test.name)
      try file.expect(result?.statistic, "dm_statistic", of: test.expect, test.name)
      try file.expect(result?.correctedStatistic, "hln_statistic", of: test.expect, test.name)
      try file.expect(result?.pValue, "p_two_sided_t", of: test.expect, test.name)
    }
  }

  @Test("Exchanging the sources turns the sign and leaves the p-value")
  func symmetry() throws {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<200 {
      let first = (0..<15).map { _ in random.nextUnit() }
      let second = (0..<15).map { _ in random.nextUnit() }
      let test = try #require(dieboldMarianoTest(of: first, against: second))
      let mirror = try #require(dieboldMarianoTest(of: second, against: first))
      #expect(abs(test.correctedStatistic + mirror.correctedStatistic) < 1e-12)
      #expect(abs(test.pValue - mirror.pValue) < 1e-12)
      #expect((0...1).contains(test.pValue))
    }
  }

  @Test("The test is undefined without variance or with a horizon beyond the questions")
  func undefined() {
    #expect(dieboldMarianoTest(of: [0.2], against: [0.1]) == nil)
    #expect(dieboldMarianoTest(of: [0.2, 0.2], against: [0.1, 0.1]) == nil)
    #expect(dieboldMarianoTest(of: [0.2, 0.3], against: [0.1, 0.1], horizon: 2) == nil)
    #expect(dieboldMarianoTest(of: [0.2, 0.3], against: [0.1, 0.1], horizon: 0) == nil)
  }
}
