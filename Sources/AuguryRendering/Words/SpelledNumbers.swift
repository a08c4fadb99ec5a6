package import Augury

extension Sentence {
  private static let spelledNumbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// Returns a number as running text has it: in letters up to nine, "41" and "1,200" beyond.
  package static func spelled(_ number: Int) -> String {
    spelledNumbers.indices.contains(number) ? spelledNumbers[number] : NumberText.grouped(number)
  }

  /// Returns the number with its noun as running text has it, "one event" or "41 events".
  package static func spelled(_ number: Int, _ noun: String) -> String {
    "\(spelled(number)) \(number == 1 ? noun : plural(of: noun))"
  }

  /// Returns the text with a capital at its beginning.
  package static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Returns the text with a full stop, unless it ends with one, as an initial does.
  package static func closed(_ text: String) -> String {
    text.hasSuffix(".") ? text : text + "."
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Returns the month of a day, as "Jan 2024".
  package static func month(_ day: CivilDate) -> String { "\(months[day.month - 1]) \(day.year)" }
}
