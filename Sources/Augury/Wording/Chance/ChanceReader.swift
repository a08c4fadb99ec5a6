public import Lexicons

/// Reads how likely words say something is, by tables and a few rules.
///
/// A phrase is looked up in the chosen scale, in the source's own table and in the document's house
/// style, as far as they are given; then in CAPphrase, in Mauboussin's survey and in that of 46
/// readers; what none of them has is put together from its parts. Docs/Wording.md tells the rules.
/// Time and room are in proportion to the text.
public struct ChanceReader: Sendable {
  let book: ChanceBook

  /// The reader without any chosen table.
  public static let standard = ChanceReader()

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - scale: The table that somebody asks to be read by; it comes first, and what another table
  ///     had to read instead is marked with the rule `chance.fallback`.
  ///   - own: The scale that the source itself has published.
  ///   - house: The scale of the kind of document that the words stand in.
  public init(scale: Lexicon? = nil, own: Lexicon? = nil, house: Lexicon? = nil) {
    book = ChanceBook(ChanceTables(scale: scale, own: own, house: house))
  }

  /// Returns the reading of a text that is nothing but a phrase, such as "not very likely" or
  /// "70 %"; nil when something else is in it.
  ///
  /// Words such as "is", "a", "that" and "happen" around the phrase do not matter.
  public func phrase(_ text: String) -> ChanceReading? {
    phrase(ChanceWord.words(of: text))
  }

  /// Returns the number that a text is nothing but, when the words in some spans are left out:
  /// "one in five by May" without "by May".
  func number(_ text: String, without spans: [Range<Int>]) -> ChanceReading? {
    var left: [ChanceWord] = []
    var spans = spans[...]
    for word in ChanceWord.words(of: text) {
      while let span = spans.first, span.upperBound <= word.start { spans.removeFirst() }
      guard let span = spans.first, span.lowerBound < word.end else {
        left.append(word)
        guard left.count <= Self.longestPhrase else { return nil }
        continue
      }
      if span.lowerBound == word.start, let last = left.last, Self.timeLeads.contains(last.key) {
        left.removeLast()
      }
    }
    let reading = phrase(left)
    return reading?.kind == .number ? reading : nil
  }

  /// Returns what is read in running text, in the order of the text and without overlaps.
  ///
  /// Numbers count only where the text says that they are chances, and words of how often
  /// ("usually") only when they are the whole text.
  public func find(in text: String) -> [ChanceReading] {
    let words = ChanceWord.words(of: text)
    if let whole = phrase(words) { return [whole] }
    var scan = ChanceScan(book: book, words: words, isWhole: false)
    return scan.readings()
  }

  /// Returns the reading that stands for a text: its first number, else its first words for a
  /// chance, else its first flat assertion, else its first hedge.
  public func reading(of text: String) -> ChanceReading? {
    find(in: text).standing
  }

  /// The most words that a phrase with its surroundings has.
  private static let longestPhrase = 24

  private func phrase(_ words: [ChanceWord]) -> ChanceReading? {
    guard words.count <= Self.longestPhrase else { return nil }
    var scan = ChanceScan(book: book, words: words, isWhole: true)
    let readings = scan.readings()
    guard readings.count == 1, let reading = readings.first else { return nil }
    let spans = [reading.span] + scan.asides
    for word in words where !spans.contains(where: { $0.overlaps(word.start..<word.end) }) {
      if word.kind == .number || word.kind == .word && !Self.around.contains(word.key) {
        return nil
      }
    }
    return reading
  }

  private static let timeLeads: Set<WordKey> = ["in", "on", "during", "for", "at", "the"]
  private static let around: Set<WordKey> = [
    "a", "an", "the", "is", "are", "be", "'s", "'re", "was", "were", "it", "there", "that", "this",
    "of", "to", "going", "will", "happen", "happens", "happening", "occur", "i", "we", "he", "she",
    "they", "would", "has", "have", "so", "still", "do", "does", "at", "odds", "chance", "chances",
    "probability", "likelihood", "p", "'d", "put", "say", "give", "only", "just", "somewhere",
    "indeed",
  ]
}
