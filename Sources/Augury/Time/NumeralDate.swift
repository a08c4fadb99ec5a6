/// Two or three numbers with strokes, dots or hyphens between them, or eight digits: a date whose
/// order, or whose year, only a guess tells.
struct NumeralDate {
  /// The days or months it could mean, as ISO dates, at most four.
  let readings: [String]

  /// Reads the numbers, or returns nil when the bytes are not of this form or are an ISO date.
  ///
  /// A day without a year is the last one or the coming one.
  init?(_ bytes: [UInt8], today: CivilDate) {
    guard bytes.count <= 12 else { return nil }
    if bytes.count == 8, bytes.allSatisfy(Self.isDigit) {
      let number = DatePhraseTokens.value(bytes)
      readings = Self.days([(number / 10000, number / 100 % 100, number % 100)])
      return
    }
    guard let parts = Self.parts(of: bytes) else { return nil }
    let numbers = parts.map(DatePhraseTokens.value)
    readings =
      numbers.count == 3
      ? Self.days(numbers, yearIsFirst: parts[0].count == 4, yearIsLast: parts[2].count == 4)
      : Self.pair(numbers, yearIsFirst: parts[0].count == 4, yearIsLast: parts[1].count == 4, today)
  }

  /// Returns the digits between the separators, unless the whole is an ISO date or something else.
  private static func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard let separator = bytes.first(where: { !isDigit($0) }), "/.-".utf8.contains(separator)
    else { return nil }
    // A day and a month may have a full stop each: 14.6.
    let isStopped = separator == UInt8(ascii: ".") && bytes.last == separator
    let parts = (isStopped ? bytes.dropLast() : bytes[...])
      .split(separator: separator, omittingEmptySubsequences: false)
    let counts = parts.map(\.count)
    let isISO = separator == UInt8(ascii: "-") && (counts == [4, 2, 2] || counts == [4, 2])
    guard !isISO, counts != [4, 4], (2...3).contains(counts.count),
      counts.allSatisfy({ (1...4).contains($0) }), parts.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return parts
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  private static func days(_ candidates: [(year: Int, month: Int, day: Int)]) -> [String] {
    distinct(candidates.map { try? CivilDate(year: $0.year, month: $0.month, day: $0.day) })
  }

  private static func days(_ numbers: [Int], yearIsFirst: Bool, yearIsLast: Bool) -> [String] {
    if yearIsFirst { return days([(numbers[0], numbers[1], numbers[2])]) }
    guard yearIsLast else { return [] }
    return days([(numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])])
  }

  private static func pair(
    _ numbers: [Int], yearIsFirst: Bool, yearIsLast: Bool, _ today: CivilDate
  ) -> [String] {
    if yearIsFirst { return months(year: numbers[0], numbers[1]) }
    if yearIsLast { return months(year: numbers[1], numbers[0]) }
    return around([(numbers[1], numbers[0]), (numbers[0], numbers[1])], today)
  }

  private static func months(year: Int, _ month: Int) -> [String] {
    let first = try? CivilDate(year: year, month: month, day: 1)
    return first.map { [String($0.description.prefix(7))] } ?? []
  }

  /// The last such days before today and the next from today on.
  private static func around(
    _ candidates: [(month: Int, day: Int)], _ today: CivilDate
  ) -> [String] {
    let years = today.year - 8...today.year + 8
    return distinct(
      candidates.flatMap { candidate in
        let days = years.compactMap {
          try? CivilDate(year: $0, month: candidate.month, day: candidate.day)
        }
        return [days.last { $0 < today }, days.first { $0 >= today }]
      })
  }

  private static func distinct(_ dates: [CivilDate?]) -> [String] {
    var texts: [String] = []
    for case let date? in dates where !texts.contains(date.description) {
      texts.append(date.description)
    }
    return texts
  }
}
