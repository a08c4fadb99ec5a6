extension HorizonParser {
  /// Reads a period, or two that are the ends of one: `May to July 2027`, `2027-2030`.
  mutating func rangeOrPeriod(isBetween: Bool) -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard let first = parser.nested({ $0.period(allowsUnit: false) }) else { return nil }
      let named = parser.wholeNamed
      if let range = parser.range(from: first, startingAt: start, isBetween) { return range }
      parser.wholeNamed = named
      return first
    }
  }

  /// Whether the solidus of an interval follows: `2027-02-15/2027-03-01`.
  var hasInterval: Bool {
    hasMark("/") && isJoined(0) && isJoined(1) && isDigits(1) && tokens[at + 1].length == 4
  }

  /// Whether two periods of a sentence are the ends of one and not strangers: `Friday to May`.
  private func areEnds(_ first: Stretch, _ second: Stretch, isLed: Bool) -> Bool {
    isLed || first.grain == second.grain
      || first.grain == .year && second.grain == .month
        && second.isFixed
  }

  private mutating func range(
    from first: Stretch, startingAt start: Int, _ isBetween: Bool
  ) -> Stretch? {
    attempt { parser in
      let hasSolidus = parser.isPhrase || first.grain == .day && parser.hasInterval
      guard parser.connector(isBetween: isBetween) || hasSolidus && parser.eat(mark: "/")
      else { return nil }
      if parser.isPhrase || isBetween { if parser.eat(.the) {} }
      parser.rangeEnd = parser.at
      defer { parser.rangeEnd = nil }
      let second = parser.facing(.future, from: first.from) { parser in
        parser.nested { $0.period(allowsUnit: false) }
      }
      guard let second else { return nil }
      guard parser.areEnds(first, second, isLed: isBetween || parser.isPhrase) else { return nil }
      let end = parser.at
      var beginning = first
      if !first.isFixed, second.isFixed, second.grain != .decade {
        parser.at = start
        let again = parser.facing(.past, from: second.from) { parser in
          parser.nested { $0.period(allowsUnit: false) }
        }
        beginning = again ?? first
        parser.at = end
      }
      guard second.until > beginning.from else { return nil }
      parser.rules.append("horizon.range")
      parser.wholeNamed = nil
      var range = Stretch(beginning.from, second.until, .day)
      range?.isFixed = beginning.isFixed && second.isFixed
      return range
    }
  }
}
