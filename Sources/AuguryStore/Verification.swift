package import Augury

/// Something that `verify` found wrong.
package struct Finding: Sendable, Equatable {
  /// The entry it concerns, where it is one.
  package var entry: Int64?
  /// What is wrong, as one sentence.
  package var what: String
  /// Whether `augury rebuild` puts it right.
  package var isRebuildable = false

  package init(entry: Int64? = nil, what: String, isRebuildable: Bool = false) {
    self.entry = entry
    self.what = what
    self.isRebuildable = isRebuildable
  }
}

/// What `verify` did and found.
package struct Verification: Sendable {
  /// The root worked out from the stored bytes.
  package var root: Root
  /// How many entries have their bytes.
  package var checked: Int64 = 0
  /// The entries whose bytes were redacted.
  package var redacted: [Int64] = []
  /// The entries whose clock had jumped.
  package var marked: [Int64: ClockMark] = [:]
  /// The archived documents that entries name, by hash, each with the first entry that does.
  package var documents: [String: Int64] = [:]
  /// What is wrong.
  package var findings: [Finding] = []
}

extension Ledger {
  /// Derives everything anew from the stored bytes and holds it against what is stored.
  ///
  /// - Parameter kept: A root that was kept elsewhere: only that shows a cut tail or a ledger that
  ///   was rewritten as a whole.
  /// - Returns: What was checked, with everything that is wrong.
  /// - Throws: ``StoreError`` when the file cannot be read at all.
  package func verify(against kept: Root? = nil) throws -> Verification {
    try read { () throws in
      let fresh = try Projections.empty()
      try fresh.execute("begin")
      var check = EntryCheck(
        database, ledger: id, kept: kept, replay: Replay(from: database, into: fresh))
      var verification = try check.run()
      if check.isReplayed {
        verification.findings += try Projections.differences(database, fresh)
      }
      verification.findings += try schemaFindings()
      verification.findings += try structureFindings()
      return verification
    }
  }

  /// Returns the root of the ledger, or of one of its beginnings.
  package func root(size: Int64? = nil) throws -> Root {
    try read { () throws in
      let head = try Head(in: database)
      guard let size, size != head.size else {
        return Root(size: head.size, hash: head.frontier.root)
      }
      guard size >= 1, size < head.size else {
        throw LookupError.noEntry(size - 1, last: head.size - 1)
      }
      var frontier = MerkleFrontier()
      let leaves = try database.prepare("select leaf from entry where seq < $1 order by seq")
      leaves.bind([.integer(size)])
      while try leaves.step() {
        guard let leaf = leaves.withBlob(0, { MerkleHash(bytes: $0) }) else {
          throw StoreError.damaged("entry #\(frontier.size) has no leaf hash")
        }
        frontier.append(leaf)
      }
      return Root(size: size, hash: frontier.root)
    }
  }

  private func schemaFindings() throws(StoreError) -> [Finding] {
    let fresh = try Projections.empty()
    try fresh.execute("drop table act")
    for table in Schema.projectionTables where table != "act" {
      try fresh.execute("drop table \(table)")
    }
    for sql in [
      Schema.entries, Schema.projections, Schema.guards, Schema.indexes, Schema.forecastIndexes,
    ] { try fresh.execute(sql) }
    if try Schema.hasOperational(database) { try Schema.makeOperational(fresh) }
    func objects(_ database: Database) throws(StoreError) -> [String: String] {
      let sql = "select name, coalesce(sql, '') from sqlite_schema"
      return Dictionary(
        try database.all(sql, make: { ($0.text(0), $0.text(1)) }), uniquingKeysWith: { $1 })
    }
    let found = try objects(database)
    var wanted = try objects(fresh)
    for name in Schema.operationalAdded.keys where found[name] == nil { wanted[name] = nil }
    // A file of an older form that cannot be written to stays as it is.
    let version =
      database.isReadOnly ? min(try pragma("user_version"), Schema.version) : Schema.version
    if version < Schema.version { for table in Schema.added { wanted[table] = nil } }
    for (name, wanted) in [("application_id", Schema.applicationID), ("user_version", version)] {
      let value = try pragma(name)
      if value != wanted {
        return [Finding(what: "The file's \(name) is \(value), not \(wanted).")]
      }
    }
    return Set(found.keys).union(wanted.keys).sorted().filter { found[$0] != wanted[$0] }.map {
      Finding(what: "The definition of \($0) in the file is not the one this program makes.")
    }
  }

  private func pragma(_ name: String) throws(StoreError) -> Int64 {
    try database.first("pragma \(name)", make: { $0.integer(0) }) ?? 0
  }

  private func structureFindings() throws(StoreError) -> [Finding] {
    let lines = try database.all("pragma integrity_check(20)", make: { $0.text(0) })
    guard lines != ["ok"] else { return [] }
    return lines.map { Finding(what: "The database file is damaged: \($0).") }
  }
}
