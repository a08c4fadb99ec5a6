/// When what has come together is handed over.
public enum DigestTime: Sendable, Hashable {
  /// As soon as there is something.
  case atOnce
  /// Once a day, at a minute of it: 0…1439.
  case daily(minuteOfDay: Int)
  /// Once a week, on a weekday (1 for Monday to 7 for Sunday) at a minute of it.
  case weekly(weekday: Int, minuteOfDay: Int)
}

/// The hours of each day in which nobody is to be disturbed.
///
/// They may go over midnight. From a minute to the same minute, there are none.
public struct QuietHours: Sendable, Hashable {
  /// The minute of the day, 0…1439, with which they begin.
  public var from: Int
  /// The minute of the day, 0…1439, at which they are over.
  public var until: Int

  /// Creates quiet hours.
  public init(from: Int, until: Int) {
    self.from = from
    self.until = until
  }

  /// Returns the seconds that they still go on at a second of a day; 0 outside them.
  func secondsLeft(atSecond second: Int) -> Int {
    let day = CivilCalendar.secondsPerDay
    let passed = CivilCalendar.floorDivide(second - from * 60, by: day).remainder
    let length = CivilCalendar.floorDivide((until - from) * 60, by: day).remainder
    return max(0, length - passed)
  }
}

/// When notices may reach a person over a channel, and which.
public struct DeliveryPlan: Sendable, Hashable {
  /// When what has come together is handed over.
  public var digest: DigestTime
  /// The hours without notices, if any.
  public var quiet: QuietHours?
  /// The zone in which its hours are meant: an IANA name.
  public var zone: String
  /// Whether only what is overdue is told, as on a channel that is meant to insist.
  public var onlyOverdue: Bool

  /// Creates a plan; by itself it tells all, at once and at any hour.
  public init(
    digest: DigestTime = .atOnce, quiet: QuietHours? = nil, zone: String, onlyOverdue: Bool = false
  ) {
    self.digest = digest
    self.quiet = quiet
    self.zone = zone
    self.onlyOverdue = onlyOverdue
  }

  /// Returns whether the channel tells at all of what is asked for a reason about a question.
  ///
  /// - Parameters:
  ///   - kind: The reason.
  ///   - isOverdue: Whether the question is overdue when it is asked.
  /// - Returns: Whether it does.
  public func includes(_ kind: OccasionKind, isOverdue: Bool) -> Bool {
    !onlyOverdue || isOverdue || kind == .overdue
  }

  /// Returns the first instant at or after one at which notices are handed over.
  ///
  /// A digest whose time the clocks skip comes right after the gap; one whose time comes twice, the
  /// first time. In quiet hours it waits for their end. What is asked later is never handed over
  /// earlier. An instant beyond the years 0001…9999 is returned as it is.
  ///
  /// - Parameters:
  ///   - asked: The instant from which there is something to tell.
  ///   - zone: The rules of the plan's zone.
  /// - Returns: The instant; handed in again, it is returned as it is.
  public func time(for asked: Instant, in zone: ZoneRules) -> Instant {
    guard CivilDate.earliest.startOfDayUTC...CivilDate.latest.startOfDayUTC ~= asked else {
      return asked
    }
    guard let minute = digest.minute else { return undisturbed(asked, zone) }
    // A digest that quiet hours or a gap have put off began some days before, at most.
    var day = zone.local(atSecond: asked.wholeSeconds).day - 3
    while true {
      if digest.falls(onDay: day) {
        let time = undisturbed(zone.instant(ofMinute: minute, ofDayNumber: day), zone)
        if time >= asked { return time }
      }
      day += 1
    }
  }

  /// Returns the first instant at or after one that is not in quiet hours.
  private func undisturbed(_ instant: Instant, _ zone: ZoneRules) -> Instant {
    guard let quiet else { return instant }
    var second = instant.wholeSeconds
    var wait = quiet.secondsLeft(atSecond: zone.local(atSecond: second).second)
    guard wait > 0 else { return instant }
    while wait > 0 {
      let end = second + wait
      second = min(end, zone.nextChange(afterSecond: second) ?? end)
      wait = quiet.secondsLeft(atSecond: zone.local(atSecond: second).second)
    }
    return Instant(seconds: second)
  }
}

extension DigestTime {
  fileprivate var minute: Int? {
    switch self {
    case .atOnce: nil
    case .daily(let minute), .weekly(_, let minute): minute
    }
  }

  fileprivate func falls(onDay number: Int) -> Bool {
    guard case .weekly(let weekday, _) = self else { return true }
    return (CivilCalendar.weekday(ofDayNumber: number) - weekday) % 7 == 0
  }
}
