extension HorizonParser {
  /// A number of units, and whether the words leave it open.
  struct Count: Equatable {
    var value: Int
    var isVague = false
  }

  /// Reads how many: `3`, `three`, `a`, `twenty-five`, `a couple of`, `a few`.
  mutating func count() -> Count? {
    attempt { parser in
      if case .digits(let value) = parser.word() {
        guard value <= HorizonLimits.count else { return nil }
        parser.at += 1
        return Count(value: value)
      }
      let hasArticle = parser.eat(.a)
      if case .cardinal(let value, true) = parser.word() {
        parser.at += 1
        parser.eat(.of)
        parser.eat(.the)
        return Count(value: value, isVague: true)
      }
      if let value = parser.spelled() { return Count(value: value) }
      return hasArticle ? Count(value: 1) : nil
    }
  }

  /// Reads a number in words below one million: `two hundred and five`.
  mutating func spelled() -> Int? {
    attempt { parser in
      guard var total = parser.belowHundred() ?? parser.bareScale() else { return nil }
      for _ in 0..<2 {
        guard case .scale(let factor) = parser.word(), total < 1000 else { break }
        parser.at += 1
        total *= factor
        let mark = parser.at
        parser.eat(.and)
        if let rest = parser.belowHundred() { total += rest } else { parser.at = mark }
      }
      return total
    }
  }

  private mutating func bareScale() -> Int? {
    guard case .scale = word(), at > 0, words[at - 1] == .keyword(.a) else { return nil }
    return 1
  }

  /// Reads a number in words from 0 to 99.
  mutating func belowHundred() -> Int? {
    guard case .cardinal(let value, false) = word() else { return nil }
    at += 1
    guard value >= 20, value % 10 == 0 else { return value }
    let start = at
    eatHyphen()
    if case .cardinal(let ones, false) = word(), ones < 10, ones > 0 {
      at += 1
      return value + ones
    }
    at = start
    return value
  }

  /// Reads a place in a row: `15th`, `third`, `twenty-first`.
  mutating func ordinal() -> Int? {
    attempt { parser in
      switch parser.word() {
      case .digits(let value):
        guard parser.isJoined(1), parser.isOrdinalEnding(1), value <= 10_000 else { return nil }
        parser.at += 2
        return value
      case .ordinal(let value):
        parser.at += 1
        return value
      case .cardinal(let tens, false) where tens >= 20 && tens % 10 == 0:
        parser.at += 1
        parser.eatHyphen()
        guard case .ordinal(let ones) = parser.word(), ones < 10 else { return nil }
        parser.at += 1
        return tens + ones
      default: return nil
      }
    }
  }

  private func isOrdinalEnding(_ offset: Int) -> Bool {
    has(.st, offset) || has(.nd, offset) || has(.rd, offset) || has(.th, offset)
  }

  /// Reads a year of four digits, of two behind an apostrophe, or in words.
  mutating func year() -> Int? {
    attempt { parser in
      if case .digits(let value) = parser.word() {
        guard parser.tokens[parser.at].length == 4, value >= 1000, parser.isWhole(parser.at)
        else { return nil }
        parser.at += 1
        return value
      }
      if parser.hasMark("'"), case .digits(let value) = parser.word(1), parser.isJoined(1),
        parser.tokens[parser.at + 1].length == 2
      {
        parser.at += 2
        return value < 50 ? 2000 + value : 1900 + value
      }
      return parser.spelledYear()
    }
  }

  /// Whether the number at a place is not part of a longer one, of a sum of money or a code.
  func isWhole(_ place: Int) -> Bool {
    guard place < tokens.count else { return false }
    if place > 0, tokens[place].gap == .none {
      switch words[place - 1] {
      case .mark(0x2E), .mark(0x2C), .mark(0x3A):
        if place > 1, tokens[place - 1].gap == .none, tokens[place - 2].kind == .number {
          return false
        }
      case .mark(0x24), .mark(0x23), .mark(0x2B), .mark(0x40), .mark(0x3D), .mark(0x26):
        return false
      case .mark(0x28), .mark(0x2D), .mark(0x2F), .mark(0x22), .mark(0x27), .mark(0x5B),
        .mark(0x7E), .month, .keyword(.fy), .keyword(.q):
        break
      default:
        if tokens[place - 1].kind != .mark { return false }
        if tokens[place - 1].length > 1 { break }
      }
    }
    guard place + 1 < tokens.count, tokens[place + 1].gap == .none else { return true }
    switch words[place + 1] {
    case .mark(0x25): return false
    case .mark(0x2E), .mark(0x2C):
      return
        !(place + 2 < tokens.count && tokens[place + 2].gap == .none
        && tokens[place + 2].kind == .number)
    default:
      return tokens[place + 1].kind == .mark || tokens[place + 1].key == "'s"
        || words[place + 1] == .keyword(.q)
    }
  }

  /// Reads `nineteen ninety-six`, `two thousand and six`, `seventeen hundred thirty three`.
  mutating func spelledYear() -> Int? {
    attempt { parser in
      guard let first = parser.belowHundred() else { return nil }
      if case .scale(let factor) = parser.word() {
        guard factor == 1000 ? first <= 2 : (10...29).contains(first) else { return nil }
        parser.at += 1
        let mark = parser.at
        parser.eat(.and)
        guard let rest = parser.belowHundred() else {
          parser.at = mark
          return first * factor
        }
        return first * factor + rest
      }
      parser.eatHyphen()
      guard (15...21).contains(first), let rest = parser.belowHundred(), rest >= 10
      else { return nil }
      return first * 100 + rest
    }
  }
}
