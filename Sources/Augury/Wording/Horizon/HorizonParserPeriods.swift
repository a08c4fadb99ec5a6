extension HorizonParser {
  /// Reads a period of days: anything that names one without a boundary.
  mutating func period(allowsUnit: Bool) -> Stretch? {
    attempt { parser in
      if let holiday = parser.holidayPeriod() {
        parser.timeOfDay(behind: holiday)
        return holiday
      }
      let hasClock = parser.isPhrase && parser.depth <= 1 && parser.clockSpan()
      if hasClock {
        parser.eat(mark: ",")
        parser.eat(.on)
      }
      guard let found = parser.core(allowsUnit: allowsUnit) else {
        guard hasClock else { return nil }
        parser.rules.append("horizon.clock")
        parser.assume("a time of day alone is taken to be today's")
        return .day(parser.reference, isFixed: false)
      }
      parser.timeOfDay(behind: found)
      return found
    }
  }

  /// Reads the part of the day or the time behind a day.
  private mutating func timeOfDay(behind found: Stretch) {
    guard found.length == 1 else { return }
    if isPhrase {
      _ = attempt { parser in
        parser.eat(mark: ",")
        return parser.clockSpan() ? true : nil
      }
    } else if word() == .partOfDay {
      at += 1
    }
  }

  private mutating func core(allowsUnit: Bool) -> Stretch? {
    attempt { parser in
      if let holiday = parser.holidayPeriod() { return holiday }
      let hasArticle = parser.eat(.the)
      if !hasArticle, !parser.isPhrase { parser.eat(.that) }
      if hasArticle, let holiday = parser.holidayPeriod() { return holiday }
      switch parser.word() {
      case .deictic, .keyword(.tonight), .keyword(.now): return parser.deicticDay()
      case .weekday: return parser.weekdayPeriod()
      case .month: return parser.monthPeriod()
      case .digits, .cardinal, .ordinal, .keyword(.a), .keyword(.half):
        return parser.countedPeriod(hasArticle)
      case .relative: return parser.relativePeriod()
      case .part: return parser.partPeriod()
      case .season: return parser.seasonPeriod(hasArticle, allowsUnit)
      case .decade(let year):
        parser.at += 1
        return parser.decade(1900 + year)
      case .unit:
        return parser.yearEarlier() ?? parser.unitEnd()
          ?? parser.unitPeriod(allowsUnit: allowsUnit, afterThe: hasArticle)
      case .keyword(let keyword):
        return parser.period(keyword, allowsUnit, hasArticle)
      default: return nil
      }
    }
  }

  private mutating func period(
    _ keyword: HorizonWord.Keyword, _ allowsUnit: Bool, _ hasArticle: Bool
  ) -> Stretch? {
    switch keyword {
    case .late, .later, .earlier, .turn: return partPeriod()
    case .q, .h: return codePeriod()
    case .fiscal, .fy, .calendar: return fiscalPeriod()
    case .quarter, .all:
      if keyword == .all { at += 1 }
      return unitPeriod(allowsUnit: allowsUnit || keyword == .all, afterThe: hasArticle)
    case .full:
      at += 1
      return unitPeriod(allowsUnit: allowsUnit, afterThe: hasArticle)
    case .latest: return latestPeriod()
    default: return endPeriod()
    }
  }

  /// Reads `today`, `tomorrow`, `tonight`.
  private mutating func deicticDay() -> Stretch? {
    if has(.now), !isPhrase { return nil }
    var days = 0
    if case .deictic(let moved) = word() { days = moved }
    at += 1
    eat(.possessive)
    rules.append("horizon.deictic")
    return .day(reference + days)
  }

  /// Reads what begins with a number, in digits or in words.
  private mutating func countedPeriod(_ hasArticle: Bool) -> Stretch? {
    if let found = durationPeriod() ?? countedRelation() { return found }
    if let found = yearEarlier() { return found }
    if let found = ordinalPeriod() ?? numeralPeriod() { return found }
    if case .cardinal = word() { return dayBeforeMonth() ?? yearPeriod() }
    if hasArticle, case .digits = word() {
      return attempt { parser in
        guard let number = parser.dayNumber() else { return nil }
        guard parser.isPhrase else { return nil }
        return parser.dayOfSomeMonth(number) { _ in true }
      }
    }
    return nil
  }

  /// Reads `summer 2027`, `the winter of 2027`, `the spring`.
  private mutating func seasonPeriod(_ hasArticle: Bool, _ allowsUnit: Bool) -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard case .season(let season) = parser.word(), season > 0 else { return nil }
      parser.at += 1
      if let year = parser.trailingYear(mayFollowDirectly: true) {
        parser.rules.append("horizon.season")
        return Self.season(season, year)
      }
      let isLed = hasArticle && (start < 2 || parser.leadsToPeriod(start - 2))
      guard parser.isPhrase || allowsUnit || isLed || parser.leadsToPeriod(start - 1)
      else { return nil }
      parser.eat(.possessive)
      parser.rules.append("horizon.season")
      return parser.occurrence { Self.season(season, $0) }
    }
  }

  /// Reads `the latest quarter`, `the latest period`.
  private mutating func latestPeriod() -> Stretch? {
    attempt { parser in
      parser.at += 1
      if parser.eat(.quarter) || parser.memory.quarter != nil && parser.eat(.period) {
        parser.rules.append("horizon.quarter-named-before")
        parser.assume("the quarter named before is taken")
        return parser.currentQuarter()
      }
      guard parser.word() == .unit(.year) || parser.word() == .unit(.month) else { return nil }
      return parser.unitPeriod(allowsUnit: true, afterThe: true)
    }
  }

  /// Reads `the year-ago quarter`, `the year-earlier period`, `year-earlier`.
  private mutating func yearEarlier() -> Stretch? {
    attempt { parser in
      parser.eat(.a)
      guard parser.word() == .unit(.year), parser.hasMark("-", 1), parser.isJoined(1) else {
        return nil
      }
      parser.at += 2
      guard parser.eat(.ago) || parser.eat(.earlier) else { return nil }
      let namesQuarter = parser.eat(.quarter)
      if !namesQuarter { parser.eat(.period) }
      parser.rules.append("horizon.year-earlier")
      parser.assume("the period named before, one year earlier, is taken")
      if let quarter = parser.memory.quarter { return quarter.moved(-1, .year) }
      return .unit(
        namesQuarter ? .quarter : .year, at: parser.reference, moved: namesQuarter ? -5 : -1)
    }
  }
}
