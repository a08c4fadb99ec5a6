import ForecastScoring
import Foundation
import TestSupport
import Testing

/// One file of the shared vectors.
private struct Vectors<Input: Decodable, Wanted: Decodable>: Decodable {
  struct Case: Decodable {
    var name: String
    var input: Input
    var expect: Wanted
  }
  var absoluteTolerance: Double
  var cases: [Case]

  static func read(_ name: String) throws -> Vectors? {
    guard let url = ReferenceData.url("vectors/statistics/\(name).json") else { return nil }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Vectors.self, from: try Data(contentsOf: url))
  }

  func agree(_ got: Double, _ wanted: Double) -> Bool {
    abs(got - wanted) <= absoluteTolerance * max(1, abs(wanted))
  }
}

struct BrierScoreTests {
  private struct Binary: Decodable {
    var p: Double
    var y: Int
  }
  private struct BinaryScores: Decodable {
    var brier01: Double
    var brier02: Double
  }
  private struct Options: Decodable {
    var p: [Double]
    var observedIndex: Int
  }
  private struct OptionScores: Decodable {
    var brierSum02: Double
    var brierHalf01: Double
  }

  @Test func `binary Brier scores agree with the reference`() throws {
    guard let vectors = try Vectors<Binary, BinaryScores>.read("01_binary_scores") else {
      return ReferenceData.skip("binary Brier scores agree with the reference")
    }
    #expect(vectors.cases.count == 26)
    for test in vectors.cases {
      let score = brierScore(of: test.input.p, happened: test.input.y == 1)
      #expect(vectors.agree(score, test.expect.brier01), "\(test.name): \(score)")
      #expect(vectors.agree(2 * score, test.expect.brier02), "\(test.name): \(score)")
    }
  }

  @Test func `Brier scores over options are half of the reference's sums`() throws {
    guard let vectors = try Vectors<Options, OptionScores>.read("02_multicategory_scores") else {
      return ReferenceData.skip("Brier scores over options are half of the reference's sums")
    }
    #expect(vectors.cases.count == 6)
    for test in vectors.cases {
      let score = brierScore(of: test.input.p, observed: test.input.observedIndex)
      #expect(vectors.agree(score, test.expect.brierHalf01), "\(test.name): \(score)")
      #expect(vectors.agree(score, test.expect.brierSum02 / 2), "\(test.name): \(score)")
    }
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
