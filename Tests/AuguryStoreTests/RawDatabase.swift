import CSQLite

/// A connection that knows nothing of the store, to look at its files and to damage them.
final class RawDatabase {
  /// What SQLite said against a statement.
  struct Refusal: Error, CustomStringConvertible {
    let code: Int32
    let description: String
  }

  /// One value as it is stored, its kind included.
  enum Cell: Hashable, CustomStringConvertible {
    case null
    case integer(Int64)
    case real(Double)
    case text([UInt8])
    case blob([UInt8])

    var description: String {
      switch self {
      case .null: "null"
      case .integer(let integer): "\(integer)"
      case .real(let real): "\(real)"
      case .text(let bytes): "'\(String(decoding: bytes, as: UTF8.self))'"
      case .blob(let bytes): "x\(bytes)"
      }
    }

    /// The value as SQL that makes the very same one.
    var sql: String {
      func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      }
      return switch self {
      case .null: "null"
      case .integer(let integer): "\(integer)"
      case .real(let real): "\(real)"
      case .text(let bytes): "cast(x'\(hex(bytes))' as text)"
      case .blob(let bytes): "x'\(hex(bytes))'"
      }
    }
  }

  private let handle: OpaquePointer

  /// Opens a file, with the settings that the store gives its own connections.
  init(_ path: String) throws {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(path, &pointer, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let pointer else {
      throw Refusal(code: code, description: "cannot open \(path)")
    }
    handle = pointer
    try run("pragma synchronous = off; pragma foreign_keys = on; pragma recursive_triggers = on")
    try run("pragma trusted_schema = off; pragma cell_size_check = on")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Refusal(
        code: sqlite3_errcode(handle), description: String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// Returns all rows of a query.
  func rows(_ sql: String) throws -> [[Cell]] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Refusal(
        code: sqlite3_errcode(handle), description: String(cString: sqlite3_errmsg(handle)))
    }
    var rows: [[Cell]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { cell(statement, $0) })
    }
    return rows
  }

  private func cell(_ statement: OpaquePointer?, _ column: Int32) -> Cell {
    func bytes() -> [UInt8] {
      let count = Int(sqlite3_column_bytes(statement, column))
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: return .text(bytes())
    case SQLITE_BLOB: return .blob(bytes())
    default: return .null
    }
  }

  /// The names of all tables.
  func tables() throws -> [String] {
    try texts("select name from sqlite_schema where type = 'table' order by name")
  }

  /// The names of a table's columns.
  func columns(_ table: String) throws -> [String] {
    try texts("select name from pragma_table_info('\(table)') order by cid")
  }

  /// The names of the columns that make a table's key.
  func keys(_ table: String) throws -> [String] {
    try texts("select name from pragma_table_info('\(table)') where pk > 0 order by pk")
  }

  /// The first column of a query as text.
  func texts(_ sql: String) throws -> [String] {
    try rows(sql).map { row in
      guard case .text(let bytes)? = row.first else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The first column of a query's first row as a number.
  func number(_ sql: String) throws -> Int64? {
    guard case .integer(let integer)? = try rows(sql).first?.first else { return nil }
    return integer
  }

  /// Everything that the file holds.
  func dump() throws -> [String: [[Cell]]] {
    var dump: [String: [[Cell]]] = [:]
    for table in try tables() {
      let keys = try keys(table).joined(separator: ", ")
      dump[table] = try rows("select * from \(table) order by \(keys)")
    }
    return dump
  }
}
