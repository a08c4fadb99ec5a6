import Augury

/// Reads lengths of time as people write them: `6h`, `2w`, `30d`, `3 months`.
///
/// A month counts as 30 days and a year as 365, wherever one is given.
enum SpanInput {
  private static let hours: [(names: [String], hours: Int)] = [
    (["h", "hour", "hours"], 1), (["d", "day", "days"], 24), (["w", "week", "weeks"], 7 * 24),
    (["month", "months"], 30 * 24), (["y", "year", "years"], 365 * 24),
  ]
  /// The longest time: a hundred years.
  private static let mostHours = 36_500 * 24

  /// Returns the whole hours of a text, 1 at least.
  static func hours(_ text: String) throws -> Int {
    let plain = text.trimmed.lowercased()
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let unit = plain[digits.endIndex...].drop { $0 == " " }
    guard let count = Int(digits),
      let length = hours.first(where: { $0.names.contains(String(unit)) })
    else {
      throw UsageError(
        "\"\(text.clipped)\" is not a length of time.",
        "Write a whole number with a unit, such as 6h, 30d, 2w or 3 months.")
    }
    let (total, isTooLong) = count.multipliedReportingOverflow(by: length.hours)
    guard !isTooLong, (1...mostHours).contains(total) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a length of time from an hour to a hundred years.",
        "Give one between them, such as 30d.")
    }
    return total
  }

  /// Returns the whole days of a text, 1 at least.
  static func days(_ text: String) throws -> Int {
    let hours = try hours(text)
    guard hours % 24 == 0 else {
      throw UsageError(
        "\"\(text.clipped)\" is not a number of whole days.", "Give days, such as 1d.")
    }
    return hours / 24
  }

  /// A number of hours in words, in days where they are whole: "6 hours", "day", "7 days".
  static func words(hours: Int) -> String {
    let (count, unit) = hours % 24 == 0 ? (hours / 24, "day") : (hours, "hour")
    return count == 1 ? unit : "\(count) \(unit)s"
  }
}
