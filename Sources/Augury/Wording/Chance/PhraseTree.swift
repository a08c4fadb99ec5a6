/// Phrases by their words, for finding the longest one that begins at a word.
struct PhraseTree<Value: Sendable>: Sendable {
  private struct Step: Hashable {
    let node: Int
    let key: WordKey
  }

  private var steps: [Step: Int] = [:]
  private var values: [Value?] = [nil]
  /// The words with which a phrase begins.
  private(set) var openings: Set<WordKey> = []

  /// Returns the value of exactly this phrase.
  subscript(phrase: String) -> Value? {
    var node = 0
    for word in ChanceWord.words(of: phrase) where !word.isMark {
      guard let next = steps[Step(node: node, key: word.key)] else { return nil }
      node = next
    }
    return values[node]
  }

  /// Puts in a phrase, unless it is there.
  mutating func insert(_ phrase: String, _ value: Value) {
    var node = 0
    for word in ChanceWord.words(of: phrase) where !word.isMark {
      if node == 0 { openings.insert(word.key) }
      let step = Step(node: node, key: word.key)
      if let next = steps[step] {
        node = next
      } else {
        values.append(nil)
        steps[step] = values.count - 1
        node = values.count - 1
      }
    }
    if node != 0, values[node] == nil { values[node] = value }
  }

  /// Returns the longest phrase that begins at a word, and the word behind it.
  func longest(in words: ArraySlice<ChanceWord>) -> (value: Value, end: Int)? {
    var node = 0
    var best: (value: Value, end: Int)?
    for index in words.indices {
      let word = words[index]
      guard index == words.startIndex ? !word.isMark : word.continues,
        let next = steps[Step(node: node, key: word.key)]
      else { break }
      node = next
      if let value = values[node] { best = (value, index + 1) }
    }
    return best
  }
}
