extension HorizonParser {
  /// Reads what begins with a weekday: `Friday`, `Friday, May 7`, `Monday of next week`.
  mutating func weekdayPeriod() -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard case .weekday(let weekday, let isShort) = parser.word() else { return nil }
      parser.at += 1
      if isShort, parser.hasMark("."), parser.isJoined(0) { parser.at += 1 }
      parser.eat(.possessive)
      if let day = parser.dateBehind(weekday) { return day }
      guard parser.isNameOfWeekday(at: start, isShort) else { return nil }
      parser.rules.append("horizon.weekday")
      if let day = parser.weekBehind(weekday) { return day }
      return parser.occurrence(weekday: weekday)
    }
  }

  /// Whether an abbreviation that is also a word (`sun`, `sat`) names a weekday here.
  private func isNameOfWeekday(at place: Int, _ isShort: Bool) -> Bool {
    guard !isPhrase, isShort else { return true }
    guard tokens[place].isCapitalized else { return false }
    if place + 1 < tokens.count, words[place + 1] == .mark(0x2E) { return true }
    return place > 0 && leadsToPeriod(place - 1)
  }

  /// Reads the date behind a weekday: `, May 7`, `the 15th`, `7/6`.
  private mutating func dateBehind(_ weekday: Int) -> Stretch? {
    attempt { parser in
      let hasMark = parser.eat(mark: ",")
      let hasArticle = parser.eat(.the)
      let count = parser.rules.count
      if let day = parser.calendarDate(weekday) { return day }
      parser.rules.removeLast(parser.rules.count - count)
      guard !hasMark || parser.isPhrase else { return nil }
      let isDigits: Bool
      if case .digits = parser.word() { isDigits = true } else { isDigits = false }
      guard let number = parser.isolatedDay(), hasArticle || isDigits else { return nil }
      parser.rules.append("horizon.weekday-day")
      return parser.dayOfSomeMonth(number) { CivilCalendar.weekday(ofDayNumber: $0) == weekday }
    }
  }

  /// Reads a whole date; when its year is left out, one on which it falls on the weekday.
  private mutating func calendarDate(_ weekday: Int) -> Stretch? {
    let start = at
    let found: Stretch? =
      switch word() {
      case .month: monthPeriod()
      case .digits: numeralPeriod()
      default: dayBeforeMonth()
      }
    guard let found, found.length == 1 else {
      at = start
      return nil
    }
    return found
  }

  private mutating func isolatedDay() -> Int? {
    attempt { parser in
      guard let number = parser.dayNumber() else { return nil }
      if case .unit = parser.word() { return nil }
      if parser.isJoined(0), parser.hasMark("-") || parser.hasMark("/") { return nil }
      if parser.has(.am) || parser.has(.pm) || parser.has(.clock) { return nil }
      if parser.hasMark("-"), case .digits = parser.word(1) { return nil }
      return number
    }
  }

  /// Reads the week behind a weekday: `of next week`, `next week`, `after next`, `two weeks hence`.
  private mutating func weekBehind(_ weekday: Int) -> Stretch? {
    attempt { parser in
      if parser.eat(.after), parser.word() == .relative(.next) {
        parser.at += 1
        let ahead = (weekday - CivilCalendar.weekday(ofDayNumber: parser.reference) + 6) % 7 + 1
        return .day(parser.reference + ahead + 7)
      }
      let hasWord = parser.eat(.of) || parser.eat(.in)
      parser.eat(.the)
      if case .relative(let relation) = parser.word(), parser.word(1) == .unit(.week) {
        parser.at += 2
        return parser.weekday(weekday, inWeekOf: parser.reference + 7 * relation.steps)
      }
      guard let duration = parser.duration(), hasWord || parser.isBehindNow() else { return nil }
      guard let day = parser.shifted(parser.reference, duration, 1) else { return nil }
      return duration.grain == .day ? .day(day) : parser.weekday(weekday, inWeekOf: day)
    }
  }

  /// Reads `from now`, `hence`, `from today`.
  mutating func isBehindNow() -> Bool {
    if eat(.from, .now) || eat(.hence) || eat(.from, .today) { return true }
    return has(.from) && word(1) == .deictic(0)
      && {
        at += 2
        return true
      }()
  }
}
