extension HorizonParser {
  /// Runs a reading with another direction, and perhaps another day to count occurrences from.
  mutating func facing<Result>(
    _ direction: HorizonDirection, from pivot: Int? = nil,
    _ read: (inout HorizonParser) -> Result?
  ) -> Result? {
    let before = (self.direction, self.pivot)
    self.direction = direction
    self.pivot = pivot ?? self.pivot
    defer { (self.direction, self.pivot) = before }
    return read(&self)
  }

  /// Returns the occurrence of something yearly that is meant when the year is left out.
  mutating func occurrence(_ make: (Int) -> Stretch?) -> Stretch? {
    guard var chosen = chosenOccurrence(make) else { return nil }
    chosen.isFixed = false
    assume("the year is not said: the occurrence \(Self.side(direction)) is taken")
    return chosen
  }

  private static func side(_ direction: HorizonDirection) -> String {
    switch direction {
    case .past: "last before the day it was said"
    case .future: "next after the day it was said"
    case .nearest: "nearest to the day it was said"
    }
  }

  private func chosenOccurrence(_ make: (Int) -> Stretch?) -> Stretch? {
    let year = CivilCalendar.date(ofDayNumber: pivot).year
    switch direction {
    case .future:
      for candidate in year - 1...year + 8 {
        if let stretch = make(candidate), stretch.until > pivot { return stretch }
      }
    case .past:
      for candidate in stride(from: year + 1, through: year - 8, by: -1) {
        if let stretch = make(candidate), stretch.from <= pivot { return stretch }
      }
    case .nearest:
      for reach in [1, 8] {
        let candidates = (year - reach...year + reach).compactMap(make)
        if let best = candidates.min(by: { $0.distance(to: pivot) < $1.distance(to: pivot) }) {
          return best
        }
      }
    }
    return nil
  }

  /// Returns the day of a weekday whose week is left out.
  mutating func occurrence(weekday: Int) -> Stretch? {
    let ahead = (weekday - CivilCalendar.weekday(ofDayNumber: pivot) + 7) % 7
    assume("the week is not said: the day \(Self.side(direction)) is taken")
    switch direction {
    case .future:
      let wait = ahead == 0 && isPhrase ? 7 : ahead
      return .day(pivot + wait, isFixed: false)
    case .past, .nearest:
      return .day(ahead == 0 ? pivot : pivot + ahead - 7, isFixed: false)
    }
  }

  /// Returns a weekday of the week that holds a day.
  func weekday(_ weekday: Int, inWeekOf day: Int) -> Stretch? {
    .day(day - CivilCalendar.weekday(ofDayNumber: day) + weekday)
  }
}
