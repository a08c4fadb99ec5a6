import ForecastScoring
import TestSupport
import Testing

struct RecalibrationTests {
  @Test("Blocks and recalibrated probabilities agree with the reference")
  func vectors() throws {
    let vectors = try VectorFile("04_corp_pav")
    #expect(vectors.cases.count == 6)
    for test in vectors.cases {
      let p = try test.input.numbers("p")
      let curve = try #require(Recalibration(of: p, happened: try test.input.flags("y")))
      let bins = try test.expect.list("bins")
      #expect(try curve.blocks.map(\.low) == bins.map { try $0.number("x_min") }, "\(test.name)")
      #expect(try curve.blocks.map(\.high) == bins.map { try $0.number("x_max") }, "\(test.name)")
      #expect(try curve.blocks.map(\.count) == bins.map { try $0.integer("n") }, "\(test.name)")
      #expect(
        try vectors.agree(curve.blocks.map(\.frequency), bins.map { try $0.number("cep") }),
        "\(test.name)")
      #expect(
        try vectors.agree(
          p.compactMap { curve.frequency(at: $0) }, test.expect.numbers("recalibrated")),
        "\(test.name)")
    }
  }

  @Test("The example of the page holds")
  func example() throws {
    let curve = try #require(
      Recalibration(of: [0.1, 0.1, 0.3, 0.9], happened: [false, true, false, true]))
    #expect(curve.blocks.count == 2)
    #expect(curve.blocks.first?.high == 0.3)
    #expect(curve.blocks.first?.occurrences == 1)
    #expect(curve.blocks.first?.count == 3)
    #expect(curve.blocks.last?.frequency == 1)
  }

  @Test("No other rising staircase fits better")
  func optimality() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let record = RandomRecord(count: Int.random(in: 1...40, using: &random), random: &random)
      let curve = try #require(
        Recalibration(of: record.probabilities, happened: record.happened))
      var other = record
      other.probabilities = record.probabilities.map { curve.frequency(at: $0) ?? -1 }
      let least = other.brier
      // The blocks' frequencies with one level moved, and any rising function of the probability.
      for _ in 0..<20 {
        let power = Double.random(in: 0.2...4, using: &random)
        let share = Double.random(in: 0...1, using: &random)
        other.probabilities = record.probabilities.map { p in
          let bent = power < 1 ? p.squareRoot() * power : p * p * min(1, power)
          return share * (curve.frequency(at: p) ?? -1) + (1 - share) * bent
        }
        #expect(least <= other.brier + 1e-12)
      }
    }
  }

  @Test("Frequencies rise from block to block, and the order of the forecasts is nothing to them")
  func shape() throws {
    var random = SplitMix64(seed: 62)
    for _ in 0..<200 {
      let record = RandomRecord(count: Int.random(in: 1...300, using: &random), random: &random)
      let curve = try #require(
        Recalibration(of: record.probabilities, happened: record.happened))
      for (left, right) in zip(curve.blocks, curve.blocks.dropFirst()) {
        #expect(left.frequency < right.frequency)
        #expect(left.high < right.low)
      }
      #expect(curve.blocks.reduce(0) { $0 + $1.count } == record.probabilities.count)
      #expect(curve.blocks.reduce(0) { $0 + $1.occurrences } == record.happened.count { $0 })
      let again = record.shuffled(by: &random)
      #expect(Recalibration(of: again.probabilities, happened: again.happened) == curve)
    }
  }

  @Test("Between blocks the curve is straight, and outside the forecasts there is none")
  func between() throws {
    let curve = try #require(Recalibration(of: [0.2, 0.6], happened: [false, true]))
    #expect(try abs(#require(curve.frequency(at: 0.3)) - 0.25) < 1e-15)
    #expect(curve.frequency(at: 0.19) == nil)
    #expect(curve.frequency(at: 0.61) == nil)
  }

  @Test("Minus zero is zero")
  func zero() {
    let curve = Recalibration(of: [-0.0, 0], happened: [true, false])
    #expect(curve?.blocks.map(\.count) == [2])
    #expect(curve?.frequency(at: 0) == 0.5)
  }

  @Test("What is no record has no curve")
  func refused() {
    #expect(Recalibration(of: [], happened: []) == nil)
    #expect(Recalibration(of: [0.5], happened: []) == nil)
    #expect(Recalibration(of: [1.5], happened: [true]) == nil)
    #expect(Recalibration(of: [-0.1], happened: [true]) == nil)
    #expect(Recalibration(of: [.nan], happened: [true]) == nil)
  }
}
