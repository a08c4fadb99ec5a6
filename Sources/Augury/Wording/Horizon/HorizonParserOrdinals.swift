extension HorizonParser {
  /// Reads what begins with an ordinal: `third quarter`, `first Monday of May`, `15th of May`.
  mutating func ordinalPeriod() -> Stretch? {
    if let day = dayBeforeMonth() { return day }
    return attempt { parser in
      guard let number = parser.ordinal() else { return nil }
      parser.eatHyphen()
      if parser.eat(.quarter) {
        guard number <= 4 else { return nil }
        return parser.quarter(number, ofYear: parser.yearBehindPart())
      }
      if parser.eat(.half) {
        guard number <= 2 else { return nil }
        return parser.halfOfPeriod(number)
      }
      if parser.word() == .unit(.century) {
        parser.at += 1
        guard (1...99).contains(number) else { return nil }
        parser.rules.append("horizon.century")
        return .months(
          (number - 1) * 1200 + (number == 1 ? 12 : 0), number == 1 ? 1188 : 1200,
          .century)
      }
      if parser.word() == .relative(.last) {
        parser.at += 1
        return parser.nth(-number)
      }
      return parser.nth(number) ?? parser.dayAlone(number)
    }
  }

  /// Reads the period whose half is meant: `of 2027`, `of May`.
  private mutating func halfOfPeriod(_ number: Int) -> Stretch? {
    let start = at
    if let year = yearBehindPart() { return half(number, ofYear: year) }
    at = start
    if eat(.of), let whole = nested({ $0.period(allowsUnit: true) }) {
      rules.append("horizon.half")
      let middle = whole.from + whole.length / 2
      return number == 1 ? Stretch(whole.from, middle, .day) : Stretch(middle, whole.until, .day)
    }
    at = start
    return half(number, ofYear: nil)
  }

  /// Reads `Monday of May`, `week of October 2018`, `three months of 2027` behind an ordinal.
  mutating func nth(_ number: Int) -> Stretch? {
    attempt { parser in
      let count = parser.count()?.value ?? 1
      let word = parser.word()
      parser.at += 1
      if word == .unit(.week), parser.hasMark("-") || parser.word() == .part(.end),
        parser.eatWeekEnd()
      {
        guard let whole = parser.periodBehindOf() else { return nil }
        return Self.weekend(number, whole)
      }
      switch word {
      case .weekday, .unit, .keyword(.quarter), .keyword(.half): break
      default: return nil
      }
      guard let whole = parser.periodBehindOf() else { return nil }
      parser.rules.append("horizon.nth")
      let found: Stretch? =
        switch word {
        case .weekday(let weekday, _): Self.nth(number, weekday: weekday, in: whole)
        case .unit(let unit): Self.nth(number, count, unit, in: whole)
        case .keyword(.quarter): Self.nth(number, count, .quarter, in: whole)
        default: Self.nth(number, count, .half, in: whole)
        }
      return found ?? parser.impossible(whole)
    }
  }

  private mutating func eatWeekEnd() -> Bool {
    eatHyphen()
    guard word() == .part(.end) else { return false }
    at += 1
    return true
  }

  private mutating func periodBehindOf() -> Stretch? {
    attempt { parser in
      guard parser.eat(.of) || parser.eat(.in) else { return nil }
      guard let whole = parser.nested({ $0.period(allowsUnit: true) }), whole.length > 1
      else { return nil }
      return whole
    }
  }

  private static func weekend(_ number: Int, _ whole: Stretch) -> Stretch? {
    guard let saturday = nth(number, weekday: 6, in: whole) else { return nil }
    return Stretch(saturday.from, saturday.from + 2, .weekend)
  }

  /// Returns the nth weekday inside a period, counted from its end when negative.
  static func nth(_ number: Int, weekday: Int, in whole: Stretch) -> Stretch? {
    let first = whole.from + (weekday - CivilCalendar.weekday(ofDayNumber: whole.from) + 7) % 7
    let end = whole.until - 1
    let last = end - (CivilCalendar.weekday(ofDayNumber: end) - weekday + 7) % 7
    guard number != 0, abs(number) < HorizonLimits.count else { return nil }
    let day = number > 0 ? first + 7 * (number - 1) : last + 7 * (number + 1)
    return whole.contains(day) ? .day(day) : nil
  }

  /// Returns the nth run of so many whole units inside a period.
  static func nth(
    _ number: Int, _ count: Int, _ unit: CalendarUnit, in whole: Stretch
  ) -> Stretch? {
    guard number != 0, count > 0, abs(number) < HorizonLimits.count, count < HorizonLimits.count
    else { return nil }
    let result: Stretch?
    if let months = unit.months {
      let index =
        number > 0
        ? whole.monthIndex + (number - 1) * months * count
        : endIndex(whole) + number * months * count
      result = .months(index, months * count, unit)
    } else if unit == .week || unit == .weekend {
      let weekday = unit == .week ? 1 : 6
      let length = unit == .week ? 7 * count : 2
      let end = whole.until - (unit == .week ? 6 : 0)
      guard let weeks = Stretch(whole.from, max(end, whole.from + 1), .day) else { return nil }
      let place = number > 0 ? number : number - count + 1
      result = nth(place, weekday: weekday, in: weeks)
        .flatMap { Stretch($0.from, $0.from + length, unit) }
    } else {
      let length = max(unit.days, 1) * count
      let from = number > 0 ? whole.from + (number - 1) * length : whole.until + number * length
      result = Stretch(from, from + length, .day)
    }
    guard let result, result.from >= whole.from, result.from < whole.until else { return nil }
    return result
  }

  private static func endIndex(_ whole: Stretch) -> Int {
    let last = CivilCalendar.date(ofDayNumber: whole.until - 1)
    return last.year * 12 + last.month
  }

  /// Reads the day of the month that an ordinal alone means: `the 15th`.
  private mutating func dayAlone(_ number: Int) -> Stretch? {
    guard (1...31).contains(number), isPhrase else { return nil }
    rules.append("horizon.day-of-month")
    return dayOfSomeMonth(number) { _ in true }
  }

  /// Returns the next day with a number that a test accepts, or the last one when facing the past.
  mutating func dayOfSomeMonth(_ number: Int, where accepts: (Int) -> Bool) -> Stretch? {
    let date = CivilCalendar.date(ofDayNumber: pivot)
    let step = direction == .past ? -1 : 1
    assume("the month is not said: the \(step < 0 ? "last" : "next") such day is taken")
    for moved in 0..<60 {
      let index = date.year * 12 + date.month - 1 + moved * step
      guard let day = Stretch.day(index / 12, index % 12 + 1, number) else { continue }
      if (day.from - pivot) * step >= 0, accepts(day.from) { return .day(day.from, isFixed: false) }
    }
    return nil
  }
}
