extension HorizonParser {
  /// Reads a period, or two that are the ends of one: `May to July 2027`, `2027-2030`; perhaps also
  /// two of which either is meant: `2027 or 2028`.
  mutating func rangeOrPeriod(isBetween: Bool, mayChoose: Bool = false) -> Stretch? {
    attempt { parser in
      let start = parser.at
      guard let first = parser.nested({ $0.period(allowsUnit: false) }) else { return nil }
      let named = parser.wholeNamed
      if let range = parser.range(from: first, startingAt: start, isBetween) { return range }
      if mayChoose, let either = parser.either(first, startingAt: start) { return either }
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
      let isLed = isBetween || parser.isPhrase
      guard let ends = parser.ends(first, startingAt: start, isLed: isLed) else { return nil }
      parser.rules.append("horizon.range")
      return ends.whole
    }
  }

  /// Reads `or` and a second period that may be meant as well as the first one; a strict reader
  /// takes the first alone.
  private mutating func either(_ first: Stretch, startingAt start: Int) -> Stretch? {
    attempt { parser in
      guard parser.eat(.or) else { return nil }
      _ = parser.eat(.in) || parser.eat(.on) || parser.eat(.by)
      parser.eat(.the)
      guard let ends = parser.ends(first, startingAt: start, isLed: false) else { return nil }
      parser.rules.append("horizon.either")
      parser.assume(
        "either may be meant: the later one ends the window, the first a strict reader’s")
      parser.narrow = ends.first
      return ends.whole
    }
  }

  /// Reads the second of two periods, and returns the first with its year and the whole of both.
  private mutating func ends(
    _ first: Stretch, startingAt start: Int, isLed: Bool
  ) -> (first: Stretch, whole: Stretch)? {
    let second = facing(.future, from: first.from) { parser in
      parser.nested { $0.period(allowsUnit: false) }
    }
    guard let second, areEnds(first, second, isLed: isLed) else { return nil }
    let end = at
    var beginning = first
    if !first.isFixed, second.isFixed, second.grain != .decade {
      at = start
      let again = facing(.past, from: second.from) { parser in
        parser.nested { $0.period(allowsUnit: false) }
      }
      beginning = again ?? first
      at = end
    }
    guard var whole = Stretch(beginning.from, second.until, .day) else { return nil }
    wholeNamed = nil
    whole.isFixed = beginning.isFixed && second.isFixed
    return (beginning, whole)
  }
}
