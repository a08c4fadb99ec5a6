/// The words of date phrases and what they stand for.
enum DatePhraseWords {
  /// A unit of the calendar.
  enum Unit { case day, week, month, quarter, year }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let numberNames = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// Returns the month 1…12 of a name, whole or cut to three letters (or `sept`).
  static func month(_ word: String) -> Int? {
    if word == "sept" { return 9 }
    return index(of: word, in: monthNames)
  }

  /// Returns the weekday 1…7, Monday first, of a name, whole or cut to three letters.
  static func weekday(_ word: String) -> Int? { index(of: word, in: weekdayNames) }

  /// Returns the number 1…12 of a word.
  static func number(_ word: String) -> Int? {
    if word == "a" || word == "an" { return 1 }
    return numberNames.firstIndex(of: word).map { $0 + 1 }
  }

  static func unit(_ word: String) -> Unit? {
    switch word {
    case "day", "days": .day
    case "week", "weeks": .week
    case "month", "months": .month
    case "quarter", "quarters": .quarter
    case "year", "years": .year
    default: nil
    }
  }

  private static func index(of word: String, in names: [String]) -> Int? {
    let index =
      word.utf8.count == 3
      ? names.firstIndex { $0.hasPrefix(word) } : names.firstIndex(of: word)
    return index.map { $0 + 1 }
  }
}
