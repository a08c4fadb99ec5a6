internal import Augury

/// The search for words and phrases in a page or a feed.
struct WordSearch {
  private let phrases: [(text: String, words: [String])]

  /// Creates the search for all of some phrases; one without a letter or digit is refused.
  init(_ phrases: [String]) throws(RuleError) {
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
      if let excerpt = excerpt(from: item.blocks) { return found(item, excerpt) }
    }
    return .nothing(
      words: "No item of the feed, of \(items.count), holds \(list(phrases.map(\.text))).")
  }

  private func page(_ blocks: [String]) -> RuleFinding {
    if let excerpt = excerpt(from: blocks) {
      return .evidence(words: "The page holds \(list(phrases.map(\.text))): “\(excerpt)”")
    }
    let missing = phrases.filter { phrase in !blocks.contains { holds($0, phrase.words) } }
    return .nothing(words: "The page does not hold \(list(missing.map(\.text))).")
  }

  private func found(_ item: FeedItem, _ excerpt: String) -> RuleFinding {
    var words = "An item of the feed holds \(list(phrases.map(\.text))): “\(excerpt)”"
    if let date = item.date { words += ", \(date.clipped)" }
    if let link = item.link { words += ", \(link.clipped(to: 300))" }
    return .evidence(words: words)
  }

  /// The beginning of the first block that holds the first phrase, where all are held.
  private func excerpt(from blocks: [String]) -> String? {
    var excerpt: String?
    var missing = phrases.map(\.words)
    for block in blocks where !missing.isEmpty {
      let words = Words.of(block)
      let before = missing.count
      missing.removeAll { stands($0, in: words) }
      if missing.count < before, excerpt == nil { excerpt = block.clipped(to: 200) }
    }
    return missing.isEmpty ? excerpt : nil
  }

  private func holds(_ block: String, _ phrase: [String]) -> Bool {
    stands(phrase, in: Words.of(block))
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
