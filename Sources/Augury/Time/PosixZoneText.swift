/// The reader of POSIX time zone rules.
struct PosixZoneText {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0

  /// No rule of the time zone database is half as long.
  private static let longest = 128

  static func read(_ text: String) throws(TimeError) -> PosixZone {
    guard text.utf8.count <= longest else { throw .notAZoneRule(text) }
    var reader = PosixZoneText(text)
    let zone = try reader.zone()
    guard reader.position == reader.bytes.count else { throw .notAZoneRule(text) }
    return zone
  }

  private init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(TimeError) {
    guard accept(byte) else { throw .notAZoneRule(text) }
  }

  private mutating func zone() throws(TimeError) -> PosixZone {
    try skipName()
    // POSIX counts offsets west of Greenwich.
    let standard = -(try time(hours: 24))
    guard next != nil else { return PosixZone(standardOffset: standard, daylight: nil) }
    try skipName()
    let summer = next == 0x2C ? standard + 3600 : -(try time(hours: 24))
    try expect(0x2C)
    let start = try moment()
    try expect(0x2C)
    let end = try moment()
    let daylight = PosixZone.Daylight(offset: summer, start: start, end: end)
    return PosixZone(standardOffset: standard, daylight: daylight)
  }

  /// Steps over a name: three letters or more, or letters, digits and signs in angle brackets.
  private mutating func skipName() throws(TimeError) {
    let bracketed = accept(0x3C)
    let start = position
    while let byte = next, Self.isLetter(byte) || bracketed && Self.isDigitOrSign(byte) {
      position += 1
    }
    guard position - start >= 3 else { throw .notAZoneRule(text) }
    if bracketed { try expect(0x3E) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  private static func isDigitOrSign(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || byte == 0x2B || byte == 0x2D
  }

  /// Returns the seconds of `[+-]h[hh][:mm[:ss]]`, up to a number of hours.
  private mutating func time(hours limit: Int) throws(TimeError) -> Int {
    let negative = next == 0x2D
    if !accept(0x2D) { _ = accept(0x2B) }
    var seconds = try number(upTo: limit) * 3600
    if accept(0x3A) {
      seconds += try number(upTo: 59) * 60
      if accept(0x3A) { seconds += try number(upTo: 59) }
    }
    return negative ? -seconds : seconds
  }

  private mutating func number(upTo limit: Int) throws(TimeError) -> Int {
    let start = position
    var value = 0
    while let byte = next, byte &- 0x30 <= 9, position - start < 3 {
      value = value * 10 + Int(byte &- 0x30)
      position += 1
    }
    guard position > start, value <= limit else { throw .notAZoneRule(text) }
    return value
  }

  private mutating func moment() throws(TimeError) -> PosixZone.Moment {
    let day = try day()
    let seconds = accept(0x2F) ? try time(hours: 167) : 7200
    return PosixZone.Moment(day: day, seconds: seconds)
  }

  private mutating func day() throws(TimeError) -> PosixZone.Day {
    if accept(0x4A) {
      let day = try number(upTo: 365)
      guard day >= 1 else { throw .notAZoneRule(text) }
      return .ofCommonYear(day)
    }
    guard accept(0x4D) else { return .ofYear(try number(upTo: 365)) }
    let month = try number(upTo: 12)
    try expect(0x2E)
    let week = try number(upTo: 5)
    try expect(0x2E)
    let weekday = try number(upTo: 6)
    guard month >= 1, week >= 1 else { throw .notAZoneRule(text) }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
