import ForecastScoring
import TestSupport
import Testing

struct WordScoreTests {
  @Test("Bounds, expectations and midpoints agree with the reference")
  func intervals() throws {
    let vectors = try VectorFile("18_interval_probabilities")
    for test in try vectors.cases(of: "interval") {
      let meaning = try Interval(test.input.number("lower"), test.input.number("upper"))
      let happened = try test.input.flag("y")
      let brier = brierBounds(of: meaning, happened: happened)
      try vectors.expect(brier.low, "brier_best", of: test.expect, test.name)
      try vectors.expect(brier.high, "brier_worst", of: test.expect, test.name)
      let log = logScoreBounds(of: meaning, happened: happened)
      try vectors.expect(log.low, "log_best", of: test.expect, test.name)
      try vectors.expect(log.high, "log_worst", of: test.expect, test.name)
      let middle = midpointBrierScore(of: meaning, happened: happened)
      try vectors.expect(middle, "brier_midpoint", of: test.expect, test.name)
      let meanings = Meanings(uniformOver: meaning)
      let expected = meanings.expectedBrierScore(happened: happened)
      try vectors.expect(expected, "brier_uniform_expected", of: test.expect, test.name)
      try vectors.expect(meanings.variance, "variance_of_uniform", of: test.expect, test.name)
      try vectors.expect(
        expected - middle, "uniform_minus_midpoint", of: test.expect, test.name)
    }
  }

  @Test("Scores over what respondents took a phrase to mean agree with the reference")
  func respondents() throws {
    let vectors = try VectorFile("18_interval_probabilities")
    for test in try vectors.cases(of: "respondents") {
      let meanings = try #require(Meanings(givenBy: try test.input.numbers("values")))
      let happened = try test.input.flag("y")
      try vectors.expect(meanings.mean, "mean", of: test.expect, test.name)
      try vectors.expect(meanings.variance, "variance_population", of: test.expect, test.name)
      try vectors.expect(
        meanings.expectedBrierScore(happened: happened), "mean_of_brier", of: test.expect,
        test.name)
      try vectors.expect(
        brierScore(of: meanings.mean, happened: happened), "brier_of_mean", of: test.expect,
        test.name)
    }
    #expect(Meanings(givenBy: []) == nil)
  }

  @Test("A scale of words has the weights and scores of the reference")
  func words() throws {
    let vectors = try VectorFile("18_interval_probabilities")
    for test in try vectors.cases(of: "word_categories") {
      let scale = try #require(WordScale(cutPoints: try test.input.numbers("cutpoints")))
      #expect(try vectors.agree(scale.weights, test.expect.numbers("weights")))
      let words = Array(0...scale.cutPoints.count)
      for (field, happened) in [("score_if_yes", true), ("score_if_no", false)] {
        let scores = words.compactMap { scale.score(ofWord: $0, happened: happened) }
        #expect(try vectors.agree(scores, test.expect.numbers(field)), "\(field)")
      }
    }
  }

  @Test("The bounds of a record agree with the reference")
  func record() throws {
    let vectors = try VectorFile("18_interval_probabilities")
    for test in try vectors.cases(of: "record") {
      let items = try test.input.list("items")
      let meanings = try items.map { try Interval($0.number("lower"), $0.number("upper")) }
      let happened = try items.map { try $0.flag("y") }
      let bounds = try #require(meanBrierBounds(of: meanings, happened: happened))
      try vectors.expect(bounds.low, "mean_brier_best", of: test.expect, test.name)
      try vectors.expect(bounds.high, "mean_brier_worst", of: test.expect, test.name)
      let middle = zip(meanings, happened).map { midpointBrierScore(of: $0, happened: $1) }
      try vectors.expect(
        middle.reduce(0, +) / Double(items.count), "mean_brier_midpoint", of: test.expect,
        test.name)
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    let likely = Interval(0.55, 0.8)
    let brier = brierBounds(of: likely, happened: true)
    #expect(abs(brier.low - 0.04) < 1e-15)
    #expect(abs(brier.high - 0.2025) < 1e-15)
    let log = logScoreBounds(of: likely, happened: true)
    #expect(abs(log.low - 0.2231) < 1e-4)
    #expect(abs(log.high - 0.5978) < 1e-4)
    #expect(abs(midpointBrierScore(of: likely, happened: true) - 0.105625) < 1e-15)
    let record = try #require(
      meanBrierBounds(of: [likely, Interval(0.3, 0.3)], happened: [true, nil]))
    #expect(abs(record.low - 0.065) < 1e-15)
    #expect(abs(record.high - 0.34625) < 1e-15)
    let expected = Meanings(uniformOver: likely).expectedBrierScore(happened: true)
    #expect(abs(expected - 0.1108) < 1e-4)
    let scale = try #require(WordScale(cutPoints: [0.05, 0.2, 0.45, 0.55, 0.8, 0.95]))
    #expect(try abs(#require(scale.score(ofWord: 4, happened: true)) - 0.09) < 1e-15)
    #expect(WordScale(cutPoints: [0.5])?.word(for: 0.7) == 1)
  }

  @Test("Bounds hold the score of every reading and of every outcome left open")
  func bounds() throws {
    var random = SplitMix64(seed: 51)
    for _ in 0..<1000 {
      let meaning = Interval(
        Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random))
      let reading = Double.random(in: meaning.low...meaning.high, using: &random)
      for happened in [true, false] {
        let score = brierScore(of: reading, happened: happened)
        let log = logScore(of: reading, happened: happened)
        let expected = Meanings(uniformOver: meaning).expectedBrierScore(happened: happened)
        for outcome in [happened, nil] {
          let bounds = brierBounds(of: meaning, happened: outcome)
          #expect(bounds.contains(score))
          #expect(bounds.low <= expected + 1e-15 && expected <= bounds.high + 1e-15)
          #expect(logScoreBounds(of: meaning, happened: outcome).contains(log))
        }
      }
    }
    #expect(meanBrierBounds(of: [], happened: []) == nil)
  }

  @Test("The word that holds one's probability serves best")
  func propriety() throws {
    var random = SplitMix64(seed: 52)
    for _ in 0..<300 {
      let cuts = Set((1...5).map { _ in Double(Int.random(in: 1...99, using: &random)) / 100 })
      let scale = try #require(WordScale(cutPoints: cuts.sorted()))
      let belief = Double.random(in: 0...1, using: &random)
      let expected = try (0...cuts.count).map { word in
        let yes = try #require(scale.score(ofWord: word, happened: true))
        let no = try #require(scale.score(ofWord: word, happened: false))
        return belief * yes + (1 - belief) * no
      }
      let own = expected[scale.word(for: belief)]
      #expect(expected.allSatisfy { own <= $0 + 1e-12 })
    }
  }

  @Test("Cut points that do not ascend inside 0…1 make no scale, and an unknown word no score")
  func edges() {
    #expect(WordScale(cutPoints: []) == nil)
    #expect(WordScale(cutPoints: [0, 0.5]) == nil)
    #expect(WordScale(cutPoints: [0.5, 1]) == nil)
    #expect(WordScale(cutPoints: [0.5, 0.5]) == nil)
    #expect(WordScale(cutPoints: [.nan]) == nil)
    let scale = WordScale(cutPoints: [0.5])
    #expect(scale?.score(ofWord: 2, happened: true) == nil)
    #expect(scale?.score(ofWord: -1, happened: true) == nil)
    #expect(scale?.word(for: 0.5) == 0)
  }
}
