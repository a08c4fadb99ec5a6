/// A recursive descent over the tokens of a text that reads expressions of time.
///
/// Every function either reads something at `at`, moves behind it and returns it, or returns nil
/// and leaves `at` where it was. None looks at more than a bounded number of tokens.
struct HorizonParser {
  let tokens: [TextToken]
  let words: [HorizonWord]
  /// Of each token, its node in the tree of phrases, or 0.
  let nodes: [Int32]
  /// Of each token, the tense it tells.
  let cues: [TenseWords.Side?]
  let today: CivilDate
  let reference: Int
  let options: HorizonOptions
  /// Whether the whole text is one expression.
  let isPhrase: Bool

  var at = 0
  /// The day from which occurrences are counted; the reference, but in `three days after Easter`.
  var pivot: Int
  var direction = HorizonDirection.future
  var depth = 0
  var reason: String?
  var rules: [String] = []
  /// Where the second end of a range begins, directly behind its hyphen.
  var rangeEnd: Int?
  /// What a strict reader takes, when the words leave a choice.
  var narrow: Stretch?
  /// The whole of which a part was read last: May in `late May`.
  var wholeNamed: Stretch?
  /// What is assumed of a part of a period, unless only its end counts.
  var partReason: String?
  /// Whether a day was named that the calendar does not have, so that nothing is read.
  var isImpossible = false
  var memory = HorizonMemory()

  init(_ text: String, reference: CivilDate, options: HorizonOptions, isPhrase: Bool) {
    let tokens = TextScanner.tokens(of: text)
    let lexicon = HorizonLexicon.shared
    var words: [HorizonWord] = []
    var nodes: [Int32] = []
    words.reserveCapacity(tokens.count)
    nodes.reserveCapacity(tokens.count)
    var cues: [TenseWords.Side?] = []
    cues.reserveCapacity(tokens.count)
    for token in tokens {
      let entry = lexicon.entry(token)
      words.append(entry.word)
      nodes.append(entry.node)
      cues.append(entry.cue)
    }
    self.tokens = tokens
    self.words = words
    self.nodes = nodes
    self.cues = cues
    today = reference
    self.reference = reference.dayNumber
    pivot = self.reference
    rules.reserveCapacity(8)
    self.options = options
    self.isPhrase = isPhrase
  }

  /// The word so many tokens on, or `.other` behind the end.
  func word(_ offset: Int = 0) -> HorizonWord {
    let place = at + offset
    return place >= 0 && place < words.count ? words[place] : .other
  }

  /// Whether the token so many on stands directly behind the one before it.
  func isJoined(_ offset: Int) -> Bool {
    let place = at + offset
    return place > 0 && place < tokens.count && tokens[place].gap == .none
  }

  /// Whether the next word is a certain one.
  func has(_ keyword: HorizonWord.Keyword, _ offset: Int = 0) -> Bool {
    word(offset) == .keyword(keyword)
  }

  /// Whether the next token is a certain mark.
  func hasMark(_ mark: Unicode.Scalar, _ offset: Int = 0) -> Bool {
    word(offset) == .mark(UInt8(truncatingIfNeeded: mark.value))
  }

  /// Reads a word if it is next.
  @discardableResult
  mutating func eat(_ keyword: HorizonWord.Keyword) -> Bool {
    guard has(keyword) else { return false }
    at += 1
    return true
  }

  /// Reads a mark if it is next.
  @discardableResult
  mutating func eat(mark: Unicode.Scalar) -> Bool {
    guard hasMark(mark) else { return false }
    at += 1
    return true
  }

  /// Reads words if all of them are next.
  mutating func eat(_ sequence: HorizonWord.Keyword...) -> Bool {
    for (offset, keyword) in sequence.enumerated() where !has(keyword, offset) { return false }
    at += sequence.count
    return true
  }

  /// Reads a hyphen between two joined words: `mid-May`, `third-quarter`.
  mutating func eatHyphen() {
    if hasMark("-"), isJoined(0), isJoined(1) { at += 1 }
  }

  /// Runs a reading and goes back when it finds nothing.
  mutating func attempt<Result>(_ read: (inout HorizonParser) -> Result?) -> Result? {
    let start = at
    let count = rules.count
    let before = (reason, isImpossible)
    if let result = read(&self) { return result }
    at = start
    if rules.count > count { rules.removeLast(rules.count - count) }
    (reason, isImpossible) = before
    return nil
  }

  /// Reads what may stand inside itself, to a limited depth.
  mutating func nested<Result>(
    cost: Int = 1, _ read: (inout HorizonParser) -> Result?
  ) -> Result? {
    guard depth + cost <= HorizonLimits.depth else { return nil }
    depth += cost
    defer { depth -= cost }
    return attempt(read)
  }

  /// Notes that something was filled in.
  mutating func assume(_ text: String) {
    if reason == nil { reason = text }
  }

  /// Whether nothing but marks follows.
  var restIsMarks: Bool {
    tokens[min(at, tokens.count)...].allSatisfy { $0.kind == .mark }
  }
}

/// What was read before in the same text.
struct HorizonMemory {
  /// The last period named.
  var last: Stretch?
  /// The last quarter named.
  var quarter: Stretch?
}
