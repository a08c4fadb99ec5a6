internal import Augury

extension Projector {
  private static let tables: [(name: String, column: String)] = [
    ("source", "number"), ("source_name", "source"), ("question", "number"), ("tag", "question"),
    ("forecast", "number"), ("part", "forecast"), ("reading", "forecast"), ("resolution", "number"),
    ("act", "number"),
  ]

  /// Closes what a range of entries contributed, and undoes what its acts had done to others.
  func close(_ range: ClosedRange<Int64>, at seq: Int64) throws(StoreError) {
    for table in Projector.tables {
      try database.run(
        """
        update \(table.name) set to_seq = $3
        where \(table.column) between $1 and $2 and to_seq is null
        """,
        .integer(range.lowerBound), .integer(range.upperBound), .integer(seq))
    }
    let closed = try database.all(
      """
      select number, kind, subject, object from act
      where number between $1 and $2 and to_seq = $3 order by number, position
      """, .integer(range.lowerBound), .integer(range.upperBound), .integer(seq)
    ) { ($0.integer(0), $0.text(1), $0.integer(2), $0.optionalInteger(3)) }
    // First of all what retractions had taken out: it can be retractions as well, and then what those
    // cover does not stand.
    for (_, kind, subject, object) in closed where kind == EntryKind.retraction.rawValue {
      try reopen(subject...(object ?? subject), at: seq)
    }
    let retracted = try standingRetractions()
    var reread: Set<Int64> = []
    for (_, kind, subject, _) in closed {
      switch EntryKind(rawValue: kind) {
      case .reading:
        if !retracted.contains(where: { $0.contains(subject) }), reread.insert(subject).inserted {
          try rereadLast(subject, at: seq)
        }
      case .alias, .correction, .amendment, .tagging, .assignment:
        if !retracted.contains(where: { $0.contains(subject) }) { try refold(subject, at: seq) }
      default: break
      }
    }
  }

  /// The entries that standing retractions cover.
  private func standingRetractions() throws(StoreError) -> [ClosedRange<Int64>] {
    try database.all(
      "select subject, object from act where kind = 'retraction' and to_seq is null",
      make: { $0.integer(0)...($0.optionalInteger(1) ?? $0.integer(0)) })
  }

  /// Opens again what a range of entries contributes, where no other retraction covers it.
  private func reopen(_ range: ClosedRange<Int64>, at seq: Int64) throws(StoreError) {
    for number in range {
      guard let found = try entry(number), try !isRetracted(number) else { continue }
      try open(found, at: seq)
    }
  }
}
