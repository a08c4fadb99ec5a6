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
    try holds("scheduler", in: database)
  }

  /// Returns whether a ledger has a table or an index of a name.
  static func holds(_ name: String, in database: Database) throws(StoreError) -> Bool {
    let sql = "select 1 from sqlite_schema where name = $1"
    return try database.first(sql, .text(name)) { _ in true } ?? false
  }

  /// Gives a ledger the scheduler's tables, and its index, where it lacks them.
  static func makeOperational(_ database: Database) throws(StoreError) {
    if try !hasOperational(database) { try database.execute(operational) }
    for (name, sql) in operationalAdded where try !holds(name, in: database) {
      try database.execute(sql)
      // Which questions wait is found by looking at all of them.
      if name == "waiting" { try database.execute("update scheduler set cursor = -1") }
    }
  }

  /// What a ledger that an older program watched lacks, by name, as SQL.
  static let operationalAdded = [
    "act_for_scheduler": operationalIndex, "waiting": waiting, "channel_fault": channelFault,
    "last_look": lastLook,
  ]
}
