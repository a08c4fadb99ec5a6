import ForecastScoring
import Foundation
import Testing

struct EarlyResolutionTests {
  @Test("The documented examples of early resolution and survival hold")
  func examples() throws {
    let known = DeadlineRecord(followUp: 9, horizon: 20, eventAfter: 8)
    let open = DeadlineRecord(followUp: 5, horizon: 10, eventAfter: nil)
    #expect(resolutionWeights(of: [known, open]) == [2, 0])
    #expect(weightedMean(of: [0, 1], weights: [3, 1]) == 0.25)
    let steps = kaplanMeier([.happened(2), .notBy(3), .happened(5)])
    #expect(steps.map(\.time) == [2, 5])
    #expect(abs(steps[0].survival - 2.0 / 3) < 1e-15 && steps[1].survival == 0)
    let general = censoredLogScore(of: .notBy(120), density: { _ in 0.01 }, survival: { _ in 0.5 })
    #expect(general == log(2))
    #expect(abs(censoredLogScore(of: .notBy(120), rate: 0.01) - 1.2) < 1e-15)
  }

  @Test("The three ways to count known outcomes agree with the vectors")
  func earlyResolution() throws {
    let file = try VectorFile("19_deadlines")
    for test in try file.cases(of: "early_resolution") {
      let rows = try test.input.list("rows")
      let records = try rows.map {
        DeadlineRecord(
          followUp: try $0.number("followup"), horizon: try $0.number("horizon"),
          eventAfter: try $0.optional("event_after"))
      }
      let happened = records.map { $0.eventAfter != nil }
      let rates = happened.map { $0 ? 1.0 : 0 }
      let scores = try zip(rows, happened).map {
        brierScore(of: try $0.number("p"), happened: $1)
      }
      let weights = resolutionWeights(of: records)
      let ways: [(String, [Double])] = [
        ("naive_resolved", records.map { $0.isKnown ? 1 : 0 }),
        ("deadline_passed", records.map { $0.isDue ? 1 : 0 }),
      ]
      for (field, flags) in ways {
        let wanted = try test.expect.fields(field)
        #expect(flags.reduce(0, +) == (try wanted.number("n")))
        try file.expect(weightedMean(of: scores, weights: flags), "brier", of: wanted, field)
        try file.expect(weightedMean(of: rates, weights: flags), "yes_rate", of: wanted, field)
      }
      let wanted = try test.expect.fields("ipcw")
      #expect(file.agree(weights, try wanted.numbers("weights")))
      let score = weightedMean(of: scores, weights: weights)
      try file.expect(score, "brier_hajek", of: wanted, test.name)
      let rate = weightedMean(of: rates, weights: weights)
      try file.expect(rate, "yes_rate_hajek", of: wanted, test.name)
    }
  }

  @Test("Survival and censored log scores agree with the vectors")
  func survival() throws {
    let file = try VectorFile("19_deadlines")
    for test in try file.cases(of: "kaplan_meier") {
      let times = try zip(test.input.numbers("time"), test.input.flags("event")).map {
        $1 ? EventTime.happened($0) : .notBy($0)
      }
      let steps = kaplanMeier(times)
      #expect(steps.map(\.time) == (try test.expect.numbers("times")))
      #expect(file.agree(steps.map(\.survival), try test.expect.numbers("survival")))
      #expect(kaplanMeier(times.reversed()) == steps)
    }
    for test in try file.cases(of: "rcll_exponential") {
      let rate = try test.input.number("rate_per_day")
      let event = try test.input.optional("event_day")
      let outcome =
        try event.map(EventTime.happened)
        ?? .notBy(try test.input.number("censor_day"))
      let score = censoredLogScore(of: outcome, rate: rate)
      try file.expect(score, "rcll_nats", of: test.expect, test.name)
      let general = censoredLogScore(
        of: outcome, density: { rate * exp(-rate * $0) }, survival: { exp(-rate * $0) })
      try file.expect(general, "rcll_nats", of: test.expect, test.name)
    }
  }

  @Test("Counting early yeses inflates the rate, and both cures mend it")
  func bias() throws {
    var random = SeededGenerator(seed: 43)
    var records: [DeadlineRecord] = []
    var truth = 0.0
    for _ in 0..<40_000 {
      let horizon = 30 + 335 * random.nextUnit()
      let chance = random.nextUnit()
      truth += chance / 40_000
      let rate = -log(1 - chance) / horizon
      let time = -log(1 - random.nextUnit()) / rate
      records.append(
        DeadlineRecord(
          followUp: 365 * random.nextUnit(), horizon: horizon,
          eventAfter: time <= horizon ? time : nil))
    }
    let happened = records.map { $0.eventAfter != nil ? 1.0 : 0 }
    let naive = try #require(
      weightedMean(of: happened, weights: records.map { $0.isKnown ? 1 : 0 }))
    let due = try #require(weightedMean(of: happened, weights: records.map { $0.isDue ? 1 : 0 }))
    let weighted = try #require(
      weightedMean(of: happened, weights: resolutionWeights(of: records, limit: 1000)))
    #expect(naive > truth + 0.08)
    #expect(abs(due - truth) < 0.015)
    #expect(abs(weighted - truth) < 0.015)
  }

  @Test("Records without outcome or without follow-up weigh nothing, and weights have a limit")
  func edges() {
    #expect(resolutionWeights(of: []).isEmpty)
    #expect(weightedMean(of: [1], weights: [0]) == nil)
    #expect(weightedMean(of: [], weights: []) == nil)
    let late = DeadlineRecord(followUp: 100, horizon: 90, eventAfter: nil)
    let young = (0..<50).map { _ in DeadlineRecord(followUp: 1, horizon: 90, eventAfter: nil) }
    #expect(resolutionWeights(of: [late] + young).first == 10)
    #expect(resolutionWeights(of: [late] + young, limit: 100).first == 51)
    #expect(kaplanMeier([]).isEmpty && kaplanMeier([.notBy(3)]).isEmpty)
    #expect(kaplanMeier([.happened(.nan)]).count <= 1)
    #expect(
      censoredLogScore(of: .happened(1), density: { _ in 0 }, survival: { _ in 1 }) == .infinity)
  }
}
