internal import CSQLite

/// One connection to a SQLite file, with the settings that the ledger's promises rest on.
final class Database {
  let handle: OpaquePointer
  /// The statements that are kept.
  ///
  /// They are few, and a list of them is looked through sooner than a dictionary is made ready,
  /// which is a tenth of a short command.
  private var statements: [(sql: String, statement: Statement)] = []
  /// What is to be done when the transaction that was left open has ended well.
  private var onceDurable: (() -> Void)?

  /// How long a statement waits for another process, in milliseconds.
  static let patience: Int32 = 60_000

  /// Opens a file.
  ///
  /// The journal is deleted at each commit and the folder is synchronised after it (`EXTRA`):
  /// with less, an acknowledged entry can be lost when the power fails. WAL is not used, because
  /// the SQLite of Debian 12 has a defect that loses commits of several processes.
  /// A `blank` file counts as empty whatever stands in it, also damage.
  init(
    path: String, create: Bool, readOnly: Bool = false, blank: Bool = false
  ) throws(StoreError) {
    Database.prepareLibrary
    var pointer: OpaquePointer?
    let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let code = sqlite3_open_v2(
      path, &pointer, access | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX, nil)
    guard let pointer else { throw .inputOutput("no memory") }
    guard code == SQLITE_OK else {
      let reason = String(cString: sqlite3_errmsg(pointer))
      sqlite3_close_v2(pointer)
      throw .cannotOpen(path: path, reason: reason)
    }
    handle = pointer
    sqlite3_busy_timeout(handle, Database.patience)
    sqlite3_extended_result_codes(handle, 1)
    if blank { augury_sqlite3_take_as_blank(handle) }
    try execute(
      """
      pragma synchronous = extra; pragma foreign_keys = on; pragma recursive_triggers = on;
      pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0;
      """)
  }

  /// Has SQLite keep no statistics of its memory, which costs a lock at each allocation.
  private static let prepareLibrary: Void = {
    augury_sqlite3_forget_memory_statistics()
  }()

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// The version of the linked SQLite.
  static var version: String { String(cString: sqlite3_libversion()) }

  var error: StoreError { Database.error(of: handle) }

  static func error(of handle: OpaquePointer?) -> StoreError {
    .sqlite(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
  }

  /// The number of rows that the last statement changed.
  var changes: Int { Int(sqlite3_changes(handle)) }

  /// Whether the file cannot be written to.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether a transaction has begun and not ended.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Runs several statements that give no rows.
  func execute(_ sql: String) throws(StoreError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  /// Returns a fresh statement.
  func prepare(_ sql: String) throws(StoreError) -> Statement {
    var pointer: OpaquePointer?
    guard sqlite3_prepare_v3(handle, sql, -1, 0, &pointer, nil) == SQLITE_OK, let pointer else {
      throw error
    }
    return Statement(pointer)
  }

  /// Returns a statement that is kept for the next time, reset and without values.
  func statement(_ sql: String) throws(StoreError) -> Statement {
    let length = sql.utf8.count
    for kept in statements where kept.sql.utf8.count == length && kept.sql == sql {
      kept.statement.reset()
      return kept.statement
    }
    let fresh = try prepare(sql)
    statements.append((sql, fresh))
    return fresh
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: SQLValue...) throws(StoreError) {
    let statement = try statement(sql)
    statement.bind(values)
    while try statement.step() {}
    statement.reset()
  }

  /// Returns what a closure makes of the first row, or nothing when there is none.
  func first<Value>(
    _ sql: String, _ values: SQLValue..., make: (Statement) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    let statement = try statement(sql)
    statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? try make(statement) : nil
  }

  /// Returns what a closure makes of each row.
  func all<Value>(
    _ sql: String, _ values: SQLValue..., make: (Statement) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    let statement = try statement(sql)
    statement.bind(values)
    defer { statement.reset() }
    var found: [Value] = []
    while try statement.step() { found.append(try make(statement)) }
    return found
  }

  /// Forgets the kept statements, so that the schema can change.
  func forgetStatements() { statements.removeAll() }

  /// Begins a transaction that the next one goes on with and ends; when it ends well, the closure
  /// is called.
  func leaveOpen(then done: @escaping () -> Void) throws(StoreError) {
    try execute("begin immediate")
    onceDurable = done
  }

  /// Runs a closure inside one transaction, and undoes all of it when it throws.
  func transaction<Value, Failure: Error>(
    _ begin: String = "begin immediate", _ body: () throws(Failure) -> Value
  ) throws -> Value {
    let done = onceDurable
    onceDurable = nil
    if done == nil { try execute(begin) }
    do {
      let value = try body()
      try execute("commit")
      done?()
      return value
    } catch {
      for kept in statements { kept.statement.reset() }
      if isInTransaction { try? execute("rollback") }
      throw error
    }
  }
}
