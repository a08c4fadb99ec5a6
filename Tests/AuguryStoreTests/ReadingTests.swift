import Augury
import AuguryStore
import Lexicons
import Testing

/// Readings in a ledger: which of them is scored, and that none is lost.
struct ReadingTests {
  private func wording(_ quote: String, _ scale: Lexicon? = nil) throws -> Reading? {
    WordingReader(ChanceReader(scale: scale)).reading(
      of: Wording(quote: quote), said: try SaidTime(edtf: "2026-01-01"),
      captured: try CivilDate(iso: "2026-01-01"))
  }

  /// A ledger that begins on 1 January 2026 with "likely soon" (60 to 85 %, by 1 April) on a
  /// question without a deadline.
  private func ledger(
    _ quote: String = "a coup is likely soon", isRead: Bool = true
  ) throws -> (test: TestLedger, question: Question, forecast: Identifier) {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = try test.question("Is there a coup?")
    let forecast = Forecast(
      id: test.identifier(.forecast), question: question.id, source: source.id,
      said: try SaidTime(edtf: "2026-01-01"), wording: Wording(quote: quote),
      reading: isRead ? try wording(quote) : nil)
    try test.append(.forecast(forecast))
    return (test, question, forecast.id)
  }

  private func reread(
    _ test: TestLedger, _ id: Identifier, _ scale: Lexicon, on day: String
  ) throws {
    test.clock.now = try Instant(rfc3339: day + "T12:00:00Z")
    let reading = try wording("a coup is likely soon", scale)
    try test.append(.reading(Rereading(forecast: id, reading: reading)))
  }

  private func resolve(_ test: TestLedger, _ question: Question, _ outcome: Outcome) throws {
    test.clock.now = try Instant(rfc3339: "2026-07-01T12:00:00Z")
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
  }

  private func record(
    _ test: TestLedger, grade: CaptureGrade = .documented
  ) throws -> TrackRecord {
    let policy = Policy(grade: grade, at: try Instant(rfc3339: "2027-01-01T00:00:00Z"))
    return TrackRecord(try test.ledger.now().statements(), policy, Zones())
  }

  private func isNear(_ one: Double?, _ other: Double) -> Bool {
    one.map { abs($0 - other) < 1e-9 } ?? false
  }

  @Test func `words are scored by what is expected over their meanings, with bounds`() throws {
    let (test, question, _) = try ledger()
    try resolve(test, question, .happened(try CivilDate(iso: "2026-01-20")))
    let line = try #require(try record(test).lines.first)
    let meaning = try #require(try wording("likely")?.chance?.meaning)
    let expected = (meaning.mean - 1) * (meaning.mean - 1) + meaning.variance
    #expect(isNear(line.brier, expected))
    #expect(isNear(line.brierBounds?.best, 0.0225) && isNear(line.brierBounds?.worst, 0.16))
  }

  @Test func `an event after the window that was read counts as a no`() throws {
    let (test, question, _) = try ledger()
    try resolve(test, question, .happened(try CivilDate(iso: "2026-07-01")))
    let bounds = try #require(try record(test).lines.first?.brierBounds)
    #expect(isNear(bounds.best, 0.36) && isNear(bounds.worst, 0.7225))
  }

  @Test func `a reading before the outcome was known is scored, one after it is not`() throws {
    let (test, question, forecast) = try ledger()
    try reread(test, forecast, .icd203, on: "2026-02-01")
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    let before = try record(test)
    #expect(isNear(before.lines.first?.brierBounds?.best, 0.04))
    try reread(test, forecast, .nato, on: "2026-07-02")
    #expect(try record(test) == before)
    #expect(try test.ledger.now().forecast(3)?.reading?.chance?.table?.id == "nato")
  }

  @Test func `a longer horizon read after the first one had passed moves nothing`() throws {
    let (test, question, forecast) = try ledger()
    test.clock.now = try Instant(rfc3339: "2026-05-01T12:00:00Z")
    let later = try wording("a coup is likely by the end of 2026")
    try test.append(.reading(Rereading(forecast: forecast, reading: later)))
    try resolve(test, question, .happened(try CivilDate(iso: "2026-06-01")))
    #expect(try #require(try record(test).lines.first?.brier) > 0.5)
  }

  @Test func `words that were first read afterwards are graded afterwards`() throws {
    let (test, question, forecast) = try ledger(isRead: false)
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    #expect(try record(test).funnel.reasons == [.noProbability: 1])
    try reread(test, forecast, .icd203, on: "2026-07-02")
    #expect(try record(test).funnel.reasons == [.afterwards: 1])
    try reread(test, forecast, .nato, on: "2026-07-03")
    let all = try record(test, grade: .afterwards)
    #expect(isNear(all.lines.first?.brierBounds?.best, 0.04))
  }

  @Test func `no resolution entered later makes a reading count that came after the first one`()
    throws
  {
    let (test, question, forecast) = try ledger()
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    let before = try record(test)
    try reread(test, forecast, .efsa, on: "2026-07-02")
    test.clock.now = try Instant(rfc3339: "2026-07-03T12:00:00Z")
    try test.append(
      .resolution(
        Resolution(
          id: test.identifier(.resolution), question: question.id,
          outcome: .happened(try CivilDate(iso: "2026-03-01")),
          known: try CivilDate(iso: "2026-12-01"))))
    #expect(try record(test).lines.first?.brier == before.lines.first?.brier)
  }

  @Test func `the reading that counts cannot be taken back once the outcome is known`() throws {
    let (test, question, forecast) = try ledger()
    try reread(test, forecast, .icd203, on: "2026-02-01")
    let number = try test.ledger.size() - 1
    let early = try Instant(rfc3339: "2026-02-02T00:00:00Z")
    try test.ledger.now().checkReadings(in: [number...number], at: early)
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    let late = try Instant(rfc3339: "2026-07-02T00:00:00Z")
    #expect(throws: RetractionError.counted(number)) {
      try test.ledger.now().checkReadings(in: [number...number], at: late)
    }
    // What takes the forecast along takes its reading.
    try test.ledger.now().checkReadings(in: [1...number], at: late)
    try reread(test, forecast, .nato, on: "2026-07-02")
    let last = try test.ledger.size() - 1
    try test.ledger.now().checkReadings(in: [last...last], at: late)
  }

  @Test func `a reading that was taken back in time does not come back once the outcome is known`()
    throws
  {
    let (test, question, forecast) = try ledger()
    try reread(test, forecast, .icd203, on: "2026-02-01")
    let number = try test.ledger.size() - 1
    let undo = try test.append(.retraction(Retraction(entries: [number...number])))
    let early = try Instant(rfc3339: "2026-02-02T00:00:00Z")
    try test.ledger.now().checkReadings(in: [undo...undo], at: early)
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    let late = try Instant(rfc3339: "2026-07-02T00:00:00Z")
    #expect(throws: RetractionError.counted(number)) {
      try test.ledger.now().checkReadings(in: [undo...undo], at: late)
    }
  }

  @Test func `a chance first read too late does not hide behind a horizon read in time`() throws {
    let (test, question, forecast) = try ledger("a coup is on the cards soon")
    #expect(try test.ledger.now().forecast(3)?.reading?.chance == nil)
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    try reread(test, forecast, .icd203, on: "2026-07-02")
    #expect(try record(test).funnel.reasons == [.afterwards: 1])
  }

  @Test func `an event between the windows makes the verdict depend on them`() throws {
    let (test, question, _) = try ledger()
    try resolve(test, question, .happened(try CivilDate(iso: "2026-05-01")))
    let statements = try test.ledger.now().statements()
    let policy = Policy(at: try Instant(rfc3339: "2027-01-01T00:00:00Z"))
    let judgement = try #require(TrackRecord.judgements(statements, policy, Zones())[3])
    #expect(judgement.verdict == .no && judgement.dependsOnWindow)
    let bounds = try #require(judgement.brierBounds)
    #expect(isNear(bounds.best, 0.0225) && isNear(bounds.worst, 0.7225))
  }

  @Test func `a later reading that is taken back leaves the one before`() throws {
    let (test, _, forecast) = try ledger()
    let before = try test.ledger.now().statements()
    try reread(test, forecast, .icd203, on: "2026-02-01")
    let number = try test.ledger.size() - 1
    #expect(try test.ledger.now().statements().readings != before.readings)
    try test.append(.retraction(Retraction(entries: [number...number])))
    #expect(try test.ledger.now().statements().readings == before.readings)
    #expect(try test.ledger.asOf(entry: number).statements().readings != before.readings)
  }

  @Test func `hedges and words that no day can refute are recorded and not scored`() throws {
    for (quote, reason) in [
      ("a coup could come soon", Scoreability.hedge),
      ("a coup is likely sooner or later", .unfalsifiable),
    ] {
      let (test, question, _) = try ledger(quote)
      try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
      #expect(try record(test).funnel.reasons == [reason: 1])
    }
  }

  @Test func `a number that is given wins over the words`() throws {
    let (test, question, forecast) = try ledger()
    test.clock.now = try Instant(rfc3339: "2026-01-15T12:00:00Z")
    try test.append(.correction(Correction(subject: forecast, changes: .probability("0.5"))))
    try resolve(test, question, .happened(try CivilDate(iso: "2026-03-01")))
    let line = try #require(try record(test).lines.first)
    #expect(line.brier == 0.25 && line.brierBounds?.isOpen == false)
  }

  @Test func `a source's scale is the last one that stands`() throws {
    let (test, _, _) = try ledger()
    let source = try #require(try test.ledger.now().source(1)?.source.id)
    #expect(try !test.ledger.now().hasScales())
    for table in [Scale.Table.named("icd-203"), .file("{}")] {
      try test.append(.scale(Scale(source: source, table: table)))
      #expect(try test.ledger.now().scale(of: 1) == table)
    }
    try test.append(.scale(Scale(source: source, table: .none)))
    #expect(try test.ledger.now().scale(of: 1) == nil)
    let last = try test.ledger.size() - 1
    try test.append(.retraction(Retraction(entries: [last...last])))
    #expect(try test.ledger.now().scale(of: 1) == .file("{}"))
  }

  @Test func `a ledger of the first form gets its new table when it is opened`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    _ = try test.forecast(question, source, "0.7")
    let raw = try test.raw()
    try raw.run("drop table reading")
    try raw.run("pragma user_version = 1")
    let readOnly = try Ledger.open(test.path, readOnly: true)
    #expect(try readOnly.verify().findings.isEmpty)
    #expect(try readOnly.now().statements().count == 1)
    let ledger = try Ledger.open(test.path)
    #expect(try ledger.verify().findings.isEmpty)
    let form = try test.raw().rows("pragma user_version")[0][0]
    guard case .integer(2) = form else {
      Issue.record("\(form)")
      return
    }
  }
}
