import ForecastScoring
import TestSupport
import Testing

struct BrierScoreTests {
  @Test func `binary Brier scores agree with the reference`() throws {
    let vectors = try VectorFile("01_binary_scores")
    #expect(vectors.cases.count == 26)
    for test in vectors.cases {
      let probability = try test.input.number("p")
      let happened = try test.input.flag("y")
      let score = brierScore(of: probability, happened: happened)
      try vectors.expect(score, "brier01", of: test.expect, test.name)
      let twoClass = twoClassBrierScore(of: probability, happened: happened)
      try vectors.expect(twoClass, "brier02", of: test.expect, test.name)
    }
  }

  @Test func `Brier scores over options agree with the reference`() throws {
    let vectors = try VectorFile("02_multicategory_scores")
    #expect(vectors.cases.count == 6)
    for test in vectors.cases {
      let probabilities = try test.input.numbers("p")
      let observed = try test.input.integer("observed_index")
      let half = brierScore(of: probabilities, observed: observed)
      try vectors.expect(half, "brier_half_0_1", of: test.expect, test.name)
      let sum = summedBrierScore(of: probabilities, observed: observed)
      try vectors.expect(sum, "brier_sum_0_2", of: test.expect, test.name)
    }
  }

  @Test func `the absolute error is not printed as the score`() throws {
    for test in try VectorFile("01_binary_scores").cases {
      let probability = try test.input.number("p")
      guard probability != 0, probability != 1 else { continue }
      let score = brierScore(of: probability, happened: try test.input.flag("y"))
      #expect(try score != test.expect.number("absolute_error_IMPROPER"), "\(test.name)")
    }
  }

  @Test func `the examples of the pages hold`() {
    #expect(abs(brierScore(of: 0.7, happened: true) - 0.09) < 1e-15)
    #expect(abs(twoClassBrierScore(of: 0.7, happened: true) - 0.18) < 1e-15)
    #expect(abs(brierScore(of: [0.2, 0.5, 0.3], observed: 1) - 0.19) < 1e-15)
    #expect(abs(summedBrierScore(of: [0.2, 0.5, 0.3], observed: 1) - 0.38) < 1e-15)
  }

  @Test func `two options score as yes and no do`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      let probability = Double.random(in: 0...1, using: &random)
      for happened in [true, false] {
        let binary = brierScore(of: probability, happened: happened)
        let options = brierScore(of: [probability, 1 - probability], observed: happened ? 0 : 1)
        #expect(abs(binary - options) <= 1e-15, "p = \(probability)")
        #expect((0...1).contains(binary), "p = \(probability)")
      }
    }
  }

  @Test func `certainty scores 0 when right and 1 when wrong`() {
    #expect(brierScore(of: 1, happened: true) == 0)
    #expect(brierScore(of: 0, happened: false) == 0)
    #expect(brierScore(of: 0, happened: true) == 1)
    #expect(brierScore(of: 1, happened: false) == 1)
    #expect(brierScore(of: 0.5, happened: true) == 0.25)
    #expect(brierScore(of: [0, 1, 0], observed: 1) == 0)
    #expect(brierScore(of: [1, 0, 0], observed: 1) == 1)
  }

  @Test func `an option outside the forecast scores as if none had come true`() {
    #expect(brierScore(of: [1, 0], observed: -1) == 1)
    #expect(brierScore(of: [0.5, 0.5], observed: 7) == 0.75)
    #expect(brierScore(of: [], observed: 0) == 0.5)
  }
}
