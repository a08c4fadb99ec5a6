/// The reasons why a text is not taken as a time; each carries the text given.
public enum TimeError: Explained, Equatable {
  /// Not of the form `YYYY-MM-DD`.
  case notADate(String)
  /// Well formed, but the calendar has no such day.
  case noSuchDay(String)
  /// Outside the years 0001…9999.
  case yearOutOfRange(String)
  /// Not of the form of RFC 3339.
  case notAnInstant(String)
  /// A date and a time of day that do not say in which offset from UTC.
  case noOffset(String)
  /// An hour past 23, or a minute or second past 59.
  case noSuchTimeOfDay(String)
  /// The second 60.
  case leapSecond(String)
  /// An offset from UTC past 23:59.
  case noSuchOffset(String)
  /// No EDTF expression, or one of a kind that is not taken.
  case notEDTF(String)
  /// A number in the place of the month that is no month, season, quarter or half.
  case noSuchSeason(String)
  /// An interval that ends before it begins.
  case backwardInterval(String)
  /// No date phrase.
  case notAPhrase(String)
  /// A date phrase with a word in it that does not fit there.
  case unexpectedWord(String, word: String)
  /// A date in numerals whose order is anyone's guess, with the ISO dates it could mean.
  case numeralDate(String, readings: [String])
  /// No POSIX rule of a time zone.
  case notAZoneRule(String)

  /// Always `invalid`: the value cannot be taken as it is.
  public var kind: FailureKind { .invalid }

  /// One sentence that names the text.
  public var what: String {
    switch self {
    case .notADate(let text): "\(quoted(text)) is not a date."
    case .noSuchDay(let text): "\(quoted(text)) names a day that the calendar does not have."
    case .yearOutOfRange(let text): "\(quoted(text)) is outside the years 0001 to 9999."
    case .notAnInstant(let text): "\(quoted(text)) is not an RFC 3339 instant."
    case .noOffset(let text): "\(quoted(text)) does not say its offset from UTC."
    case .noSuchTimeOfDay(let text): "\(quoted(text)) names a time of day that does not exist."
    case .leapSecond(let text): "\(quoted(text)) is a leap second, which is not counted here."
    case .noSuchOffset(let text): "\(quoted(text)) has an offset beyond 23:59."
    case .notEDTF(let text): "\(quoted(text)) is not a date or time in a form taken here."
    case .noSuchSeason(let text):
      "\(quoted(text)) has no month, season, quarter or half after its year."
    case .backwardInterval(let text): "\(quoted(text)) ends before it begins."
    case .notAPhrase(let text): "\(quoted(text)) is not a date or a phrase for one."
    case .unexpectedWord(let text, let word):
      "\(quoted(word)) is not understood in the date \(quoted(text))."
    case .numeralDate(let text, let readings):
      switch readings.count {
      case ...1: "\(quoted(text)) is a date in numerals, but not YYYY-MM-DD."
      case 2: "\(quoted(text)) could be either of two dates."
      default: "\(quoted(text)) could be any of \(readings.count) dates."
      }
    case .notAZoneRule(let text): "\(quoted(text)) is not a POSIX time zone rule."
    }
  }

  /// One imperative sentence that names the form taken.
  public var remedy: String {
    switch self {
    case .notADate: "Write the date as YYYY-MM-DD, such as 2026-06-14."
    case .noSuchDay: "Check the month and the day."
    case .yearOutOfRange: "Give a year from 0001 to 9999, in four digits."
    case .notAnInstant: "Write the instant as 2026-06-14T09:30:00Z or 2026-06-14T09:30:00+02:00."
    case .noOffset: "End it with Z or with an offset such as +02:00."
    case .noSuchTimeOfDay: "Give a time from 00:00:00 to 23:59:59."
    case .leapSecond: "Write the second before it, :59, or the one after it, :00."
    case .noSuchOffset: "Give an offset such as +02:00, up to 23:59."
    case .notEDTF:
      "Write a date (2026-06-14), a part of one (2026, 2026-06, 202X, 2026-XX-XX), an RFC 3339 "
        + "instant, or an interval of two (2026-01/2026-03, ../2026, 2026/..)."
    case .noSuchSeason:
      "After the year write a month 01 to 12, a season 21 to 24, a quarter 33 to 36, or a half "
        + "40 or 41."
    case .backwardInterval: "Write the earlier end first."
    case .notAPhrase, .unexpectedWord:
      "Write a date such as 2026-06-14, June 2026, Q3 2026, end of 2026, in 3 weeks or friday."
    case .numeralDate(_, let readings):
      readings.isEmpty
        ? "Write the date as YYYY-MM-DD, such as 2026-06-14."
        : "Write \(readings.joined(separator: " or "))."
    case .notAZoneRule: "Give a rule such as CET-1CEST,M3.5.0,M10.5.0/3."
    }
  }

  private func quoted(_ text: String) -> String { "\"\(text.clipped)\"" }
}
