/// A recursive-descent parser of date phrases; it looks two tokens ahead at most.
struct DatePhraseParser {
  let text: String
  let tokens: [DateToken]
  let today: CivilDate
  private var position = 0

  init(text: String, tokens: [DateToken], today: CivilDate) {
    self.text = text
    self.tokens = tokens
    self.today = today
  }

  // phrase = "within" duration | [preposition] period
  mutating func phrase() throws(TimeError) -> DateSpan {
    let span = try accept("within") ? within() : prefixed()
    guard position == tokens.count else { throw unexpected() }
    return span
  }

  // within = ["the"] ["next"] quantity unit
  private mutating func within() throws(TimeError) -> DateSpan {
    _ = accept("the")
    _ = accept("next")
    guard let (count, unit) = duration() else { throw unexpected() }
    return DateSpan(window: today, try step(count, unit), assumed: false)
  }

  private mutating func prefixed() throws(TimeError) -> DateSpan {
    if accept("by") || accept("until") || accept("till") || accept("through") {
      let period = try period()
      return window(through: period.last, assumed: period.assumed)
    }
    if accept("before") {
      let isEnd = isAtEnd
      let period = try period()
      if isEnd { return window(through: period.last, assumed: period.assumed) }
      guard let last = period.first.exactlyAdding(days: -1) else { throw .yearOutOfRange(text) }
      return window(through: last, assumed: period.assumed)
    }
    _ = accept("on")
    return try period()
  }

  private func window(through last: CivilDate, assumed: Bool) -> DateSpan {
    DateSpan(window: min(today, last), last, assumed: assumed)
  }

  // period = ["the"] ("end" ["of"] ["the"] (unit | base) | base)
  private mutating func period() throws(TimeError) -> DateSpan {
    _ = accept("the")
    guard accept("end") else { return try base() }
    guard accept("of") else { throw unexpected() }
    _ = accept("the")
    if case .word(let word)? = next, let unit = DatePhraseWords.unit(word), unit != .day {
      position += 1
      return day(try span(of: unit, offset: 0).last)
    }
    let whole = try base()
    return day(whole.last, assumed: whole.assumed)
  }

  private mutating func base() throws(TimeError) -> DateSpan {
    switch next {
    case .span(let said)?:
      position += 1
      guard let first = said.firstDay, let last = said.lastDay else { throw unexpected() }
      return DateSpan(first: first, last: last, edtf: said.edtf, assumed: false)
    case .quarter(let quarter)?:
      position += 1
      return try months(3 * quarter - 2, count: 3)
    case .half(let half)?:
      position += 1
      return try months(6 * half - 5, count: 6)
    case .ordinal?, .number?:
      return try startingWithNumber()
    case .word(let word)?:
      return try startingWithWord(word)
    case nil:
      throw unexpected()
    }
  }

  /// A duration from now or ago, a day before its month, or a year.
  private mutating func startingWithNumber() throws(TimeError) -> DateSpan {
    if let (count, unit) = duration() { return try away(count, unit) }
    if let day = dayOfMonth() {
      _ = accept("of")
      guard let month = month() else { throw unexpected() }
      return try date(month: month, day: day)
    }
    guard let year = year() else { throw unexpected() }
    switch next {
    case .quarter(let quarter)?:
      position += 1
      return try months(3 * quarter - 2, count: 3, year: year)
    case .half(let half)?:
      position += 1
      return try months(6 * half - 5, count: 6, year: year)
    default:
      return try months(1, count: 12, year: year)
    }
  }

  private mutating func startingWithWord(_ word: String) throws(TimeError) -> DateSpan {
    if let (count, unit) = duration() { return try away(count, unit) }
    if let month = month() {
      if let day = dayOfMonth() { return try date(month: month, day: day) }
      return try months(month, count: 1)
    }
    if let weekday = DatePhraseWords.weekday(word) {
      position += 1
      return try coming(weekday)
    }
    position += 1
    switch word {
    case "today": return day(today)
    case "tomorrow": return day(try step(1, .day))
    case "yesterday": return day(try step(-1, .day))
    case "in": return try afterIn()
    case "this": return try relative(0)
    case "next": return try relative(1)
    case "last": return try relative(-1)
    default:
      position -= 1
      throw unexpected()
    }
  }

  /// "in" duration, or "in" and a month, quarter or year.
  private mutating func afterIn() throws(TimeError) -> DateSpan {
    if let (count, unit) = duration() { return day(try step(count, unit)) }
    guard next != .word("in") else { throw unexpected() }
    return try base()
  }

  // duration ("ago" | "from" ("now" | "today"))
  private mutating func away(
    _ count: Int, _ unit: DatePhraseWords.Unit
  ) throws(TimeError) -> DateSpan {
    if accept("ago") { return day(try step(-count, unit)) }
    guard accept("from"), accept("now") || accept("today") else { throw unexpected() }
    return day(try step(count, unit))
  }

  /// "this", "next" or "last" with a unit, or the latter two with a weekday.
  private mutating func relative(_ offset: Int) throws(TimeError) -> DateSpan {
    guard case .word(let word)? = next else { throw unexpected() }
    if let unit = DatePhraseWords.unit(word), unit != .day {
      position += 1
      return try span(of: unit, offset: offset)
    }
    guard offset != 0, let weekday = DatePhraseWords.weekday(word) else { throw unexpected() }
    position += 1
    return try offset > 0 ? coming(weekday) : past(weekday)
  }
}

// The terminals: each steps over what it takes and returns nil, having taken nothing, otherwise.
extension DatePhraseParser {
  private var next: DateToken? { position < tokens.count ? tokens[position] : nil }

  private var isAtEnd: Bool {
    let skipped = tokens[position...].first == .word("the") ? position + 1 : position
    return skipped < tokens.count && tokens[skipped] == .word("end")
  }

  private mutating func accept(_ word: String) -> Bool {
    guard next == .word(word) else { return false }
    position += 1
    return true
  }

  private mutating func month() -> Int? {
    guard case .word(let word)? = next, let month = DatePhraseWords.month(word) else {
      return nil
    }
    position += 1
    return month
  }

  private mutating func dayOfMonth() -> Int? {
    switch next {
    case .ordinal(let day)?, .number(let day, digits: 1...2)?:
      position += 1
      return day
    default:
      return nil
    }
  }

  private mutating func year() -> Int? {
    guard case .number(let year, digits: 4)? = next else { return nil }
    position += 1
    return year
  }

  /// A number, in digits or as a word, with a unit after it.
  private mutating func duration() -> (count: Int, unit: DatePhraseWords.Unit)? {
    let count: Int? =
      switch next {
      case .number(let value, _)?: value
      case .word(let word)?: DatePhraseWords.number(word)
      default: nil
      }
    guard
      let count, position + 1 < tokens.count, case .word(let word) = tokens[position + 1],
      let unit = DatePhraseWords.unit(word)
    else { return nil }
    position += 2
    return (count, unit)
  }

  /// Returns the error for the token at hand, or for the end of the text.
  private func unexpected() -> TimeError {
    switch next {
    case .word(let word)?: .unexpectedWord(text, word: word)
    default: .notAPhrase(text)
    }
  }

  /// A day with its year after it, or else its next occurrence, today included.
  private mutating func date(month: Int, day: Int) throws(TimeError) -> DateSpan {
    if let year = year() {
      let date = try CivilDate(year: year, month: month, day: day, text: text)
      return self.day(date)
    }
    // The year 2000 has every day that any year has.
    _ = try CivilDate(year: 2000, month: month, day: day, text: text)
    for year in today.year...(today.year + 8) {
      guard let date = try? CivilDate(year: year, month: month, day: day) else { continue }
      if date >= today { return self.day(date, assumed: true) }
    }
    throw .yearOutOfRange(text)
  }

  /// Whole months with their year after them, or else the next that have not ended before today.
  private mutating func months(_ month: Int, count: Int) throws(TimeError) -> DateSpan {
    if accept("of") {
      guard case .number(_, digits: 4)? = next else { throw unexpected() }
    }
    if let year = year() { return try months(month, count: count, year: year) }
    let coming = try months(month, count: count, year: today.year, assumed: true)
    if coming.last >= today { return coming }
    return try months(month, count: count, year: today.year + 1, assumed: true)
  }
}
