extension HorizonParser {
  /// The numbers that days of a month have.
  static let dayNumbers = 1...31

  /// Reads the number of a day in a month: `5`, `5th`, `fifth`.
  ///
  /// Where a year follows, a number that no day has is part of the date all the same.
  mutating func dayNumber(in numbers: ClosedRange<Int> = HorizonParser.dayNumbers) -> Int? {
    attempt { parser in
      if let ordinal = parser.ordinal() { return numbers.contains(ordinal) ? ordinal : nil }
      guard case .digits(let value) = parser.word(), parser.tokens[parser.at].length <= 2,
        numbers.contains(value)
      else { return parser.spelledDay() }
      parser.at += 1
      // Neither a time of day, a share nor a decimal.
      if parser.isJoined(0), parser.hasMark(":") || parser.hasMark("%") { return nil }
      if parser.isJoined(0), parser.tokens[parser.at].kind == .word,
        !parser.has(.possessive), !parser.isMonth(0), parser.isPhrase == false
      {
        return nil
      }
      return value
    }
  }

  mutating func spelledDay() -> Int? {
    let start = at
    if spelledYear() != nil {
      at = start
      return nil
    }
    guard let value = belowHundred(), (1...31).contains(value) else { return nil }
    return value
  }

  func isDigits(_ offset: Int) -> Bool {
    if case .digits = word(offset) { return true }
    return false
  }

  /// Whether a word is the name of a month.
  func isMonth(_ offset: Int) -> Bool {
    if case .month = word(offset) { return true }
    return false
  }

  /// Reads the second day of `13-15`, `13 to the 15th`, unless its own month follows.
  mutating func connectedDay(isBetween: Bool) -> Int? {
    attempt { parser in
      guard parser.connector(isBetween: isBetween) else { return nil }
      parser.eat(.the)
      guard let day = parser.dayNumber() else { return nil }
      let next = parser.has(.of) ? 1 : 0
      if parser.isMonth(next) || parser.hasMark("/") && parser.isJoined(0) { return nil }
      return day
    }
  }

  /// Reads a day before the name of its month: `15 May`, `15th of next month`, `13 to 15 of July`.
  mutating func dayBeforeMonth() -> Stretch? {
    attempt { parser in
      guard parser.startsFreely(parser.at), let day = parser.dayNumber(in: 0...99)
      else { return nil }
      let last = parser.secondDayBeforeMonth()
      if parser.word() == .unit(.day) { parser.at += 1 }
      if parser.hasMark("-") || parser.hasMark("/") || parser.hasMark(",") { parser.at += 1 }
      let hasOf = parser.eat(.of)
      if case .month(let month, let isShort) = parser.word() {
        parser.at += 1
        if isShort, parser.hasMark("."), parser.isJoined(0) { parser.at += 1 }
        let year = parser.trailingYear(mayFollowDirectly: true)
        return parser.days(day, last, month, year)
      }
      guard hasOf, let month = parser.relativeMonth() else { return nil }
      let (year, index) = CivilCalendar.floorDivide(month, by: 12)
      return parser.days(day, last, index + 1, year)
    }
  }

  mutating func secondDayBeforeMonth() -> Int? {
    attempt { parser in
      guard parser.connector(isBetween: true) else { return nil }
      parser.eat(.the)
      return parser.dayNumber()
    }
  }

  /// Reads `next month`, `the month`, and returns its index.
  mutating func relativeMonth() -> Int? {
    relativeSteps(to: .month).map { today.year * 12 + today.month - 1 + $0 }
  }

  /// Reads `next`, `last`, `this` or `the` with a unit, and returns how many units away that is.
  mutating func relativeSteps(to unit: CalendarUnit) -> Int? {
    attempt { parser in
      parser.eat(.the)
      var steps = 0
      if case .relative(let relation) = parser.word() {
        steps = relation.steps
        parser.at += 1
      }
      guard parser.word() == .unit(unit) else { return nil }
      parser.at += 1
      return steps
    }
  }
}
