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

  /// Reads `5 to 10 years`, `3-5 years`, `two or three weeks`.
  mutating func durationRange() -> DurationRange? {
    guard startsCount(at: at) else { return nil }
    return attempt { parser in
      guard let first = parser.count() else { return nil }
      guard parser.connector() || parser.eat(.or), let second = parser.count(),
        second.value > first.value, let unit = parser.unitWord()
      else { return nil }
      func duration(_ count: Int) -> Duration {
        guard let months = unit.months else {
          return Duration(days: count * unit.days, grain: unit)
        }
        return Duration(months: count * months, days: 0, grain: unit)
      }
      return DurationRange(shortest: duration(first.value), longest: duration(second.value))
    }
  }

  /// Reads `3 weeks`, `a year and a half`, `2 years 1 month 21 days`, `half a year`.
  mutating func duration() -> Duration? {
    attempt { parser in
      guard var total = parser.singleDuration() else { return nil }
      for _ in 0..<3 {
        let mark = parser.at
        if parser.eat(.and) || parser.eat(mark: ",") {}
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
  private mutating func halfMore(of total: Duration) -> Duration? {
    guard at > 0, words[at - 1] == .keyword(.and), has(.a), has(.half, 1), total.grain != .half
    else { return nil }
    at += 2
    return Self.half(of: total.grain, grain: total.grain)
  }

  private static func half(of unit: CalendarUnit, grain: CalendarUnit) -> Duration? {
    if let months = unit.months {
      return months == 1
        ? Duration(days: 15, grain: .day)
        : Duration(months: months / 2, days: 0, grain: .month)
    }
    return Duration(days: (unit.days + 1) / 2, grain: .day)
  }

  private mutating func singleDuration() -> Duration? {
    guard startsCount(at: at) else { return nil }
    return attempt { parser in
      if let half = parser.halfDuration() { return half }
      guard let count = parser.count() else { return nil }
      let hasHalf = parser.eat(.and, .a, .half)
      if parser.eat(.more) {}
      if parser.eat(.business) {}
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
  private mutating func halfDuration() -> Duration? {
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

  /// Reads a period that begins with a duration: `3 weeks ago`, `a week from Friday`.
  mutating func durationPeriod() -> Stretch? {
    attempt { parser in
      if let day = parser.weekdaysFromNow() { return day }
      if let range = parser.durationRange() {
        guard parser.isBehindNow() else { return nil }
        return parser.between(range)
      }
      guard let duration = parser.duration() else { return nil }
      if duration.isVague { parser.assume("“a few” is taken as three, “a couple” as two") }
      parser.eat(.possessive)
      if let past = parser.past(duration) { return past }
      if parser.isBehindNow() || parser.eat(.later) || parser.eat(.time) {
        parser.rules.append("horizon.duration-ahead")
        return parser.shifted(parser.reference, duration, 1).flatMap { .day($0) }
      }
      return parser.besidePeriod(duration) ?? parser.stretchFromStart(duration)
    }
  }

  /// Returns the days from the shortest wait to the longest.
  mutating func between(_ range: DurationRange) -> Stretch? {
    guard let first = shifted(reference, range.shortest, 1),
      let last = shifted(reference, range.longest, 1)
    else { return nil }
    rules.append("horizon.duration-range")
    return Stretch(first, last + 1, .day)
  }

  /// Reads what makes a duration lie in the past.
  private mutating func past(_ duration: Duration) -> Stretch? {
    attempt { parser in
      let isComparison = !parser.isPhrase && parser.eat(.earlier)
      guard isComparison || parser.eat(.ago) else { return nil }
      parser.rules.append("horizon.duration-ago")
      let isOneYear = duration.months == 12 && duration.days == 0
      if isOneYear, !parser.isPhrase, let quarter = parser.memory.quarter?.moved(-1, .year) {
        return quarter
      }
      guard let day = parser.shifted(parser.reference, duration, -1) else { return nil }
      let isYears = duration.grain == .year && duration.days == 0
      if isYears, !parser.isPhrase { return .unit(.year, at: day) }
      if isYears { return .unit(.month, at: day) }
      return .day(day)
    }
  }

  /// Reads a period that the duration counts from: `from Friday`, `before Easter`, `after today`.
  private mutating func besidePeriod(_ duration: Duration) -> Stretch? {
    attempt { parser in
      let sign: Int
      if parser.eat(.from) || parser.eat(.after) {
        sign = 1
      } else if parser.eat(.before) || parser.eat(.prior, .to) || parser.eat(.ahead, .of) {
        sign = -1
      } else {
        return nil
      }
      parser.rules.append("horizon.duration-beside")
      // The occurrence is chosen so that the day counted to is the next one.
      let isWeekday = parser.startsWithWeekday
      let pivot =
        isWeekday
        ? parser.reference : parser.shifted(parser.reference, duration, -sign) ?? parser.reference
      let isHeldBack = parser.isPhrase || parser.direction != .past
      let found =
        isHeldBack
        ? parser.facing(.future, from: pivot) { $0.nested(cost: 2) { $0.period(allowsUnit: true) } }
        : parser.nested(cost: 2) { $0.period(allowsUnit: true) }
      guard let found else { return nil }
      let day = sign > 0 && found.length > 1 ? found.until - 1 : found.from
      return parser.shifted(day, duration, sign).flatMap { .day($0) }
    }
  }

  private var startsWithWeekday: Bool {
    if case .weekday = word() { return true }
    return false
  }

  /// Reads the beginning of a stretch of known length: `3 days starting from next Monday`.
  private mutating func stretchFromStart(_ duration: Duration) -> Stretch? {
    attempt { parser in
      parser.eat(mark: ",")
      guard parser.eat(.starting) || parser.has(.from) else { return nil }
      if parser.eat(.from) || parser.eat(.on) {}
      guard let first = parser.nested({ $0.period(allowsUnit: false) }),
        let end = parser.shifted(first.from, duration, 1)
      else { return nil }
      parser.rules.append("horizon.duration-from")
      return Stretch(first.from, end, .day)
    }
  }

  /// Reads `4 Tuesdays from now`.
  private mutating func weekdaysFromNow() -> Stretch? {
    attempt { parser in
      guard let count = parser.count(), count.value >= 1,
        case .weekday(let weekday, _) = parser.word()
      else { return nil }
      parser.at += 1
      let sign = parser.eat(.ago) ? -1 : 1
      guard sign < 0 || parser.isBehindNow() else { return nil }
      let now = CivilCalendar.weekday(ofDayNumber: parser.reference)
      let step = ((weekday - now) * sign + 6) % 7
      let ahead = (step < 0 ? step + 7 : step) + 1
      return .day(parser.reference + sign * (ahead + 7 * (count.value - 1)))
    }
  }
}
