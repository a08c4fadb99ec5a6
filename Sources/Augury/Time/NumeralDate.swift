/// Three numbers with strokes, dots or hyphens between them, in an order that only a guess tells.
struct NumeralDate {
  /// The days it could mean, as ISO dates, at most two.
  let readings: [String]

  /// Reads the numbers, or returns nil when the bytes are not of this form or are an ISO date.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 12, let separator = bytes.first(where: { $0 &- 0x30 > 9 }) else {
      return nil
    }
    guard separator == 0x2F || separator == 0x2E || separator == 0x2D else { return nil }
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard
      parts.count == 3,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { $0 &- 0x30 <= 9 } })
    else { return nil }
    let isISO = separator == 0x2D && parts.map(\.count) == [4, 2, 2]
    guard !isISO else { return nil }

    let numbers = parts.map(DatePhraseTokens.value)
    var dates: [CivilDate] = []
    if parts[0].count == 4 {
      dates = Self.dates(year: numbers[0], [(numbers[1], numbers[2])])
    } else if parts[2].count == 4 {
      dates = Self.dates(
        year: numbers[2], [(numbers[1], numbers[0]), (numbers[0], numbers[1])])
    }
    readings = dates.map(\.description)
  }

  private static func dates(year: Int, _ candidates: [(month: Int, day: Int)]) -> [CivilDate] {
    var dates: [CivilDate] = []
    for candidate in candidates {
      let date = try? CivilDate(year: year, month: candidate.month, day: candidate.day)
      if let date, !dates.contains(date) { dates.append(date) }
    }
    return dates
  }
}
