/// A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31, without a time zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// The first day that can be written, 0001-01-01.
  public static let earliest = CivilDate(validYear: 1, month: 1, day: 1)
  /// The last day that can be written, 9999-12-31.
  public static let latest = CivilDate(validYear: 9999, month: 12, day: 31)

  /// Creates the day of a year (1…9999), month (1…12) and day of the month.
  ///
  /// Throws when the calendar has no such day: there is no 30 February.
  public init(year: Int, month: Int, day: Int) throws(TimeError) {
    try self.init(year: year, month: month, day: day, text: nil)
  }

  /// Creates the day that is so many days after 1970-01-01.
  ///
  /// The number should be −719162…2932896; one beyond gives the nearest day that can be written.
  public init(dayNumber: Int) {
    let number = min(max(dayNumber, CivilCalendar.firstDayNumber), CivilCalendar.lastDayNumber)
    let date = CivilCalendar.date(ofDayNumber: number)
    self.init(validYear: date.year, month: date.month, day: date.day)
  }

  /// Creates the day written as `YYYY-MM-DD`, exactly so: ten ASCII bytes.
  public init(iso text: some StringProtocol) throws(TimeError) {
    let text = String(text)
    let bytes = text.utf8.span
    guard bytes.count == 10, let date = DecimalDigits.date(in: bytes, at: 0) else {
      throw .notADate(text)
    }
    try self.init(year: date.year, month: date.month, day: date.day, text: text)
  }

  /// Creates a day after checking it; an error names the text, or else the numbers.
  init(year: Int, month: Int, day: Int, text: String?) throws(TimeError) {
    guard (1...9999).contains(year) else {
      throw .yearOutOfRange(text ?? Self.written(year, month, day))
    }
    guard
      (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, ofYear: year)
    else { throw .noSuchDay(text ?? Self.written(year, month, day)) }
    self.init(validYear: year, month: month, day: day)
  }

  /// Creates a day from numbers that are known to be one.
  init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The days since 1970-01-01; negative before it.
  public var dayNumber: Int { CivilCalendar.dayNumber(year: year, month: month, day: day) }

  /// The weekday, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { CivilCalendar.weekday(ofDayNumber: dayNumber) }

  /// The instant at which the day begins in UTC.
  public var startOfDayUTC: Instant {
    Instant(seconds: dayNumber * CivilCalendar.secondsPerDay)
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      var digits = (year * 100 + month) * 100 + day
      for place in stride(from: 9, through: 0, by: -1) {
        guard place != 4, place != 7 else {
          buffer[place] = 0x2D
          continue
        }
        buffer[place] = 0x30 + UInt8(truncatingIfNeeded: digits % 10)
        digits /= 10
      }
      return 10
    }
  }

  /// Orders days as they follow each other.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  func appendISO(to bytes: inout [UInt8]) {
    DecimalDigits.append(year, width: 4, to: &bytes)
    bytes.append(0x2D)
    DecimalDigits.append(month, width: 2, to: &bytes)
    bytes.append(0x2D)
    DecimalDigits.append(day, width: 2, to: &bytes)
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    "year \(year), month \(month), day \(day)"
  }
}
