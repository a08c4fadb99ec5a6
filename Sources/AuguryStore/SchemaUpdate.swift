extension Schema {
  /// The tables that ledgers of an older form lack.
  static let added = ["reading"]

  /// Gives a ledger of an older form the tables that it lacks; no entry changes.
  ///
  /// A file that cannot be written to gets them beside it, for as long as it is open.
  static func bringUpToDate(_ database: Database) throws(StoreError) {
    if database.isReadOnly {
      let beside = "create temp table" + reading.dropFirst("create table".count)
      return try database.execute(beside)
    }
    try database.execute(reading)
    try database.execute("pragma user_version = \(version)")
  }

  /// Returns whether a ledger has the scheduler's tables.
  static func hasOperational(_ database: Database) throws(StoreError) -> Bool {
    try database.first("select 1 from sqlite_schema where name = 'scheduler'") { _ in true }
      ?? false
  }

  /// Returns whether the scheduler keeps which questions wait.
  static func hasWaiting(_ database: Database) throws(StoreError) -> Bool {
    try database.first("select 1 from sqlite_schema where name = 'waiting'") { _ in true } ?? false
  }

  /// Gives a ledger the scheduler's tables, and its index, where it lacks them.
  static func makeOperational(_ database: Database) throws(StoreError) {
    if try !hasOperational(database) { try database.execute(operational) }
    try database.execute(operationalIndex)
    if try !hasWaiting(database) {
      try database.execute(waiting)
      // Which questions wait is found by looking at all of them.
      try database.execute("update scheduler set cursor = -1")
    }
  }

  /// What the scheduler's next pass makes in a ledger that an older program watched.
  static let operationalAdded = ["act_for_scheduler", "waiting"]
}
