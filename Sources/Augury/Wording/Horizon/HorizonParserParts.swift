extension HorizonParser {
  /// Reads a part of a period: `early May`, `mid-2027`, `the end of next year`, `later this month`.
  mutating func partPeriod() -> Stretch? {
    attempt { parser in
      guard let part = parser.partWord() else { return nil }
      parser.eatHyphen()
      let hasOf = parser.eat(.of) || parser.eat(.in)
      guard let whole = parser.nested({ $0.wholeBehindPart(hasOf: hasOf) }) else { return nil }
      parser.rules.append("horizon.part")
      return parser.part(part, of: whole)
    }
  }

  private mutating func partWord() -> PeriodPart? {
    if case .part(let part) = word() {
      at += 1
      return part
    }
    if eat(.late) || eat(.later) { return .late }
    if eat(.earlier) { return .early }
    if has(.turn), has(.of, 1) {
      at += 1
      return .beginning
    }
    return nil
  }

  /// Reads the period whose part is meant; a bare unit is the current one.
  private mutating func wholeBehindPart(hasOf: Bool) -> Stretch? {
    if eat(.the) {}
    let start = at
    if let whole = period(allowsUnit: true) { return whole }
    at = start
    return nil
  }

  /// Returns a part of a period; the thirds are a convention of ours.
  mutating func part(_ part: PeriodPart, of whole: Stretch) -> Stretch? {
    guard whole.length > 1 else { return whole }
    assume("“\(Self.name(part))” of a period is taken by our convention")
    let from = whole.from, until = whole.until
    let cuts: (early: Int, middle: Int, center: Int, afterMiddle: Int, late: Int)
    switch whole.grain {
    case .week: cuts = (from + 3, from + 2, from + 4, from + 5, until - 3)
    case .month: cuts = (from + 10, from + 9, from + 15, from + 20, from + 20)
    case .year where whole.length < 400: cuts = yearCuts(whole)
    default:
      let third = (until - from) / 3
      cuts = (from + third, from + third, from + (until - from) / 2, until - third, until - third)
    }
    var found: Stretch?
    switch part {
    case .early, .beginning: found = Stretch(from, cuts.early, whole.grain)
    case .middle:
      found = Stretch(cuts.middle, cuts.afterMiddle, whole.grain)
      found?.due = cuts.center
    case .late, .end:
      found = Stretch(cuts.late, until, whole.grain)
      found?.isEnd = true
    }
    found?.isFixed = whole.isFixed
    wholeNamed = whole
    return found
  }

  /// Early is January to March, the middle May to August, late September to December.
  private func yearCuts(
    _ whole: Stretch
  ) -> (early: Int, middle: Int, center: Int, afterMiddle: Int, late: Int) {
    func month(_ count: Int) -> Int {
      Stretch.months(whole.monthIndex + count, 1, .month)?.from ?? whole.until
    }
    return (month(3), month(4), month(6), month(8), month(8))
  }

  private static func name(_ part: PeriodPart) -> String {
    switch part {
    case .early: "early"
    case .beginning: "the beginning"
    case .middle: "the middle"
    case .late: "late"
    case .end: "the end"
    }
  }
}
