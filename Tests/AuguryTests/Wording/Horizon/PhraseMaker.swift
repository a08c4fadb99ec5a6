import TestSupport

/// A phrase and the days that the oracle finds for it.
struct MadePhrase: CustomStringConvertible {
  let text: String
  /// The first day and the first behind, as dates; nil where open.
  let from: String?
  let until: String?
  var description: String { "\(text): \(from ?? "..") to \(until ?? "..")" }
}

/// Makes phrases by varying number, unit, weekday, month and year.
struct PhraseMaker {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]
  static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  let calendar = BruteCalendar.shared
  var random: SplitMix64
  /// The place of the day on which the phrases are said.
  var today = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func isHeads() -> Bool { Bool.random(using: &random) }

  /// Chooses the day on which the next phrase is said.
  mutating func moveToday() -> String {
    today = calendar.place(pick(1990...2090), pick(1...12), pick(1...28))
    return calendar.days[today].text
  }

  mutating func next() -> MadePhrase {
    switch pick(0...13) {
    case 0: duration()
    case 1: bounded()
    case 2: relatedWeekday()
    case 3: relatedUnit()
    case 4: date()
    case 5: dateWithoutYear()
    case 6: nthWeekday()
    case 7: partOfYear()
    case 8: week()
    case 9: dateRange()
    case 10: weekdaysAhead()
    case 11: nextDays()
    case 12: monthAndYear()
    default: beside()
    }
  }

  func made(_ text: String, _ from: Int?, _ until: Int?) -> MadePhrase {
    MadePhrase(
      text: text, from: from.map { calendar.days[$0].text },
      until: until.map { calendar.days[$0].text })
  }

  mutating func count(_ limit: Int) -> (Int, String) {
    let number = pick(1...limit)
    if number <= 20, isHeads() { return (number, Self.numbers[number - 1]) }
    return (number, String(number))
  }

  func ending(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
