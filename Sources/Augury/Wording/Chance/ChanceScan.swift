/// One walk over the words of a text that collects readings.
struct ChanceScan {
  let book: ChanceBook
  let words: [ChanceWord]
  /// Whether the text is to be one phrase, so that nothing around it has to say that it is one.
  let isWhole: Bool
  /// Where the next reading may begin.
  private var place = 0
  /// Whether a flat assertion belongs to the reading before it: "it is likely that he will".
  private var isGoverned = false
  private var found: [ChanceReading] = []
  /// What is no reading and may stand around one: "up from 50 %".
  private(set) var asides: [Range<Int>] = []
  /// How many readings stand before the sentence at hand.
  private var sentence = 0

  init(book: ChanceBook, words: [ChanceWord], isWhole: Bool) {
    self.book = book
    self.words = words
    self.isWhole = isWhole
  }

  /// Returns the readings of the text.
  mutating func readings() -> [ChanceReading] {
    while place < words.count {
      enter(place)
      if let match = match(at: place) {
        take(match)
      } else {
        place += 1
      }
    }
    return found
  }

  /// Notes where a sentence or a clause begins, and forgets what was only asked.
  private mutating func enter(_ index: Int) {
    let word = words[index]
    let isEnd = isEnd(index)
    if word.gap == .paragraph || isEnd { isGoverned = false }
    if word.key == "whether" { isGoverned = true }
    if word.gap == .paragraph { sentence = found.count }
    guard isEnd, [".", "!", "?"].contains(word.key) else { return }
    if word.key == "?", !isWhole, sentence < found.count {
      let asked = found[sentence...].filter { $0.kind == .number }
      found.replaceSubrange(sentence..., with: asked)
    }
    sentence = found.count
  }

  /// A reading, with the words around it that are done with.
  struct Match {
    var draft: ChanceDraft?
    var number: ChanceReading?
    /// The first word and the one behind the last, for the place in the text.
    var words: Range<Int>
    /// The word to go on with.
    var next: Int
    /// Whether what follows may be its content: "a chance that", "we believe".
    var governs = false
    /// The word for chance that the number belongs to, when it stands before.
    var noun: Int?

    /// Takes the opposite, since the text denies what this is a chance of.
    mutating func complement() {
      draft?.complement()
      number?.complement()
      governs = true
    }
  }

  /// The last reading of the sentence at hand.
  var lastInSentence: ChanceReading? { found.count > sentence ? found.last : nil }

  private mutating func take(_ found: Match) {
    var match = found
    if isDenied(match) { match.complement() }
    add(match)
  }

  private mutating func add(_ match: Match) {
    defer { place = max(match.next, place + 1) }
    let span = words[match.words.lowerBound].start..<words[match.words.upperBound - 1].end
    guard let reading = match.number ?? match.draft?.reading(span) else {
      if Self.moves.contains(words[match.words.lowerBound].key) { asides.append(span) }
      return
    }
    if let noun = match.noun, let last = found.last, last.kind != .number,
      last.span.contains(words[noun].start)
    {
      found.removeLast()
    }
    if let last = found.last, last.span.upperBound > reading.span.lowerBound {
      guard last.kind == .hedge, reading.kind == .number else { return }
      found.removeLast()
    }
    if reading.kind == .assertion, isGoverned {
      isGoverned = false
      return
    }
    found.append(reading)
    isGoverned = match.governs || key(match.next) == "that"
  }

  private func match(at index: Int) -> Match? {
    let word = words[index]
    if word.kind == .number || ChanceNumberWords.opens(word.key) || word.key == "." {
      if let match = number(at: index) { return match }
    }
    guard word.kind == .word else { return nil }
    if Self.chanceNouns.contains(word.key), let match = spread(at: index) { return match }
    switch word.key {
    case "up", "down": return earlier(at: index)
    case "will": return will(at: index)
    case "going": return goingTo(at: index)
    default:
      let opens =
        book.phrases.openings.contains(word.key)
        || ChanceBook.modifiers.openings.contains(word.key)
      return opens ? worded(at: index) : nil
    }
  }

  /// Returns the key of a word that directly continues a phrase.
  func key(_ index: Int) -> WordKey? {
    words.indices.contains(index) && words[index].continues ? words[index].key : nil
  }

  /// Returns the key of the word directly before, if no mark or paragraph stands between.
  func keyBefore(_ index: Int) -> WordKey? {
    guard index > 0, words[index].gap != .paragraph, !words[index - 1].isMark else { return nil }
    return words[index - 1].key
  }

  /// Whether a mark that ends a sentence or a part of it stands here, and no decimal point.
  func isEnd(_ index: Int) -> Bool {
    guard words[index].isMark, Self.ends.contains(words[index].key) else { return false }
    guard words[index].key == ".", index + 1 < words.count else { return true }
    return words[index + 1].kind != .number || words[index + 1].gap != .none
  }

  private static let ends: Set<WordKey> = [".", ";", "!", "?", ":", "—"]

  /// The words for chance that can stand apart from their adjective or number.
  static let chanceNouns: Set<WordKey> = [
    "chance", "chances", "odds", "likelihood", "probability", "probabilities", "prospect",
    "prospects",
  ]
}
