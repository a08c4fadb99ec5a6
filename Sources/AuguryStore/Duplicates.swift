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
  private static let rarity = 200

  /// Finds the questions that a text may repeat: first the one with the same words, then those
  /// whose trigrams are alike.
  ///
  /// Candidates share a rare word with the text, and are found by the index of words.
  package func duplicates(of text: String) throws(StoreError) -> [Duplicate] {
    var candidates = Set(try sameWords(text))
    for word in Set(Words.of(text)).sorted() {
      let numbers = try database.all(
        "select number from word where word = $1 and kind = 1 limit \(Snapshot.rarity + 1)",
        .text(word), make: { $0.integer(0) })
      if numbers.count <= Snapshot.rarity { candidates.formUnion(numbers) }
    }
    let words = Words.of(text)
    let key = Words.key(text)
    var found: [Duplicate] = []
    for number in candidates.sorted() {
      guard
        let other = try database.first(
          "select text from question where number = $2 and \(Snapshot.stands())",
          .integer(seq), .integer(number), make: { $0.text(0) })
      else { continue }
      let likeness = Words.key(other) == key ? 1 : Words.likeness(text, other)
      guard likeness >= Snapshot.likenessBar else { continue }
      found.append(
        Duplicate(
          number: number, text: other, isSame: Words.of(other) == words, likeness: likeness))
    }
    return found.sorted { ($0.isSame ? 2 : $0.likeness) > ($1.isSame ? 2 : $1.likeness) }
  }

  private func sameWords(_ text: String) throws(StoreError) -> [Int64] {
    try database.all(
      "select number from question where text_key = $2 and \(Snapshot.stands()) limit 20",
      .integer(seq), .integer(Words.key(text)), make: { $0.integer(0) })
  }
}
