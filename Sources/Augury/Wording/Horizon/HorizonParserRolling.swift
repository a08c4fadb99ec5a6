extension HorizonParser {
  /// Returns the time from today on that `within the next year` means, other than `next year`.
  mutating func rollingUnit(_ unit: CalendarUnit) -> Stretch? {
    guard unit == .month || unit == .year || unit == .decade || unit == .century, isRolling,
      at >= 3, words[at - 3] == .keyword(.the), let end = Stretch.shifted(reference, 1, unit)
    else { return nil }
    assume("the next \(unit) is counted from the day it was said")
    return Stretch(reference + 1, end + 1, .day)
  }

  /// Reads `week or two` behind `next`: so much time from now on.
  mutating func nextOrMore(_ relation: Relation) -> Stretch? {
    guard relation == .next || relation == .coming else { return nil }
    return attempt { parser in
      guard let range = parser.unitOrMore(),
        let first = parser.shifted(parser.reference, range.shortest, 1),
        let last = parser.shifted(parser.reference, range.longest, 1)
      else { return nil }
      parser.rules.append("horizon.duration-range")
      parser.narrow = Stretch(parser.reference + 1, first + 1, .day)
      return Stretch(parser.reference + 1, last + 1, .day)
    }
  }

  /// Reads `3 weeks` behind `next`, `last`: so many whole units, or so many days from now.
  mutating func rollingUnits(_ relation: Relation) -> Stretch? {
    attempt { parser in
      guard let count = parser.count(), let unit = parser.unitWord() else { return nil }
      return parser.rolling(relation, count, unit)
    }
  }

  /// Reads `2 upcoming quarters`, `5 next years`.
  mutating func countedRelation() -> Stretch? {
    attempt { parser in
      guard let count = parser.count(), case .relative(let relation) = parser.word(),
        relation != .this
      else { return nil }
      parser.at += 1
      guard let unit = parser.unitWord() else { return nil }
      return parser.rolling(relation, count, unit)
    }
  }

  mutating func rolling(
    _ relation: Relation, _ count: Count, _ unit: CalendarUnit
  ) -> Stretch? {
    guard count.value > 0, count.value <= HorizonLimits.count else { return nil }
    if count.isVague { assume("“a few” is taken as three, “a couple” as two") }
    rules.append("horizon.rolling")
    if unit == .moment { return .day(reference) }
    let isPast = relation == .last
    let countsWhole = isPast || unit == .quarter || unit == .decade || unit == .century
    if countsWhole || !isRolling && unit != .day && unit != .fortnight {
      let first = isPast ? -count.value : (relation == .this ? 0 : 1)
      let last = isPast ? -1 : first + count.value - 1
      guard let start = Stretch.unit(unit, at: reference, moved: first),
        let end = Stretch.unit(unit, at: reference, moved: last)
      else { return nil }
      return Stretch(start.from, end.until, unit)
    }
    guard let end = Stretch.shifted(reference, count.value, unit) else { return nil }
    return Stretch(reference + 1, end + 1, .day)
  }

  /// Whether the words before ask for time from today on: `in`, `within`, `over the next 3 weeks`.
  var isRolling: Bool {
    var place = at - 1
    while place >= 0, at - place < 8 {
      switch words[place] {
      case .keyword(.in), .keyword(.within), .keyword(.over), .keyword(.during): return true
      case .keyword(.the), .keyword(.a), .cardinal, .digits, .relative, .unit, .mark(0x2D),
        .keyword(.of):
        place -= 1
      default: return false
      }
    }
    return false
  }

  /// Returns the months of a season that begins in a year: 1 spring to 4 winter, meteorological.
  static func season(_ season: Int, _ year: Int) -> Stretch? {
    .months(year * 12 + 3 * season - 1, 3, .season)
  }
}
