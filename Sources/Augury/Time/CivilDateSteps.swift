extension CivilDate {
  /// Returns the day so many days later, or earlier when negative.
  ///
  /// A result beyond the calendar is its first or last day.
  public func adding(days: Int) -> CivilDate {
    exactlyAdding(days: days) ?? (days < 0 ? .earliest : .latest)
  }

  /// Returns the same day of the month so many months later, or earlier when negative.
  ///
  /// Where the month is too short, its last day is taken: 31 January and one month is
  /// 28 or 29 February. A result beyond the calendar is its first or last day.
  public func adding(months: Int) -> CivilDate {
    exactlyAdding(months: months) ?? (months < 0 ? .earliest : .latest)
  }

  /// Returns the same day so many years later, or earlier when negative.
  ///
  /// 29 February becomes 28 February in a common year. A result beyond the calendar is its first
  /// or last day.
  public func adding(years: Int) -> CivilDate {
    exactlyAdding(years: years) ?? (years < 0 ? .earliest : .latest)
  }

  /// The last day of the month.
  public var endOfMonth: CivilDate {
    let last = CivilCalendar.days(inMonth: month, ofYear: year)
    return CivilDate(validYear: year, month: month, day: last)
  }

  /// The last day of the calendar quarter.
  public var endOfQuarter: CivilDate {
    CivilDate(validYear: year, month: (month + 2) / 3 * 3, day: 1).endOfMonth
  }

  /// The last day of the year.
  public var endOfYear: CivilDate { CivilDate(validYear: year, month: 12, day: 31) }

  /// Returns the day so many days later, or nil beyond the calendar.
  func exactlyAdding(days: Int) -> CivilDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    guard
      !overflow, number >= CivilCalendar.firstDayNumber, number <= CivilCalendar.lastDayNumber
    else { return nil }
    return CivilDate(dayNumber: number)
  }

  /// Returns the same day so many months later, or nil beyond the calendar.
  func exactlyAdding(months: Int) -> CivilDate? {
    let (total, overflow) = (self.year * 12 + month - 1).addingReportingOverflow(months)
    let (year, index) = CivilCalendar.floorDivide(total, by: 12)
    guard !overflow, (1...9999).contains(year) else { return nil }
    let last = CivilCalendar.days(inMonth: index + 1, ofYear: year)
    return CivilDate(validYear: year, month: index + 1, day: min(day, last))
  }

  /// Returns the same day so many years later, or nil beyond the calendar.
  func exactlyAdding(years: Int) -> CivilDate? {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    return overflow ? nil : exactlyAdding(months: months)
  }
}
