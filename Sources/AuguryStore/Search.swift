internal import Augury

/// One thing that a search found.
package struct Hit: Sendable {
  package enum Place: String, Sendable {
    case question, source, quote
  }
  /// Where the words stand.
  package let place: Place
  /// The number of the question, source or forecast.
  package let number: Int64
  /// The text they stand in.
  package let text: String
}

extension Snapshot {
  /// Finds the questions, sources and quotes that hold all words of a query, newest first.
  ///
  /// A word that ends in `*` stands for all words that begin like it.
  package func search(_ query: String, limit: Int) throws(StoreError) -> [Hit] {
    let terms = Snapshot.terms(of: query)
    var counts: [Int] = []
    for term in terms { counts.append(try count(term)) }
    guard let least = counts.indices.min(by: { counts[$0] < counts[$1] }) else { return [] }
    let rarest = terms[least]
    let others = terms.filter { $0 != rarest }
    var hits: [Hit] = []
    for kind in WordKind.allCases {
      hits += try search(kind, rarest, others, all: terms, limit: limit)
    }
    return Array(hits.sorted { $0.number > $1.number }.prefix(limit))
  }

  /// Walks the places of one word, newest first, until enough of them hold all words.
  private func search(
    _ kind: WordKind, _ rarest: Term, _ others: [Term], all terms: [Term], limit: Int
  ) throws(StoreError) -> [Hit] {
    let statement = try database.prepare(
      """
      select \(rarest.isPrefix ? "distinct" : "") number from word
      where kind = $1 and \(rarest.condition(2)) order by number desc
      """)
    statement.bind([.integer(kind.rawValue)] + rarest.values)
    var hits: [Hit] = []
    while hits.count < limit, try statement.step() {
      let number = statement.integer(0)
      guard number <= seq, try holds(others, kind, number), let hit = try hit(kind, number),
        Snapshot.matches(hit.text, terms)
      else { continue }
      hits.append(hit)
    }
    return hits
  }

  struct Term: Equatable {
    var word: String
    var isPrefix: Bool

    func condition(_ first: Int) -> String {
      isPrefix ? "word >= $\(first) and word < $\(first + 1)" : "word = $\(first)"
    }

    var values: [SQLValue] { isPrefix ? [.text(word), .text(word + "\u{10ffff}")] : [.text(word)] }
  }

  static func terms(of query: String) -> [Term] {
    query.split(separator: " ").flatMap { part -> [Term] in
      let words = Words.of(String(part))
      return words.enumerated().map { index, word in
        Term(word: word, isPrefix: part.hasSuffix("*") && index == words.count - 1)
      }
    }
  }

  private func count(_ term: Term) throws(StoreError) -> Int {
    let statement = try database.prepare(
      "select count(*) from (select 1 from word where \(term.condition(1)) limit 1000)")
    statement.bind(term.values)
    return try statement.step() ? Int(statement.integer(0)) : 0
  }

  private func holds(
    _ terms: [Term], _ kind: WordKind, _ number: Int64
  ) throws(StoreError) -> Bool {
    for term in terms where try !holds(term, kind, number) { return false }
    return true
  }

  private func holds(_ term: Term, _ kind: WordKind, _ number: Int64) throws(StoreError) -> Bool {
    let statement = try database.statement(
      "select 1 from word where kind = $1 and number = $2 and \(term.condition(3)) limit 1")
    statement.bind([.integer(kind.rawValue), .integer(number)] + term.values)
    defer { statement.reset() }
    return try statement.step()
  }

  /// The index also holds words that a later correction took out.
  private static func matches(_ text: String, _ terms: [Term]) -> Bool {
    let words = Words.of(text)
    return terms.allSatisfy { term in
      words.contains { term.isPrefix ? $0.hasPrefix(term.word) : $0 == term.word }
    }
  }

  private func hit(_ kind: WordKind, _ number: Int64) throws(StoreError) -> Hit? {
    switch kind {
    case .question:
      return try database.first(
        "select text from question where number = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(number)
      ) { Hit(place: .question, number: number, text: $0.text(0)) }
    case .source:
      let names = try database.all(
        "select name from source_name where source = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(number), make: { $0.text(0) })
      return names.isEmpty
        ? nil : Hit(place: .source, number: number, text: names.joined(separator: " · "))
    case .quote:
      guard try stands(forecast: number), let quote = try forecast(number)?.wording?.quote else {
        return nil
      }
      return Hit(place: .quote, number: number, text: quote)
    }
  }
}
