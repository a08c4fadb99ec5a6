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

  private init(database: Database, path: String, id: String, zone: String) {
    self.database = database
    self.path = path
    self.id = id
    self.zone = zone
  }

  /// Opens the ledger at a path.
  ///
  /// - Throws: ``StoreError`` when there is none, or the file is something else or too new.
  package static func open(_ path: String, readOnly: Bool = false) throws -> Ledger {
    let database = try Database(path: path, create: false, readOnly: readOnly)
    // One transaction, so that the file is locked and looked at once.
    let head = try database.transaction("begin") { () throws -> Head in
      guard try Ledger.isDatabase(database) else { throw StoreError.notALedger(path: path) }
      let form = try Ledger.form(of: database)
      guard form.application == Schema.applicationID else {
        throw form.isEmpty ? StoreError.missing(path: path) : StoreError.notALedger(path: path)
      }
      guard form.version <= Schema.version else { throw StoreError.newer(version: form.version) }
      return try Head(in: database)
    }
    return Ledger(database: database, path: path, id: head.ledger, zone: head.zone)
  }

  /// Creates a ledger at a path with its first entry.
  ///
  /// - Throws: ``StoreError/exists(path:)`` when a ledger stands there already.
  package static func create(_ path: String, zone: String, capture: Capture) throws -> Ledger {
    let database = try Database(path: path, create: true)
    var capture = capture
    let salt = capture.salt()
    let id = salt.hex
    try database.transaction { () throws in
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
      var writer = EntryWriter(
        database: database, head: Head(ledger: id, zone: zone), capture: capture)
      try writer.append(.ledger(zone: zone))
      try writer.finish()
    }
    return Ledger(database: database, path: path, id: id, zone: zone)
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
  /// - Throws: ``StoreError``, or what the closure throws.
  package func write<Value>(
    _ capture: Capture, _ body: (inout EntryWriter) throws -> Value
  ) throws -> Value {
    try database.transaction { () throws in
      var writer = EntryWriter(
        database: database, head: try Head(in: database), capture: capture)
      let value = try body(&writer)
      try writer.finish()
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
