package import Augury

extension Ledger {
  /// Returns the size of the ledger.
  package func size() throws(StoreError) -> Int64 { try Head(in: database).size }

  /// Returns the entry with a sequence number; nothing when it was redacted.
  package func entry(_ seq: Int64) throws(StoreError) -> Entry? {
    try Ledger.entry(seq, in: database)
  }

  static func entry(_ seq: Int64, in database: Database) throws(StoreError) -> Entry? {
    let sql = "select record from entry where seq = $1"
    let found = try database.first(sql, .integer(seq)) { (row) throws(StoreError) -> Entry? in
      row.isNull(0) ? nil : try Ledger.decode(row.blob(0), seq: seq)
    }
    return found ?? nil
  }

  static func decode(_ record: [UInt8], seq: Int64) throws(StoreError) -> Entry {
    let entry: Entry
    do {
      entry = try Entry(record: record)
    } catch {
      throw .record(seq: seq, error)
    }
    guard entry.seq == seq else {
      throw .damaged("entry #\(seq) says of itself that it is #\(entry.seq)")
    }
    return entry
  }

  /// Calls a closure with the bytes of each record in order; nothing stands for a redacted one.
  package func records(
    from first: Int64 = 0, through last: Int64 = .max,
    _ body: (Int64, [UInt8]?, MerkleHash?) throws -> Void
  ) throws {
    let statement = try database.prepare(
      "select seq, record, leaf from entry where seq between $1 and $2 order by seq")
    statement.bind([.integer(first), .integer(last)])
    while try statement.step() {
      try body(
        statement.integer(0), statement.isNull(1) ? nil : statement.blob(1),
        statement.withBlob(2) { MerkleHash(bytes: $0) })
    }
  }
}
