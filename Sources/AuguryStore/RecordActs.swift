package import Augury

extension Snapshot {
  /// Returns the base rates that stand, in the order in which they were recorded.
  ///
  /// - Returns: Each with the number of its entry and when it was recorded; a tag whose rate was given
  ///   up has its last entry without a chance.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func baseRates() throws(StoreError) -> [(seq: Int64, recorded: Instant, rate: BaseRate)] {
    var rates: [(seq: Int64, recorded: Instant, rate: BaseRate)] = []
    for entry in try acts(.baseRate) {
      if case .baseRate(let rate) = entry.body { rates.append((entry.seq, entry.recordedAt, rate)) }
    }
    return rates
  }

  /// Returns the editions that stand, in the order in which they were announced.
  ///
  /// - Returns: Each with the number of its entry and when it was announced.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func editions() throws(StoreError) -> [(
    seq: Int64, announced: Instant, edition: Edition
  )] {
    var editions: [(seq: Int64, announced: Instant, edition: Edition)] = []
    for entry in try acts(.edition) {
      if case .edition(let edition) = entry.body {
        editions.append((entry.seq, entry.recordedAt, edition))
      }
    }
    return editions
  }

  /// The standing acts of a kind upon the ledger as a whole, in order.
  private func acts(_ kind: EntryKind) throws(StoreError) -> [Entry] {
    let sql = "select number from act where kind = $2 and \(Snapshot.stands()) order by number"
    var entries: [Entry] = []
    for number in try database.all(
      sql, .integer(seq), .text(kind.rawValue), make: { $0.integer(0) })
    {
      if let entry = try ledger.entry(number) { entries.append(entry) }
    }
    return entries
  }
}
