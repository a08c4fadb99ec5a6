import Augury
import AuguryStore
import Testing

/// The columns that no record holds: hashes, and the entries that opened and closed a row.
private let derived: Set<String> = ["text_key", "fingerprint", "from_seq", "to_seq"]

/// The tables of a file, with what it takes to tell which rows stood when.
private struct StoredTables {
  var rows: [String: [(from: Int64, to: Int64, row: NaiveFold.Row)]] = [:]

  init(_ database: RawDatabase) throws {
    for table in try database.tables() where !["entry", "head", "word"].contains(table) {
      let columns = try database.columns(table)
      rows[table] = try database.rows("select * from \(table)").map { cells in
        let values = Dictionary(uniqueKeysWithValues: zip(columns, cells))
        func integer(_ name: String) -> Int64? {
          if case .integer(let integer)? = values[name] { integer } else { nil }
        }
        let first = integer("from_seq") ?? integer("seq") ?? integer("number") ?? 0
        let row = values.filter { !derived.contains($0.key) }.mapValues(\.description)
        return (first, integer("to_seq") ?? .max, row)
      }
    }
  }

  func standing(through last: Int64, in table: String) -> [NaiveFold.Row] {
    (rows[table] ?? []).filter { $0.from <= last && $0.to > last }.map(\.row)
  }
}

private func sorted(_ rows: [NaiveFold.Row]) -> [String] {
  rows.map { row in
    row.keys.sorted().map { "\($0)=\(row[$0] ?? "")" }.joined(separator: " ")
  }.sorted()
}

/// The first difference between what stands in the tables and by the fold, after any entry.
private func difference(_ history: HistoryMaker) throws -> String? {
  let rows = try history.ledger.raw().rows("select record from entry order by seq")
  let records = rows.map { row -> [UInt8]? in
    if case .blob(let bytes) = row[0] { bytes } else { nil }
  }
  let fold = try NaiveFold(records)
  let stored = try StoredTables(history.ledger.raw())
  for last in records.indices {
    let wanted = fold.tables(through: last)
    for table in stored.rows.keys.sorted() {
      let (got, want) = (
        sorted(stored.standing(through: Int64(last), in: table)), sorted(wanted[table] ?? [])
      )
      guard got != want else { continue }
      let extra = Set(got).subtracting(want).sorted()
      let missing = Set(want).subtracting(got).sorted()
      return "\(table) as of #\(last): unexpected \(extra), missing \(missing)"
    }
    guard let canonical = fold.canonical(through: last) else { continue }
    let snapshot = try history.ledger.ledger.asOf(entry: Int64(last))
    for (number, head) in canonical where try snapshot.canonical(Int64(number)) != Int64(head) {
      return "#\(number) as of #\(last) does not stand for #\(head)"
    }
  }
  return nil
}

struct FoldTests {
  @Test func `after every entry the tables hold what a naive fold over the records gives`() throws {
    var kinds: Set<EntryKind> = []
    for seed in UInt64(0)..<(isLong ? 3000 : 30) {
      let history = try HistoryMaker(seed: seed, redacts: seed % 3 == 0)
      try history.run(25)
      kinds.formUnion(history.made.map(\.body.kind))
      let difference = try difference(history)
      #expect(difference == nil, "seed \(seed)")
    }
    #expect(kinds == Set(EntryKind.allCases))
  }

  @Test func `rebuilding gives the same rows, and a check finds nothing before or after`() throws {
    for seed in UInt64(5000)..<(isLong ? 6000 : 5040) {
      let history = try HistoryMaker(seed: seed, redacts: seed % 2 == 0)
      try history.run(25)
      let ledger = history.ledger.ledger
      #expect(try ledger.verify().findings == [], "seed \(seed)")
      let before = try history.ledger.raw().dump()
      #expect(try ledger.rebuild() == false, "seed \(seed)")
      let after = try history.ledger.raw().dump()
      for table in before.keys { #expect(before[table] == after[table], "seed \(seed), \(table)") }
      #expect(try ledger.verify().findings == [], "seed \(seed)")
    }
  }

  @Test func `undoing an undo brings back what an amendment had made of a question`() throws {
    let test = try TestLedger()
    let question = try test.question("Will it rain?", deadline: "2026-05-01")
    let later = Deadline(day: try CivilDate(iso: "2026-06-01"))
    let amendment = try test.append(
      .amendment(Amendment(question: question.id, deadline: later)))
    var undo = amendment
    for turn in 0..<6 {
      undo = try test.append(.retraction(Retraction(entries: [undo...undo])))
      let found = try test.ledger.now().question(1)
      #expect(found?.moves == turn % 2, "turn \(turn)")
      #expect(found?.deadline == (turn % 2 == 1 ? later : question.deadline), "turn \(turn)")
    }
    #expect(try test.ledger.verify().findings == [])
  }

  @Test func `undoing the undo of a stretch with its own undo in it`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = try test.question("Will it rain?")
    let note = try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: .annulled)))
    let first = try test.append(.retraction(Retraction(entries: [note...note])))
    let second = try test.append(.retraction(Retraction(entries: [first...first])))
    let all = try test.append(.retraction(Retraction(entries: [note...second])))
    #expect(try test.ledger.now().resolutions(of: 2).isEmpty)
    try test.append(.retraction(Retraction(entries: [all...all])))
    #expect(try test.ledger.now().resolutions(of: 2).map(\.seq) == [note])
    #expect(try test.ledger.verify().findings == [])
    #expect(try test.ledger.now().source(1)?.source == source)
  }
}
