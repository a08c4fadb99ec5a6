import Augury
import AuguryFormats
import AuguryStore
import TestSupport
import Testing

/// What a ledger's reports say has to survive an export and an import elsewhere.
struct RoundTripTests {
  /// The figures of a report, by the names of sources.
  private func figures(
    _ ledger: Ledger, _ take: Take
  ) throws -> [String: TrackRecord.Line] {
    var statements = try ledger.now().statements()
    // Base rates are the keeper's own: they stay where they were documented.
    statements.baseRates = []
    let policy = Policy(
      grade: .afterwards, take: take, at: try Instant(rfc3339: "2026-09-01T00:00:00Z"))
    let record = TrackRecord(statements, policy, Zones())
    return Dictionary(
      uniqueKeysWithValues: record.lines.map { line in
        var line = line
        (line.number, line.kind) = (0, "")
        return (line.name, line)
      })
  }

  private func expectSame(_ one: Ledger, _ other: Ledger, _ comment: Comment) throws {
    for take in Take.allCases {
      let (these, those) = (try figures(one, take), try figures(other, take))
      for name in Set(these.keys).union(those.keys) {
        #expect(these[name] == those[name], comment)
      }
    }
  }

  private func table(_ ledger: Ledger, guardFormulas: Bool = false) throws -> AuguryCSVFile {
    var writer = AuguryCSVWriter(guardFormulas: guardFormulas)
    writer.header()
    try ledger.now().tableForecasts { row in
      for row in AuguryCSVRow.rows(
        row.forecast, on: row.question.question, by: row.source.name,
        outcome: row.question.resolution?.outcome, known: row.question.resolution?.known,
        withdrawn: row.withdrawn, isOpen: row.isOpen)
      {
        writer.row(row)
      }
    }
    return try AuguryCSVFile(writer.bytes)
  }

  private func records(_ ledger: Ledger) throws -> RecordSupply {
    var bytes: [UInt8] = []
    try ledger.records { seq, record, leaf in
      bytes += record ?? Array(RecordFile.redacted(seq, leaf?.hex ?? "").utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return try RecordSupply(try RecordFile(bytes))
  }

  /// Another ledger, which begins after all that the first one knows has happened.
  private func other() throws -> TestLedger {
    try TestLedger(seed: 77, from: "2028-01-01T12:00:00Z")
  }

  @discardableResult
  private func load(_ supply: some ForecastSupply, into test: TestLedger) throws -> ImportResult {
    test.clock.pass(hours: 1)
    let file = ImportFile(format: "test", name: "test", sha256: String(repeating: "0", count: 64))
    return try test.ledger.importForecasts(supply, from: file, test.capture)
  }

  @Test func `a table of any history gives the same report in another ledger`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: false)
      history.maker.isDistinct = true
      try history.run(60)
      let receiver = try other()
      try load(try table(history.ledger.ledger), into: receiver)
      try expectSame(history.ledger.ledger, receiver.ledger, "seed \(seed)")
    }
  }

  @Test func `a table that comes back to its own ledger adds nothing`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: false)
      history.maker.isDistinct = true
      try history.run(60)
      history.ledger.clock.now = try Instant(rfc3339: "2028-01-01T12:00:00Z")
      let result = try load(try table(history.ledger.ledger), into: history.ledger)
      #expect(result.entries == 0, "seed \(seed): \(result)")
    }
  }

  @Test func `the records of any history give the same report in a ledger of others`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: seed % 2 == 0)
      history.maker.isDistinct = true
      let receiver = try other()
      _ = try receiver.source("Somebody else")
      try history.run(60)
      try load(try records(history.ledger.ledger), into: receiver)
      try expectSame(history.ledger.ledger, receiver.ledger, "seed \(seed)")
      let again = try load(try records(history.ledger.ledger), into: receiver)
      #expect(again.entries == 0, "seed \(seed): \(again)")
    }
  }

  /// A ledger with three forecasts of 70 % on a question that ends in May, of which one was taken
  /// back.
  private func origin() throws -> (test: TestLedger, question: Question, forecasts: [Identifier]) {
    let test = try TestLedger()
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    var forecasts: [Identifier] = []
    for name in ["Ada", "Bob", "Cid"] {
      forecasts.append(
        try test.forecast(question, try test.source(name), "0.7").forecast.id)
    }
    try test.append(.withdrawal(Withdrawal(forecast: forecasts[2], said: .unknown)))
    return (test, question, forecasts)
  }

  private func resolve(_ test: TestLedger, _ question: Question, on day: String) throws {
    test.clock.now = try Instant(rfc3339: "2026-07-01T12:00:00Z")
    let outcome = Outcome.happened(try CivilDate(iso: day))
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
  }

  private func correct(_ test: TestLedger, _ id: Identifier, _ value: String) throws {
    try test.append(.correction(Correction(subject: id, changes: .probability(value))))
  }

  private func reasons(_ ledger: Ledger) throws -> [String: [Scoreability: Int]] {
    try figures(ledger, .first).mapValues(\.funnel.reasons)
  }

  @Test func `a withdrawal arrives once, in time or late`() throws {
    let (test, question, forecasts) = try origin()
    try resolve(test, question, on: "2026-04-01")
    try test.append(.withdrawal(Withdrawal(forecast: forecasts[1], said: .unknown)))
    let expected: [String: [Scoreability: Int]] = ["Ada": [:], "Bob": [:], "Cid": [.withdrawn: 1]]
    #expect(try reasons(test.ledger) == expected)
    for makesTable in [false, true] {
      let receiver = try other()
      for round in 0..<2 {
        let result =
          makesTable
          ? try load(try table(test.ledger), into: receiver)
          : try load(try records(test.ledger), into: receiver)
        #expect(result.withdrawals == (round == 0 ? 2 : 0))
      }
      #expect(try reasons(receiver.ledger) == expected)
    }
  }

  @Test func `a forecast that is taken back between two exports is taken back here too`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try test.append(.withdrawal(Withdrawal(forecast: forecasts[0], said: .unknown)))
    try resolve(test, question, on: "2026-04-01")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 0 && result.known == 3 && result.withdrawals == 1)
    try expectSame(test.ledger, receiver.ledger, "second export")
  }

  @Test func `what is put right between two exports takes the place of the first`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try correct(test, forecasts[0], "0.9")
    try correct(test, forecasts[2], "0.8")
    try resolve(test, question, on: "2026-04-01")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 2 && result.replaced == 2 && result.known == 1)
    try expectSame(test.ledger, receiver.ledger, "second export")
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    // An undo of the second import brings back what the first one said.
    let last = try receiver.ledger.size() - 1
    try receiver.append(.retraction(Retraction(entries: [(last - Int64(result.entries))...last])))
    #expect(try receiver.ledger.now().forecastPlaces().count == 3)
  }

  @Test func `what was put right too late is not scored here either`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try resolve(test, question, on: "2026-04-01")
    try correct(test, forecasts[0], "1")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 0 && result.known == 3)
    try expectSame(test.ledger, receiver.ledger, "records")
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
  }

  @Test func `what the keeper put right here stands`() throws {
    let (test, _, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    let number = try #require(try receiver.ledger.now().forecastPlaces().first).forecast
    let copy = try #require(try receiver.ledger.now().forecast(number))
    try correct(receiver, copy.id, "0.2")
    try correct(test, forecasts[0], "0.9")
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    #expect(try receiver.ledger.now().forecast(number)?.probability?.text == "0.2")
  }

  @Test func `records that come back to their own ledger add nothing`() throws {
    let (test, question, forecasts) = try origin()
    try correct(test, forecasts[0], "0.9")
    try resolve(test, question, on: "2026-04-01")
    #expect(try load(try records(test.ledger), into: test).entries == 0)
  }

  @Test func `a deadline that was moved judges here whom it judges at the origin`() throws {
    let (test, question, _) = try origin()
    let open = try test.question("Will it ever snow?")
    let source = try test.source("Dot")
    _ = try test.forecast(open, source, "0.6")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    for asked in [question, open] {
      let deadline = Deadline(day: try CivilDate(iso: "2026-08-31"), zone: "Asia/Tokyo")
      try test.append(.amendment(Amendment(question: asked.id, deadline: deadline)))
      _ = try test.forecast(asked, source, "0.4")
    }
    let early = Outcome.happened(nil)
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: early)))
    #expect(try load(try records(test.ledger), into: receiver).moves == 2)
    try expectSame(test.ledger, receiver.ledger, "records")
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: fresh).entries == 0)
  }

  private func watched(_ ledger: Ledger) throws -> WatchingHistory {
    let number = try #require(try ledger.now().questions(QuestionFilter()).first).number
    let snapshot = try ledger.now()
    var standing = WatchingHistory(of: try snapshot.id(of: number))
    if let settings = try snapshot.scheduling(of: number) { standing.note(.schedule(settings)) }
    if let snooze = try snapshot.snooze(of: number) { standing.note(.snooze(snooze.snooze)) }
    if let rule = try snapshot.rule(of: number) {
      standing.note(.rule(RuleChange(question: standing.question, rule: rule.rule)))
    }
    return standing
  }

  /// What stands of a question in a ledger, told of another question.
  private func watched(_ ledger: Ledger, as other: WatchingHistory) throws -> WatchingHistory {
    var same = WatchingHistory(of: other.question)
    for body in try watched(ledger).bodies { same.note(body) }
    return same
  }

  private func watch(
    _ test: TestLedger, _ question: Question, grace: Int, rule path: String?
  ) throws {
    try test.append(.schedule(Scheduling(question: question.id, graceDays: grace)))
    let until = try CivilDate(iso: "2029-01-01").adding(days: grace)
    try test.append(.snooze(Snooze(question: question.id, until: until, reason: "no news")))
    let rule = path.map { Rule(place: .file($0), test: .words(["rain"]), everyHours: 6) }
    try test.append(.rule(RuleChange(question: question.id, rule: rule)))
  }

  @Test("Settings, the snooze and the rule of a question arrive, once, and can be taken back")
  func watchingArrives() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/old.csv")
    try watch(test, question, grace: 7, rule: "/data/rain.csv")
    let receiver = try other()
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.watching == 3)
    let here = try watched(receiver.ledger)
    #expect(try here == watched(test.ledger, as: here))
    #expect(here.settings.map(\.graceDays) == [7] && here.rules.count == 1)
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    #expect(try load(try records(test.ledger), into: test).entries == 0)
    let last = try receiver.ledger.size() - 1
    try receiver.append(.retraction(Retraction(entries: [(last - Int64(result.entries))...last])))
    #expect(try receiver.ledger.now().questions(QuestionFilter()).isEmpty)
  }

  @Test("What is watched otherwise by the next export is watched otherwise here")
  func watchingFollows() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/rain.csv")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try watch(test, question, grace: 7, rule: nil)
    try test.append(.snooze(Snooze(question: question.id, until: nil, reason: "news")))
    #expect(try load(try records(test.ledger), into: receiver).watching == 3)
    let here = try watched(receiver.ledger)
    #expect(here.settings.map(\.graceDays) == [7] && here.rules.isEmpty)
    #expect(here.snoozes.map(\.until) == [nil])
  }

  @Test("How the keeper watches a question here stands")
  func watchingStays() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/rain.csv")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    let number = try #require(try receiver.ledger.now().questions(QuestionFilter()).first).number
    let copy = try #require(try receiver.ledger.now().fullQuestion(number))
    try watch(receiver, copy, grace: 90, rule: "/data/own.csv")
    let own = try watched(receiver.ledger)
    try watch(test, question, grace: 7, rule: nil)
    #expect(try load(try records(test.ledger), into: receiver).watching == 0)
    #expect(try watched(receiver.ledger) == own)
  }

  @Test("What was said of a question that was merged at the origin arrives with the other one")
  func watchingOfMerged() throws {
    let (test, question, _) = try origin()
    let double = try test.question("Rain?", deadline: "2026-05-31")
    try watch(test, double, grace: 3, rule: "/data/rain.csv")
    try test.append(.merge(Merge(from: double.id, into: question.id)))
    let receiver = try other()
    #expect(try load(try records(test.ledger), into: receiver).watching == 3)
    #expect(try watched(receiver.ledger).settings.map(\.graceDays) == [3])
  }

  @Test("A rule that runs a program stays where it is, and that is told")
  func programsStay() throws {
    let (test, question, _) = try origin()
    let rule = Rule(place: .command(["/bin/rain"]), test: .answer)
    try test.append(.rule(RuleChange(question: question.id, rule: rule)))
    let receiver = try other()
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.programs == 1 && result.watching == 0)
    #expect(try receiver.ledger.now().questionsWithRules().isEmpty)
    #expect(try load(try records(test.ledger), into: test).programs == 0)
  }

  @Test("What was read of words stands beside a deadline that their question got later")
  func readHorizons() throws {
    let test = try TestLedger()
    let question = try test.question("Will it ever snow?")
    let source = try test.source("Dot")
    let window = Window(default: try CivilDate(iso: "2026-03-15"))
    for (quote, horizon) in [
      ("someday", ReadHorizon(kind: .unfalsifiable, words: "someday", window: nil, version: 1)),
      ("soon", ReadHorizon(kind: .vague, words: "soon", window: window, version: 1)),
    ] {
      let forecast = Forecast(
        id: test.identifier(.forecast), question: question.id, source: source.id, said: .unknown,
        probability: try Probability(parsing: "0.7"), wording: Wording(quote: quote),
        reading: Reading(chance: nil, horizon: horizon))
      try test.append(.forecast(forecast))
    }
    _ = try test.forecast(question, source, "0.6")
    let deadline = Deadline(day: try CivilDate(iso: "2026-08-31"))
    try test.append(.amendment(Amendment(question: question.id, deadline: deadline)))
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: fresh).entries == 0)
    #expect(try load(try table(test.ledger), into: test).entries == 0)
  }

  @Test func `a source is of the same kind here, but another keeper is a person`() throws {
    let test = try TestLedger()
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    for (name, kind) in [("Post", SourceKind.outlet), ("maker", .own)] {
      let source = Source(id: test.identifier(.source), name: name, kind: kind)
      try test.append(.source(source))
      _ = try test.forecast(question, source, "0.7")
    }
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    #expect(try receiver.ledger.now().sources().map(\.kind) == ["person", "outlet"])
  }

  @Test func `a deadline is read in the zone of the ledger it comes from`() throws {
    let test = try TestLedger(zone: "Pacific/Auckland")
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    _ = try test.forecast(question, try test.source("Ada"), "0.7")
    let zone = "Pacific/Auckland"
    #expect(try table(test.ledger).questions.first?.deadline?.zone == zone)
    #expect(try records(test.ledger).questions.first?.deadline?.zone == zone)
  }

  @Test func `questions of two systems with the same words stay two`() throws {
    let file = try AuguryCSVFile(
      Array(
        """
        source,question,said_on,probability,system,deadline,outcome
        Ann,Will it rain?,2025,0.5,one,2025-12-31,yes
        Ann,Will it rain?,2025,0.5,two,2025-12-31,no
        Ann,Will it rain?,2025,0.5,,2025-12-31,
        """.utf8))
    let receiver = try other()
    #expect(try load(file, into: receiver).questions == 3)
    #expect(try load(file, into: receiver).entries == 0)
    let again = try table(receiver.ledger)
    #expect(again.questions.map(\.origin?.system) == ["one", "two", nil])
    #expect(try load(again, into: receiver).entries == 0)
  }

  @Test func `questions that came to have the same words and deadline stay two`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    for (deadline, outcome) in [("2026-05-31", Outcome.cannotHappen), ("2026-05-30", .ambiguous)] {
      let question = try test.question("Will it rain?", deadline: deadline)
      _ = try test.forecast(question, source, "0.7")
      let moved = Deadline(day: try CivilDate(iso: "2026-05-31"))
      try test.append(.amendment(Amendment(question: question.id, deadline: moved)))
      try test.append(
        .resolution(
          Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
    }
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: test).entries == 0)
  }
}
