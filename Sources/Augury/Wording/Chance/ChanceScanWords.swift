// The grammar of worded chances: modifiers, a phrase, and a negation behind it.
extension ChanceScan {
  /// The most modifiers that are read before a phrase.
  private static let mostModifiers = 6
  /// The most words that a phrase of a table has.
  private static let longest = 12

  /// Reads modifiers and a phrase.
  func worded(at index: Int) -> Match? {
    guard var head = head(at: index) else { return nil }
    // What is no chance here is passed over whole: "the most likely outcome".
    guard allows(head, at: index) else { return Match(words: index..<head.end, next: head.end) }
    emphasize(&head)
    var draft = ChanceDraft(head.core, book: book)
    draft.apply(head.modifiers)
    return finish(draft, from: index, end: head.end, core: head.core)
  }

  /// Modifiers and the phrase they stand before.
  struct Head {
    var modifiers: [ChanceBook.Modifier] = []
    var core: ChanceCore
    var start: Int
    var end: Int
  }

  /// Reads modifiers, given from the outside in, and the longest phrase behind them.
  func head(at index: Int) -> Head? {
    var place = index
    var modifiers: [ChanceBook.Modifier] = []
    while place < words.count, place == index || words[place].gap != .paragraph {
      if let phrase = book.phrases.longest(in: window(place)), !modifies(phrase, at: place) {
        return Head(
          modifiers: modifiers, core: phrase.value, start: place, end: phrase.end)
      }
      guard modifiers.count < Self.mostModifiers,
        let modifier = ChanceBook.modifiers.longest(in: window(place))
      else { return nil }
      modifiers.append(modifier.value)
      place = modifier.end
      if let next = key(place), ["a", "an", "the", "be"].contains(next) { place += 1 }
      if isRepeated(at: place) { place += 1 }
    }
    return nil
  }

  /// Whether a word of how often denies the phrase behind it: "never likely".
  private func modifies(_ phrase: (value: ChanceCore, end: Int), at place: Int) -> Bool {
    guard phrase.value.isFrequency, phrase.end < words.count, words[phrase.end].continues,
      let modifier = ChanceBook.modifiers.longest(in: window(place)), modifier.end == phrase.end
    else { return false }
    return book.phrases.longest(in: window(phrase.end)) != nil
  }

  /// Reads "at all" behind a phrase that is denied.
  private func emphasize(_ head: inout Head) {
    guard
      let index = head.modifiers.firstIndex(where: {
        if case .negation = $0 { true } else { false }
      }),
      key(head.end) == "at", key(head.end + 1) == "all"
    else { return }
    head.modifiers[index] = .strongNegation
    head.end += 2
  }

  private func window(_ start: Int) -> ArraySlice<ChanceWord> {
    words[start..<min(start + Self.longest, words.count)]
  }

  /// Whether a comma stands here between two of the same modifier: "very, very".
  private func isRepeated(at place: Int) -> Bool {
    guard place > 0, place + 1 < words.count, words[place].key == "," else { return false }
    return words[place - 1].key == words[place + 1].key
  }

  /// Whether what stands around the phrase leaves it a statement of chance.
  private func allows(_ head: Head, at index: Int) -> Bool {
    let phrase = head.core.phrase
    if phrase == "odds are" || phrase == "chances are" {
      return key(head.end).map(Self.subjects.contains) ?? isWhole
    }
    if isWhole { return true }
    guard !head.core.isFrequency else { return false }
    let before = keyBefore(index)
    if let before, Self.comparing.contains(before) { return false }
    if words[head.start].key == "most" || words[index].key == "most" {
      if let before, Self.determiners.contains(before) { return false }
    }
    switch phrase {
    case "likely": return key(head.end).map { !["voter", "voters"].contains($0) } ?? true
    case "probable": return key(head.end) != "cause"
    case "certain", "remote", "uncertain", "a given":
      guard key(head.end).map(Self.adjuncts.contains) ?? true else { return false }
      return !head.modifiers.isEmpty || before.map(Self.copulas.contains) ?? false
    case "coin flip", "coin toss", "toss up", "flip of a coin":
      let place = before == "a" ? index - 1 : index
      return keyBefore(place).map(Self.copulas.contains) ?? false
    case "a chance", "long shot":
      return key(head.end).map { $0 != "to" && Self.adjuncts.contains($0) } ?? true
    case "we believe", "i believe", "do not believe", "does not believe", "do not think",
      "does not think", "do not expect", "does not expect":
      return key(head.end).map { !Self.objects.contains($0) } ?? true
    case "may", "might", "could", "may well", "might well", "could well":
      return allowsModal(at: head.start, end: head.end, before: before)
    case "possible": return before.map { !["if", "where", "when", "best"].contains($0) } ?? true
    default: return true
    }
  }

  /// Whether "may", "might" or "could" is a verb that says what is open.
  private func allowsModal(at index: Int, end: Int, before: WordKey?) -> Bool {
    if words[index].isCapitalized || key(end) == nil || key(end) == "have" { return false }
    if words[index].key == "could", key(end) == "not" { return false }
    return before.map { !Self.determiners.contains($0) } ?? true
  }

  /// Adds a negation behind the phrase, and passes over "will" and "going to".
  func finish(_ start: ChanceDraft, from index: Int, end: Int, core: ChanceCore) -> Match {
    var draft = start
    var span = index..<end
    var next = end
    let isNoun = Self.nounEndings.contains(words[end - 1].key)
    if !isNoun, let last = negation(after: end) {
      draft.complement()
      span = index..<last
      next = last
    } else if !isNoun, key(end) == "will" {
      next = end + 1
    }
    if key(next) == "going", key(next + 1) == "to" { next += 2 }
    return Match(draft: draft, words: span, next: next, governs: isNoun || Self.believes(core))
  }

  /// Returns the word behind a "not" that stands here, perhaps after "will" or "is".
  private func negation(after place: Int) -> Int? {
    var place = place
    if let verb = key(place), ["will", "is", "are", "'s", "do", "does", "would"].contains(verb) {
      place += 1
    }
    guard key(place) == "not" else { return nil }
    if let next = key(place + 1), ["only", "just", "merely", "simply"].contains(next) {
      return nil
    }
    return place + 1
  }

  private static func believes(_ core: ChanceCore) -> Bool {
    ["believe", "doubt", "think", "expect"].contains { core.phrase.hasSuffix($0) }
  }

  private static let comparing: Set<WordKey> = [
    "more", "less", "as", "how", "equally", "whether", "neither", "nor",
  ]
  private static let nounEndings: Set<WordKey> = chanceNouns.union([
    "possibility", "believe", "doubt", "think", "expect", "matter", "time", "shot",
  ])
  static let determiners: Set<WordKey> = [
    "the", "his", "her", "its", "their", "our", "my", "your", "'s", "military", "own", "free",
    "good", "political", "at", "in", "last", "this", "late", "early", "mid", "since", "by", "of",
  ]
  static let copulas: Set<WordKey> = [
    "is", "are", "'s", "'re", "be", "seems", "seem", "looks", "look", "remains", "remain",
    "appears", "appear", "am", "'m", "was", "were", "now", "not",
  ]
  private static let adjuncts: Set<WordKey> = [
    "to", "that", "of", "about", "if", "when", "by", "in", "for", "and", "but", "or", "at", "he",
    "she", "it", "they", "we", "you", "i", "this", "as", "on", "until", "before", "after", "now",
  ]
  private static let objects: Set<WordKey> = [
    "in", "him", "her", "them", "me", "us", "you", "so", "of", "about",
  ]
  private static let subjects: Set<WordKey> = [
    "that", "the", "a", "an", "he", "she", "it", "they", "we", "you", "i", "this", "there", "his",
    "her", "their", "its", "our", "your", "my", "these", "those",
  ]
}
