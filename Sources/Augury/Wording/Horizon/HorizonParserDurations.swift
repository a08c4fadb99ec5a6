extension HorizonParser {
  /// So many months and days.
  struct Duration: Equatable {
    var months = 0
    var days = 0
    /// The smallest unit named.
    var grain = CalendarUnit.day
    var isVague = false
  }

  /// Two durations of which either may be meant: `5 to 10 years`, `two or three weeks`.
  struct DurationRange {
    var shortest: Duration
    var longest: Duration
  }

  /// Reads `5 to 10 years`, `3-5 years`, `two or three weeks`, `a week or two`.
  mutating func durationRange() -> DurationRange? {
    guard startsCount(at: at) else { return nil }
    return attempt { parser in
      guard let first = parser.count() else { return nil }
      if first.value == 1, let range = parser.unitOrMore() { return range }
      guard parser.connector() || parser.eat(.or), let second = parser.count(),
        second.value > first.value, let unit = parser.unitWord()
      else { return nil }
      return Self.range(of: unit, first.value, second.value)
    }
  }

  /// Reads `week or two`, of which one or more may be meant.
  mutating func unitOrMore() -> DurationRange? {
    attempt { parser in
      guard let unit = parser.unitWord(), parser.eat(.or), let count = parser.spelled(), count > 1
      else { return nil }
      if case .unit = parser.word() { return nil }
      return Self.range(of: unit, 1, count)
    }
  }

  private static func range(of unit: CalendarUnit, _ first: Int, _ second: Int) -> DurationRange {
    func duration(_ count: Int) -> Duration {
      guard let months = unit.months else {
        return Duration(days: count * unit.days, grain: unit)
      }
      return Duration(months: count * months, days: 0, grain: unit)
    }
    return DurationRange(shortest: duration(first), longest: duration(second))
  }

  /// Reads `3 weeks`, `a year and a half`, `2 years 1 month 21 days`, `half a year`.
  mutating func duration() -> Duration? {
    attempt { parser in
      guard var total = parser.singleDuration() else { return nil }
      for _ in 0..<3 {
        let mark = parser.at
        _ = parser.eat(.and) || parser.eat(mark: ",")
        guard let next = parser.halfMore(of: total) ?? parser.singleDuration() else {
          parser.at = mark
          break
        }
        total = Duration(
          months: total.months + next.months, days: total.days + next.days, grain: next.grain,
          isVague: total.isVague || next.isVague)
      }
      return total
    }
  }

  /// Reads `a half` behind `a year and`.
  mutating func halfMore(of total: Duration) -> Duration? {
    guard at > 0, words[at - 1] == .keyword(.and), has(.a), has(.half, 1), total.grain != .half
    else { return nil }
    at += 2
    return Self.half(of: total.grain, grain: total.grain)
  }

  static func half(of unit: CalendarUnit, grain: CalendarUnit) -> Duration? {
    if let months = unit.months {
      return months == 1
        ? Duration(days: 15, grain: .day)
        : Duration(months: months / 2, days: 0, grain: .month)
    }
    return Duration(days: (unit.days + 1) / 2, grain: .day)
  }

  mutating func singleDuration() -> Duration? {
    guard startsCount(at: at) else { return nil }
    return attempt { parser in
      if let half = parser.halfDuration() { return half }
      guard let count = parser.count() else { return nil }
      let hasHalf = parser.eat(.and, .a, .half)
      parser.eat(.more)
      if parser.isPhrase { parser.eatHyphen() }
      if !parser.isPhrase, parser.has(.quarter), parser.words[parser.at - 1] == .keyword(.a) {
        return nil
      }
      guard let unit = parser.unitWord() else { return nil }
      let amount = count.value
      if hasHalf, let half = Self.half(of: unit, grain: unit) {
        return Duration(
          months: amount * (unit.months ?? 0) + half.months,
          days: (unit.months == nil ? amount * unit.days : 0) + half.days, grain: half.grain,
          isVague: count.isVague)
      }
      if let months = unit.months {
        return Duration(months: amount * months, days: 0, grain: unit, isVague: count.isVague)
      }
      return Duration(days: amount * unit.days, grain: unit, isVague: count.isVague)
    }
  }

  /// Whether a number of units can begin here.
  func startsCount(at place: Int) -> Bool {
    guard place < words.count else { return false }
    switch words[place] {
    case .digits, .cardinal, .keyword(.half): return true
    case .keyword(.a):
      switch place + 1 < words.count ? words[place + 1] : .other {
      case .unit, .cardinal, .scale, .keyword: return true
      default: return false
      }
    default: return false
    }
  }

  /// Reads `half a year`, `a half year`.
  mutating func halfDuration() -> Duration? {
    attempt { parser in
      parser.eat(.a)
      guard parser.eat(.half) else { return nil }
      parser.eat(.a)
      guard let unit = parser.unitWord() else { return nil }
      return Self.half(of: unit, grain: unit)
    }
  }

  /// Reads a unit of time; `quarter` is one.
  mutating func unitWord() -> CalendarUnit? {
    switch word() {
    case .unit(let unit):
      guard isPhrase || unit != .moment else { return nil }
      at += 1
      return unit
    case .keyword(.quarter):
      at += 1
      return .quarter
    case .keyword(.minutes):
      guard isPhrase else { return nil }
      at += 1
      return .moment
    default: return nil
    }
  }

  /// Returns the day a duration after a day, or before it when the sign is −1.
  func shifted(_ day: Int, _ duration: Duration, _ sign: Int) -> Int? {
    guard let moved = Stretch.shifted(day, sign * duration.months, .month) else { return nil }
    return Stretch.shifted(moved, sign * duration.days, .day)
  }

}
