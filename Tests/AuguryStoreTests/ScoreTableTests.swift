import Augury
import AuguryStore
import ForecastScoring
import Foundation
import TestSupport
import Testing

/// The table of Brier and logarithmic scores by source, and the file that it is kept in.
struct ScoreTableTests {
  private func table(
    _ ledger: Ledger, _ take: Take = .first, grade: CaptureGrade = .afterwards, at text: String
  ) throws -> (columns: ScoreColumns, origin: ColumnOrigin) {
    let policy = Policy(grade: grade, take: take, at: try Instant(rfc3339: text))
    return try #require(
      try ledger.now().scoreColumns(policy, cachedFrom: 0) { _ in Zones() })
  }

  private func file(_ ledger: Ledger) -> URL { URL(fileURLWithPath: ledger.path + "-scores") }

  /// A ledger of number forecasts, some of them wrong, one not due and one not decided.
  private func ledger() throws -> TestLedger {
    let test = try TestLedger()
    let sources = try ["Ann", "Bob"].map { try test.source($0) }
    for (place, year) in [2026, 2026, 2026, 2028, 2026].enumerated() {
      let question = try test.question("Q\(place)?", deadline: "\(year)-06-30")
      for (number, source) in sources.enumerated() {
        _ = try test.forecast(question, source, "0.\(2 + 3 * number + place)")
        _ = try test.forecast(question, source, "0.5")
      }
      guard place < 4 else { continue }
      let outcome: Outcome =
        place.isMultiple(of: 2) ? .happened(try CivilDate(iso: "2026-03-01")) : .cannotHappen
      try test.append(
        .resolution(
          Resolution(
            id: test.identifier(.resolution), question: question.id, outcome: outcome)))
    }
    return test
  }

  @Test func `the table has the figures of the leaderboard`() throws {
    let test = try ledger()
    for take in [Take.first, .last] {
      for text in ["2027-01-01T00:00:00Z", "2029-01-01T00:00:00Z"] {
        let (columns, _) = try table(test.ledger, take, at: text)
        let tallies = try #require(columns.tallies())
        let record = TrackRecord(
          try test.ledger.now().statements(),
          Policy(grade: .afterwards, take: take, at: try Instant(rfc3339: text)), Zones())
        #expect(record.lines.count == 2)
        for line in record.lines {
          let place = try #require(columns.sources.firstIndex { $0.number == line.number })
          let figures = try #require(line.figures)
          #expect(columns.sources[place].name == line.name)
          #expect(tallies[place].count == figures.questions)
          #expect(abs((tallies[place].brier ?? 0) - figures.brier) < 1e-12)
          #expect(abs((tallies[place].log ?? 0) - (figures.log?.mean ?? 0)) < 1e-12)
        }
      }
    }
  }

  @Test func `the file serves as long as nothing changes and no other window ends`() throws {
    let test = try ledger()
    let steps: [(at: String, origin: ColumnOrigin)] = [
      ("2027-01-01T00:00:00Z", .rows), ("2027-01-01T00:00:00Z", .cache),
      ("2028-06-30T23:59:59Z", .cache), ("2028-07-01T00:00:00Z", .rows),
      ("2030-01-01T00:00:00Z", .cache), ("2027-01-01T00:00:00Z", .rows),
    ]
    for (text, origin) in steps {
      let found = try table(test.ledger, at: text)
      #expect(found.origin == origin, "\(text)")
      let kept = try Data(contentsOf: file(test.ledger))
      try FileManager.default.removeItem(at: file(test.ledger))
      let fresh = try table(test.ledger, at: text).columns
      #expect(fresh.sources.map(\.name) == found.columns.sources.map(\.name))
      #expect(fresh.source == found.columns.source && fresh.happened == found.columns.happened)
      #expect(fresh.probability == found.columns.probability)
      try kept.write(to: file(test.ledger))
    }
    #expect(try table(test.ledger, at: "2027-01-01T00:00:00Z").origin == .cache)
    #expect(try table(test.ledger, .last, at: "2027-01-01T00:00:00Z").origin == .rows)
    #expect(try table(test.ledger, .last, grade: .live, at: "2027-01-01T00:00:00Z").origin == .rows)
    _ = try test.source("Cleo")
    #expect(
      try table(test.ledger, .last, grade: .live, at: "2027-01-01T00:00:00Z").origin == .rows)
  }

  @Test func `a damaged file is made anew, and a redaction takes it along`() throws {
    let test = try ledger()
    let text = "2027-01-01T00:00:00Z"
    let columns = try table(test.ledger, at: text).columns
    let whole = try Data(contentsOf: file(test.ledger))
    for place in stride(from: 0, to: whole.count, by: 5) {
      var damaged = whole
      damaged[place] ^= 1 << UInt8(place % 8)
      try damaged.write(to: file(test.ledger))
      let found = try table(test.ledger, at: text)
      #expect(found.origin == .rows && found.columns == columns, "byte \(place)")
    }
    for length in stride(from: 0, to: whole.count, by: 50) {
      try whole.prefix(length).write(to: file(test.ledger))
      #expect(try table(test.ledger, at: text).origin == .rows, "\(length) bytes")
    }
    let last = try test.append(
      .source(Source(id: test.identifier(.source), name: "Zoe", kind: .person)))
    _ = try table(test.ledger, at: text)
    #expect(FileManager.default.fileExists(atPath: file(test.ledger).path))
    try test.write { _ = try $0.redact(last, reason: nil) }
    #expect(!FileManager.default.fileExists(atPath: file(test.ledger).path))
  }
}
