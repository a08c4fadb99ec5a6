internal import Augury

/// A question that a new text may be a repetition of.
package struct Duplicate: Sendable {
  package let number: Int64
  package let text: String
  /// Whether the two have the same words in the same order.
  package let isSame: Bool
  /// How alike they are, 0…1.
  package let likeness: Double
}

extension Snapshot {
  /// How alike two texts must be to be pointed out.
  package static let likenessBar = 0.8

  /// A word in more questions than this says too little to look behind it.
  private static let rarity = 256

  /// Finds the question with the same words as a text in the same order.
  package func sameQuestion(as text: String) throws(StoreError) -> Int64? {
    let words = Words.of(text)
    return try sameWords(text).first { Words.of($0.text) == words }?.number
  }

  /// Finds the questions that a text may repeat: first the one with the same words in the same
  /// order, then those with the same words or with trigrams that are alike, most alike first.
  ///
  /// Candidates share a rare word with the text, and are found by the index of words.
  package func duplicates(of text: String) throws(StoreError) -> [Duplicate] {
    let words = Words.of(text)
    var found = try sameWords(text).map { other in
      Duplicate(
        number: other.number, text: other.text, isSame: Words.of(other.text) == words, likeness: 1)
    }
    let trigrams = Words.trigrams(text)
    for number in try candidates(Words.different(text))
    where !found.contains(where: { $0.number == number }) {
      guard let other = try questionText(number) else { continue }
      let likeness = Words.likeness(trigrams, Words.trigrams(other))
      guard likeness >= Snapshot.likenessBar else { continue }
      found.append(Duplicate(number: number, text: other, isSame: false, likeness: likeness))
    }
    return found.sorted { ($0.isSame ? 2 : $0.likeness) > ($1.isSame ? 2 : $1.likeness) }
  }

  /// The questions that share a rare word with a text.
  private func candidates(_ words: [String]) throws(StoreError) -> [Int64] {
    let index = WordIndex(database: database)
    var numbers: [Int64] = []
    for word in words {
      numbers += try index.numbers(of: word, .question, atMost: Snapshot.rarity) ?? []
    }
    numbers.sort()
    return numbers.enumerated().filter { $0.offset == 0 || numbers[$0.offset - 1] != $0.element }
      .map(\.element)
  }

  private func questionText(_ number: Int64) throws(StoreError) -> String? {
    try database.first(
      "select text from question where number = $2 and \(Snapshot.stands())",
      .integer(seq), .integer(number), make: { $0.text(0) })
  }

  private func sameWords(_ text: String) throws(StoreError) -> [(number: Int64, text: String)] {
    let rows = try database.all(
      "select number, text from question where text_key = $2 and \(Snapshot.stands()) limit 20",
      .integer(seq), .integer(Words.key(text)), make: { (number: $0.integer(0), text: $0.text(1)) })
    let words = Set(Words.of(text))
    return rows.filter { Set(Words.of($0.text)) == words }
  }
}
