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

  /// Returns what differs between the stored projections and fresh ones, a row of each table.
  static func differences(
    _ database: Database, _ fresh: Database
  ) throws(StoreError) -> [Finding] {
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
      if more && wanted && one.isSame(as: other) { continue }
      let row = (wanted ? other : one).values.prefix(keys.count).joined(separator: ", ")
      return [
        Finding(
          what: "The table \(table) is not what the entries give, from the row (\(row)) on.",
          isRebuildable: true)
      ]
    }
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
        statement.add(to: &hash)
        sum &+= mixed(hash.value)
      }
      digests.append(sum)
    }
    return digests
  }
}

extension Statement {
  /// Whether the row at hand is the same as another statement's, to the byte.
  func isSame(as other: Statement) -> Bool {
    (0..<columnCount).allSatisfy { column in
      switch (kind(column), other.kind(column)) {
      case (.null, .null): true
      case (.integer, .integer): integer(column) == other.integer(column)
      case (.real, .real): real(column).bitPattern == other.real(column).bitPattern
      case (.text, .text), (.blob, .blob):
        withBlob(column) { one in other.withBlob(column) { one.elementsEqual($0) } }
      default: false
      }
    }
  }

  /// Adds the row at hand to a hash, so that different rows add different bytes.
  func add(to hash: inout FNV1a) {
    for column in 0..<columnCount {
      let kind = kind(column)
      hash.add(kind.rawValue)
      switch kind {
      case .null: break
      case .integer: hash.add(integer(column))
      case .real: hash.add(Int64(bitPattern: real(column).bitPattern))
      case .text, .blob:
        withBlob(column) { bytes in
          hash.add(Int64(bytes.count))
          hash.add(bytes)
        }
      }
    }
  }

  /// The columns of the row as text that tells their kinds apart.
  var values: [String] {
    (0..<columnCount).map { column in
      switch kind(column) {
      case .null: "null"
      case .integer: "\(integer(column))"
      case .real: "\(real(column))"
      case .text: "'\(text(column))'"
      case .blob: "x\(blob(column))"
      }
    }
  }
}
