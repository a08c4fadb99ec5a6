extension HorizonParser {
  /// Reads what begins with digits and is no duration: dates in numerals, years, decades.
  mutating func numeralPeriod() -> Stretch? {
    guard case .digits = word(), startsFreely(at) else { return nil }
    return numeralDate() ?? dayBeforeMonth() ?? decade() ?? quarterBeforeYear() ?? yearPeriod()
  }

  /// Whether no letter, digit or sign that would make the number part of a code stands before it.
  func startsFreely(_ place: Int) -> Bool {
    guard place < tokens.count, tokens[place].gap == .none, place > 0, place != rangeEnd
    else { return true }
    switch words[place - 1] {
    case .mark(0x24), .mark(0x23), .mark(0x2B), .mark(0x40), .mark(0x2E), .mark(0x3A),
      .mark(0x3D), .mark(0x26):
      return false
    case .mark(0x2D), .mark(0x2F):
      // Not the middle of `138-2010-2015`, but the end of `mid-2027` and `5/1-5/7`.
      return !(place > 1 && tokens[place - 2].kind == .number && tokens[place - 1].gap == .none)
    case .mark: return true
    default: return tokens[place - 1].kind == .mark
    }
  }

  struct Numeral {
    var value: Int
    var length: Int
  }

  /// Reads `2013-02-15`, `2/15`, `15.2.2013`, `2/2013`, `2014-10`, `2020/23/Sep`, `15-Feb-2013`.
  mutating func numeralDate() -> Stretch? {
    attempt { parser in
      guard let first = parser.numeral(), let mark = parser.dateMark() else { return nil }
      if let stretch = parser.numeralsWithMonth(first, mark) { return stretch }
      guard let second = parser.numeral() else { return nil }
      let end = parser.at
      var third: Numeral?
      if mark == 0x20 || parser.hasSameMark(mark) {
        if mark != 0x20 { parser.at += 1 }
        if case .month(let month, _) = parser.word(), first.length == 4 {
          parser.at += 1
          return .day(first.value, month, second.value) ?? parser.impossible(month, first.value)
        }
        third = parser.numeral()
        if third == nil { parser.at = end }
      }
      guard parser.endsFreely() else { return nil }
      if third != nil { parser.instantTail() }
      parser.rules.append("horizon.numerals")
      if let third { return parser.date(first, second, third, mark) }
      return parser.date(first, second, mark)
    }
  }

  mutating func numeral() -> Numeral? {
    guard case .digits(let value) = word(), tokens[at].length <= 4 else { return nil }
    at += 1
    return Numeral(value: value, length: tokens[at - 1].length)
  }

  /// Reads the mark between two numerals: `-`, `/` or `.`, or a space in `2016 10 16`.
  mutating func dateMark() -> UInt8? {
    guard case .mark(let mark) = word(), mark == 0x2D || mark == 0x2F || mark == 0x2E else {
      guard case .digits = word(), tokens[at - 1].length == 4, case .digits = word(1),
        tokens[at].length <= 2, tokens[at + 1].length <= 2
      else { return nil }
      return 0x20
    }
    let isTight = isJoined(0) && isJoined(1)
    guard isTight || isPhrase && mark != 0x2E else { return nil }
    at += 1
    return mark
  }

  func hasSameMark(_ mark: UInt8) -> Bool {
    word() == .mark(mark) && isJoined(0) && isJoined(1)
  }

  /// Whether no letter or digit follows directly, but the `T` of an instant.
  func endsFreely() -> Bool {
    guard isJoined(0) else { return true }
    if tokens[at].kind == .mark {
      return
        !(hasMark("%") || hasMark(":")
        || (hasMark("/") || hasMark(".")) && isJoined(1) && at + 1 < tokens.count
          && tokens[at + 1].kind == .number && !isPhrase && !hasInterval)
    }
    return tokens[at].key == "t" || has(.possessive)
  }

  /// Reads the time of day of an instant: `T10:00:00Z`.
  mutating func instantTail() {
    guard isJoined(0), at < tokens.count, tokens[at].key == "t" else { return }
    let limit = at + 12
    at += 1
    while at < tokens.count, at < limit, isJoined(0) { at += 1 }
  }

  mutating func numeralsWithMonth(_ first: Numeral, _ mark: UInt8) -> Stretch? {
    guard mark != 0x20, isMonth(0) else { return nil }
    return attempt { parser in
      guard case .month(let month, _) = parser.word() else { return nil }
      parser.at += 1
      if first.length == 4 {
        guard parser.word() == .mark(mark), parser.isJoined(0) else {
          return .months(first.value * 12 + month - 1, 1, .month)
        }
        parser.at += 1
        guard let day = parser.numeral() else { return nil }
        return .day(first.value, month, day.value) ?? parser.impossible(month, first.value)
      }
      guard parser.word() == .mark(mark), parser.isJoined(0) else { return nil }
      parser.at += 1
      guard let year = parser.numeral(), let whole = Self.fullYear(year) else { return nil }
      return .day(whole, month, first.value) ?? parser.impossible(month, whole)
    }
  }

  static func fullYear(_ year: Numeral) -> Int? {
    switch year.length {
    case 4: year.value
    case 2: year.value < 50 ? 2000 + year.value : 1900 + year.value
    default: nil
    }
  }

  mutating func date(
    _ first: Numeral, _ second: Numeral, _ third: Numeral, _ mark: UInt8
  ) -> Stretch? {
    if first.length == 4 {
      let found: Stretch? =
        .day(first.value, second.value, third.value) ?? .day(first.value, third.value, second.value)
      if found != nil || mark == 0x20 || max(second.length, third.length) > 2 { return found }
      return impossible(second.value, first.value)
    }
    guard first.length <= 2, second.length <= 2, let year = Self.fullYear(third)
    else { return nil }
    let (month, day) = ordered(first, second)
    if first.value <= 12, second.value <= 12, first.value != second.value {
      assume(
        options.monthComesFirst
          ? "the month is taken to come first"
          : "the day is taken to come first")
    }
    return .day(year, month, day) ?? impossible(month, year)
  }

  func ordered(_ first: Numeral, _ second: Numeral) -> (month: Int, day: Int) {
    let monthFirst = first.value > 12 || (second.value <= 12 && !options.monthComesFirst)
    return monthFirst ? (second.value, first.value) : (first.value, second.value)
  }

  mutating func date(_ first: Numeral, _ second: Numeral, _ mark: UInt8) -> Stretch? {
    if first.length == 4, second.length <= 2, mark != 0x20, mark != 0x2E {
      guard (1...12).contains(second.value) else { return nil }
      return .months(first.value * 12 + second.value - 1, 1, .month)
    }
    if second.length == 4, first.length <= 2, mark != 0x20, (1...12).contains(first.value) {
      return .months(second.value * 12 + first.value - 1, 1, .month)
    }
    guard first.length <= 2, second.length <= 2, mark != 0x20, isDateInText(first, second, mark)
    else { return nil }
    let (month, day) = ordered(first, second)
    return occurrence { .day($0, month, day) } ?? impossible(month, nil)
  }

  /// Whether two small numerals are a date and not a fraction, a score or a decimal.
  func isDateInText(_ first: Numeral, _ second: Numeral, _ mark: UInt8) -> Bool {
    if isPhrase {
      if case .unit = word() { return false }
      return mark != 0x2E || depth > 1 || leadsToPeriod(at - 4)
    }
    let place = at - 4
    let isLed = place >= 0 && leadsToDate(place)
    if mark == 0x2F {
      if has(.of) { return false }
      if case .unit = word() { return false }
      return first.value <= 12 && (isLed || depth > 1 || second.length == 2)
    }
    let isDay = place >= 0 && (words[place] == .keyword(.on) || isWeekday(place))
    return mark == 0x2E && isDay && first.value <= 12
  }

  func isWeekday(_ place: Int) -> Bool {
    if case .weekday = words[place] { return true }
    return false
  }

  func leadsToDate(_ place: Int) -> Bool {
    switch words[place] {
    case .weekday, .keyword(.on), .keyword(.by), .keyword(.until), .keyword(.from),
      .keyword(.to), .keyword(.since), .keyword(.before), .keyword(.after), .relative:
      true
    case .mark(0x2C): place > 0 && leadsToDate(place - 1)
    default: false
    }
  }

}
