import Lexicons

extension HorizonParser {
  /// Reads the name of a holiday and returns its rule.
  mutating func holidayRule() -> HolidayRules.Rule? {
    guard let match = HorizonLexicon.shared.longest(at: at, in: self),
      case .holiday(let rule) = match.meaning
    else { return nil }
    let isOneWord = match.end == at + 1
    guard isPhrase || !isOneWord || tokens[at].isCapitalized || leadsToPeriod(at - 1)
    else { return nil }
    at = match.end
    eat(.possessive)
    return rule
  }

  /// Reads a holiday: `Easter`, `Thanksgiving 2026`, `Christmas of next year`, `Easter in a year`.
  mutating func holidayPeriod() -> Stretch? {
    guard at < nodes.count, nodes[at] != 0 else { return nil }
    return attempt { parser in
      guard let rule = parser.holidayRule() else { return nil }
      parser.rules.append("horizon.holiday")
      let day =
        parser.holidayYear(rule)
        ?? parser.occurrence {
          HorizonHolidays.stretch(rule, year: $0)
        }
      guard let day else { return nil }
      guard parser.word() == .unit(.weekend) else { return day }
      parser.at += 1
      if let year = parser.trailingYear(mayFollowDirectly: true),
        let there = HorizonHolidays.stretch(rule, year: year)
      {
        return Self.weekend(beside: there)
      }
      return Self.weekend(beside: day)
    }
  }

  /// Reads the year of a holiday behind its name.
  private mutating func holidayYear(_ rule: HolidayRules.Rule) -> Stretch? {
    if let year = trailingYear(mayFollowDirectly: true) {
      return HorizonHolidays.stretch(rule, year: year)
    }
    return attempt { parser in
      if case .relative = parser.word(), let year = parser.relativeYear() {
        return HorizonHolidays.stretch(rule, year: year)
      }
      let isAhead = parser.eat(.in)
      guard let duration = parser.duration(), isAhead || parser.eat(.ago) || parser.isBehindNow(),
        case let sign = parser.words[parser.at - 1] == .keyword(.ago) ? -1 : 1,
        let pivot = parser.shifted(parser.reference, duration, sign)
      else { return nil }
      return parser.facing(.future, from: pivot) { parser in
        parser.occurrence { HorizonHolidays.stretch(rule, year: $0) }
      }
    }
  }

  /// Returns the weekend nearest to a day, and that day when it touches it.
  private static func weekend(beside day: Stretch) -> Stretch? {
    let weekday = CivilCalendar.weekday(ofDayNumber: day.from)
    let saturday = day.from - weekday + 6 - (weekday < 3 ? 7 : 0)
    let from = weekday == 5 ? day.from : saturday
    let until = weekday == 1 ? day.until : saturday + 2
    return Stretch(from, until, .weekend)
  }
}

/// The days of holidays.
enum HorizonHolidays {
  /// Returns the days of a holiday in a year, or nil when it has none there.
  static func stretch(_ rule: HolidayRules.Rule, year: Int) -> Stretch? {
    switch rule {
    case .fixed(let month, let day):
      return .day(year, month, day)
    case .weekday(let month, let weekday, let nth, let plus):
      guard (1...9998).contains(year), let whole = Stretch.months(year * 12 + month - 1, 1, .month),
        let day = HorizonParser.nth(nth, weekday: weekday, in: whole)
      else { return nil }
      return .day(day.from + plus)
    case .before(let month, let day, let weekday):
      guard let end = Stretch.day(year, month, day) else { return nil }
      let back = (CivilCalendar.weekday(ofDayNumber: end.from) - weekday + 6) % 7 + 1
      return .day(end.from - back)
    case .easter(let plus, let length):
      return days(easter(year), plus, length)
    case .orthodox(let plus, let length):
      return days(orthodoxEaster(year), plus, length)
    case .hebrew(let month, let day, let length):
      return HebrewCalendar.eve(month: month, day: day, inYear: year)
        .flatMap { days($0, 0, length) }
    }
  }

  private static func days(_ first: Int?, _ plus: Int, _ length: Int) -> Stretch? {
    first.flatMap { Stretch($0 + plus, $0 + plus + length, .day) }
  }

  /// Returns Easter Sunday of the Western churches (Meeus, Jones and Butcher).
  static func easter(_ year: Int) -> Int? {
    guard (1...9998).contains(year) else { return nil }
    let golden = year % 19
    let century = year / 100
    let inCentury = year % 100
    let skipped = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - skipped + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7
    let correction = (golden + 11 * moon + 22 * weekday) / 451
    let days = moon + weekday - 7 * correction + 114
    return CivilCalendar.dayNumber(year: year, month: days / 31, day: days % 31 + 1)
  }

  /// Returns Easter Sunday of the Eastern churches: the Julian computus, in our calendar.
  static func orthodoxEaster(_ year: Int) -> Int? {
    guard (1...9998).contains(year) else { return nil }
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let days = moon + weekday + 114
    let ahead = year / 100 - year / 400 - 2
    return CivilCalendar.dayNumber(year: year, month: days / 31, day: days % 31 + 1) + ahead
  }
}

/// The arithmetic Hebrew calendar (Reingold and Dershowitz, *Calendrical Calculations*).
enum HebrewCalendar {
  /// Returns the evening on which a Hebrew day begins, in a year of our calendar.
  ///
  /// Months count from Nisan; 13 is the last month of the year, Adar or Adar II.
  static func eve(month: Int, day: Int, inYear year: Int) -> Int? {
    guard (1...9998).contains(year) else { return nil }
    for hebrew in [year + 3760, year + 3761] {
      let number = dayNumber(hebrew, month, day) - 1
      if CivilCalendar.date(ofDayNumber: number).year == year { return number }
    }
    return nil
  }

  private static func isLeap(_ year: Int) -> Bool { (7 * year + 1) % 19 < 7 }

  /// The days from the calendar's epoch to the new year.
  private static func elapsed(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts / 25_920
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day
  }

  private static func newYear(_ year: Int) -> Int {
    let before = elapsed(year - 1)
    let now = elapsed(year)
    let after = elapsed(year + 1)
    let delay = after - now == 356 ? 2 : (now - before == 382 ? 1 : 0)
    // The epoch is 7 October 3761 BCE of the Julian calendar, day −2,092,590 from 1970-01-01.
    return now + delay - 2_092_590
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let days = newYear(year + 1) - newYear(year)
    switch month {
    case 2, 4, 6, 10, 13: return 29
    case 12: return isLeap(year) ? 30 : 29
    case 8: return days % 10 == 5 ? 30 : 29
    case 9: return days % 10 == 3 ? 29 : 30
    default: return 30
    }
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let last = isLeap(year) ? 13 : 12
    let month = min(month, last)
    var days = newYear(year) + day - 1
    let months = month < 7 ? Array(7...last) + Array(1..<month) : Array(7..<month)
    for passed in months { days += length(passed, year) }
    return days
  }
}
