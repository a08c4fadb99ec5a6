import Augury
import AuguryStore
import Testing

struct LateCorrectionTests {
  /// A ledger that begins on 1 January 2026 with a forecast of 70 % on a question that ends in May.
  private func ledger(
    window: String? = nil
  ) throws -> (test: TestLedger, question: Question, forecast: Identifier) {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    let forecast = Forecast(
      id: test.identifier(.forecast), question: question.id, source: source.id, said: .unknown,
      probability: try Probability(parsing: "0.7"),
      window: try window.map { Window(default: try CivilDate(iso: $0)) })
    try test.append(.forecast(forecast))
    return (test, question, forecast.id)
  }

  private func correct(_ test: TestLedger, _ id: Identifier, _ value: String, on day: String) throws
  {
    test.clock.now = try Instant(rfc3339: day + "T12:00:00Z")
    try test.append(.correction(Correction(subject: id, changes: .probability(value))))
  }

  private func resolve(_ test: TestLedger, _ question: Question, _ outcome: Outcome) throws {
    test.clock.now = try Instant(rfc3339: "2026-07-01T12:00:00Z")
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
  }

  private func record(_ test: TestLedger) throws -> TrackRecord {
    let policy = Policy(at: try Instant(rfc3339: "2027-01-01T00:00:00Z"))
    return TrackRecord(try test.ledger.now().statements(), policy, Zones())
  }

  private func brier(_ test: TestLedger) throws -> Double {
    try #require(try record(test).lines.first?.brier)
  }

  private func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-12 }

  @Test func `a slip put right in time is scored as put right, with its first capture time`() throws
  {
    let (test, question, forecast) = try ledger()
    try correct(test, forecast, "0.9", on: "2026-02-01")
    try resolve(test, question, .happened(try CivilDate(iso: "2026-04-01")))
    #expect(isNear(try brier(test), 0.01))
    let captured = try test.ledger.now().statements().captured.first
    #expect(try captured == test.ledger.entry(3)?.recordedAt.microseconds)
    #expect(try record(test).grades == [.live: 1])
  }

  @Test func `after the outcome was known the original is scored, and both are kept`() throws {
    let (test, question, forecast) = try ledger()
    try correct(test, forecast, "0.8", on: "2026-02-01")
    try resolve(test, question, .happened(try CivilDate(iso: "2026-04-01")))
    try correct(test, forecast, "1", on: "2026-07-02")
    // The correction in time counts, the late one does not.
    #expect(isNear(try brier(test), 0.04))
    #expect(try test.ledger.now().forecast(3)?.probability?.double == 1)
    guard case .forecast(let original)? = try test.ledger.entry(3)?.body else { return }
    #expect(original.probability?.double == 0.7)
  }

  @Test func `a correction between the event and its entry here is late`() throws {
    let (test, question, forecast) = try ledger()
    try correct(test, forecast, "1", on: "2026-04-02")
    try resolve(test, question, .happened(try CivilDate(iso: "2026-04-01")))
    #expect(isNear(try brier(test), 0.09))
  }

  @Test func `an undone late correction leaves the original`() throws {
    let (test, question, forecast) = try ledger()
    try resolve(test, question, .happened(try CivilDate(iso: "2026-04-01")))
    try correct(test, forecast, "1", on: "2026-07-02")
    let last = try test.ledger.size() - 1
    try test.append(.retraction(Retraction(entries: [last...last])))
    #expect(isNear(try brier(test), 0.09))
    #expect(try test.ledger.now().forecast(3)?.probability?.double == 0.7)
  }

  @Test func `the end of a forecast's own window makes a later correction late`() throws {
    let (test, question, forecast) = try ledger(window: "2026-02-28")
    try correct(test, forecast, "0", on: "2026-04-02")
    try resolve(test, question, .notSeen(through: try CivilDate(iso: "2026-05-31")))
    #expect(isNear(try brier(test), 0.49))
  }

  @Test func `a deadline that was moved before the forecast leaves time for corrections`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = try test.question("Will it rain?", deadline: "2026-01-31")
    let later = Deadline(day: try CivilDate(iso: "2026-05-31"))
    try test.append(.amendment(Amendment(question: question.id, deadline: later)))
    let (forecast, _) = try test.forecast(question, source, "0.7")
    try correct(test, forecast.id, "0.2", on: "2026-04-02")
    try resolve(test, question, .notSeen(through: try CivilDate(iso: "2026-05-31")))
    #expect(isNear(try brier(test), 0.04))
  }

  @Test func `each forecast is judged by the deadline that stood when it was said`() throws {
    let test = try TestLedger()
    let sources = [try test.source("Ada"), try test.source("Grace")]
    let question = try test.question("Will it rain?", deadline: "2026-01-31")
    _ = try test.forecast(question, sources[0], "0.9")
    let later = Deadline(day: try CivilDate(iso: "2026-05-31"))
    try test.append(.amendment(Amendment(question: question.id, deadline: later)))
    _ = try test.forecast(question, sources[1], "0.9")
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-15")))
    let lines = try record(test).lines
    #expect(lines.map(\.name) == ["Ada", "Grace"])
    #expect(isNear(lines.first?.brier ?? -1, 0.81))
    #expect(isNear(lines.last?.brier ?? -1, 0.01))
  }

  @Test func `merged sources have one line, and the later of two resolutions counts`() throws {
    let test = try TestLedger()
    let sources = [try test.source("Ada"), try test.source("A. Lovelace")]
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    let (first, _) = try test.forecast(question, sources[0], "0.9")
    _ = try test.forecast(question, sources[1], "0.6")
    try test.append(.merge(Merge(from: sources[1].id, into: sources[0].id)))
    try resolve(test, question, .annulled)
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-15")))
    let lines = try record(test).lines
    #expect(lines.count == 1)
    #expect(isNear(lines.first?.brier ?? -1, 0.01))
    #expect(lines.first?.funnel.reasons == [.repeated: 1])
    #expect(try test.ledger.now().forecast(4)?.source == first.source)
  }
}
