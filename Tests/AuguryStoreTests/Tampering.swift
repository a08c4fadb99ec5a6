import Augury
import AuguryStore
import Foundation
import TestSupport

/// A ledger with every kind of entry and no empty table, to be damaged in copies.
final class TamperTarget {
  let original: [UInt8]
  let dump: [String: [[RawDatabase.Cell]]]
  let root: Root
  let history: HistoryMaker
  let path: String
  private let triggers: [(name: String, sql: String)]

  init() throws {
    history = try TamperTarget.history()
    let ledger = history.ledger
    root = try ledger.ledger.root()
    original = [UInt8](try Data(contentsOf: URL(filePath: ledger.path)))
    path = ledger.folder.file("copy.augury").path
    let raw = try ledger.raw()
    dump = try raw.dump()
    let sql = "select sql from sqlite_schema where type = 'trigger' order by name"
    let names = try raw.texts("select name from sqlite_schema where type = 'trigger' order by name")
    triggers = Array(zip(names, try raw.texts(sql))).map { (name: $0, sql: $1) }
  }

  /// The first of the seeded histories that has everything.
  private static func history() throws -> HistoryMaker {
    for seed in UInt64(0)... {
      let history = try HistoryMaker(seed: seed, redacts: true)
      try history.run(30)
      try history.complete()
      let clock = history.ledger.clock
      clock.pass(hours: 500)
      try history.run(1)
      let kinds = Set(history.made.map(\.body.kind))
      let isFull = try history.ledger.raw().dump().values.allSatisfy { !$0.isEmpty }
      if kinds == Set(EntryKind.allCases), isFull { return history }
    }
    throw CocoaError(.coderValueNotFound)
  }

  /// Puts a fresh copy in place.
  func restore() throws {
    try? FileManager.default.removeItem(atPath: path + "-journal")
    try Data(original).write(to: URL(filePath: path))
  }

  /// Damages a fresh copy by SQL, while no trigger stands in the way; they are back afterwards.
  ///
  /// Returns whether anything changed: a table may refuse the value, or hold it already.
  func damage(_ sql: String) throws -> Bool {
    try restore()
    let raw = try RawDatabase(path)
    for trigger in triggers { try raw.run("drop trigger \(trigger.name)") }
    do {
      try raw.run(sql)
    } catch {
      return false
    }
    for trigger in triggers { try raw.run(trigger.sql) }
    return try raw.dump() != dump
  }

  /// What a check makes of the copy.
  enum Outcome: Equatable {
    /// It does not even open.
    case refused
    /// Something is found that a rebuilding does not put right.
    case found
    /// All that is found is put right by rebuilding, to the last row.
    case rebuilt
    /// Nothing is found.
    case unseen
    /// Rebuilding promised to put things right and did not.
    case notRebuilt
  }

  func outcome(against kept: Root? = nil) throws -> Outcome {
    guard let ledger = try? Ledger.open(path) else { return .refused }
    guard let findings = try? ledger.verify(against: kept).findings else { return .refused }
    guard !findings.isEmpty else { return .unseen }
    guard findings.allSatisfy(\.isRebuildable) else { return .found }
    guard try ledger.rebuild(), try RawDatabase(path).dump() == dump else { return .notRebuilt }
    // The very rows of the original are as clean as it is; the long run checks that as well.
    guard isLong else { return .rebuilt }
    return try ledger.verify(against: kept).findings.isEmpty ? .rebuilt : .notRebuilt
  }

  /// Ways to damage a table, as SQL.
  func attacks(on table: String) throws -> [String] {
    let raw = try history.ledger.raw()
    let columns = try raw.columns(table)
    let keys = try raw.keys(table)
    let rows = dump[table] ?? []
    var attacks = ["delete from \(table)"]
    let sample = isLong ? Array(rows.indices) : [rows.count / 3, rows.count - 1]
    for index in Set(sample).sorted() {
      let row = Dictionary(uniqueKeysWithValues: zip(columns, rows[index]))
      let place = self.place(row, keys)
      attacks.append("delete from \(table) where \(place)")
      for column in columns {
        attacks += values(of: row[column] ?? .null, column).map {
          "update \(table) set \(column) = \($0) where \(place)"
        }
      }
      for key in keys { attacks.append(copy(row, columns, table, changing: key)) }
      let other = Dictionary(uniqueKeysWithValues: zip(columns, rows[(index + 1) % rows.count]))
      let rest = columns.filter { !keys.contains($0) }
      guard !rest.isEmpty, rows.count > 1 else { continue }
      func update(_ place: String, _ from: [String: RawDatabase.Cell]) -> String {
        let values = rest.map { "\($0) = \((from[$0] ?? .null).sql)" }.joined(separator: ", ")
        return "update \(table) set \(values) where \(place);"
      }
      attacks.append(update(place, other) + update(self.place(other, keys), row))
    }
    return attacks
  }

  private func place(_ row: [String: RawDatabase.Cell], _ keys: [String]) -> String {
    keys.map { "\($0) = \((row[$0] ?? .null).sql)" }.joined(separator: " and ")
  }

  /// One more, a text, nothing, bytes, and bytes that differ in one bit.
  private func values(of cell: RawDatabase.Cell, _ column: String) -> [String] {
    var values = ["\(column) + 1", "'zz'", "null", "x'00ff'"]
    if case .blob(var bytes) = cell, !bytes.isEmpty {
      bytes[bytes.count / 2] ^= 1
      values.append(RawDatabase.Cell.blob(bytes).sql)
    }
    if case .text(let bytes) = cell { values.append(RawDatabase.Cell.text(bytes + [0x20]).sql) }
    return values
  }

  private func copy(
    _ row: [String: RawDatabase.Cell], _ columns: [String], _ table: String, changing key: String
  ) -> String {
    let cells = columns.map { column in
      guard column == key else { return (row[column] ?? .null).sql }
      if case .text(let bytes) = row[column] { return RawDatabase.Cell.text(bytes + [0x7a]).sql }
      return "(select max(\(column)) + 1 from \(table))"
    }
    return "insert into \(table) values (\(cells.joined(separator: ", ")))"
  }
}
