import Augury
import AuguryFormats
import AuguryStore
import Testing

/// Exports of a ledger and imports elsewhere, as suites about them need them.
protocol RoundTrip {}

extension RoundTrip {
  /// The figures of a report, by the names of sources.
  ///
  /// Through a table what Augury CSV does not hold is left out: the strict and generous bounds of
  /// windows, and with them the bounds of scores that hang on them.
  func figures(
    _ ledger: Ledger, _ take: Take, throughTable: Bool = false
  ) throws -> [String: TrackRecord.Line] {
    var statements = try ledger.now().statements()
    // Base rates are the keeper's own: they stay where they were documented.
    statements.baseRates = []
    if throughTable { statements.widths = [:] }
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

  func expectSame(
    _ one: Ledger, _ other: Ledger, _ comment: Comment, throughTable: Bool = false
  ) throws {
    for take in Take.allCases {
      let these = try figures(one, take, throughTable: throughTable)
      let those = try figures(other, take, throughTable: throughTable)
      for name in Set(these.keys).union(those.keys) {
        #expect(these[name] == those[name], comment)
      }
    }
  }

  func table(_ ledger: Ledger, guardFormulas: Bool = false) throws -> AuguryCSVFile {
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

  func records(_ ledger: Ledger) throws -> RecordSupply {
    var bytes: [UInt8] = []
    try ledger.records { seq, record, leaf in
      bytes += record ?? Array(RecordFile.redacted(seq, leaf?.hex ?? "").utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return try RecordSupply(try RecordFile(bytes))
  }

  /// Another ledger, which begins after all that the first one knows has happened.
  func other() throws -> TestLedger {
    try TestLedger(seed: 77, from: "2028-01-01T12:00:00Z")
  }

  @discardableResult
  func load(_ supply: some ForecastSupply, into test: TestLedger) throws -> ImportResult {
    test.clock.pass(hours: 1)
    let file = ImportFile(format: "test", name: "test", sha256: String(repeating: "0", count: 64))
    return try test.ledger.importForecasts(supply, from: file, test.capture)
  }

  /// A ledger with three forecasts of 70 % on a question that ends in May, of which one was taken
  /// back.
  func origin() throws -> (test: TestLedger, question: Question, forecasts: [Identifier]) {
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

  func resolve(_ test: TestLedger, _ question: Question, on day: String) throws {
    test.clock.now = try Instant(rfc3339: "2026-07-01T12:00:00Z")
    let outcome = Outcome.happened(try CivilDate(iso: day))
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
  }

  func correct(_ test: TestLedger, _ id: Identifier, _ value: String) throws {
    try test.append(.correction(Correction(subject: id, changes: .probability(value))))
  }
}
