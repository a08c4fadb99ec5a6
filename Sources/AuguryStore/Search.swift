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
    guard !terms.isEmpty else { return [] }
    var hits: [Hit] = []
    for kind in WordKind.allCases {
      var found = 0
      try forEachNumber(holding: terms, kind) { (number) throws(StoreError) in
        guard number <= seq, let hit = try hit(kind, number), Snapshot.matches(hit.text, terms)
        else { return true }
        hits.append(hit)
        found += 1
        return found < limit
      }
    }
    return Array(hits.sorted { $0.number > $1.number }.prefix(limit))
  }

  /// Hands over the numbers of the things that once held all words of a query, newest first.
  ///
  /// The closure says whether it wants more. One whole word is read from its end on, as far as is needed.
  private func forEachNumber(
    holding terms: [Term], _ kind: WordKind, _ body: (Int64) throws(StoreError) -> Bool
  ) throws(StoreError) {
    guard terms.count == 1, let term = terms.first, !term.isPrefix else {
      for number in try numbers(holding: terms, kind) where try !body(number) { return }
      return
    }
    let index = WordIndex(database: database)
    var block = try index.lastBlock(of: term.word, kind).block
    while block >= 0 {
      let numbers = try index.numbers(of: term.word, kind, block: block)
      for number in numbers.sorted(by: >) where try !body(number) { return }
      block -= 1
    }
  }

  /// The numbers of the things that once held all words of a query, newest first.
  func numbers(holding terms: [Term], _ kind: WordKind) throws(StoreError) -> [Int64] {
    let index = WordIndex(database: database)
    var common: Set<Int64>?
    for term in terms {
      let numbers =
        try term.isPrefix
        ? index.numbers(beginning: term.word, kind) : index.numbers(of: term.word, kind)
      common = common.map { $0.intersection(numbers) } ?? Set(numbers)
      if common?.isEmpty ?? true { return [] }
    }
    return (common ?? []).sorted(by: >)
  }

  struct Term: Equatable {
    var word: String
    var isPrefix: Bool
  }

  static func terms(of query: String) -> [Term] {
    query.split(separator: " ").flatMap { part -> [Term] in
      let words = Words.of(String(part))
      return words.enumerated().map { index, word in
        Term(word: word, isPrefix: part.hasSuffix("*") && index == words.count - 1)
      }
    }
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
