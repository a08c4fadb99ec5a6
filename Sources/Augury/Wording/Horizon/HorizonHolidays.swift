import Lexicons

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
    case .hebrewMoved(let month, let day, let moves):
      guard let eve = HebrewCalendar.eve(month: month, day: day, inYear: year) else { return nil }
      return .day(eve + (moves[CivilCalendar.weekday(ofDayNumber: eve + 1)] ?? 0))
    case .islamic(let month, let day, let length):
      let first = IslamicCalendar.day(month: month, day: day, inYear: year)
      return days(first, 0, length)
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
