import ForecastScoring
import TestSupport
import Testing

struct DateForecastTests {
  @Test("Scores of dates agree with the reference")
  func vectors() throws {
    let vectors = try VectorFile("03_numeric_and_date_scores")
    for test in try vectors.cases(of: "date_cdf") {
      let horizon = try test.input.number("horizon")
      let forecast = try #require(
        try DateForecast(
          days: test.input.numbers("days"), chances: test.input.numbers("cdf"), horizon: horizon))
      let day = try test.input.optional("event_day")
      let score = forecast.censoredScore(happenedOn: day)
      try vectors.expect(score, "censored_crps_days", of: test.expect, test.name)
      try vectors.expect(score / horizon, "censored_crps_per_day", of: test.expect, test.name)
      let thresholds = forecast.thresholdScores(happenedOn: day)
      #expect(try vectors.agree(thresholds, test.expect.numbers("threshold_brier")))
      let mean = thresholds.reduce(0, +) / Double(thresholds.count)
      try vectors.expect(mean, "mean_threshold_brier", of: test.expect, test.name)
      let log = forecast.spanLogScore(happenedOn: day)
      try vectors.expect(log, "interval_log_score_nats", of: test.expect, test.name)
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    let half = try #require(DateForecast(days: [50], chances: [0.5], horizon: 100))
    #expect(abs(half.censoredScore(happenedOn: nil) - (50.0 / 12 + 12.5)) < 1e-12)
    let two = try #require(DateForecast(days: [30, 60], chances: [0.1, 0.25], horizon: 60))
    let scores = two.thresholdScores(happenedOn: 45)
    #expect(scores.count == 2)
    #expect(abs(scores[0] - 0.01) < 1e-15)
    #expect(abs(scores[1] - 0.5625) < 1e-15)
    #expect(abs(two.spanLogScore(happenedOn: nil) - 0.2876820724517809) < 1e-15)
  }

  @Test("What happens after the horizon scores as what has not happened by it")
  func censoring() throws {
    let forecast = try #require(
      DateForecast(days: [10, 40], chances: [0.2, 0.6], horizon: 50))
    #expect(forecast.censoredScore(happenedOn: 51) == forecast.censoredScore(happenedOn: nil))
    #expect(forecast.censoredScore(happenedOn: -5) == forecast.censoredScore(happenedOn: 0))
    #expect(forecast.spanLogScore(happenedOn: 40) == forecast.spanLogScore(happenedOn: 10.5))
    #expect(forecast.spanLogScore(happenedOn: 41) == forecast.spanLogScore(happenedOn: nil))
    let never = try #require(DateForecast(days: [10], chances: [0], horizon: 10))
    #expect(never.spanLogScore(happenedOn: 5) == .infinity)
    #expect(never.censoredScore(happenedOn: nil) == 0)
    #expect(never.censoredScore(happenedOn: 4) == 6)
  }

  @Test("The integral is that of fine steps")
  func integral() throws {
    var random = SplitMix64(seed: 41)
    for _ in 0..<50 {
      let days = Set((0..<4).map { _ in Double(Int.random(in: 1...90, using: &random)) }).sorted()
      let chances = days.map { _ in Double.random(in: 0...1, using: &random) }.sorted()
      let forecast = try #require(DateForecast(days: days, chances: chances, horizon: 100))
      let event = Double(Int.random(in: 0...120, using: &random))
      let points = [(0.0, 0.0)] + zip(days, chances) + [(100.0, chances.last ?? 0)]
      var wanted = 0.0
      for step in 0..<10_000 {
        let t = (Double(step) + 0.5) / 100
        let right = points.firstIndex { $0.0 >= t } ?? 0
        let (a, b) = (points[right - 1], points[right])
        let chance = a.1 + (b.1 - a.1) * (t - a.0) / (b.0 - a.0)
        let error = chance - (event <= t ? 1 : 0)
        wanted += error * error / 100
      }
      #expect(abs(forecast.censoredScore(happenedOn: event) - wanted) < 1e-2)
    }
  }

  @Test("Days that do not ascend, chances that fall and a horizon too near make no forecast")
  func refused() {
    #expect(DateForecast(days: [], chances: [], horizon: 10) == nil)
    #expect(DateForecast(days: [5, 5], chances: [0.1, 0.2], horizon: 10) == nil)
    #expect(DateForecast(days: [0, 5], chances: [0.1, 0.2], horizon: 10) == nil)
    #expect(DateForecast(days: [4, 5], chances: [0.3, 0.2], horizon: 10) == nil)
    #expect(DateForecast(days: [4, 5], chances: [0.3, 1.2], horizon: 10) == nil)
    #expect(DateForecast(days: [4, 5], chances: [0.3], horizon: 10) == nil)
    #expect(DateForecast(days: [4, 15], chances: [0.3, 0.4], horizon: 10) == nil)
    #expect(DateForecast(days: [4, 5], chances: [.nan, 0.4], horizon: 10) == nil)
    #expect(DateForecast(days: [4], chances: [0.4], horizon: .infinity) == nil)
  }
}
