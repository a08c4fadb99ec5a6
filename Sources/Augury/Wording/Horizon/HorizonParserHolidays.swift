import Lexicons

extension HorizonParser {
  /// Reads the name of a holiday and returns its rule.
  mutating func holidayRule() -> HolidayRules.Rule? {
    guard let match = HorizonLexicon.shared.longest(at: at, in: self),
      case .holiday(let rule) = match.meaning
    else { return nil }
    let isOneWord = match.end == at + 1
    guard isPhrase || !isOneWord || tokens[at].isCapitalized || leadsToPeriod(at - 1)
    else { return nil }
    at = match.end
    eat(.possessive)
    if case .islamic = rule {
      assume("the arithmetic Islamic calendar is taken; sighting may move the day")
    }
    return rule
  }

  /// Reads a holiday: `Easter`, `Thanksgiving 2026`, `Christmas of next year`, `Easter in a year`.
  mutating func holidayPeriod() -> Stretch? {
    guard at < nodes.count, nodes[at] != 0 else { return nil }
    return attempt { parser in
      guard let rule = parser.holidayRule() else { return nil }
      parser.rules.append("horizon.holiday")
      let day =
        parser.holidayYear(rule)
        ?? parser.occurrence {
          HorizonHolidays.stretch(rule, year: $0)
        }
      guard let day else { return nil }
      guard parser.word() == .unit(.weekend) else { return day }
      parser.at += 1
      if let year = parser.trailingYear(mayFollowDirectly: true),
        let there = HorizonHolidays.stretch(rule, year: year)
      {
        return Self.weekend(beside: there)
      }
      return Self.weekend(beside: day)
    }
  }

  /// Reads the year of a holiday behind its name.
  private mutating func holidayYear(_ rule: HolidayRules.Rule) -> Stretch? {
    if let year = trailingYear(mayFollowDirectly: true) {
      return HorizonHolidays.stretch(rule, year: year)
    }
    return attempt { parser in
      if case .relative = parser.word(), let year = parser.relativeYear() {
        return HorizonHolidays.stretch(rule, year: year)
      }
      let isAhead = parser.eat(.in)
      guard let duration = parser.duration(), isAhead || parser.eat(.ago) || parser.isBehindNow(),
        case let sign = parser.words[parser.at - 1] == .keyword(.ago) ? -1 : 1,
        let pivot = parser.shifted(parser.reference, duration, sign)
      else { return nil }
      return parser.facing(.future, from: pivot) { parser in
        parser.occurrence { HorizonHolidays.stretch(rule, year: $0) }
      }
    }
  }

  /// Returns the weekend nearest to a day, and that day when it touches it.
  private static func weekend(beside day: Stretch) -> Stretch? {
    let weekday = CivilCalendar.weekday(ofDayNumber: day.from)
    let saturday = day.from - weekday + 6 - (weekday < 3 ? 7 : 0)
    let from = weekday == 5 ? day.from : saturday
    let until = weekday == 1 ? day.until : saturday + 2
    return Stretch(from, until, .weekend)
  }
}
