import ForecastScoring
import TestSupport
import Testing

struct MurphyDiagramTests {
  /// The area below the curve, exactly: it is straight between thresholds.
  private static func area(below diagram: MurphyDiagram) -> Double {
    let points = [0] + diagram.thresholds + [1]
    return zip(points, points.dropFirst()).reduce(0) { sum, ends in
      sum + (ends.1 - ends.0) * (diagram.loss(at: ends.0) + diagram.lossJustBelow(ends.1)) / 2
    }
  }

  @Test("Elementary losses agree with the reference, and twice the area with the Brier score")
  func vectors() throws {
    let vectors = try VectorFile("07_murphy_diagram")
    #expect(vectors.cases.count == 3)
    for test in vectors.cases {
      let diagram = try #require(
        try MurphyDiagram(of: test.input.numbers("p"), happened: test.input.flags("y")))
      let losses = try test.input.numbers("thresholds").map { diagram.loss(at: $0) }
      #expect(try vectors.agree(losses, test.expect.numbers("elementary")), "\(test.name)")
      try vectors.expect(
        2 * MurphyDiagramTests.area(below: diagram), "twice_integral_equals_brier",
        of: test.expect, test.name)
    }
  }

  @Test("The examples of the pages hold")
  func examples() {
    let diagram = MurphyDiagram(of: [0.3, 0.8], happened: [false, true])
    #expect(diagram?.loss(at: 0.25) == 0.125)
    #expect(elementaryScore(of: 0.3, happened: false, threshold: 0.25) == 0.25)
    let half = MurphyDiagram(of: [0.5], happened: [false])
    #expect(half?.loss(at: 0.5) == 0)
    #expect(half?.lossJustBelow(0.5) == 0.5)
    let good = MurphyDiagram(of: [0.8, 0.2], happened: [true, false])
    let weak = MurphyDiagram(of: [0.6, 0.4], happened: [true, false])
    if let good, let weak { #expect(good.isNowhereAbove(weak)) }
  }

  @Test(
    "The curve is the mean of the elementary scores, and half its area's double the Brier score")
  func identities() throws {
    var random = SplitMix64(seed: 101)
    for _ in 0..<200 {
      let record = RandomRecord(count: Int.random(in: 1...50, using: &random), random: &random)
      let diagram = try #require(
        MurphyDiagram(of: record.probabilities, happened: record.happened))
      let others = (0..<5).map { _ in Double.random(in: 0...1, using: &random) }
      for threshold in others + diagram.thresholds + [0, 1] {
        let scores = zip(record.probabilities, record.happened).map {
          elementaryScore(of: $0, happened: $1, threshold: threshold)
        }
        let mean = scores.reduce(0, +) / Double(scores.count)
        #expect(abs(diagram.loss(at: threshold) - mean) < 1e-12)
      }
      #expect(abs(2 * MurphyDiagramTests.area(below: diagram) - record.brier) < 1e-12)
    }
  }

  @Test("A curve that is nowhere above another means a score that is not worse")
  func dominance() throws {
    let happened = [true, true, false, false]
    let good = try #require(MurphyDiagram(of: [0.8, 0.9, 0.2, 0.1], happened: happened))
    let weak = try #require(MurphyDiagram(of: [0.6, 0.7, 0.4, 0.3], happened: happened))
    let mixed = try #require(MurphyDiagram(of: [1, 1, 1, 0], happened: happened))
    #expect(good.isNowhereAbove(weak))
    #expect(!weak.isNowhereAbove(good))
    #expect(good.isNowhereAbove(good))
    #expect(!good.isNowhereAbove(mixed))
    #expect(!mixed.isNowhereAbove(good))
    var random = SplitMix64(seed: 102)
    var found = 0
    for _ in 0..<3000 {
      let record = RandomRecord(count: 3, random: &random)
      var other = RandomRecord(count: 3, random: &random)
      other.happened = record.happened
      let one = try #require(MurphyDiagram(of: record.probabilities, happened: record.happened))
      let two = try #require(MurphyDiagram(of: other.probabilities, happened: other.happened))
      guard one.isNowhereAbove(two) else { continue }
      found += 1
      #expect(record.brier <= other.brier + 1e-12)
      let sums = [record, other].map { each in
        zip(each.probabilities, each.happened).reduce(0) { $0 + logScore(of: $1.0, happened: $1.1) }
      }
      #expect(sums[0] <= sums[1] + 1e-9)
    }
    #expect(found > 100)
  }

  @Test("No probability but one's own has the least expected elementary score")
  func propriety() {
    var random = SplitMix64(seed: 103)
    for _ in 0..<3000 {
      let belief = Double.random(in: 0...1, using: &random)
      let said = Double.random(in: 0...1, using: &random)
      let threshold = Double.random(in: 0...1, using: &random)
      func expected(_ p: Double) -> Double {
        belief * elementaryScore(of: p, happened: true, threshold: threshold)
          + (1 - belief) * elementaryScore(of: p, happened: false, threshold: threshold)
      }
      #expect(expected(belief) <= expected(said) + 1e-15)
    }
  }

  @Test("What is no record has no diagram")
  func refused() {
    #expect(MurphyDiagram(of: [], happened: []) == nil)
    #expect(MurphyDiagram(of: [0.5], happened: []) == nil)
    #expect(MurphyDiagram(of: [.infinity], happened: [true]) == nil)
  }
}
