internal import Augury

/// Identifiers and words of a bulk load, put into their tables at its end in ascending order.
///
/// Both tables are kept in the order of their texts, so that rows in the order of entries would
/// land all over them; in the order of texts they are written once, page after page.
final class DeferredIndex {
  private var identifiers: [(id: Identifier, number: Int64)] = []
  private var numbers: [Identifier: Int64] = [:]
  private var places: [String: Int32] = [:]
  private var words: [String] = []
  private var postings: [(word: Int32, kind: Int8, number: Int64)] = []

  /// Adds a thing that later entries may name.
  func add(_ id: Identifier, _ number: Int64) {
    identifiers.append((id, number))
    numbers[id] = number
  }

  /// Adds a thing that no later entry of the same load names.
  func add(unnamed id: Identifier, _ number: Int64) { identifiers.append((id, number)) }

  /// The number of a thing that waits here.
  func number(of id: Identifier) -> Int64? { numbers[id] }

  func add(_ text: String, _ kind: WordKind, _ number: Int64) {
    let found = Words.of(text)
    for (index, word) in found.enumerated() where !found[..<index].contains(word) {
      postings.append((place(of: word), Int8(kind.rawValue), number))
    }
  }

  private func place(of word: String) -> Int32 {
    if let known = places[word] { return known }
    let fresh = Int32(words.count)
    places[word] = fresh
    words.append(word)
    return fresh
  }

  /// Writes everything and starts anew.
  func flush(into database: Database) throws(StoreError) {
    identifiers.sort { $0.id < $1.id }
    let name = try database.prepare("insert into identifier (id, number) values ($1, $2)")
    for (id, number) in identifiers {
      name.bind(1, .text(id.text))
      name.bind(2, .integer(number))
      try name.run()
    }
    (identifiers, numbers) = ([], [:])
    try flushWords(into: database)
  }

  private func flushWords(into database: Database) throws(StoreError) {
    let order = words.indices.sorted { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
    var rank = [Int32](repeating: 0, count: words.count)
    for (position, place) in order.enumerated() { rank[place] = Int32(position) }
    postings.sort {
      (rank[Int($0.word)], $0.kind, $0.number) < (rank[Int($1.word)], $1.kind, $1.number)
    }
    let insert = try database.prepare(
      """
      insert into word (word, kind, number) values ($1, $2, $3)
      on conflict (word, kind, number) do nothing
      """)
    var last: Int32 = -1
    for posting in postings {
      if posting.word != last { insert.bind(1, .text(words[Int(posting.word)])) }
      last = posting.word
      insert.bind(2, .integer(Int64(posting.kind)))
      insert.bind(3, .integer(posting.number))
      try insert.run()
    }
    (places, words, postings) = ([:], [], [])
  }
}
