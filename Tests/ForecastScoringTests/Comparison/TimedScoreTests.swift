import ForecastScoring
import Foundation
import Testing

struct TimedScoreTests {
  private func path(_ chances: (Double, Double)...) -> ForecastPath {
    ForecastPath(chances.map { ForecastPath.Step(time: $0, probability: $1) })
  }

  @Test("The documented examples of time-weighted scores hold")
  func examples() throws {
    let short = try #require(QuestionSpan(open: 0, close: 5, scheduledClose: 10))
    let half = baselineScore(of: path((0, 1)), over: short, happened: true)
    #expect(half.score == 50 && half.coverage == 0.5)
    let span = try #require(QuestionSpan(open: 0, close: 10, scheduledClose: 10))
    let peers = peerScores(of: [path((0, 0.8)), path((0, 0.4))], over: span, happened: true)
    #expect(abs(try #require(peers[0]).score - 100 * log(2)) < 1e-12)
    #expect(abs(try #require(peers[1]).score + 100 * log(2)) < 1e-12)
    let daily = relativeBrierScores(
      of: [path((0, 0.9)), path((0, 0.5))], days: 4, happened: true)
    #expect(abs(try #require(daily[0]).relative + 0.24) < 1e-15)
    #expect(abs(try #require(daily[1]).relative - 0.24) < 1e-15)
    #expect(path((3, 0.6)).probability(at: 5) == 0.6)
    #expect(median(of: [3, 1, 2, 10]) == 2.5)
    #expect(median(of: []) == nil)
  }

  @Test("Baseline and peer scores agree with the vectors")
  func metaculus() throws {
    let file = try VectorFile("08_metaculus_baseline_peer")
    for test in file.cases {
      let span = try #require(
        QuestionSpan(
          open: try test.input.number("open"), close: try test.input.number("actual_close"),
          scheduledClose: try test.input.number("scheduled_close")))
      let happened = try test.input.flag("outcome")
      let sources = try test.input.list("forecasts")
      let paths = try sources.map { source in
        ForecastPath(
          try source.list("updates").map {
            ForecastPath.Step(time: try $0.number("t"), probability: try $0.number("p"))
          })
      }
      let peers = peerScores(of: paths, over: span, happened: happened)
      for (place, source) in sources.enumerated() {
        let name = try source.text("source")
        let wanted = try test.expect.fields(name)
        let baseline = baselineScore(of: paths[place], over: span, happened: happened)
        try file.expect(baseline.score, "baseline", of: wanted, name)
        try file.expect(baseline.coverage, "coverage", of: wanted, name)
        try file.expect(peers[place]?.score, "peer", of: wanted, name)
        try file.expect(peers[place]?.coverage, "coverage", of: wanted, name)
      }
    }
  }

  @Test("Relative daily scores agree with the vectors and not with the trap")
  func relative() throws {
    let file = try VectorFile("09_relative_brier")
    for test in file.cases {
      let days = try test.input.integer("days")
      let forecasts = try test.input.fields("forecasts")
      let paths = try forecasts.names.map { name in
        ForecastPath(
          try forecasts.list(name).map {
            ForecastPath.Step(time: try $0.number("day"), probability: try $0.number("p"))
          })
      }
      let scores = relativeBrierScores(
        of: paths, days: days, happened: try test.input.flag("outcome"))
      for (name, score) in zip(forecasts.names, scores) {
        let wanted = try test.expect.fields(name)
        try file.expect(score?.relative, "relative_times_participation", of: wanted, name)
        try file.expect(score?.standing, "mean_daily_brier_0_2_on_active_days", of: wanted, name)
        let active = try wanted.integer("days_active")
        #expect(score?.coverage == Double(active) / Double(days))
        let trap = try wanted.number("fatebook_absolute_divided_by_all_days_TRAP")
        if active < days { #expect(score.map { file.agree($0.standing, trap) } == false) }
      }
    }
  }

  @Test("Late entry is not rewarded: silence earns nothing, good or bad")
  func lateEntry() throws {
    let early = path((0, 0.9))
    let late = path((9, 0.9))
    let other = path((0, 0.5))
    let span = try #require(QuestionSpan(open: 0, close: 10, scheduledClose: 10))
    let peers = peerScores(of: [early, late, other], over: span, happened: true)
    #expect(try #require(peers[0]).score > #require(peers[1]).score)
    let daily = relativeBrierScores(of: [early, late, other], days: 10, happened: true)
    #expect(try #require(daily[0]).relative < #require(daily[1]).relative)
    #expect(try #require(daily[1]).standing == #require(daily[0]).standing)
    #expect(relativeBrierScores(of: [path((99, 0.9))], days: 10, happened: true) == [nil])
    #expect(peerScores(of: [early], over: span, happened: true)[0]?.score == 0)
  }

  @Test("Peer scores of those who stand all the time sum to 0 in any order of sources")
  func peersSumToNothing() throws {
    var random = SeededGenerator(seed: 12)
    let span = try #require(QuestionSpan(open: 0, close: 8, scheduledClose: 10))
    for _ in 0..<200 {
      let paths = (0..<5).map { _ in
        path(
          (0, 0.01 + 0.98 * random.nextUnit()),
          (8 * random.nextUnit(), 0.01 + 0.98 * random.nextUnit()))
      }
      let happened = random.nextUnit() < 0.5
      let scores = peerScores(of: paths, over: span, happened: happened).map { $0?.score ?? .nan }
      let mirrored = peerScores(of: paths.reversed(), over: span, happened: happened)
      #expect(abs(scores.reduce(0, +)) < 1e-9)
      for (score, mirror) in zip(scores, mirrored.reversed()) {
        #expect(abs(score - (mirror?.score ?? .nan)) < 1e-9)
      }
    }
  }

  @Test("A wrong certainty is infinitely bad and never not-a-number")
  func certainty() throws {
    let span = try #require(QuestionSpan(open: 0, close: 10, scheduledClose: 10))
    let sure = path((0, 1))
    #expect(baselineScore(of: sure, over: span, happened: false).score == -.infinity)
    let peers = peerScores(of: [sure, path((0, 0.5))], over: span, happened: false)
    #expect(peers[0]?.score == -.infinity && peers[1]?.score == .infinity)
    #expect(peerScores(of: [sure, sure], over: span, happened: false) == [nil, nil])
    #expect(QuestionSpan(open: 0, close: 11, scheduledClose: 10) == nil)
    #expect(QuestionSpan(open: 0, close: 0, scheduledClose: 0) == nil)
  }

  @Test("Of two chances stated at one time the later one given stands")
  func ties() {
    #expect(path((1, 0.3), (0, 0.1), (1, 0.4)).probability(at: 1) == 0.4)
    #expect(path((1, 0.3)).probability(at: 0.5) == nil)
  }
}
