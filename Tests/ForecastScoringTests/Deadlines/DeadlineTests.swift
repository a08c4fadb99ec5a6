import ForecastScoring
import Foundation
import Testing

struct DeadlineTests {
  private func isNear(_ got: Double?, _ wanted: Double) -> Bool {
    got.map { abs($0 - wanted) <= 1e-15 } ?? false
  }

  @Test("The documented examples of deadlines hold")
  func examples() {
    #expect(isNear(chanceLeft(of: 0.4, elapsed: 50, horizon: 100), 0.2254033307585166))
    #expect(isNear(chanceLeft(elapsed: 50, horizon: 100) { 0.4 * $0 / 100 }, 0.25))
    #expect(isNear(hazardRate(of: 0.4, horizon: 100), 0.005108256237659907))
  }

  @Test("Chances left agree with the vectors, and none stands still")
  func vectors() throws {
    let file = try VectorFile("19_deadlines")
    let hazards: [(String, DeadlineHazard)] = [
      ("constant_hazard", .constant), ("weibull_k2", .weibull(shape: 2)),
      ("weibull_k_half", .weibull(shape: 0.5)), ("uniform_event_time", .uniform),
    ]
    for test in try file.cases(of: "decay") {
      let chance = try test.input.number("p0")
      let horizon = try test.input.number("horizon")
      let elapsed = try test.input.numbers("elapsed")
      let still = try test.expect.numbers("no_decay_WRONG")
      for (field, hazard) in hazards {
        let left = elapsed.compactMap {
          chanceLeft(of: chance, elapsed: $0, horizon: horizon, hazard: hazard)
        }
        #expect(file.agree(left, try test.expect.numbers(field)), "\(test.name) \(field)")
        for (own, wrong) in zip(left, still).dropFirst() { #expect(!file.agree(own, wrong)) }
      }
      let rate = hazardRate(of: chance, horizon: horizon)
      try file.expect(rate, "hazard_per_day", of: test.expect, test.name)
    }
  }

  @Test("Every hazard begins with the chance, falls, and ends with 0")
  func laws() throws {
    var random = SeededGenerator(seed: 41)
    let hazards: [DeadlineHazard] = [
      .constant, .uniform, .weibull(shape: 0.3), .weibull(shape: 1), .weibull(shape: 4),
    ]
    for _ in 0..<200 {
      let chance = random.nextUnit()
      for hazard in hazards {
        let left = (0...10).compactMap {
          chanceLeft(of: chance, elapsed: Double($0), horizon: 10, hazard: hazard)
        }
        #expect(left.count == 11 && abs(left[0] - chance) < 1e-15 && left[10] == 0)
        for (before, after) in zip(left, left.dropFirst()) { #expect(after <= before) }
      }
      let general = chanceLeft(elapsed: 3, horizon: 10) { chance * $0 / 10 }
      let uniform = chanceLeft(of: chance, elapsed: 3, horizon: 10, hazard: .uniform)
      #expect(abs(try #require(general) - (try #require(uniform))) < 1e-15)
    }
  }

  @Test("A decayed chance is what comes true among those for which time has passed in vain")
  func calibration() throws {
    var random = SeededGenerator(seed: 42)
    let rate = try #require(hazardRate(of: 0.6, horizon: 1))
    var waiting = 0
    var happened = 0
    for _ in 0..<100_000 {
      let time = -log(1 - random.nextUnit()) / rate
      guard time > 0.5 else { continue }
      waiting += 1
      if time <= 1 { happened += 1 }
    }
    let left = try #require(chanceLeft(of: 0.6, elapsed: 0.5, horizon: 1))
    #expect(abs(Double(happened) / Double(waiting) - left) < 0.006)
  }

  @Test("Certainty stands until the deadline, and impossible inputs are undefined")
  func edges() {
    for hazard in [DeadlineHazard.constant, .uniform, .weibull(shape: 2)] {
      #expect(chanceLeft(of: 1, elapsed: 9, horizon: 10, hazard: hazard) == 1)
      #expect(chanceLeft(of: 1, elapsed: 10, horizon: 10, hazard: hazard) == 0)
      #expect(chanceLeft(of: 0, elapsed: 5, horizon: 10, hazard: hazard) == 0)
      #expect(chanceLeft(of: 0.5, elapsed: -5, horizon: 10, hazard: hazard) == 0.5)
    }
    #expect(chanceLeft(of: 0.5, elapsed: 1, horizon: 0) == nil)
    #expect(chanceLeft(of: 0.5, elapsed: .infinity, horizon: .infinity) == nil)
    #expect(chanceLeft(of: 0.5, elapsed: 9, horizon: .infinity) == 0.5)
    #expect(chanceLeft(of: 1.5, elapsed: 1, horizon: 2) == nil)
    #expect(chanceLeft(of: 0.5, elapsed: 1, horizon: 2, hazard: .weibull(shape: 0)) == nil)
    #expect(chanceLeft(elapsed: 1, horizon: 2) { _ in 1 } == nil)
    #expect(chanceLeft(elapsed: 2, horizon: 2) { _ in 1 } == 0)
    #expect(hazardRate(of: 1, horizon: 2) == nil)
    #expect(hazardRate(of: 0.5, horizon: 0) == nil)
  }
}
