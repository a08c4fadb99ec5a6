/// The reader of EDTF expressions, as far as `SaidTime` takes them.
enum SaidTimeText {
  /// Two instants and a solidus.
  private static let longest = 71

  static func read(_ text: String) throws(TimeError) -> SaidTime {
    if text.isEmpty { return .unknown }
    let bytes = text.utf8
    guard bytes.count <= longest else { throw .notEDTF(text) }
    guard let solidus = bytes.firstIndex(of: 0x2F) else {
      let (part, canonical) = try part(text[...])
      return SaidTime(edtf: canonical, start: part, end: part)
    }
    return try interval(
      from: text[..<solidus], to: text[bytes.index(after: solidus)...], text: text)
  }

  private static func interval(
    from left: Substring, to right: Substring, text: String
  ) throws(TimeError) -> SaidTime {
    if left == ".." {
      let (end, canonical) = try part(right)
      return SaidTime(edtf: "../\(canonical)", start: nil, end: end)
    }
    let (start, canonicalStart) = try part(left)
    if right.isEmpty || right == ".." {
      return SaidTime(edtf: "\(canonicalStart)/\(right)", start: start, end: nil)
    }
    let (end, canonicalEnd) = try part(right)
    let interval = SaidTime(edtf: "\(canonicalStart)/\(canonicalEnd)", start: start, end: end)
    if case .instant(let from) = start, case .instant(let until) = end {
      guard from <= until else { throw .backwardInterval(text) }
    } else if let first = interval.firstDay, let last = interval.lastDay {
      guard first <= last else { throw .backwardInterval(text) }
    }
    return interval
  }

  /// Returns one date or instant with its text in the one form.
  private static func part(
    _ piece: Substring
  ) throws(TimeError) -> (SaidTime.Part, canonical: String) {
    let text = String(piece)
    let bytes = text.utf8.span
    if bytes.count > 10, bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20 {
      let instant = try InstantText.read(text)
      return (.instant(instant), instant.rfc3339)
    }
    var count = bytes.count
    if count > 0, isQualifier(bytes[count - 1]) { count -= 1 }
    let days =
      switch count {
      case 4: try year(in: bytes, text: text)
      case 7: try partOfYear(in: bytes, text: text)
      case 10: try day(in: bytes, text: text)
      default: throw TimeError.notEDTF(text)
      }
    return (.days(first: days.first, last: days.last), text)
  }

  private typealias Days = (first: CivilDate, last: CivilDate)

  /// Reads `YYYY`, `YYYX` or `YYXX`.
  private static func year(in bytes: Span<UInt8>, text: String) throws(TimeError) -> Days {
    var open = 0
    while open < 2, bytes[3 - open] == 0x58 { open += 1 }
    guard let digits = DecimalDigits.number(in: bytes, at: 0, count: 4 - open) else {
      throw .notEDTF(text)
    }
    let scale = [1, 10, 100][open]
    let last = digits * scale + scale - 1
    // The calendar begins with the year 1, so that 000X has nine years.
    guard last >= 1 else { throw .yearOutOfRange(text) }
    return (
      CivilDate(validYear: max(digits * scale, 1), month: 1, day: 1),
      CivilDate(validYear: last, month: 12, day: 31)
    )
  }

  /// Reads a month, season, quarter, half, or `XX` after a year.
  private static func partOfYear(in bytes: Span<UInt8>, text: String) throws(TimeError) -> Days {
    guard bytes[4] == 0x2D, let year = DecimalDigits.number(in: bytes, at: 0, count: 4) else {
      throw .notEDTF(text)
    }
    guard year >= 1 else { throw .yearOutOfRange(text) }
    if isOpen(bytes, at: 5) { return try months(1, count: 12, of: year, text: text) }
    guard let code = DecimalDigits.number(in: bytes, at: 5, count: 2) else {
      throw .notEDTF(text)
    }
    switch code {
    case 1...12: return try months(code, count: 1, of: year, text: text)
    case 21...24: return try months(3 * (code - 20), count: 3, of: year, text: text)
    case 33...36: return try months(3 * (code - 33) + 1, count: 3, of: year, text: text)
    case 40, 41: return try months(6 * (code - 40) + 1, count: 6, of: year, text: text)
    default: throw .noSuchSeason(text)
    }
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-XX` or `YYYY-XX-XX`.
  private static func day(in bytes: Span<UInt8>, text: String) throws(TimeError) -> Days {
    if let date = DecimalDigits.date(in: bytes, at: 0) {
      let day = try CivilDate(year: date.year, month: date.month, day: date.day, text: text)
      return (day, day)
    }
    guard
      bytes[4] == 0x2D, bytes[7] == 0x2D, isOpen(bytes, at: 8),
      let year = DecimalDigits.number(in: bytes, at: 0, count: 4)
    else { throw .notEDTF(text) }
    guard year >= 1 else { throw .yearOutOfRange(text) }
    if isOpen(bytes, at: 5) { return try months(1, count: 12, of: year, text: text) }
    guard let month = DecimalDigits.number(in: bytes, at: 5, count: 2) else {
      throw .notEDTF(text)
    }
    guard (1...12).contains(month) else { throw .noSuchDay(text) }
    return try months(month, count: 1, of: year, text: text)
  }

  private static func months(
    _ month: Int, count: Int, of year: Int, text: String
  ) throws(TimeError) -> Days {
    let first = CivilDate(validYear: year, month: month, day: 1)
    guard let last = first.exactlyAdding(months: count - 1) else { throw .yearOutOfRange(text) }
    return (first, last.endOfMonth)
  }

  private static func isOpen(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    bytes[position] == 0x58 && bytes[position + 1] == 0x58
  }

  /// Whether a byte is `?` (uncertain), `~` (approximate) or `%` (both).
  private static func isQualifier(_ byte: UInt8) -> Bool {
    byte == 0x3F || byte == 0x7E || byte == 0x25
  }
}
