package import Augury

/// A thing that was named: its number and its identifier.
package struct Thing: Sendable, Hashable {
  package let number: Int64
  package let id: Identifier
}

extension Snapshot {
  /// Finds the one thing whose identifier begins with a text.
  ///
  /// - Parameters:
  ///   - reference: At least six characters of an identifier, or all of it.
  ///   - kinds: The kinds of thing that will do.
  /// - Returns: The thing.
  /// - Throws: ``LookupError`` when nothing or more than one thing fits.
  package func find(_ reference: String, _ kinds: [IdentifierKind]) throws -> Thing {
    let text = reference.lowercased()
    guard Identifier.isPrefix(text) else { throw LookupError.malformed(reference) }
    guard text.utf8.count >= Identifier.shortest else { throw LookupError.tooShort(reference) }
    let found = try things(beginning: text, limit: 6)
    guard let thing = found.first else {
      throw LookupError.noSuch(reference, nouns: kinds.map(\.noun))
    }
    guard found.count == 1 else {
      throw LookupError.several(reference, candidates: try found.map { try short($0.id) })
    }
    guard let kind = thing.id.kind, kinds.contains(kind) else {
      throw LookupError.wrongKind(
        reference, is: thing.id.kind?.noun ?? "thing", wanted: kinds.map(\.noun))
    }
    return thing
  }

  /// Returns the shortest text of at least six characters that names a thing alone.
  package func short(_ id: Identifier) throws(StoreError) -> String {
    try IdentifierIndex.short(id, in: database)
  }

  private func things(beginning prefix: String, limit: Int) throws(StoreError) -> [Thing] {
    // '~' comes after every digit of an identifier.
    try database.all(
      """
      select id, number from identifier where id >= $2 and id < $3 and number <= $1
      order by id limit \(limit)
      """, .integer(seq), .text(prefix), .text(prefix + "~")
    ) { (row) throws(StoreError) in
      guard let id = Identifier(row.text(0)) else { throw .damaged("\(row.text(0)) is no name") }
      return Thing(number: row.integer(1), id: id)
    }
  }

  /// Returns the identifier of the thing that an entry introduced.
  package func id(of number: Int64) throws(StoreError) -> Identifier {
    guard let id = try ledger.entry(number)?.body.id else {
      throw .damaged("entry #\(number) introduces nothing")
    }
    return id
  }

  /// Finds a source by one of its names, however it is spelt in case, accents and punctuation.
  ///
  /// - Returns: The number of the source that stands for it after merging, or nothing.
  package func source(named name: String) throws(StoreError) -> Int64? {
    let sql = """
      select source from source_name where key = $2 and \(Snapshot.stands())
      order by source limit 1
      """
    guard
      let number = try database.first(
        sql, .integer(seq), .text(SourceName.key(name)), make: { $0.integer(0) })
    else { return nil }
    return try canonical(number)
  }

  /// Finds a source by an identifier or a name.
  package func findSource(_ text: String) throws -> Int64 {
    if let number = try source(named: text) { return number }
    if Identifier.isPrefix(text.lowercased()), text.utf8.count >= Identifier.shortest,
      text.lowercased().first == IdentifierKind.source.rawValue,
      let thing = try? find(text, [.source])
    {
      return try canonical(thing.number)
    }
    throw LookupError.noSource(text, similar: try similarNames(to: text))
  }

  private func similarNames(to text: String) throws(StoreError) -> [String] {
    let names = try database.all(
      "select distinct name from source_name where \(Snapshot.stands())", .integer(seq),
      make: { $0.text(0) })
    let rated = names.map { (name: $0, likeness: Words.likeness($0, text)) }
    return rated.filter { $0.likeness > 0.3 }.sorted { $0.likeness > $1.likeness }.prefix(3)
      .map(\.name)
  }
}

/// All identifiers of a ledger in their order.
enum IdentifierIndex {
  /// Returns the shortest text of at least six characters that names a thing alone.
  static func short(_ id: Identifier, in database: Database) throws(StoreError) -> String {
    let before = try neighbour("select max(id) from identifier where id < $1", id, database)
    let after = try neighbour("select min(id) from identifier where id > $1", id, database)
    let common = [before, after].map { shared(id.text, $0 ?? "") }.max() ?? 0
    return String(id.text.prefix(max(Identifier.shortest, common + 1)))
  }

  private static func neighbour(
    _ sql: String, _ id: Identifier, _ database: Database
  ) throws(StoreError) -> String? {
    try database.first(sql, .text(id.text), make: { $0.optionalText(0) }) ?? nil
  }

  private static func shared(_ one: String, _ other: String) -> Int {
    zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
  }
}

extension Snapshot {
  /// Returns the entry that merged a source into another, by one of its own names or its
  /// identifier.
  package func merge(givingUp text: String) throws -> Int64? {
    let numbers = try database.all(
      "select source from source_name where key = $2 and \(Snapshot.stands())",
      .integer(seq), .text(SourceName.key(text)), make: { $0.integer(0) })
    let candidates = try numbers.isEmpty ? [find(text, [.source]).number] : numbers
    for number in candidates {
      let found = try database.first(
        "select number from act where kind = 'merge' and subject = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(number), make: { $0.integer(0) })
      if let found { return found }
    }
    return nil
  }
}
