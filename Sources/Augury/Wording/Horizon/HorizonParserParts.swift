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
      return .end
    }
    return nil
  }

  /// Reads the period whose part is meant; a bare unit is the current one.
  private mutating func wholeBehindPart(hasOf: Bool) -> Stretch? {
    eat(.the)
    let start = at
    if let whole = period(allowsUnit: true) { return whole }
    at = start
    return nil
  }

  /// Returns a part of a period; the thirds are a convention of ours.
  mutating func part(_ part: PeriodPart, of whole: Stretch) -> Stretch? {
    guard whole.length > 1 else { return whole }
    partReason = "“\(Self.name(part))” of a period is taken by our convention"
    let from = whole.from
    let until = whole.until
    let cuts: (early: Int, middle: Int, center: Int, afterMiddle: Int, late: Int)
    switch whole.grain {
    case .week: cuts = (from + 3, from + 2, from + 3, from + 5, until - 3)
    case .month: cuts = (from + 10, from + 9, from + 15, from + 20, from + 20)
    case .year where whole.length < 400: cuts = yearCuts(whole, [3, 4, 6, 8, 8])
    case .decade where whole.length > 3600: cuts = yearCuts(whole, [48, 48, 72, 84, 84])
    case .century where whole.length > 36_000: cuts = yearCuts(whole, [408, 408, 612, 804, 804])
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

  /// Early is January to March, the middle May to August, late September to December; of a decade,
  /// its first four, middle three and last three years; of a century, its thirds, but the middle
  /// is due in the year 50.
  private func yearCuts(
    _ whole: Stretch, _ months: [Int]
  ) -> (early: Int, middle: Int, center: Int, afterMiddle: Int, late: Int) {
    func month(_ index: Int) -> Int {
      Stretch.months(whole.monthIndex + months[index], 1, .month)?.from ?? whole.until
    }
    return (month(0), month(1), month(2), month(3), month(4))
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
