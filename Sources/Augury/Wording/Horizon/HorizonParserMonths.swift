extension HorizonParser {
  /// Reads what begins with the name of a month: `May`, `May 2027`, `May 5`, `May 5-7, 2027`.
  mutating func monthPeriod() -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard case .month(let month, let isShort) = parser.word() else { return nil }
      parser.at += 1
      if parser.hasMark("."), parser.isJoined(0), isShort || parser.isDigits(1) { parser.at += 1 }
      let isBetween = start > 0 && parser.words[start - 1] == .keyword(.between)
      if let days = parser.daysBehindMonth(month, isBetween: isBetween) { return days }
      if let year = parser.trailingYear(mayFollowDirectly: true) {
        if let day = parser.dayBehindYear(year, month) { return day }
        parser.rules.append("horizon.month-year")
        return .months(year * 12 + month - 1, 1, .month)
      }
      guard parser.isNameOfMonth(at: start) else { return nil }
      parser.eat(.possessive)
      parser.rules.append("horizon.month")
      return parser.occurrence { .months($0 * 12 + month - 1, 1, .month) }
    }
  }

  /// Reads the days behind the name of a month, with their year.
  mutating func daysBehindMonth(_ month: Int, isBetween: Bool) -> Stretch? {
    attempt { parser in
      if parser.hasMark("/") || parser.hasMark("-") || parser.hasMark(",") { parser.at += 1 }
      parser.eat(.the)
      guard let day = parser.dayNumber(in: 0...99) else { return nil }
      let last = parser.connectedDay(isBetween: isBetween)
      let year = parser.trailingYear(mayFollowDirectly: true)
      return parser.days(day, last, month, year)
    }
  }

  /// Reads the day in `September-2020-23`.
  mutating func dayBehindYear(_ year: Int, _ month: Int) -> Stretch? {
    attempt { parser in
      guard parser.eat(mark: "-"), parser.isJoined(0), let day = parser.dayNumber(in: 0...99)
      else { return nil }
      return .day(year, month, day) ?? parser.impossible(month, year)
    }
  }

  /// Returns the days of a month from one to another, inclusive, the year perhaps left out.
  mutating func days(_ first: Int, _ last: Int?, _ month: Int, _ year: Int?) -> Stretch? {
    guard year != nil || Self.dayNumbers.contains(first) else { return nil }
    func make(_ year: Int) -> Stretch? {
      guard let start = Stretch.day(year, month, first) else { return nil }
      guard let last else { return start }
      let next = last < first ? month % 12 + 1 : month
      let endYear = next < month ? year + 1 : year
      guard let end = Stretch.day(endYear, next, last) else { return nil }
      return Stretch(start.from, end.until, .day)
    }
    rules.append(last == nil ? "horizon.date" : "horizon.date-range")
    if let year { return make(year) ?? impossible(month, year) }
    return occurrence(make) ?? impossible(month, nil)
  }

  /// Reads what joins the two ends of a stretch.
  mutating func connector(isBetween: Bool = false) -> Bool {
    if hasMark("-") || hasMark("~") || has(.to) || has(.through) || has(.until)
      || isBetween && has(.and)
    {
      at += 1
      return true
    }
    return false
  }

  /// Reads a year behind a date: `, 2027`, `of 2027`, `in 2027`, `/2027`, `of next year`.
  mutating func trailingYear(mayFollowDirectly: Bool) -> Int? {
    attempt { parser in
      let hasMark =
        parser.eat(mark: ",") || parser.eat(mark: "/")
        || parser.hasMark("-") && parser.isJoined(0) && parser.isJoined(1)
          && parser.eat(mark: "-")
      let hasWord = parser.eat(.of) || parser.eat(.in)
      guard mayFollowDirectly || hasMark || hasWord else { return nil }
      if hasWord, let year = parser.relativeYear() { return year }
      parser.eat(.the)
      if parser.word() == .unit(.year) { parser.at += 1 }
      return parser.year()
    }
  }

  /// Reads `next year`, `last year`, `this year`, `the year`.
  mutating func relativeYear() -> Int? {
    attempt { parser in
      guard let steps = parser.relativeSteps(to: .year) else { return nil }
      if case .digits = parser.word() { return nil }
      return parser.today.year + steps
    }
  }

  /// Whether a word that can name a month does so here: `may` and `march` are verbs too.
  func isNameOfMonth(at place: Int) -> Bool {
    guard !isPhrase else { return true }
    guard case .month(let month, let isShort) = words[place] else { return false }
    if place + 2 < words.count, case .month = words[place + 2], isConnector(place + 1) {
      return true
    }
    guard isShort || month == 3 || month == 5 else {
      return tokens[place].isCapitalized || leadsToPeriod(place - 1)
    }
    let isNamed = leadsToPeriod(place - 1) && (isShort || tokens[place].isCapitalized)
    return isNamed
      || isShort && tokens[place].isCapitalized && tokens[place].length > 2
        && place + 1 < tokens.count && words[place + 1] == .mark(0x2E) && month != 3
  }

  func isConnector(_ place: Int) -> Bool {
    words[place] == .mark(0x2D) || words[place] == .keyword(.to)
      || words[place] == .keyword(.through)
  }

  /// Whether a period is to be expected behind the word at a place.
  func leadsToPeriod(_ place: Int) -> Bool {
    guard place >= 0 else { return false }
    switch words[place] {
    case .relative, .part: return true
    case .keyword(let keyword):
      switch keyword {
      case .in, .of, .on, .by, .before, .after, .since, .until, .from, .through, .during, .between,
        .within, .starting, .ended, .late, .earlier, .later, .over, .for:
        return true
      default: return false
      }
    case .mark(0x2D): return place > 0 && leadsToPeriod(place - 1)
    default: return false
    }
  }
}
extension Relation {
  /// How many units away the period lies.
  var steps: Int {
    switch self {
    case .this: 0
    case .last: -1
    case .next, .following, .coming: 1
    }
  }
}
