/// The RFC 3339 text of an instant, read strictly and written in one form.
enum InstantText {
  /// The longest text: a date, a time, nine digits of fraction and an offset.
  private static let longest = 35
  private static let earliest = CivilDate.earliest.startOfDayUTC
  private static let latest = Instant(
    microseconds: Int64(CivilCalendar.lastDayNumber + 1) * 86_400_000_000 - 1)

  static func read(_ text: String) throws(TimeError) -> Instant {
    let bytes = text.utf8.span
    guard
      bytes.count >= 19, bytes.count <= longest,
      bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20,
      let written = DecimalDigits.date(in: bytes, at: 0)
    else { throw .notAnInstant(text) }
    let date = try CivilDate(
      year: written.year, month: written.month, day: written.day, text: text)
    let second = try timeOfDay(in: bytes, text: text)
    var position = 19
    let fraction = try fraction(in: bytes, at: &position, text: text)
    let offset = try offset(in: bytes, at: position, text: text)

    let seconds = date.dayNumber * CivilCalendar.secondsPerDay + second - offset
    let instant = Instant(seconds: seconds).advanced(byMicroseconds: fraction)
    guard instant >= earliest, instant <= latest else { throw .yearOutOfRange(text) }
    return instant
  }

  /// Returns the seconds since midnight of `hh:mm:ss` at byte 11.
  private static func timeOfDay(in bytes: Span<UInt8>, text: String) throws(TimeError) -> Int {
    guard
      bytes[13] == 0x3A, bytes[16] == 0x3A,
      let hour = DecimalDigits.number(in: bytes, at: 11, count: 2),
      let minute = DecimalDigits.number(in: bytes, at: 14, count: 2),
      let second = DecimalDigits.number(in: bytes, at: 17, count: 2)
    else { throw .notAnInstant(text) }
    guard hour <= 23, minute <= 59, second <= 60 else { throw .noSuchTimeOfDay(text) }
    guard second < 60 else { throw .leapSecond(text) }
    return hour * 3600 + minute * 60 + second
  }

  /// Returns the microseconds of a fraction, if one is written, and steps over it.
  private static func fraction(
    in bytes: Span<UInt8>, at position: inout Int, text: String
  ) throws(TimeError) -> Int64 {
    guard position < bytes.count, bytes[position] == 0x2E else { return 0 }
    position += 1
    let start = position
    var value: Int64 = 0
    while position < bytes.count, bytes[position] &- 0x30 <= 9 {
      if position - start < 6 { value = value * 10 + Int64(bytes[position] &- 0x30) }
      position += 1
    }
    guard (1...9).contains(position - start) else { throw .notAnInstant(text) }
    for _ in min(position - start, 6)..<6 { value *= 10 }
    return value
  }

  /// Returns the seconds east of UTC that end the text.
  private static func offset(
    in bytes: Span<UInt8>, at position: Int, text: String
  ) throws(TimeError) -> Int {
    guard position < bytes.count else { throw .noOffset(text) }
    let sign = bytes[position]
    if sign == 0x5A || sign == 0x7A, position + 1 == bytes.count { return 0 }
    guard
      sign == 0x2B || sign == 0x2D, position + 6 == bytes.count, bytes[position + 3] == 0x3A,
      let hours = DecimalDigits.number(in: bytes, at: position + 1, count: 2),
      let minutes = DecimalDigits.number(in: bytes, at: position + 4, count: 2)
    else { throw .notAnInstant(text) }
    guard hours <= 23, minutes <= 59 else { throw .noSuchOffset(text) }
    let seconds = hours * 3600 + minutes * 60
    return sign == 0x2D ? -seconds : seconds
  }

  static func write(_ instant: Instant) -> String {
    let instant = min(max(instant, earliest), latest)
    let (seconds, fraction) = CivilCalendar.floorDivide(
      instant.microseconds, by: CivilCalendar.microsecondsPerSecond)
    let second = CivilCalendar.floorDivide(
      Int(seconds), by: CivilCalendar.secondsPerDay
    ).remainder
    var bytes: [UInt8] = []
    bytes.reserveCapacity(27)
    instant.civilDate.appendISO(to: &bytes)
    bytes.append(0x54)
    DecimalDigits.append(second / 3600, width: 2, to: &bytes)
    bytes.append(0x3A)
    DecimalDigits.append(second / 60 % 60, width: 2, to: &bytes)
    bytes.append(0x3A)
    DecimalDigits.append(second % 60, width: 2, to: &bytes)
    if fraction != 0 {
      bytes.append(0x2E)
      let whole = fraction % 1000 == 0
      DecimalDigits.append(
        Int(whole ? fraction / 1000 : fraction), width: whole ? 3 : 6, to: &bytes)
    }
    bytes.append(0x5A)
    return String(decoding: bytes, as: UTF8.self)
  }
}
