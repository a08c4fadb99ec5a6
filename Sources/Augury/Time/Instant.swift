/// A point in time, counted in microseconds from 1970-01-01T00:00:00Z.
///
/// Leap seconds are not counted, as in POSIX time.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The microseconds since 1970-01-01T00:00:00Z; negative before it.
  public var microseconds: Int64

  /// Creates the instant so many microseconds after 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// Creates an instant from seconds, which must lie within some 290,000 years of 1970.
  init(seconds: Int) {
    microseconds = Int64(seconds) * CivilCalendar.microsecondsPerSecond
  }

  /// Creates the instant written in RFC 3339.
  ///
  /// Taken are a date, `T` (or `t`, or one space), a time of day, a fraction of one to nine digits
  /// if any (cut to microseconds), and `Z` (or `z`) or an offset `±hh:mm` up to 23:59. The second
  /// 60 is refused, as are hour 24, a day that the calendar lacks, and an instant that lies
  /// outside the years 0001…9999 in UTC.
  public init(rfc3339 text: some StringProtocol) throws(TimeError) {
    self = try InstantText.read(String(text))
  }

  /// The instant in RFC 3339, in UTC with `Z`.
  ///
  /// A fraction is written when it is not zero, with three digits or six. An instant beyond the
  /// years 0001…9999 is written as the nearest one within.
  public var rfc3339: String { InstantText.write(self) }

  /// The same text as `rfc3339`.
  public var description: String { rfc3339 }

  /// The civil date in UTC; beyond the years 0001…9999 the nearest day within.
  public var civilDate: CivilDate {
    CivilDate(
      dayNumber: CivilCalendar.floorDivide(wholeSeconds, by: CivilCalendar.secondsPerDay).quotient)
  }

  /// Returns the instant so many microseconds later, or earlier when negative.
  ///
  /// Stops at the ends of what 64 bits can count.
  public func advanced(byMicroseconds step: Int64) -> Instant {
    let (sum, overflow) = microseconds.addingReportingOverflow(step)
    guard overflow else { return Instant(microseconds: sum) }
    return Instant(microseconds: step < 0 ? .min : .max)
  }

  /// Orders instants as they follow each other.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The seconds since 1970-01-01T00:00:00Z, rounded down.
  var wholeSeconds: Int {
    Int(
      CivilCalendar.floorDivide(
        microseconds, by: CivilCalendar.microsecondsPerSecond
      ).quotient)
  }
}
