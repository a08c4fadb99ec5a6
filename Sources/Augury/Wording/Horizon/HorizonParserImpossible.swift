/// Days that the calendar does not have.
///
/// The words are read to their end and passed as a whole, since neither the month nor the year of
/// `30 February 2027` is what was said. Until the end, a day beside it stands in.
extension HorizonParser {
  /// Takes note of a day that a month does not have.
  mutating func impossible(_ month: Int, _ year: Int?) -> Stretch? {
    let month = min(max(month, 1), 12)
    let year = year ?? CivilCalendar.date(ofDayNumber: pivot).year
    return Stretch.months(year * 12 + month - 1, 1, .month).flatMap { impossible($0) }
  }

  /// Takes note of a part that a period does not have: `the fifth Monday of February 2027`.
  mutating func impossible(_ whole: Stretch) -> Stretch? {
    isImpossible = true
    return .day(whole.until - 1)
  }
}
