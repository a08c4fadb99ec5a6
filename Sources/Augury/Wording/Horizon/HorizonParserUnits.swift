extension HorizonParser {
  /// Reads what begins with a unit: `week 23`, `week of May 4`, `day after tomorrow`, `year 2027`.
  mutating func unitPeriod(allowsUnit: Bool, afterThe hasArticle: Bool) -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard let unit = parser.unitWord() else { return nil }
      if let named = parser.named(unit) { return named }
      parser.at = start + 1
      if unit == .week, parser.hasMark("-"), parser.word(1) == .part(.end) { parser.at += 2 }
      let isBare =
        allowsUnit || parser.isPhrase && hasArticle
        || parser.isBareUnitInText(unit, start, hasArticle)
      guard isBare, unit != .moment else { return nil }
      parser.eat(.possessive)
      parser.rules.append("horizon.current-unit")
      if unit == .quarter { return parser.currentQuarter() }
      if let last = parser.memory.last, parser.isThat(start) {
        return .unit(unit, at: last.from)
      }
      return .unit(unit, at: parser.reference)
    }
  }

  private func isThat(_ place: Int) -> Bool {
    place > 0 && words[place - 1] == .keyword(.that)
  }

  /// Whether `the week` in running text means the current one.
  private func isBareUnitInText(_ unit: CalendarUnit, _ start: Int, _ hasArticle: Bool) -> Bool {
    guard hasArticle || isThat(start) else { return false }
    if isThat(start) { return unit == .year || unit == .month || unit == .day }
    if case .unit = word() { return false }
    return leadsToPeriod(start - 2)
  }

  /// Returns the quarter spoken of: the one named last, else the last that has ended.
  mutating func currentQuarter() -> Stretch? {
    if let quarter = memory.quarter { return quarter }
    return .unit(.quarter, at: reference, moved: direction == .future ? 0 : -1)
  }

  /// Reads what makes a unit a period of its own.
  private mutating func named(_ unit: CalendarUnit) -> Stretch? {
    if let found = besideUnit(unit) { return found }
    switch unit {
    case .week: return weekPeriod()
    case .weekend: return dayUnit(.weekend)
    case .year:
      return attempt { parser in
        parser.eat(.of)
        return parser.year().flatMap { Stretch.year($0) }
      }
    case .month:
      return attempt { parser in
        guard parser.eat(.of) else { return nil }
        return parser.monthPeriod()
      }
    default: return nil
    }
  }

  /// Reads `after tomorrow`, `before last`, `after next`, `after Easter` behind a unit.
  private mutating func besideUnit(_ unit: CalendarUnit) -> Stretch? {
    attempt { parser in
      let sign = parser.has(.after) ? 1 : -1
      guard parser.eat(.after) || parser.eat(.before) else { return nil }
      parser.rules.append("horizon.unit-beside")
      let side: Relation = sign > 0 ? .next : .last
      if parser.word() == .relative(side), !parser.startsNamedRelation {
        parser.at += 1
        return .unit(unit, at: parser.reference, moved: 2 * sign)
      }
      guard let beside = parser.nested({ $0.period(allowsUnit: false) }) else { return nil }
      return .unit(unit, at: sign > 0 ? beside.until - 1 : beside.from, moved: sign)
    }
  }

  private var startsNamedRelation: Bool {
    switch word(1) {
    case .weekday, .month, .season, .unit, .digits, .cardinal, .keyword(.quarter): true
    default: nodes.indices.contains(at + 1) && nodes[at + 1] != 0
    }
  }

  /// Reads `week 23`, `week 1 of 2027`, `week of May 4`, `week beginning May 4`.
  private mutating func weekPeriod() -> Stretch? {
    attempt { parser in
      if case .digits(let number) = parser.word(), (1...53).contains(number) {
        parser.at += 1
        let year = parser.trailingYear(mayFollowDirectly: true)
        parser.rules.append("horizon.week-number")
        return Self.week(number, year ?? parser.today.year)
      }
      return parser.dayUnit(.week)
    }
  }

  /// Reads the day in a week: `of May 4`, `beginning on May 4`.
  private mutating func dayUnit(_ unit: CalendarUnit) -> Stretch? {
    attempt { parser in
      guard parser.eat(.of) || parser.eat(.starting) || parser.word() == .part(.beginning)
      else { return nil }
      if parser.word() == .part(.beginning) { parser.at += 1 }
      parser.eat(.on)
      guard let day = parser.nested({ $0.period(allowsUnit: false) }), day.length == 1
      else { return nil }
      parser.rules.append("horizon.week-of")
      return .unit(unit, at: day.from)
    }
  }

  /// Returns a numbered week of ISO 8601.
  static func week(_ number: Int, _ year: Int) -> Stretch? {
    guard let fourth = Stretch.day(year, 1, 4) else { return nil }
    return .unit(.week, at: fourth.from, moved: number - 1)
  }

  /// Reads `EOD`, `EOY`, `year-end`, `month end`.
  mutating func endPeriod() -> Stretch? {
    attempt { parser in
      guard case .keyword(let keyword) = parser.word() else { return nil }
      let unit: CalendarUnit
      switch keyword {
      case .eod: unit = .day
      case .eow: unit = .week
      case .eom, .monthend: unit = .month
      case .eoq: unit = .quarter
      case .eoy, .yearend: unit = .year
      default: return nil
      }
      parser.at += 1
      let year = unit == .year ? parser.trailingYear(mayFollowDirectly: true) : nil
      let whole = year.flatMap { Stretch.year($0) } ?? .unit(unit, at: parser.reference)
      parser.rules.append("horizon.end")
      return whole.flatMap { parser.part(.end, of: $0) }
    }
  }

  /// Reads `year end`, `year-end 2027`, `month's end`.
  mutating func unitEnd() -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard case .unit(let unit) = parser.word(), unit == .year || unit == .month else {
        return nil
      }
      parser.at += 1
      parser.eat(.possessive)
      if parser.hasMark("-") { parser.at += 1 }
      guard parser.word() == .part(.end), parser.at - start <= 2 else { return nil }
      parser.at += 1
      let year = unit == .year ? parser.trailingYear(mayFollowDirectly: true) : nil
      parser.rules.append("horizon.end")
      let whole = year.flatMap { Stretch.year($0) } ?? .unit(unit, at: parser.reference)
      return whole.flatMap { parser.part(.end, of: $0) }
    }
  }
}
