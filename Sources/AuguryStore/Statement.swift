internal import CSQLite

/// A value that goes into a statement.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  static func optional(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
  static func optional(_ value: Int?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
  static func optional(_ value: Double?) -> SQLValue { value.map { .real($0) } ?? .null }
  static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}

/// The kinds of value that SQLite stores.
enum SQLKind: UInt8 {
  case null, integer, real, text, blob
}

/// One prepared statement; its parameters are `$1`, `$2`, … and its columns count from 0.
final class Statement {
  private let handle: OpaquePointer
  private let positions: [Int32]

  init(_ handle: OpaquePointer) {
    self.handle = handle
    let count = sqlite3_bind_parameter_count(handle)
    positions = (0..<max(count, 0)).map { sqlite3_bind_parameter_index(handle, "$\($0 + 1)") }
  }

  deinit { sqlite3_finalize(handle) }

  /// Gives all parameters their values, in the order of their names.
  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() { bind(index + 1, value) }
  }

  /// Gives one parameter its value; the name of the first is 1.
  func bind(_ name: Int, _ value: SQLValue) {
    let position = positions[name - 1]
    switch value {
    case .null: sqlite3_bind_null(handle, position)
    case .integer(let integer): sqlite3_bind_int64(handle, position, integer)
    case .real(let real): sqlite3_bind_double(handle, position, real)
    case .text(var text):
      text.withUTF8 { bind(name, text: $0) }
    case .blob(let bytes):
      bytes.withUnsafeBufferPointer { bind(name, blob: $0) }
    }
  }

  func bind(_ name: Int, text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else {
      sqlite3_bind_text(handle, positions[name - 1], "", 0, Statement.transient)
      return
    }
    let characters = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text64(
      handle, positions[name - 1], characters, UInt64(text.count), Statement.transient,
      UInt8(SQLITE_UTF8))
  }

  func bind(_ name: Int, blob: UnsafeBufferPointer<UInt8>) {
    if let start = blob.baseAddress {
      sqlite3_bind_blob64(
        handle, positions[name - 1], start, UInt64(blob.count), Statement.transient)
    } else {
      sqlite3_bind_zeroblob(handle, positions[name - 1], 0)
    }
  }

  /// Gives one parameter bytes that stay where they are until the statement has run.
  func bind(_ name: Int, lent bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob64(
      handle, positions[name - 1], bytes.baseAddress, UInt64(bytes.count), nil)
  }

  /// Moves to the next row; false when there is none.
  func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      // Not by way of the connection's own value: that keeps statements, and would never end.
      let error = Database.error(of: sqlite3_db_handle(handle))
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs to the end and makes ready for the next values.
  func run() throws(StoreError) {
    while try step() {}
    sqlite3_reset(handle)
  }

  func reset() { sqlite3_reset(handle) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] { withBlob(column) { Array($0) } }

  /// Lends the bytes of a column; they are gone at the next step.
  func withBlob<Value>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    let count = Int(sqlite3_column_bytes(handle, column))
    let bytes = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
    return body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// What is stored in a column of the row at hand.
  func kind(_ column: Int32) -> SQLKind {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// Tells SQLite to copy the bytes before the binding call returns.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
