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

/// The arithmetic Islamic calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30.
enum IslamicCalendar {
  /// Returns the first day in a year of our calendar that has a month and day of the Islamic one.
  static func day(month: Int, day: Int, inYear year: Int) -> Int? {
    guard (623...9998).contains(year) else { return nil }
    let guess = (year - 622) * 33 / 32
    for islamic in max(1, guess - 1)...guess + 2 {
      let number = dayNumber(islamic, month, day)
      if CivilCalendar.date(ofDayNumber: number).year == year { return number }
    }
    return nil
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // The epoch is 16 July 622 of the Julian calendar, day −492,148 from 1970-01-01.
    let days = 354 * (year - 1) + (3 + 11 * year) / 30 + 29 * (month - 1) + (6 * month - 1) / 11
    return days + day - 1 - 492_148
  }
}
