/// The offsets from UTC of a named time zone, past and to come.
public struct ZoneRules: Sendable {
  /// The name of the zone, such as `Europe/Berlin`.
  public let name: String

  /// The seconds at which the offset changes, ascending, and the offset from each on.
  private let changes: [Int]
  private let offsets: [Int]
  private let initialOffset: Int
  private let footer: PosixZone?
  private let greatestOffset: Int

  /// Coordinated Universal Time.
  public static let utc = ZoneRules(
    name: "UTC", transitions: [], initialOffset: 0, footer: nil)

  /// Creates a zone from its transitions.
  ///
  /// A transition is the second since 1970-01-01T00:00:00Z from which an offset holds, in seconds
  /// east of UTC; `initialOffset` holds before the first. From the last transition on, or always
  /// when there is none, the footer rules if given. Transitions may come in any order.
  public init(
    name: String, transitions: [(seconds: Int64, offset: Int32)], initialOffset: Int32,
    footer: PosixZone?
  ) {
    // Beyond these seconds no instant lies, and sums with an offset could not be held.
    let reach = -(Int64.max / 1_000_000)...(Int64.max / 1_000_000)
    let ordered = transitions.sorted { $0.seconds < $1.seconds }
    self.name = name
    changes = ordered.map { Int(min(max($0.seconds, reach.lowerBound), reach.upperBound)) }
    offsets = ordered.map { Int($0.offset) }
    self.initialOffset = Int(initialOffset)
    self.footer = footer
    greatestOffset = max(
      offsets.max() ?? self.initialOffset, self.initialOffset,
      footer?.greatestOffset ?? self.initialOffset)
  }

  /// Returns the offset that holds at an instant, in seconds east of UTC.
  public func offset(at instant: Instant) -> Int { offset(atSecond: instant.wholeSeconds) }

  /// Returns the civil date at an instant.
  public func civilDate(at instant: Instant) -> CivilDate {
    let second = instant.wholeSeconds
    let local = second + offset(atSecond: second)
    return CivilDate(
      dayNumber: CivilCalendar.floorDivide(local, by: CivilCalendar.secondsPerDay).quotient)
  }

  /// Returns the first instant of a civil day.
  ///
  /// When the clocks skip midnight it is the first instant after the gap; when midnight comes
  /// twice, the first; when the zone skips the whole day (Pacific/Apia, 2011-12-30), the start of
  /// the next day there is.
  public func startOfDay(_ date: CivilDate) -> Instant {
    instant(ofMinute: 0, on: date)
  }

  /// Returns the first instant after a civil day, at which a deadline on that day has passed.
  ///
  /// It is the start of the next day.
  public func endOfDay(_ date: CivilDate) -> Instant {
    instant(ofMinute: 0, ofDayNumber: date.dayNumber + 1)
  }

  /// Returns the first second whose local time is not before one, counted from 1970-01-01T00:00.
  func firstSecond(atLocal local: Int) -> Int {
    var second = local - greatestOffset
    while true {
      let start = max(second, local - offset(atSecond: second))
      guard let change = nextChange(afterSecond: second), start >= change else { return start }
      second = change
    }
  }

  func offset(atSecond second: Int) -> Int {
    let passed = countOfChanges(upTo: second)
    if passed == changes.count, let footer { return footer.offset(atSecond: second) }
    return passed == 0 ? initialOffset : offsets[passed - 1]
  }

  /// Returns the next second at which another rule begins, if there is one.
  func nextChange(afterSecond second: Int) -> Int? {
    let passed = countOfChanges(upTo: second)
    return passed < changes.count ? changes[passed] : footer?.nextChange(afterSecond: second)
  }

  /// Returns how many changes lie at or before a second.
  private func countOfChanges(upTo second: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
