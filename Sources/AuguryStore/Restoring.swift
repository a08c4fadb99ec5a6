package import Augury

/// One line of a stream of records that a ledger is restored from.
package enum StoredLine: Sendable {
  /// The exact bytes of a record, and the entry they hold.
  case record([UInt8], Entry)
  /// The leaf hash of an entry whose bytes were redacted.
  case redacted(MerkleHash)
}

extension Ledger {
  /// Makes a ledger out of the records of another: the same bytes, the same root.
  ///
  /// - Parameters:
  ///   - lines: All records in order, the first of them the beginning of the ledger.
  ///   - path: Where there is no ledger yet, or one that has only its beginning.
  /// - Returns: The root of the ledger.
  /// - Throws: ``StoreError/exists(path:)`` when the ledger there holds more than its beginning.
  package static func restore(_ lines: [StoredLine], to path: String) throws -> Root {
    let database = try Database(path: path, create: true)
    return try database.transaction { () throws in
      try clear(database, path)
      guard case .record(_, let first)? = lines.first, case .ledger(let zone) = first.body else {
        throw StoreError.damaged("the records do not begin a ledger")
      }
      var head = Head(ledger: first.ledger, zone: zone)
      try insert(lines, in: database, &head)
      try Rebuild.replay(from: database, into: database)
      try head.save(in: database)
      for sql in [Schema.guards, Schema.indexes, Schema.forecastIndexes] {
        try database.execute(sql)
      }
      return Root(size: head.size, hash: head.frontier.root)
    }
  }

  /// Makes room: the tables of a new ledger, or those of one that has only its beginning.
  private static func clear(_ database: Database, _ path: String) throws {
    let tables = try database.first("select count(*) from sqlite_schema", make: { $0.integer(0) })
    if tables != 0 {
      guard try Ledger.open(path).size() <= 1 else { throw StoreError.exists(path: path) }
      let names = try database.all(
        "select name from sqlite_schema where type = 'table'", make: { $0.text(0) })
      database.forgetStatements()
      for name in names { try database.execute("drop table \(name)") }
    }
    try database.execute(
      "pragma application_id = \(Schema.applicationID); pragma user_version = \(Schema.version);")
    for sql in [Schema.entries, Schema.projections] { try database.execute(sql) }
  }

  private static func insert(
    _ lines: [StoredLine], in database: Database, _ head: inout Head
  ) throws(StoreError) {
    let statement = try database.prepare(
      "insert into entry (seq, record, leaf) values ($1, $2, $3)")
    for line in lines {
      statement.bind(1, .integer(head.size))
      switch line {
      case .record(let bytes, let entry):
        guard entry.ledger == head.ledger else {
          throw .damaged("entry #\(entry.seq) belongs to another ledger")
        }
        let leaf = MerkleHash.leaf(bytes)
        statement.bind(2, .blob(bytes))
        statement.bind(3, .blob(leaf.bytes))
        _ = head.clock.mark(entry.recordedAt)
        head.frontier.append(leaf)
      case .redacted(let leaf):
        statement.bind(2, .null)
        statement.bind(3, .blob(leaf.bytes))
        head.frontier.append(leaf)
      }
      try statement.run()
    }
  }
}
