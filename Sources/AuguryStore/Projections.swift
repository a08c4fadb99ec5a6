internal import Augury

/// Compares the stored projections with those that the entries give.
enum Projections {
  /// Returns a database of its own with empty projections; it goes to disk only when it is large.
  static func empty() throws(StoreError) -> Database {
    let database = try Database(path: "", create: true)
    try database.execute("pragma journal_mode = off; pragma synchronous = off")
    try database.execute(Schema.projections)
    return database
  }

  /// Returns what differs, at most a few rows per table.
  static func differences(in database: Database) throws(StoreError) -> [Finding] {
    let fresh = try empty()
    do {
      try fresh.execute("begin")
      try Rebuild.replay(from: database, into: fresh, through: .max)
      try fresh.execute("commit")
    } catch {
      return [Finding(what: "The projections cannot be derived: \(error.what)")]
    }
    var findings: [Finding] = []
    for table in Schema.projectionTables {
      findings += try differences(table, database, fresh)
    }
    return findings
  }

  private static func differences(
    _ table: String, _ stored: Database, _ fresh: Database
  ) throws(StoreError) -> [Finding] {
    let keys = try fresh.all(
      "select name from pragma_table_info('\(table)') where pk > 0 order by pk",
      make: { $0.text(0) })
    let sql = "select * from \(table) order by \(keys.joined(separator: ", "))"
    let one = try stored.prepare(sql)
    let other = try fresh.prepare(sql)
    while true {
      let (more, wanted) = (try one.step(), try other.step())
      guard more || wanted else { return [] }
      if more && wanted && Projections.same(one.values, other.values) { continue }
      let row = (wanted ? other : one).values.prefix(keys.count).joined(separator: ", ")
      return [
        Finding(
          what: "The table \(table) is not what the entries give, from the row (\(row)) on.",
          isRebuildable: true)
      ]
    }
  }

  /// Tells whether two rows are the same to the byte; texts are equal sooner than their bytes.
  private static func same(_ one: [String], _ other: [String]) -> Bool {
    one.elementsEqual(other) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Spreads every bit over all of them, as SplitMix64 does (Steele, Lea and Flood 2014), so that
  /// values that trade places between two rows do not cancel out in a sum.
  private static func mixed(_ value: Int64) -> Int64 {
    var bits = UInt64(bitPattern: value)
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int64(bitPattern: bits ^ (bits >> 31))
  }

  /// Returns a number that changes when any row of a projection changes.
  static func digest(in database: Database) throws(StoreError) -> [Int64] {
    var digests: [Int64] = []
    for table in Schema.projectionTables {
      var sum: Int64 = 0
      let statement = try database.prepare("select * from \(table)")
      while try statement.step() {
        var hash = FNV1a()
        for value in statement.values {
          hash.add(value.utf8)
          hash.add(UInt8(0))
        }
        sum &+= mixed(hash.value)
      }
      digests.append(sum)
    }
    return digests
  }
}

extension Statement {
  /// The columns of the row as text that tells their kinds apart.
  var values: [String] {
    (0..<columnCount).map { column in
      switch value(column) {
      case .null: "null"
      case .integer(let integer): "\(integer)"
      case .real(let real): "\(real)r"
      case .text(let text): "'\(text)'"
      case .blob(let bytes): "x\(bytes)"
      }
    }
  }
}
