import ForecastScoring
import TestSupport
import Testing

struct DecompositionTests {
  private static let clips: [CORPDecomposition.Score] = [.brier, .logarithmic(clip: 0.01)]

  @Test("The parts of the Brier and the logarithmic score agree with the reference")
  func corp() throws {
    let vectors = try VectorFile("04_corp_pav")
    for test in vectors.cases {
      let p = try test.input.numbers("p")
      let happened = try test.input.flags("y")
      for (field, score) in [
        ("brier", CORPDecomposition.Score.brier), ("log", .logarithmic(clip: 0)),
      ] {
        let parts = try #require(CORPDecomposition(of: p, happened: happened, by: score))
        let wanted = try test.expect.fields(field)
        try vectors.expect(parts.score, "S", of: wanted, test.name)
        try vectors.expect(parts.miscalibration, "MCB", of: wanted, test.name)
        try vectors.expect(parts.discrimination, "DSC", of: wanted, test.name)
        try vectors.expect(parts.uncertainty, "UNC", of: wanted, test.name)
      }
    }
  }

  @Test("Murphy's components and their correction agree with the reference")
  func murphy() throws {
    let vectors = try VectorFile("05_murphy_decomposition")
    #expect(vectors.cases.count == 4)
    for test in vectors.cases {
      let parts = try #require(
        try MurphyDecomposition(
          of: test.input.numbers("p"), happened: test.input.flags("y")))
      try vectors.expect(parts.score, "brier", of: test.expect, test.name)
      try vectors.expect(parts.reliability, "REL", of: test.expect, test.name)
      try vectors.expect(parts.resolution, "RES", of: test.expect, test.name)
      try vectors.expect(parts.uncertainty, "UNC", of: test.expect, test.name)
      let wanted = try test.expect.fields("bias_corrected")
      let corrected = try #require(parts.biasCorrected)
      try vectors.expect(corrected.reliability, "REL", of: wanted, test.name)
      try vectors.expect(corrected.resolution, "RES", of: wanted, test.name)
      try vectors.expect(corrected.uncertainty, "UNC", of: wanted, test.name)
      #expect(try parts.singletons == test.expect.integer("bins_with_one_forecast"))
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    let corp = try #require(
      CORPDecomposition(
        of: [0.1, 0.1, 0.3, 0.3, 0.3, 0.5, 0.6, 0.8, 0.8, 0.9],
        happened: [false, true, false, true, false, true, false, true, true, true]))
    #expect(abs(corp.miscalibration - 0.049) < 1e-15)
    let murphy = try #require(
      MurphyDecomposition(
        of: [0.6, 0.6, 0.6, 0.6, 0.6], happened: [true, false, true, true, false]))
    #expect(abs(murphy.uncertainty - 0.24) < 1e-15)
  }

  @Test("The parts add up to the score, are never negative, and know no order")
  func identities() throws {
    var random = SplitMix64(seed: 71)
    for _ in 0..<300 {
      let record = RandomRecord(count: Int.random(in: 1...200, using: &random), random: &random)
      let again = record.shuffled(by: &random)
      for score in DecompositionTests.clips {
        let parts = try #require(
          CORPDecomposition(of: record.probabilities, happened: record.happened, by: score))
        let sum = parts.miscalibration - parts.discrimination + parts.uncertainty
        #expect(abs(sum - parts.score) < 1e-12)
        #expect(parts.miscalibration >= 0)
        #expect(parts.discrimination >= 0)
        #expect(
          CORPDecomposition(of: again.probabilities, happened: again.happened, by: score) == parts)
      }
      let parts = try #require(
        MurphyDecomposition(of: record.probabilities, happened: record.happened))
      #expect(abs(parts.score - record.brier) < 1e-12)
      #expect(abs(parts.reliability - parts.resolution + parts.uncertainty - record.brier) < 1e-12)
      if let fair = parts.biasCorrected {
        #expect(abs(fair.reliability - fair.resolution + fair.uncertainty - record.brier) < 1e-12)
      }
    }
  }

  @Test("Recalibrated forecasts have no miscalibration left")
  func recalibrated() throws {
    var random = SplitMix64(seed: 72)
    for _ in 0..<100 {
      let record = RandomRecord(count: 60, random: &random)
      let curve = try #require(
        Recalibration(of: record.probabilities, happened: record.happened))
      let mended = record.probabilities.map { curve.frequency(at: $0) ?? -1 }
      let before = try #require(
        CORPDecomposition(of: record.probabilities, happened: record.happened))
      let after = try #require(CORPDecomposition(of: mended, happened: record.happened))
      #expect(after.miscalibration < 1e-15)
      #expect(abs(after.discrimination - before.discrimination) < 1e-15)
      #expect(abs(before.score - before.miscalibration - after.score) < 1e-12)
    }
  }

  @Test("A calibrated forecaster shows miscalibration by chance, less and less of it")
  func chance() throws {
    // The means that were simulated for a forecaster who uses five probabilities.
    for (count, wanted) in [(10, 0.059), (20, 0.036), (50, 0.016), (100, 0.008)] {
      var random = SplitMix64(seed: 73)
      var sum = 0.0
      for _ in 0..<2000 {
        let p = (0..<count).map { _ in 0.1 + 0.2 * Double(Int.random(in: 0...4, using: &random)) }
        let happened = p.map { Double.random(in: 0..<1, using: &random) < $0 }
        sum += try #require(CORPDecomposition(of: p, happened: happened)).miscalibration
      }
      #expect(abs(sum / 2000 - wanted) < 0.004, "\(count): \(sum / 2000)")
    }
  }

  @Test("A certainty that was wrong is infinitely miscalibrated by the logarithmic score")
  func infinite() throws {
    let parts = try #require(
      CORPDecomposition(of: [0, 1, 0.5], happened: [true, true, false], by: .logarithmic(clip: 0)))
    #expect(parts.score == .infinity)
    #expect(parts.miscalibration == .infinity)
    #expect(parts.discrimination.isFinite)
    let clipped = try #require(
      CORPDecomposition(
        of: [0, 1, 0.5], happened: [true, true, false], by: .logarithmic(clip: 0.01)))
    #expect(clipped.score.isFinite)
  }

  @Test("What is no record has no parts, and a single forecast no correction")
  func refused() {
    #expect(CORPDecomposition(of: [], happened: []) == nil)
    #expect(CORPDecomposition(of: [0.5], happened: [true, false]) == nil)
    #expect(CORPDecomposition(of: [.nan], happened: [true]) == nil)
    #expect(MurphyDecomposition(of: [], happened: []) == nil)
    #expect(MurphyDecomposition(of: [2], happened: [true]) == nil)
    #expect(MurphyDecomposition(of: [0.5], happened: [true])?.biasCorrected == nil)
  }
}
