import ForecastScoring
import TestSupport
import Testing

struct BinaryScoreTests {
  @Test("Logarithmic and spherical scores agree with the reference")
  func vectors() throws {
    let vectors = try VectorFile("01_binary_scores")
    for test in vectors.cases {
      let p = try test.input.number("p")
      let happened = try test.input.flag("y")
      let clip = try test.input.optional("clip") ?? 0
      let nats = logScore(of: p, happened: happened, clip: clip)
      try vectors.expect(nats, "log_nats", of: test.expect, test.name)
      let bits = logScore(of: p, happened: happened, in: .bits, clip: clip)
      try vectors.expect(bits, "log_bits", of: test.expect, test.name)
      let spherical = sphericalLoss(of: p, happened: happened)
      try vectors.expect(spherical, "spherical_loss", of: test.expect, test.name)
    }
  }

  @Test("The examples of the pages hold")
  func examples() {
    #expect(abs(logScore(of: 0.8, happened: true) - 0.2231435513142097) < 1e-15)
    #expect(abs(logScore(of: 0, happened: true, clip: 0.01) - 4.605170185988091) < 1e-14)
    #expect(abs(logScore(of: [0.2, 0.5, 0.3], observed: 1, in: .bits) - 1) < 1e-15)
    #expect(abs(sphericalLoss(of: 0.8, happened: true) - 0.029857499854668124) < 1e-15)
    #expect(abs(sphericalLoss(of: [0.2, 0.5, 0.3], observed: 1) - 0.18889289434618714) < 1e-15)
    let record = LogScoreSummary(of: [1, 0, 0.5], happened: [true, true, true], clip: 0.01)
    #expect(record.clipped == 2)
    #expect(record.clippedMisses == 1)
  }

  @Test("No forecast but one's own probability serves better, by any proper score")
  func propriety() {
    let scores: [(String, (Double, Bool) -> Double)] = [
      ("Brier", { brierScore(of: $0, happened: $1) }),
      ("log", { logScore(of: $0, happened: $1) }),
      ("bits", { logScore(of: $0, happened: $1, in: .bits) }),
      ("spherical", { sphericalLoss(of: $0, happened: $1) }),
    ]
    var random = SplitMix64(seed: 21)
    for (name, score) in scores {
      for _ in 0..<2000 {
        let belief = Double.random(in: 0.001...0.999, using: &random)
        let said = Double.random(in: 0.001...0.999, using: &random)
        let honest = belief * score(belief, true) + (1 - belief) * score(belief, false)
        let other = belief * score(said, true) + (1 - belief) * score(said, false)
        let isApart = abs(said - belief) > 1e-4
        #expect(isApart ? honest < other : honest <= other + 1e-15, "\(name) \(belief) \(said)")
      }
    }
  }

  @Test("The absolute error, for comparison, rewards who exaggerates")
  func impropriety() {
    let honest = 0.7 * abs(0.7 - 1) + 0.3 * abs(0.7 - 0)
    let exaggerated = 0.7 * abs(1.0 - 1) + 0.3 * abs(1.0 - 0)
    #expect(exaggerated < honest)
  }

  @Test("Certainty that was wrong is infinite without a clip, and what is no probability never NaN")
  func edges() {
    #expect(logScore(of: 0, happened: true) == .infinity)
    #expect(logScore(of: 1, happened: false) == .infinity)
    #expect(logScore(of: 1, happened: true) == 0)
    #expect(logScore(of: 0, happened: false) == 0)
    #expect(logScore(of: -3, happened: false) == 0)
    #expect(logScore(of: 7, happened: false) == .infinity)
    #expect(!logScore(of: .nan, happened: true).isNaN)
    #expect(logScore(of: 0.9, happened: true, clip: 2) == logScore(of: 0.5, happened: true))
    #expect(logScore(of: 1e-20, happened: false) == 1e-20)
    #expect(logScore(of: [0.5, 0.5], observed: 2) == .infinity)
    #expect(
      logScore(of: [0.5, 0.5], observed: 2, clip: 0.01) == logScore(of: 0.01, happened: true))
    #expect(sphericalLoss(of: [0, 0], observed: 0) == 1)
    #expect(sphericalLoss(of: [1], observed: 1) == 1)
  }

  @Test("A summary counts what the clip has changed, and of nothing has no mean")
  func summary() throws {
    let none = LogScoreSummary(of: [], happened: [], clip: 0.01)
    #expect(none.mean == nil)
    #expect(none.count == 0)
    let record = LogScoreSummary(
      of: [0, 0.005, 0.01, 0.99, 0.995, 1, 0.3],
      happened: [false, true, true, false, true, false, true], clip: 0.01)
    #expect(record.count == 7)
    #expect(record.clipped == 4)
    #expect(record.clippedMisses == 2)
    let wrong = LogScoreSummary(of: [0, 0.5], happened: [true, true], clip: 0)
    #expect(wrong.mean == .infinity)
    let few = LogScoreSummary(of: [0.5, 0.5, 0.5], happened: [true], in: .bits, clip: 0.01)
    #expect(few.count == 1)
    #expect(try abs(#require(few.mean) - 1) < 1e-15)
  }
}
