internal import Augury

/// Makes all projections anew from the entries.
enum Rebuild {
  /// Empties the projections of a database and fills them again.
  static func run(in database: Database) throws(StoreError) {
    for table in Schema.projectionTables { try database.run("delete from \(table)") }
    try replay(from: database, into: database, through: .max)
  }

  /// Replays the entries of one database into the empty projections of another.
  static func replay(
    from origin: Database, into target: Database, through last: Int64
  ) throws(StoreError) {
    let deferred = DeferredIndex()
    var projector = Projector(database: target) { (seq) throws(StoreError) in
      try Ledger.entry(seq, in: origin)
    }
    projector.deferred = deferred
    let statement = try origin.prepare(
      "select seq, record from entry where seq <= $1 order by seq")
    statement.bind([.integer(last)])
    var before: Instant?
    while try statement.step() {
      guard !statement.isNull(1) else { continue }
      let entry = try Ledger.decode(statement.blob(1), seq: statement.integer(0))
      try projector.apply(entry, after: before)
      before = entry.recordedAt
    }
    try deferred.flush(into: target)
  }
}

extension Ledger {
  /// Makes all projections anew, and returns whether any row was different before.
  package func rebuild() throws -> Bool {
    try database.transaction { () throws in
      let before = try Projections.digest(in: database)
      try database.execute("drop index if exists forecast_by_source")
      try database.execute("drop index if exists forecast_by_question")
      try Rebuild.run(in: database)
      try database.execute(Schema.forecastIndexes)
      return try before != Projections.digest(in: database)
    }
  }
}
