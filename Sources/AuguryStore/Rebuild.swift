internal import Augury

/// Makes all projections anew from the entries.
enum Rebuild {
  /// Empties the projections of a database and fills them again.
  static func run(in database: Database) throws(StoreError) {
    for table in Schema.projectionTables { try database.run("delete from \(table)") }
    try replay(from: database, into: database)
  }

  /// Replays the entries of one database into the empty projections of another.
  static func replay(
    from origin: Database, into target: Database
  ) throws(StoreError) {
    var replay = Replay(from: origin, into: target)
    let statement = try origin.prepare("select seq, record from entry order by seq")
    while try statement.step() {
      guard !statement.isNull(1) else { continue }
      try replay.apply(try Ledger.decode(statement.blob(1), seq: statement.integer(0)))
    }
    try replay.finish()
  }
}

/// Fills empty projections with what entries make of them, one after the other.
struct Replay {
  private let target: Database
  private let projector: Projector
  private let deferred = DeferredIndex()
  private var before: Instant?

  init(from origin: Database, into target: Database) {
    self.target = target
    var projector = Projector(database: target) { (seq) throws(StoreError) in
      try Ledger.entry(seq, in: origin)
    }
    projector.deferred = deferred
    self.projector = projector
  }

  mutating func apply(_ entry: Entry) throws(StoreError) {
    try projector.apply(entry, after: before)
    before = entry.recordedAt
  }

  /// Writes what is written last.
  func finish() throws(StoreError) { try deferred.flush(into: target) }
}

extension Ledger {
  /// Makes all projections anew, and returns whether any row was different before.
  package func rebuild() throws -> Bool {
    ColumnFiles.remove(beside: path)
    return try database.transaction { () throws in
      let before = try Projections.digest(in: database)
      try database.execute("drop index if exists forecast_by_source")
      try database.execute("drop index if exists forecast_by_question")
      try Rebuild.run(in: database)
      try database.execute(Schema.forecastIndexes)
      return try before != Projections.digest(in: database)
    }
  }
}
