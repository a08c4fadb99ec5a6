/// A rule for all years of when clocks change, as the environment variable `TZ` of POSIX writes it.
///
/// Zone files end with one, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
public struct PosixZone: Sendable, Hashable {
  /// The standard offset, in seconds east of UTC.
  let standardOffset: Int
  /// What holds in summer, if anything else does.
  let daylight: Daylight?

  /// The other offset, and when it begins and ends, by the clock that then shows.
  struct Daylight: Sendable, Hashable {
    let offset: Int
    let start: Moment
    let end: Moment
  }

  /// A day of every year, and seconds from its midnight.
  struct Moment: Sendable, Hashable {
    let day: Day
    let seconds: Int
  }

  /// The three ways to name a day of every year.
  enum Day: Sendable, Hashable {
    /// `Jn`: the day 1…365, with 29 February never counted.
    case ofCommonYear(Int)
    /// `n`: the day 0…365, with 29 February counted.
    case ofYear(Int)
    /// `Mm.w.d`: of the month, the weekday (0 is Sunday) for the week-th time, 5 for the last.
    case weekday(month: Int, week: Int, weekday: Int)

    /// Returns the day number in a year.
    func dayNumber(inYear year: Int) -> Int {
      switch self {
      case .ofCommonYear(let day):
        let leap = CivilCalendar.isLeap(year: year) && day >= 60
        let first = CivilCalendar.dayNumber(year: year, month: 1, day: 1)
        return first + day - (leap ? 0 : 1)
      case .ofYear(let day):
        return CivilCalendar.dayNumber(year: year, month: 1, day: 1) + day
      case .weekday(let month, let week, let weekday):
        let first = CivilCalendar.dayNumber(year: year, month: month, day: 1)
        let wait = (weekday - CivilCalendar.weekday(ofDayNumber: first) % 7 + 7) % 7
        let day = wait + 7 * (week - 1)
        return first
          + (day < CivilCalendar.days(inMonth: month, ofYear: year) ? day : day - 7)
      }
    }
  }

  /// Creates a rule from its text.
  ///
  /// Days take the forms `Mm.w.d`, `Jn` and `n`; their times −167 to 167 hours (RFC 8536). A rule
  /// with a summer name must say when summer begins and ends.
  public init(_ text: some StringProtocol) throws(TimeError) {
    self = try PosixZoneText.read(String(text))
  }

  init(standardOffset: Int, daylight: Daylight?) {
    self.standardOffset = standardOffset
    self.daylight = daylight
  }

  /// Returns the offset that holds at an instant, in seconds east of UTC.
  public func offset(at instant: Instant) -> Int { offset(atSecond: instant.wholeSeconds) }

  var greatestOffset: Int { max(standardOffset, daylight?.offset ?? standardOffset) }

  func offset(atSecond second: Int) -> Int {
    guard let daylight else { return standardOffset }
    var latest: Change?
    for change in changes(around: second, daylight) where change.second <= second {
      if latest.map({ $0 < change }) ?? true { latest = change }
    }
    return latest?.isDaylight == true ? daylight.offset : standardOffset
  }

  func nextChange(afterSecond second: Int) -> Int? {
    guard let daylight else { return nil }
    return changes(around: second, daylight).map(\.second).filter { $0 > second }.min()
  }

  /// A second at which the clocks change, and to which time.
  ///
  /// Where summer ends as the next one begins, the beginning comes last and wins: so rules write
  /// summer time all year.
  private struct Change: Comparable {
    let second: Int
    let isDaylight: Bool

    static func < (left: Change, right: Change) -> Bool {
      left.second == right.second
        ? !left.isDaylight && right.isDaylight : left.second < right.second
    }
  }

  /// Returns the changes of five years, in no order; times of 167 hours may leave their year.
  private func changes(
    around second: Int, _ daylight: Daylight
  ) -> some Sequence<Change> {
    let day = CivilCalendar.floorDivide(second, by: CivilCalendar.secondsPerDay).quotient
    let year = CivilCalendar.date(ofDayNumber: day).year
    return (0..<10).lazy.map { index in
      let isDaylight = index % 2 == 0
      let moment = isDaylight ? daylight.start : daylight.end
      let day = moment.day.dayNumber(inYear: year - 2 + index / 2)
      let offset = isDaylight ? standardOffset : daylight.offset
      return Change(
        second: day * CivilCalendar.secondsPerDay + moment.seconds - offset,
        isDaylight: isDaylight)
    }
  }
}
