package import Augury

/// One ledger in one SQLite file.
///
/// A value of this type holds one connection and belongs to one thread.
package final class Ledger {
  let database: Database
  /// Where the file is.
  package let path: String
  /// The ledger's identifier: 32 hexadecimal digits.
  package let id: String
  /// The name of the zone that deadlines are read in unless they name another.
  package let zone: String
  /// The last entry that there was when the ledger was opened: what was found out rests on it.
  private let basis: LastEntry

  private init(database: Database, path: String, head: Head) {
    self.database = database
    self.path = path
    id = head.ledger
    zone = head.zone
    basis = LastEntry(of: head, in: database)
  }

  /// Opens the ledger at a path.
  ///
  /// - Throws: ``StoreError`` when there is none, or the file is something else or too new.
  package static func open(_ path: String, readOnly: Bool = false) throws -> Ledger {
    let database = try Database(path: path, create: false, readOnly: readOnly)
    // One transaction, so that the file is locked and looked at once.
    return try database.transaction("begin") { () throws -> Ledger in
      guard try Ledger.isDatabase(database) else { throw StoreError.notALedger(path: path) }
      let form = try Ledger.form(of: database)
      guard form.application == Schema.applicationID else {
        throw form.isEmpty ? StoreError.missing(path: path) : StoreError.notALedger(path: path)
      }
      guard form.version <= Schema.version else { throw StoreError.newer(version: form.version) }
      if form.version < Schema.version { try Schema.bringUpToDate(database) }
      return Ledger(database: database, path: path, head: try Head(in: database))
    }
  }

  /// Creates a ledger at a path with its first entry.
  ///
  /// - Throws: ``StoreError/exists(path:)`` when a ledger stands there already.
  package static func create(_ path: String, zone: String, capture: Capture) throws -> Ledger {
    let database = try Database(path: path, create: true)
    return try database.transaction { () throws in
      try Ledger(at: path, in: database, zone: zone, capture)
    }
  }

  /// Begins a ledger at a path that is there from its first write on, or not at all.
  ///
  /// - Parameters:
  ///   - path: Where there is no ledger yet.
  ///   - zone: The zone of its deadlines.
  ///   - capture: Who writes, and the clock and the randomness to use.
  ///   - done: Called when the first write is durable.
  /// - Returns: The ledger, held until its first write has ended.
  /// - Throws: ``StoreError/exists(path:)`` when a ledger stands there already.
  package static func begin(
    _ path: String, zone: String, capture: Capture, then done: @escaping () -> Void
  ) throws -> Ledger {
    let database = try Database(path: path, create: true)
    try database.leaveOpen(then: done)
    return try Ledger(at: path, in: database, zone: zone, capture)
  }

  /// Makes the tables and the first entry.
  private convenience init(
    at path: String, in database: Database, zone: String, _ capture: Capture
  ) throws {
    let form = try Ledger.form(of: database)
    guard form.isEmpty else {
      throw form.application == Schema.applicationID
        ? StoreError.exists(path: path) : StoreError.notALedger(path: path)
    }
    try database.execute(
      """
      pragma application_id = \(Schema.applicationID); pragma user_version = \(Schema.version);
      """)
    for sql in [
      Schema.entries, Schema.projections, Schema.guards, Schema.indexes, Schema.forecastIndexes,
    ] { try database.execute(sql) }
    var capture = capture
    let head = Head(ledger: capture.salt().hex, zone: zone)
    var writer = EntryWriter(database: database, head: head, capture: capture)
    try writer.append(.ledger(zone: zone))
    try writer.finish()
    self.init(database: database, path: path, head: writer.head)
  }

  private static func isDatabase(_ database: Database) throws(StoreError) -> Bool {
    do {
      _ = try database.first("pragma application_id") { $0.integer(0) }
      return true
    } catch {
      if case .notALedger = error { return false }
      throw error
    }
  }

  private static func form(
    of database: Database
  ) throws(StoreError) -> (application: Int64, version: Int64, isEmpty: Bool) {
    let application = try database.first("pragma application_id") { $0.integer(0) } ?? 0
    let version = try database.first("pragma user_version") { $0.integer(0) } ?? 0
    guard application != Schema.applicationID else { return (application, version, false) }
    let tables = try database.first("select count(*) from sqlite_schema") { $0.integer(0) } ?? 0
    return (application, version, tables == 0 && application == 0)
  }

  /// Appends entries in one transaction; they are durable when this returns.
  ///
  /// - Parameters:
  ///   - capture: Who writes, and the clock and the randomness to use.
  ///   - body: What to append. When it throws, nothing is written.
  /// - Returns: What the closure returns.
  /// - Throws: ``StoreError``, or what the closure throws. ``StoreError/replaced`` when the ledger
  ///   does not go on from what it was when it was opened.
  package func write<Value>(
    _ capture: Capture, _ body: (inout EntryWriter) throws -> Value
  ) throws -> Value {
    var hasRedacted = false
    // Once more when it is over, for a reader may have made the file anew until then.
    defer { if hasRedacted { ColumnFiles.remove(beside: path) } }
    return try database.transaction { () throws in
      let head = try Head(in: database)
      guard head.ledger == id, try basis.stands(in: database) else { throw StoreError.replaced }
      var writer = EntryWriter(database: database, head: head, capture: capture)
      let value = try body(&writer)
      try writer.finish()
      hasRedacted = writer.hasRedacted
      if hasRedacted { ColumnFiles.remove(beside: path) }
      return value
    }
  }

  /// Runs a closure that sees one state of the ledger throughout; a read inside it sees the same.
  package func read<Value>(_ body: () throws -> Value) throws -> Value {
    guard !database.isInTransaction else { return try body() }
    return try database.transaction("begin", body)
  }
}

/// What a write takes from outside: who writes, the clock and the randomness.
package struct Capture {
  /// Who writes.
  package var author: String
  /// Returns what the machine's clock says; asked once, when the ledger is held.
  package var clock: () -> Instant
  /// Random bits.
  package var random: any RandomNumberGenerator

  /// Creates a capture.
  package init(
    author: String, clock: @escaping () -> Instant,
    random: any RandomNumberGenerator
  ) {
    self.author = author
    self.clock = clock
    self.random = random
  }

  mutating func salt() -> Salt { Salt(random.next(), random.next()) }

  mutating func identifier(_ kind: IdentifierKind) -> Identifier {
    Identifier(kind, random: UInt16(truncatingIfNeeded: random.next()), random.next())
  }
}

extension Ledger {
  /// Copies the ledger, in one state, to a new file.
  package func copy(to path: String) throws {
    try database.copy(into: try Database(path: path, create: true))
  }

  /// Puts this ledger in place of whatever stands at a path, wholly or not at all.
  ///
  /// The file stays the same one, so a process that has it open waits for the lock as for any
  /// writer, and works on the new content afterwards. What was acknowledged before is in the old
  /// bytes. Inside ``read(_:)``, what is put there is the state that was read.
  ///
  /// - Parameters:
  ///   - path: Where it is to be.
  ///   - keep: Is handed the old bytes while the file is held; not called for none.
  /// - Throws: ``StoreError``, or what the closure throws; then all is as it was.
  package func replace(_ path: String, keeping keep: (HeldFile) throws -> Void) throws {
    try Database(path: path, create: true, blank: true).replace(with: database, keeping: keep)
    ColumnFiles.remove(beside: path)
  }

  /// The version of the SQLite library that is linked in.
  package static var engineVersion: String { Database.version }

  /// The settings of the connection that the promises rest on, with their values.
  package func settings() throws -> [(name: String, value: String)] {
    let names = [
      "journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema",
      "cell_size_check", "busy_timeout", "application_id", "user_version", "page_size",
    ]
    return try names.map { name in
      (name, try database.first("pragma \(name)", make: { $0.text(0) }) ?? "")
    }
  }
}
