import ForecastScoring
import Testing

struct CallTests {
  private func isNear(_ got: Double?, _ wanted: Double) -> Bool {
    got.map { abs($0 - wanted) <= 1e-14 } ?? false
  }

  @Test("The documented examples of calls hold")
  func examples() throws {
    #expect(isNear(prognosticatorValueScore(right: 15, wrong: 1, of: 17), 8.235294117647058))
    #expect(hitRate(right: 15, wrong: 1) == 0.9375)
    let calls = ReferenceCalls(referenceChances: [0.5, 0.25], cameTrue: [true, true])
    #expect(calls?.excessHits == 1.25)
    let target = TargetCall(from: 100, to: 110, actual: 107)
    #expect(target.isDirectionRight == true && target.isReached == false)
    #expect(target.error == 3 && target.noChangeError == 7)
    #expect(isNear(target.relativeError, 0.42857142857142855))
    #expect(isNear(target.logRatioError, 0.027651531330510053))
  }

  @Test("Calls agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("20_categorical_calls")
    for test in try file.cases(of: "pvs") {
      let right = try test.input.integer("right")
      let wrong = try test.input.integer("wrong")
      let score = prognosticatorValueScore(
        right: right, wrong: wrong, of: try test.input.integer("total"))
      try file.expect(score, "pvs", of: test.expect, test.name)
      let rate = hitRate(right: right, wrong: wrong)
      try file.expect(rate, "hit_rate_of_settled", of: test.expect, test.name)
    }
    for test in try file.cases(of: "calls") {
      let chances = try test.input.numbers("reference_chance")
      let calls = try #require(
        ReferenceCalls(
          referenceChances: chances, cameTrue: try test.input.flags("came_true")))
      #expect(calls.hits == (try test.expect.integer("hits")))
      #expect(calls.count == (try test.expect.integer("n")))
      let figures: [(String, Double)] = [
        ("expected_hits_at_reference", calls.expectedHits), ("excess_hits", calls.excessHits),
        ("excess_hit_rate", calls.excessRate),
        ("sd_under_reference", calls.standardDeviation), ("dollar_yield", calls.yield),
        ("yield_sd_under_reference", calls.yieldStandardDeviation),
        ("P_ge_observed", calls.chanceOfAsManyHits), ("mid_P", calls.midChanceOfAsManyHits),
      ]
      for (field, figure) in figures { try file.expect(figure, field, of: test.expect, test.name) }
    }
    for test in try file.cases(of: "target") {
      let call = TargetCall(
        from: try test.input.number("at_claim"), to: try test.input.number("target"),
        actual: try test.input.number("actual"))
      #expect(call.isDirectionRight == (try test.expect.flag("direction_right")))
      #expect(call.isReached == (try test.expect.flag("reached")))
      let figures: [(String, Double?)] = [
        ("absolute_error", call.error), ("no_change_error", call.noChangeError),
        ("relative_absolute_error", call.relativeError), ("log_ratio_error", call.logRatioError),
      ]
      for (field, figure) in figures { try file.expect(figure, field, of: test.expect, test.name) }
    }
  }

  @Test("Under the reference's own chances hits and payouts come out as expected")
  func expectation() throws {
    var random = SeededGenerator(seed: 61)
    let chances = [0.5, 0.25, 0.8, 0.1, 0.6, 0.9]
    var excess = Mean()
    var yield = Mean()
    var square = Mean()
    for _ in 0..<20_000 {
      let calls = try #require(
        ReferenceCalls(
          referenceChances: chances, cameTrue: chances.map { random.nextUnit() < $0 }))
      excess.add(calls.excessHits)
      square.add(calls.excessHits * calls.excessHits)
      yield.add(calls.yield)
    }
    let calls = try #require(
      ReferenceCalls(referenceChances: chances, cameTrue: chances.map { _ in true }))
    #expect(abs(try #require(excess.value)) < 0.03)
    #expect(abs(try #require(yield.value) - 1) < 0.02)
    #expect(abs(try #require(square.value).squareRoot() - calls.standardDeviation) < 0.03)
  }

  @Test("A call that names no move has no direction, and nothing moved gives no relative error")
  func edges() {
    let still = TargetCall(from: 50, to: 50, actual: 60)
    #expect(still.isDirectionRight == nil && still.isReached == nil)
    let flat = TargetCall(from: 50, to: 60, actual: 50)
    #expect(flat.isDirectionRight == false && flat.relativeError == nil)
    #expect(TargetCall(from: 1, to: -1, actual: 2).logRatioError == nil)
    #expect(ReferenceCalls(referenceChances: [], cameTrue: []) == nil)
    #expect(ReferenceCalls(referenceChances: [0], cameTrue: [true]) == nil)
    #expect(ReferenceCalls(referenceChances: [1.1], cameTrue: [true]) == nil)
    #expect(ReferenceCalls(referenceChances: [1], cameTrue: [true])?.standardDeviation == 0)
    #expect(prognosticatorValueScore(right: 3, wrong: 1, of: 3) == nil)
    #expect(prognosticatorValueScore(right: 0, wrong: 0, of: 0) == nil)
    #expect(hitRate(right: 0, wrong: 0) == nil)
  }
}
