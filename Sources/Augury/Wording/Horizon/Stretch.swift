/// A half-open stretch of days while it is being read, as numbers of days since 1970-01-01.
struct Stretch: Equatable {
  /// The first day, and the first behind it.
  var from: Int
  var until: Int
  /// The unit it fills, or the nearest.
  var grain: CalendarUnit
  /// Whether its year or week was said, not filled in.
  var isFixed = true
  /// Whether it is the end of another, so that before it means before its own end.
  var isEnd = false
  /// The day by which something due by this stretch is due, when it is not its end.
  var due: Int?

  /// Creates a stretch inside the calendar, or nil.
  init?(_ from: Int, _ until: Int, _ grain: CalendarUnit, isFixed: Bool = true) {
    guard from >= CivilCalendar.firstDayNumber, until <= CivilCalendar.lastDayNumber, from < until
    else { return nil }
    self.from = from
    self.until = until
    self.grain = grain
    self.isFixed = isFixed
  }

  /// Returns one day.
  static func day(_ number: Int, isFixed: Bool = true) -> Stretch? {
    Stretch(number, number + 1, .day, isFixed: isFixed)
  }

  /// Returns the day of a date that may not exist.
  static func day(_ year: Int, _ month: Int, _ day: Int, isFixed: Bool = true) -> Stretch? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, ofYear: year)
    else { return nil }
    return .day(
      CivilCalendar.dayNumber(year: year, month: month, day: day), isFixed: isFixed)
  }

  /// Returns whole months, the first being `index` months after January of the year 0.
  static func months(
    _ index: Int, _ count: Int, _ grain: CalendarUnit, isFixed: Bool = true
  ) -> Stretch? {
    guard let from = firstDay(index), let until = firstDay(index + count) else { return nil }
    return Stretch(from, until, grain, isFixed: isFixed)
  }

  /// Returns a calendar year.
  static func year(_ year: Int, isFixed: Bool = true) -> Stretch? {
    guard (1...9998).contains(year) else { return nil }
    return .months(year * 12, 12, .year, isFixed: isFixed)
  }

  /// The months since January of the year 0 at the first day.
  var monthIndex: Int {
    let date = CivilCalendar.date(ofDayNumber: from)
    return date.year * 12 + date.month - 1
  }

  /// The year of the first day.
  var year: Int { CivilCalendar.date(ofDayNumber: from).year }

  /// The number of days.
  var length: Int { until - from }

  /// Whether a day is inside.
  func contains(_ day: Int) -> Bool { from <= day && day < until }

  /// Returns the distance of a day, 0 inside.
  func distance(to day: Int) -> Int {
    contains(day) ? 0 : (day < from ? from - day : day - until + 1)
  }

  /// Returns the stretch so many of a unit later, or earlier when negative.
  func moved(_ count: Int, _ unit: CalendarUnit) -> Stretch? {
    if unit.months != nil, grain.months != nil {
      let (months, overflow) = count.multipliedReportingOverflow(by: unit.months ?? 1)
      guard !overflow, abs(months) < 120_000 else { return nil }
      let last = CivilCalendar.date(ofDayNumber: until)
      let span = last.year * 12 + last.month - 1 - monthIndex
      return .months(monthIndex + months, span, grain)
    }
    guard let start = Stretch.shifted(from, count, unit) else { return nil }
    return Stretch(start, start + length, grain)
  }

  private static func firstDay(_ index: Int) -> Int? {
    guard index >= 12, index < 120_000 else { return nil }
    return CivilCalendar.dayNumber(year: index / 12, month: index % 12 + 1, day: 1)
  }

  /// Returns the day so many of a unit after a day, or nil beyond the calendar.
  static func shifted(_ day: Int, _ count: Int, _ unit: CalendarUnit) -> Int? {
    guard abs(count) <= HorizonLimits.count, day >= CivilCalendar.firstDayNumber,
      day <= CivilCalendar.lastDayNumber
    else { return nil }
    let date = CivilDate(dayNumber: day)
    if let months = unit.months { return date.exactlyAdding(months: count * months)?.dayNumber }
    return date.exactlyAdding(days: count * unit.days)?.dayNumber
  }

  /// Returns the unit of the calendar that holds a day, moved by so many of them.
  static func unit(_ unit: CalendarUnit, at day: Int, moved count: Int = 0) -> Stretch? {
    guard abs(count) <= HorizonLimits.count, day >= CivilCalendar.firstDayNumber,
      day <= CivilCalendar.lastDayNumber
    else { return nil }
    let date = CivilCalendar.date(ofDayNumber: day)
    let month = date.year * 12 + date.month - 1
    let monday = day - CivilCalendar.weekday(ofDayNumber: day) + 1
    switch unit {
    case .moment, .day: return .day(day + count)
    case .week: return Stretch(monday + 7 * count, monday + 7 * count + 7, .week)
    case .weekend: return Stretch(monday + 7 * count + 5, monday + 7 * count + 7, .weekend)
    case .fortnight: return Stretch(monday + 14 * count, monday + 14 * count + 14, .fortnight)
    case .month: return .months(month + count, 1, .month)
    case .quarter: return .months(month / 3 * 3 + 3 * count, 3, .quarter)
    case .season: return .months((month + 1) / 3 * 3 - 1 + 3 * count, 3, .season)
    case .half: return .months(month / 6 * 6 + 6 * count, 6, .half)
    case .year: return .year(date.year + count)
    case .decade: return .months((date.year / 10 + count) * 120, 120, .decade)
    case .century: return .months((date.year / 100 + count) * 1200, 1200, .century)
    }
  }
}
