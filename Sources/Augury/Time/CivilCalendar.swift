/// The arithmetic of the proleptic Gregorian calendar on plain integers, without limits of range.
///
/// The formulas for months are those of Reingold and Dershowitz, *Calendrical Calculations*.
enum CivilCalendar {
  static let secondsPerDay = 86_400
  static let microsecondsPerSecond: Int64 = 1_000_000
  /// The day number of 0001-01-01.
  static let firstDayNumber = -719_162
  /// The day number of 9999-12-31.
  static let lastDayNumber = 2_932_896

  /// Divides so that the remainder is never negative; the divisor must be positive.
  static func floorDivide<Number: BinaryInteger>(
    _ dividend: Number, by divisor: Number
  ) -> (quotient: Number, remainder: Number) {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Returns the number of days of a month, 1…12.
  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Returns the days from 1970-01-01 to a date; the month must be 1…12, the day may be any.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let past = year - 1
    let leapDays =
      floorDivide(past, by: 4).quotient - floorDivide(past, by: 100).quotient
      + floorDivide(past, by: 400).quotient
    let february = month <= 2 ? 0 : (isLeap(year: year) ? -1 : -2)
    return firstDayNumber + 365 * past + leapDays + (367 * month - 362) / 12 + february + day - 1
  }

  /// Returns the date that is so many days after 1970-01-01.
  static func date(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    let (cycles, inCycle) = floorDivide(number - firstDayNumber, by: 146_097)
    let centuries = min(inCycle / 36_524, 3)
    let inCentury = inCycle - centuries * 36_524
    let inFourYears = inCentury % 1_461
    let years = min(inFourYears / 365, 3)
    let dayOfYear = inFourYears - years * 365
    let year = 400 * cycles + 100 * centuries + 4 * (inCentury / 1_461) + years + 1

    let leap = isLeap(year: year)
    let february = dayOfYear < (leap ? 60 : 59) ? 0 : (leap ? 1 : 2)
    let month = (12 * (dayOfYear + february) + 373) / 367
    let day = dayOfYear + february - (367 * month - 362) / 12 + 1
    return (year, month, day)
  }

  /// Returns the weekday of a day number, 1 for Monday to 7 for Sunday.
  static func weekday(ofDayNumber number: Int) -> Int {
    // 1970-01-01 was a Thursday.
    floorDivide(number + 3, by: 7).remainder + 1
  }
}
