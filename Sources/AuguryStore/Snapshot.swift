package import Augury

/// What a ledger knew after one of its entries: every reading goes through one of these.
package final class Snapshot {
  package let ledger: Ledger
  /// The sequence number of the last entry that counts.
  package let seq: Int64
  var database: Database { ledger.database }
  private var merges: [Int64: Int64]?
  private var merged: Set<Int64>?

  init(_ ledger: Ledger, seq: Int64) {
    self.ledger = ledger
    self.seq = seq
  }

  /// The condition that a row stands at this point, where `$1` is ``seq``.
  static func stands(_ alias: String = "") -> String {
    let dot = alias.isEmpty ? "" : alias + "."
    return "\(dot)from_seq <= $1 and (\(dot)to_seq is null or \(dot)to_seq > $1)"
  }

  /// Returns the number that stands for a source or question after merging.
  package func canonical(_ number: Int64) throws(StoreError) -> Int64 {
    let merges = try loadedMerges()
    var current = number
    // A chain cannot be longer than the merges there are, whatever they say.
    for _ in 0..<merges.count {
      guard let next = merges[current] else { return current }
      current = next
    }
    return current
  }

  /// Returns all numbers that stand for the same source or question as one does.
  package func family(_ number: Int64) throws(StoreError) -> [Int64] {
    let head = try canonical(number)
    var family = [head]
    for from in try loadedMerges().keys where try canonical(from) == head { family.append(from) }
    return family.sorted()
  }

  /// The merges that stand: what was given up, and for what.
  func loadedMerges() throws(StoreError) -> [Int64: Int64] {
    if let merges { return merges }
    let sql = """
      select subject, object from act where kind = 'merge' and \(Snapshot.stands()) order by number
      """
    var loaded: [Int64: Int64] = [:]
    for (from, into) in try database.all(
      sql, .integer(seq), make: { ($0.integer(0), $0.integer(1)) })
    {
      // A merge that came back by an undo may have been turned round since: it would go in a circle.
      var end = into
      while let next = loaded[end] { end = next }
      if end != from { loaded[from] = into }
    }
    merges = loaded
    return loaded
  }

  /// Tells whether a source or question was merged with another.
  func isMerged(_ number: Int64) throws(StoreError) -> Bool {
    if let merged { return merged.contains(number) }
    let merges = try loadedMerges()
    let numbers = Set(merges.keys).union(merges.values)
    merged = numbers
    return numbers.contains(number)
  }
}

extension Ledger {
  /// Returns what the ledger knows now.
  package func now() throws(StoreError) -> Snapshot {
    Snapshot(self, seq: try Head(in: database).size - 1)
  }

  /// Returns what the ledger knew after an entry.
  package func asOf(entry seq: Int64) throws -> Snapshot {
    let last = try Head(in: database).size - 1
    guard seq >= 0, seq <= last else { throw LookupError.noEntry(seq, last: last) }
    return Snapshot(self, seq: seq)
  }

  /// Returns what the ledger knew at an instant: the prefix that ends at the last entry captured
  /// at or before it, leaving aside entries whose clock had gone back.
  package func asOf(_ instant: Instant) throws -> Snapshot {
    let start = try database.first(
      "select max(seq) from moment where at <= $1 and coalesce(mark, '') <> 'back'",
      .integer(instant.microseconds), make: { $0.optionalInteger(0) })
    guard let start = start ?? nil else { throw LookupError.beforeBeginning(instant) }
    let next = try database.first(
      "select min(seq) from moment where seq > $1", .integer(start),
      make: { $0.optionalInteger(0) })
    return Snapshot(self, seq: try (next ?? nil).map { $0 - 1 } ?? Head(in: database).size - 1)
  }
}
