extension ZoneRules {
  /// Returns the instant of a minute (0…1439) of a civil day.
  ///
  /// When the clocks skip the minute it is the first instant after the gap; when it comes twice,
  /// the first of the two. Days come in order: a later day's minute is never an earlier instant.
  public func instant(ofMinute minute: Int, on date: CivilDate) -> Instant {
    instant(ofMinute: minute, ofDayNumber: date.dayNumber)
  }

  /// The same of a day that may lie a little beyond those that can be written.
  func instant(ofMinute minute: Int, ofDayNumber number: Int) -> Instant {
    Instant(seconds: firstSecond(atLocal: number * CivilCalendar.secondsPerDay + minute * 60))
  }

  /// Returns the first instant of the day so many days, 0 or more, after that of an instant, or the end
  /// of the calendar.
  func startOfDay(days: Int = 0, after instant: Instant) -> Instant {
    let end = CivilCalendar.lastDayNumber + 1
    let day = max(local(atSecond: instant.wholeSeconds).day, CivilCalendar.firstDayNumber)
    return self.instant(ofMinute: 0, ofDayNumber: day + min(days, max(end - day, 0)))
  }

  /// Returns what the clocks show at a second: the number of the day, and the seconds of it.
  func local(atSecond second: Int) -> (day: Int, second: Int) {
    let (day, rest) = CivilCalendar.floorDivide(
      second + offset(atSecond: second), by: CivilCalendar.secondsPerDay)
    return (day, rest)
  }
}

/// A time of day as people write it.
public enum ClockText: Sendable {
  /// Returns a minute of the day, 0…1439, as `HH:MM`.
  public static func write(_ minute: Int) -> String {
    "\(padded(minute / 60)):\(padded(minute % 60))"
  }

  /// Returns the minute of the day that is written as `HH:MM` or `H:MM`, 00:00 to 23:59.
  public static func read(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
