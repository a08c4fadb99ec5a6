/// A calendar that knows only how to step to the next day, and finds everything by looking.
///
/// It is the oracle of the generated phrases and shares no arithmetic with the reader.
struct BruteCalendar: Sendable {
  struct Day: Sendable, Equatable {
    let year: Int
    let month: Int
    let day: Int
    /// 1 for Monday to 7 for Sunday.
    let weekday: Int

    var text: String {
      func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  /// All days from 1950 to 2149, in order.
  let days: [Day]
  /// The place of the first day of every year.
  private let years: [Int: Int]

  static let shared = BruteCalendar()

  private init() {
    var days: [Day] = []
    var years: [Int: Int] = [:]
    // 1 January 1950 was a Sunday.
    var (year, month, day, weekday) = (1950, 1, 1, 7)
    while year < 2150 {
      if month == 1, day == 1 { years[year] = days.count }
      days.append(Day(year: year, month: month, day: day, weekday: weekday))
      weekday = weekday % 7 + 1
      day += 1
      if day > BruteCalendar.length(month, year) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    self.days = days
    self.years = years
  }

  static func length(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The place of a date.
  func place(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var place = years[year] ?? 0
    while days[place].month != month || days[place].day != day { place += 1 }
    return place
  }

  /// The first place from `start` on, going by `step`, whose day is wanted.
  func seek(from start: Int, step: Int = 1, _ isWanted: (Day) -> Bool) -> Int {
    var place = start
    while !isWanted(days[place]) { place += step }
    return place
  }

  /// The same day so many months later, or the last of that month.
  func months(_ count: Int, from start: Int) -> Int {
    var (year, month) = (days[start].year, days[start].month)
    for _ in 0..<abs(count) {
      month += count < 0 ? -1 : 1
      if month == 0 { (month, year) = (12, year - 1) }
      if month == 13 { (month, year) = (1, year + 1) }
    }
    return place(year, month, min(days[start].day, BruteCalendar.length(month, year)))
  }
}
