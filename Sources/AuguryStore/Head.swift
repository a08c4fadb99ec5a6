package import Augury

/// Where a ledger ends: its size, the frontier of its tree and its clock.
struct Head: Equatable {
  var ledger: String
  var zone: String
  var frontier = MerkleFrontier()
  var clock = LedgerClock()

  var size: Int64 { Int64(frontier.size) }

  init(ledger: String, zone: String) {
    self.ledger = ledger
    self.zone = zone
  }

  init(in database: Database) throws(StoreError) {
    let sql = "select ledger, zone, size, frontier, last_at, steady_at, mark from head"
    let found = try database.first(sql) { (row) throws(StoreError) -> Head in
      var head = Head(ledger: row.text(0), zone: row.text(1))
      guard row.integer(2) >= 0,
        let frontier = MerkleFrontier(size: UInt64(row.integer(2)), encoded: row.blob(3))
      else { throw .damaged("the frontier does not fit the size of the ledger") }
      let mark = row.optionalText(6)
      let lastMark = mark.flatMap(ClockMark.init)
      guard mark == nil || lastMark != nil else {
        throw .damaged("the mark of its last entry is none that there is")
      }
      head.frontier = frontier
      head.clock = LedgerClock(
        last: Instant(microseconds: row.integer(4)),
        lastSteady: row.optionalInteger(5).map { Instant(microseconds: $0) },
        lastMark: lastMark)
      return head
    }
    guard let found else { throw .damaged("it has no head") }
    self = found
  }

  func save(in database: Database) throws(StoreError) {
    try database.run(
      """
      insert into head (one, ledger, zone, size, frontier, last_at, steady_at, mark)
      values (1, $1, $2, $3, $4, $5, $6, $7)
      on conflict (one) do update set ledger = excluded.ledger, zone = excluded.zone,
        size = excluded.size, frontier = excluded.frontier, last_at = excluded.last_at,
        steady_at = excluded.steady_at, mark = excluded.mark
      """,
      .text(ledger), .text(zone), .integer(size), .blob(frontier.encoded),
      .integer(clock.last?.microseconds ?? 0), .optional(clock.lastSteady?.microseconds),
      .optional(clock.lastMark?.rawValue))
  }
}

/// The last entry of a ledger at some time, known again by its leaf hash.
///
/// The hash covers the entry's salt: where it still stands at its number, all before it does.
struct LastEntry {
  private let seq: Int64
  private let leaf: [UInt8]?

  init(of head: Head, in database: Database) {
    seq = head.size - 1
    // What is damaged is for `verify` to tell.
    leaf = try? LastEntry.leaf(seq, in: database)
  }

  /// Returns whether the ledger has gone on from it, and not been replaced by another state.
  func stands(in database: Database) throws(StoreError) -> Bool {
    guard let leaf else { return true }
    return try LastEntry.leaf(seq, in: database) == leaf
  }

  private static func leaf(_ seq: Int64, in database: Database) throws(StoreError) -> [UInt8]? {
    try database.first("select leaf from entry where seq = $1", .integer(seq)) { $0.blob(0) }
  }
}

/// The size of a ledger and the hash over all of its entries.
package struct Root: Sendable, Equatable {
  /// The number of entries.
  package var size: Int64
  /// The Merkle root hash (RFC 6962).
  package var hash: MerkleHash

  /// Creates a root.
  package init(size: Int64, hash: MerkleHash) {
    self.size = size
    self.hash = hash
  }
}
