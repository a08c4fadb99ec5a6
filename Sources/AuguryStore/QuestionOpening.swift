package import Augury

extension Snapshot {
  /// Returns the instant from which a question was open: when it was recorded, or the first instant
  /// at which a forecast on it may have been said, if that is earlier; nothing for no question.
  ///
  /// The questions that are merged with it count too.
  package func opened(_ question: Int64) throws(StoreError) -> Instant? {
    var times: [Instant] = []
    for member in try family(question) {
      if let entry = try ledger.entry(member) { times.append(entry.recordedAt) }
      let said = try database.first(
        "select min(said_from) from forecast where question = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(member), make: { $0.optionalInteger(0) })
      if let said = said ?? nil { times.append(Instant(microseconds: said)) }
    }
    return times.min()
  }
}
