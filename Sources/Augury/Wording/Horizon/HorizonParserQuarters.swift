extension HorizonParser {
  /// A quarter or half of a year.
  enum YearPart: Equatable {
    case quarter(Int)
    case half(Int)
  }

  /// Reads `Q3`, `H1`.
  mutating func quarterCode() -> YearPart? {
    guard has(.q) || has(.h), isJoined(1) || isPhrase, case .digits(let number) = word(1)
    else { return nil }
    guard number >= 1, number <= (has(.q) ? 4 : 2), tokens[at + 1].length == 1 else { return nil }
    let part: YearPart = has(.q) ? .quarter(number) : .half(number)
    at += 2
    return part
  }

  /// Reads `Q3`, `Q3 2027`, `H1 of next year`.
  mutating func codePeriod() -> Stretch? {
    attempt { parser in
      guard let code = parser.quarterCode() else { return nil }
      return parser.partOfYear(code, parser.yearBehindPart())
    }
  }

  /// Reads the year behind a quarter: `of 2027`, `2027`, `of fiscal 2027`, `of next year`.
  mutating func yearBehindPart() -> Int? {
    attempt { parser in
      let hasWord = parser.eat(.of) || parser.eat(.in)
      if hasWord, let year = parser.relativeYear() { return year }
      if parser.has(.the), hasWord { parser.at += 1 }
      parser.eat(.fiscal)
      if parser.word() == .unit(.year) { parser.at += 1 }
      if !hasWord { parser.eat(mark: ",") }
      if parser.has(.fy), parser.isJoined(1) || hasWord || parser.isPhrase {
        parser.at += 1
        return parser.fiscalYearNumber(true)
      }
      if let moved = parser.neighbouringYear() { return moved }
      return parser.year()
    }
  }

  /// Reads `next year`, `last year` directly behind a part of a year.
  private mutating func neighbouringYear() -> Int? {
    guard case .relative(let relation) = word(), word(1) == .unit(.year) else { return nil }
    at += 2
    return today.year + relation.steps
  }

  mutating func partOfYear(_ part: YearPart, _ year: Int?) -> Stretch? {
    switch part {
    case .quarter(let number): quarter(number, ofYear: year)
    case .half(let number): half(number, ofYear: year)
    }
  }

  /// Returns a quarter of a year; of the one that the direction asks for when none is said.
  mutating func quarter(_ number: Int, ofYear year: Int?) -> Stretch? {
    rules.append("horizon.quarter")
    func make(_ year: Int) -> Stretch? { .months(year * 12 + 3 * number - 3, 3, .quarter) }
    let found = year.flatMap(make) ?? (year == nil ? nearOccurrence(make) : nil)
    remember(found)
    return found
  }

  mutating func half(_ number: Int, ofYear year: Int?) -> Stretch? {
    rules.append("horizon.half")
    func make(_ year: Int) -> Stretch? { .months(year * 12 + 6 * number - 6, 6, .half) }
    return year.flatMap(make) ?? (year == nil ? nearOccurrence(make) : nil)
  }

  /// Keeps a quarter that is reported on, not one that is awaited, for `the quarter`.
  private mutating func remember(_ quarter: Stretch?) {
    if direction != .future { memory.quarter = quarter ?? memory.quarter }
  }

  /// Returns an occurrence, where news without a clear tense means the nearest one.
  private mutating func nearOccurrence(_ make: (Int) -> Stretch?) -> Stretch? {
    guard !isPhrase, !options.prefersFuture, direction != .past else { return occurrence(make) }
    return facing(.nearest) { $0.occurrence(make) }
  }

  /// Reads `fiscal 2027`, `fiscal year 2027`, `FY27`, `FY2027`, `fiscal second quarter`.
  mutating func fiscalPeriod() -> Stretch? {
    attempt { parser in
      if parser.eat(.calendar) {
        guard parser.word() == .unit(.year) else { return nil }
        parser.at += 1
        return parser.year().flatMap { Stretch.year($0) }
      }
      guard parser.has(.fiscal) || parser.has(.fy) else { return nil }
      let isShort = parser.has(.fy)
      parser.at += 1
      parser.eatHyphen()
      if let number = parser.quarterNumber() {
        let year = parser.yearBehindPart()
        return parser.fiscalQuarter(number, year)
      }
      let hasUnit = parser.word() == .unit(.year)
      if hasUnit { parser.at += 1 }
      if let year = parser.fiscalYearNumber(isShort) {
        if case .quarter(let number) = parser.quarterCode() {
          return parser.fiscalQuarter(number, year)
        }
        return parser.fiscalYear(year)
      }
      guard hasUnit else { return nil }
      return parser.fiscalYear(parser.currentFiscalYear)
    }
  }

  private mutating func fiscalYearNumber(_ isShort: Bool) -> Int? {
    if let year = year() { return year }
    guard isShort, case .digits(let value) = word() else { return nil }
    guard tokens[at].length == 2 || tokens[at].length == 4 else { return nil }
    at += 1
    return value < 100 ? 2000 + value : value
  }

  /// Reads `second quarter`, and returns its number.
  private mutating func quarterNumber() -> Int? {
    attempt { parser in
      guard let number = parser.ordinal(), (1...4).contains(number) else { return nil }
      parser.eatHyphen()
      return parser.eat(.quarter) ? number : nil
    }
  }

  /// The fiscal year in which the words were said, by the year in which it ends.
  var currentFiscalYear: Int {
    options.fiscalYearStart > 1 && today.month >= options.fiscalYearStart
      ? today.year + 1 : today.year
  }

  private var fiscalOffset: Int {
    options.fiscalYearStart == 1 ? 0 : options.fiscalYearStart - 13
  }

  /// Returns a fiscal year, named after the year in which it ends.
  mutating func fiscalYear(_ year: Int) -> Stretch? {
    rules.append("horizon.fiscal-year")
    assume("a fiscal year is taken to begin in month \(options.fiscalYearStart)")
    guard (2...9998).contains(year) else { return nil }
    return .months(year * 12 + fiscalOffset, 12, .year)
  }

  private mutating func fiscalQuarter(_ number: Int, _ year: Int?) -> Stretch? {
    let offset = fiscalOffset
    rules.append("horizon.fiscal-quarter")
    func make(_ year: Int) -> Stretch? {
      .months(year * 12 + offset + 3 * number - 3, 3, .quarter)
    }
    let found = year.flatMap(make) ?? (year == nil ? nearOccurrence(make) : nil)
    remember(found)
    return found
  }
}
