extension HorizonParser {
  /// Reads `1990s`, `the 90s`, `'90s`.
  mutating func decade() -> Stretch? {
    attempt { parser in
      guard case .digits(let value) = parser.word(), value % 10 == 0,
        parser.tokens[parser.at].length == 4 || parser.tokens[parser.at].length == 2,
        parser.isJoined(1), parser.has(.s, 1) || parser.has(.possessive, 1)
      else { return nil }
      guard parser.tokens[parser.at].length == 4 ? value >= 1000 : value >= 20 else { return nil }
      parser.at += 2
      return parser.decade(value >= 100 ? value : value + 1900)
    }
  }

  /// Returns ten years from one on.
  mutating func decade(_ year: Int) -> Stretch? {
    rules.append("horizon.decade")
    return .months(year * 12, 120, .decade)
  }

  /// Reads `2027 Q3`, `2027-Q3`, `2027H1`, and `3Q 2027`.
  mutating func quarterBeforeYear() -> Stretch? {
    attempt { parser in
      if case .digits(let quarter) = parser.word(), quarter >= 1, quarter <= 4,
        parser.isJoined(1), parser.has(.q, 1)
      {
        parser.at += 2
        let year = parser.trailingYear(mayFollowDirectly: true)
        return parser.quarter(quarter, ofYear: year)
      }
      guard let year = parser.year() else { return nil }
      parser.eatHyphen()
      if let code = parser.quarterCode() { return parser.partOfYear(code, year) }
      guard let number = parser.ordinal(), number <= 4, !parser.has(.q) else { return nil }
      parser.eatHyphen()
      guard parser.eat(.quarter) else { return nil }
      return parser.quarter(number, ofYear: year)
    }
  }

  /// Reads a year alone.
  mutating func yearPeriod() -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard let year = parser.year() else { return nil }
      if !parser.isPhrase, !(1900...2100).contains(year) || parser.isCounted() {
        guard start > 0, parser.leadsToPeriod(start - 1) || parser.words[start - 1] == .unit(.year),
          (1000...2999).contains(year), !parser.isCounted()
        else { return nil }
      }
      if parser.isPhrase, year < 1500, start > 0, !parser.leadsToPeriod(start - 1) { return nil }
      parser.eat(.possessive)
      parser.rules.append("horizon.year")
      return .year(year)
    }
  }

  /// Whether the number just read counts things that follow: `2000 people`, `1990 miles`.
  func isCounted() -> Bool {
    guard at < tokens.count, tokens[at].gap != .paragraph else { return false }
    if case .unit = word() { return true }
    return tokens[at].key == "people" || tokens[at].key == "miles" || tokens[at].key == "dollars"
      || tokens[at].key == "percent" || tokens[at].key == "points" || tokens[at].key == "shares"
  }
}
