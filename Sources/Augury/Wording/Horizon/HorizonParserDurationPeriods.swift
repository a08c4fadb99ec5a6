extension HorizonParser {
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
  mutating func past(_ duration: Duration) -> Stretch? {
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
  mutating func besidePeriod(_ duration: Duration) -> Stretch? {
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

  var startsWithWeekday: Bool {
    if case .weekday = word() { return true }
    return false
  }

  /// Reads the beginning of a stretch of known length: `3 days starting from next Monday`.
  mutating func stretchFromStart(_ duration: Duration) -> Stretch? {
    attempt { parser in
      parser.eat(mark: ",")
      guard parser.eat(.starting) || parser.has(.from) else { return nil }
      _ = parser.eat(.from) || parser.eat(.on)
      guard let first = parser.nested({ $0.period(allowsUnit: false) }),
        let end = parser.shifted(first.from, duration, 1)
      else { return nil }
      parser.rules.append("horizon.duration-from")
      return Stretch(first.from, end, .day)
    }
  }

  /// Reads `4 Tuesdays from now`.
  mutating func weekdaysFromNow() -> Stretch? {
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
