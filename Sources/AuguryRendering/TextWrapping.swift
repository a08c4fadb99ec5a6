extension TerminalText {
  /// Returns the text as lines of at most that many cells, broken at spaces.
  ///
  /// Also breaks beside wide characters, as East Asian text has no spaces, though not before a
  /// closing or after an opening one; a percent sign stays with its number. Words that are too long
  /// are cut between graphemes. Line feeds start a new line. Limits under 2 count as 2.
  package static func wrapped(_ text: String, to limit: Int) -> [String] {
    let limit = max(2, limit)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(of: String($0), limit: limit) }
  }

  private static func lines(of text: String, limit: Int) -> [String] {
    if width(text) <= limit, text.utf8.last != 0x20 { return [text] }
    var filler = LineFiller(limit: limit)
    for word in words(of: text) { filler.add(word) }
    return filler.finish()
  }

  /// Returns the pieces that a line may be broken between.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for grapheme in text {
      if grapheme == " " {
        if !word.text.isEmpty {
          words.append(word)
          word = Word()
        }
        word.gap += 1
        continue
      }
      let cells = width(of: grapheme)
      if let last = word.text.last, allowsBreak(between: last, and: grapheme, cells) {
        words.append(word)
        word = Word()
      }
      if grapheme == "%", word.text.isEmpty, word.gap == 1, let number = words.popLast() {
        word = number
        word.text += " "
        word.cells += 1
      }
      word.text.append(grapheme)
      word.cells += cells
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }

  private static func allowsBreak(
    between last: Character, and next: Character, _ cells: Int
  ) -> Bool {
    guard cells == 2 || width(of: last) == 2 else { return false }
    return !isOpening(last) && !isClosing(next)
  }

  private static func isOpening(_ grapheme: Character) -> Bool {
    switch grapheme.unicodeScalars.first?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  private static func isClosing(_ grapheme: Character) -> Bool {
    switch grapheme.unicodeScalars.first?.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation: true
    default: false
    }
  }
}

/// A piece of text that stays on one line if it fits, with the spaces before it.
private struct Word {
  var gap = 0
  var text = ""
  var cells = 0
}

/// Lines filled word by word.
private struct LineFiller {
  let limit: Int
  private var lines: [String] = []
  private var line = ""
  private var cells = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ word: Word) {
    if cells > 0, cells + word.gap + word.cells <= limit {
      line += String(repeating: " ", count: word.gap)
      cells += word.gap
    } else if cells > 0 {
      endLine()
    }
    guard word.cells > limit else {
      line += word.text
      cells += word.cells
      return
    }
    for grapheme in word.text {
      let width = TerminalText.width(of: grapheme)
      if cells > 0, cells + width > limit { endLine() }
      line.append(grapheme)
      cells += width
    }
  }

  mutating func finish() -> [String] {
    if cells > 0 || lines.isEmpty { endLine() }
    return lines
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    cells = 0
  }
}
