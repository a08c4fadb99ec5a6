extension HorizonParser {
  /// Reads what begins with `this`, `next`, `last`: `next week`, `last May`, `next 3 months`.
  mutating func relativePeriod() -> Stretch? {
    attempt { parser in
      guard case .relative(var relation) = parser.word() else { return nil }
      if relation == .last, let last = parser.lastOf() { return last }
      parser.at += 1
      // `this past Monday`, `this coming week`, `the next upcoming year`.
      if case .relative(let second) = parser.word(), relation == .this || second == relation {
        relation = second
        parser.at += 1
      }
      return parser.nextOrMore(relation) ?? parser.relatedUnit(relation) ?? parser.relatedName(
        relation)
        ?? parser.rollingUnits(relation)
    }
  }

  /// Reads `last Monday of May`, `last week of 2019`, `last two weeks of October`.
  mutating func lastOf() -> Stretch? {
    attempt { parser in
      parser.at += 1
      return parser.nth(-1)
    }
  }

  /// Reads a unit behind `next`: `week`, `fiscal year`, `weekend`, `quarter`.
  mutating func relatedUnit(_ relation: Relation) -> Stretch? {
    attempt { parser in
      if parser.eat(.fiscal) {
        guard parser.word() == .unit(.year) else { return nil }
        parser.at += 1
        return parser.fiscalYear(parser.currentFiscalYear + relation.steps)
      }
      parser.eat(.calendar)
      parser.eat(.full)
      if parser.word() == .partOfDay {
        parser.at += 1
        return parser.relatedDay(relation)
      }
      guard let unit = parser.relatedUnitWord() else { return nil }
      if unit == .moment { return nil }
      parser.rules.append("horizon.relative-unit")
      if unit == .week, parser.word() == .part(.end), relation != .this {
        // `last week end`.
        parser.at += 1
        return .unit(.weekend, at: parser.reference, moved: relation.steps)
      }
      if unit == .day { return parser.relatedDay(relation) }
      if relation == .next || relation == .coming, let rolling = parser.rollingUnit(unit) {
        return rolling
      }
      if relation == .following, !parser.isPhrase, let last = parser.memory.last {
        return .unit(unit, at: last.from, moved: 1)
      }
      let found = Stretch.unit(unit, at: parser.reference, moved: relation.steps)
      if unit == .quarter { parser.memory.quarter = found }
      return found
    }
  }

  mutating func relatedUnitWord() -> CalendarUnit? {
    attempt { parser in
      if parser.word() == .unit(.week), parser.hasMark("-", 1), parser.word(2) == .part(.end) {
        parser.at += 3
        return .weekend
      }
      if case .unit(let unit) = parser.word() {
        parser.at += 1
        parser.eat(.possessive)
        return unit
      }
      if parser.eat(.quarter) { return .quarter }
      if parser.eat(.half) { return .half }
      return nil
    }
  }

  /// Returns the day that `the next day`, `this morning`, `last night` mean.
  func relatedDay(_ relation: Relation) -> Stretch? {
    if relation == .this { return .day(reference) }
    if !isPhrase, relation != .last, let last = memory.last, last.length == 1 {
      return .day(last.from + 1)
    }
    return .day(reference + relation.steps)
  }

  /// Reads a name behind `next`: a weekday, a month, a season or a holiday.
  mutating func relatedName(_ relation: Relation) -> Stretch? {
    attempt { parser in
      switch parser.word() {
      case .weekday(let weekday, _):
        if let day = parser.relatedDate(relation) { return day }
        parser.at += 1
        if parser.hasMark("."), parser.isJoined(0) { parser.at += 1 }
        parser.eat(.possessive)
        return parser.relatedWeekday(weekday, relation)
      case .month(let month, let isShort):
        guard parser.isPhrase || parser.tokens[parser.at].isCapitalized || month != 5 && !isShort
        else { return nil }
        if let days = parser.relatedDate(relation) { return days }
        parser.at += 1
        parser.eat(.possessive)
        parser.rules.append("horizon.relative-month")
        return parser.related(relation) { .months($0 * 12 + month - 1, 1, .month) }
      case .season(let season):
        parser.at += 1
        parser.eat(.possessive)
        parser.rules.append("horizon.relative-season")
        return parser.related(relation) { Self.season(season, $0) }
      case .digits:
        return parser.relatedDate(relation)
      default:
        guard let holiday = parser.holidayRule() else { return nil }
        parser.rules.append("horizon.relative-holiday")
        return parser.related(relation) { HorizonHolidays.stretch(holiday, year: $0) }
      }
    }
  }

  /// Reads a whole date behind `next` or `last`, on that side of today.
  mutating func relatedDate(_ relation: Relation) -> Stretch? {
    attempt { parser in
      let side: HorizonDirection = relation == .last ? .past : .future
      let found = parser.facing(side) { parser in
        if case .weekday = parser.word() { return parser.weekdayPeriod() }
        if case .month = parser.word() { return parser.monthPeriod() }
        return parser.numeralPeriod()
      }
      guard let found, found.length == 1, parser.rules.last != "horizon.weekday" else {
        return nil
      }
      return found
    }
  }

  /// Returns the weekday: of next week, or the last or next such day.
  mutating func relatedWeekday(_ weekday: Int, _ relation: Relation) -> Stretch? {
    rules.append("horizon.relative-weekday")
    let now = CivilCalendar.weekday(ofDayNumber: reference)
    let ahead = (weekday - now + 6) % 7 + 1
    switch relation {
    case .last:
      return .day(reference + ahead - (ahead == 7 ? 14 : 7))
    case .next:
      let next = reference - now + 1 + 7 + weekday - 1
      if next != reference + ahead {
        assume("“next” with a weekday is read as that day of the next week")
        narrow = .day(reference + ahead)
      }
      return .day(next)
    case .this: return .day(reference + ahead % 7)
    case .following, .coming: return .day(reference + ahead)
    }
  }

  /// Returns an occurrence of something yearly that has ended, is now, or has not begun.
  func related(_ relation: Relation, _ make: (Int) -> Stretch?) -> Stretch? {
    let years = today.year - 9...today.year + 9
    switch relation {
    case .last:
      return years.reversed().lazy.compactMap(make).first { $0.until <= self.reference }
    case .next, .following, .coming:
      return years.lazy.compactMap(make).first { $0.from > self.reference }
    case .this:
      let now = years.lazy.compactMap(make).first { $0.contains(self.reference) }
      guard direction != .past else { return now ?? make(today.year) }
      return now ?? years.lazy.compactMap(make).first { $0.from > self.reference }
    }
  }

}
