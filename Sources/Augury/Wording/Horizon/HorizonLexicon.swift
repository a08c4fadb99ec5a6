import Lexicons

/// The words that the grammar knows, found by their keys.
struct HorizonLexicon {
  /// What a phrase of fixed words means.
  enum Meaning {
    case holiday(HolidayRules.Rule)
    case window(HorizonWords.Window)
    case unfalsifiable
  }

  struct Entry {
    var word = HorizonWord.other
    var node: Int32 = 0
    var cue: TenseWords.Side?
  }

  private struct Edge: Hashable {
    let node: Int32
    let key: WordKey
  }

  static let shared = HorizonLexicon()

  private var entries: [WordKey: Entry] = [:]
  private var edges: [Edge: Int32] = [:]
  private var meanings: [Meaning?] = [nil]

  private init() {
    for (key, word) in HorizonVocabulary.words { entries[key] = Entry(word: word) }
    for (key, side) in TenseWords.table { entries[key, default: Entry()].cue = side }
    for (names, rule) in HolidayRules.table {
      for name in names { add(name, .holiday(rule)) }
    }
    for window in HorizonWords.windows {
      for phrase in window.phrases { add(phrase, .window(window)) }
    }
    for phrase in HorizonWords.unfalsifiable { add(phrase, .unfalsifiable) }
  }

  /// Returns what the grammar knows of a token.
  func entry(_ token: TextToken) -> Entry {
    switch token.kind {
    case .number:
      var entry = entries[token.key] ?? Entry()
      entry.word = token.value.map { .digits($0) } ?? .other
      return entry
    case .mark:
      return Entry(
        word: token.key.tail == 0 && token.key.head < 0x80
          ? .mark(UInt8(truncatingIfNeeded: token.key.head)) : .other)
    case .word:
      if let entry = entries[token.key] { return entry }
      let isPast = token.length > 4 && token.key.ends(length: token.length)
      return Entry(cue: isPast ? .past : nil)
    }
  }

  /// Returns the longest phrase of fixed words at a place; possessives, hyphens and full stops
  /// inside it are passed over.
  func longest(at place: Int, in parser: HorizonParser) -> (meaning: Meaning, end: Int)? {
    guard place < parser.nodes.count, parser.nodes[place] != 0 else { return nil }
    var node = parser.nodes[place]
    var next = place + 1
    var best: (meaning: Meaning, end: Int)?
    while true {
      if let meaning = meanings[Int(node)] { best = (meaning, next) }
      guard let step = follow(node, next, in: parser) else { return best }
      (node, next) = step
    }
  }

  private func follow(
    _ node: Int32, _ place: Int, in parser: HorizonParser
  ) -> (node: Int32, next: Int)? {
    var next = place
    joining: while next < parser.tokens.count, next < place + 2, parser.tokens[next].gap == .none {
      switch parser.words[next] {
      case .keyword(.possessive), .mark(0x2D), .mark(0x2E): next += 1
      default: break joining
      }
    }
    guard next < parser.tokens.count,
      let target = edges[Edge(node: node, key: parser.tokens[next].key)]
    else { return nil }
    return (target, next + 1)
  }

  private mutating func add(_ phrase: String, _ meaning: Meaning) {
    let words = phrase.split(separator: " ")
    insert(words, meaning)
    // `mothers day` is also `mother's day`, whose possessive is passed over.
    guard case .holiday = meaning, let index = words.firstIndex(where: { $0.last == "s" }) else {
      return
    }
    var singular = words
    singular[index] = singular[index].dropLast()
    insert(singular, meaning)
  }

  private mutating func insert(_ words: [Substring], _ meaning: Meaning) {
    guard let first = words.first else { return }
    let key = WordKey(String(first))
    var node = entries[key]?.node ?? 0
    if node == 0 {
      node = newNode()
      entries[key, default: Entry()].node = node
    }
    for word in words.dropFirst() {
      let edge = Edge(node: node, key: WordKey(String(word)))
      if let next = edges[edge] {
        node = next
      } else {
        node = newNode()
        edges[edge] = node
      }
    }
    if meanings[Int(node)] == nil { meanings[Int(node)] = meaning }
  }

  private mutating func newNode() -> Int32 {
    meanings.append(nil)
    return Int32(meanings.count - 1)
  }
}

extension WordKey {
  /// Whether a word of so many bytes, at most 16, ends in `ed`.
  func ends(length: Int) -> Bool {
    guard length <= 16, length >= 2 else { return false }
    return byte(length - 1) == 0x64 && byte(length - 2) == 0x65
  }

  private func byte(_ place: Int) -> UInt8 {
    let word = place < 8 ? head : tail
    return UInt8(truncatingIfNeeded: word >> UInt64(8 * (place & 7)))
  }
}
