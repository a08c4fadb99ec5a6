internal import Augury

/// The search for words and phrases in a page or a feed.
struct WordSearch {
  private let phrases: [(text: String, words: [String])]

  /// Creates the search for all of some phrases; one without a letter or digit is refused.
  init(_ phrases: [String]) throws(RuleError) {
    guard !phrases.isEmpty else {
      throw .unfit("The rule has no word to look for.", remedy: "Give the rule words.")
    }
    let read = phrases.map { ($0, Words.of($0)) }
    if let empty = read.first(where: { $0.1.isEmpty }) {
      throw .unfit(
        "“\(empty.0.clipped)” has no word to look for.", remedy: "Give the rule words.")
    }
    self.phrases = read
  }

  /// Returns what a page or a feed says: that it holds all phrases, or which it lacks.
  ///
  /// Case and accents do not matter. A phrase has to stand in one block of a page, word for word;
  /// several may stand in several blocks, but in a feed all in one item.
  func find(in text: String) -> RuleFinding {
    guard let items = FeedReader.items(of: text) else { return page(PageText.blocks(of: text)) }
    for item in items {
      let found = search(item.blocks)
      if found.missing.isEmpty { return .evidence(words: words(of: item, found.excerpt)) }
    }
    return .nothing(
      words: "No item of the feed, of \(items.count), holds \(list(phrases.map(\.text))).")
  }

  private func page(_ blocks: [String]) -> RuleFinding {
    let found = search(blocks)
    guard found.missing.isEmpty else {
      return .nothing(words: "The page does not hold \(list(found.missing)).")
    }
    return .evidence(words: "The page holds \(list(phrases.map(\.text))): “\(found.excerpt)”")
  }

  private func words(of item: FeedItem, _ excerpt: String) -> String {
    var words = "An item of the feed holds \(list(phrases.map(\.text))): “\(excerpt)”"
    if let date = item.date { words += ", \(date.clipped)" }
    if let link = item.link { words += ", \(link.clipped(to: 300))" }
    return words
  }

  /// Returns the beginning of the first block that holds a phrase, and the phrases that none holds.
  private func search(_ blocks: [String]) -> (excerpt: String, missing: [String]) {
    var excerpt = ""
    var missing = phrases
    for block in blocks where !missing.isEmpty {
      let words = Words.of(block)
      let before = missing.count
      missing.removeAll { stands($0.words, in: words) }
      if missing.count < before, excerpt.isEmpty { excerpt = block.clipped(to: 200) }
    }
    return (excerpt, missing.map(\.text))
  }

  /// Whether words stand one after the other among others.
  private func stands(_ phrase: [String], in words: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...words.count - phrase.count).contains { start in
      phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
    }
  }

  private func list(_ texts: [String]) -> String {
    texts.map { "“\($0.clipped)”" }.joined(separator: ", ")
  }
}
