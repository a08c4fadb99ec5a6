internal import Augury

/// Puts days onto the width of a drawing.
struct DayScale: Sendable {
  /// A day that is marked, and what is written there.
  struct Tick: Sendable, Equatable {
    var day: Int
    var name: String
  }

  /// The first and the last day, as days since 1970-01-01.
  let days: ClosedRange<Int>

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]

  init(_ days: ClosedRange<Int>) { self.days = days }

  /// Returns where a day lies across, as a share of the width.
  func share(_ day: Int) -> Double {
    let inner = Double(day - days.lowerBound) / Double(max(1, days.upperBound - days.lowerBound))
    return 0.02 + 0.96 * inner
  }

  /// The days that are marked, five at most: beginnings of years, or of months where all days lie
  /// within two years.
  var ticks: [Tick] {
    let (first, last) = (
      CivilDate(dayNumber: days.lowerBound), CivilDate(dayNumber: days.upperBound)
    )
    let months = (last.year - first.year) * 12 + last.month - first.month
    let step =
      months < 24 ? [1, 2, 3, 6].first { months / $0 < 5 } ?? 6 : yearStep(months / 12) * 12
    let start = first.year * 12 + first.month - 1
    return stride(from: (start + step - 1) / step * step, through: start + months, by: step)
      .compactMap { month in
        guard let day = try? CivilDate(iso: DayScale.iso(month)), days.contains(day.dayNumber)
        else { return nil }
        return Tick(day: day.dayNumber, name: name(month, step))
      }
  }

  private func yearStep(_ years: Int) -> Int {
    [1, 2, 5, 10, 20, 50, 100, 500, 1_000].first { years / $0 < 5 } ?? 5_000
  }

  private func name(_ month: Int, _ step: Int) -> String {
    let year = "\(month / 12)"
    if step >= 12 { return year }
    let name = DayScale.months[month % 12]
    return month % 12 == 0 ? year : name
  }

  private static func iso(_ month: Int) -> String {
    let digits = "000\(month / 12)".suffix(4)
    return "\(digits)-\(month % 12 + 1 < 10 ? "0" : "")\(month % 12 + 1)-01"
  }
}
