// The arithmetic: what the parts of a phrase mean, seen from today.
extension DatePhraseParser {
  func day(_ date: CivilDate, assumed: Bool = false) -> DateSpan {
    DateSpan(window: date, date, assumed: assumed)
  }

  func months(
    _ month: Int, count: Int, year: Int, assumed: Bool = false
  ) throws(TimeError) -> DateSpan {
    let first = try CivilDate(year: year, month: month, day: 1, text: text)
    return DateSpan(
      period: first, first.adding(months: count - 1).endOfMonth, assumed: assumed)
  }

  /// Returns the day so many units from today.
  func step(
    _ count: Int, _ unit: DatePhraseWords.Unit
  ) throws(TimeError) -> CivilDate {
    let date =
      switch unit {
      case .day: today.exactlyAdding(days: count)
      case .week: today.exactlyAdding(days: 7 * count)
      case .month: today.exactlyAdding(months: count)
      case .quarter: today.exactlyAdding(months: 3 * count)
      case .year: today.exactlyAdding(years: count)
      }
    guard let date else { throw .yearOutOfRange(text) }
    return date
  }

  /// Returns the week, month, quarter or year so many after the present one.
  func span(
    of unit: DatePhraseWords.Unit, offset: Int
  ) throws(TimeError) -> DateSpan {
    let date = try step(offset, unit)
    switch unit {
    case .day:
      return day(date)
    case .week:
      return DateSpan(
        window: date.adding(days: 1 - date.weekday), date.adding(days: 7 - date.weekday),
        assumed: false)
    case .month:
      return try months(date.month, count: 1, year: date.year)
    case .quarter:
      return try months((date.month - 1) / 3 * 3 + 1, count: 3, year: date.year)
    case .year:
      return try months(1, count: 12, year: date.year)
    }
  }

  /// Returns the next such weekday after today.
  func coming(_ weekday: Int) throws(TimeError) -> DateSpan {
    day(try step((weekday - today.weekday + 6) % 7 + 1, .day), assumed: true)
  }

  /// Returns the last such weekday before today.
  func past(_ weekday: Int) throws(TimeError) -> DateSpan {
    day(try step(-((today.weekday - weekday + 6) % 7 + 1), .day), assumed: true)
  }
}
