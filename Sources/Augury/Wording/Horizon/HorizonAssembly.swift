import Lexicons

extension HorizonParser {
  /// Makes the reading of a period and the boundary of it that is meant.
  mutating func reading(
    of found: Stretch, boundary: HorizonReading.Boundary, span: Range<Int>, namedSpan: Range<Int>
  ) -> HorizonReading? {
    let named = wholeNamed ?? found
    if named.length <= 366 { memory.last = named }
    let window = window(of: found, boundary)
    if let partReason, !(found.isEnd && boundary != .within && boundary != .since) {
      assume(partReason)
    }
    guard window.from != nil || window.until != nil else { return nil }
    var strict = window
    if let narrow { strict = self.window(of: narrow, boundary) }
    if boundary == .by, found.length > 27, !found.isEnd, found.due == nil, found.from > reference,
      found.grain.months != nil
    {
      assume("“by” a period is read to its last day; a strict reader stops before its first")
      strict = self.window(of: found, .before)
    }
    return HorizonReading(
      span: span, kind: .dated, boundary: boundary, window: window, strict: strict,
      generous: window, named: named.interval,
      namedSpan: namedSpan, edtf: HorizonEDTF.text(window, found, boundary), reason: reason,
      rules: rules)
  }

  /// Returns the days that a boundary of a period leaves.
  private func window(of found: Stretch, _ boundary: HorizonReading.Boundary) -> DayInterval {
    func from(before end: Int) -> Int? { end > reference ? reference : nil }
    switch boundary {
    case .within: return found.interval
    case .by:
      let end = found.due ?? found.until
      return DayInterval(fromDay: from(before: end), untilDay: end)
    case .before:
      let end = found.isEnd ? found.until : found.due ?? found.from
      return DayInterval(fromDay: from(before: end), untilDay: end)
    case .after: return DayInterval(fromDay: found.until, untilDay: nil)
    case .since: return DayInterval(fromDay: found.from, untilDay: nil)
    }
  }
}

extension Stretch {
  /// The same days as dates.
  var interval: DayInterval { DayInterval(fromDay: from, untilDay: until) }
}

extension DayInterval {
  /// Creates a stretch from day numbers; an end that is not behind the beginning moves to it.
  init(fromDay from: Int?, untilDay until: Int?) {
    self.init(
      from: from.map { CivilDate(dayNumber: $0) }, until: until.map { CivilDate(dayNumber: $0) })
  }
}

extension HorizonReading {
  /// Makes the reading of words that set no deadline.
  static func unfalsifiable(span: Range<Int>) -> HorizonReading {
    let open = DayInterval(from: nil, until: nil)
    return HorizonReading(
      span: span, kind: .unfalsifiable, boundary: .within, window: open, strict: open,
      generous: open, named: open, namedSpan: span, edtf: "",
      reason: "the words set no deadline, so that no day can refute them",
      rules: ["horizon.no-deadline"])
  }

  /// Makes the reading of vague words by our table, or nil beyond the calendar.
  static func vague(
    _ table: HorizonWords.Window, _ today: CivilDate, _ span: Range<Int>
  ) -> HorizonReading? {
    func window(_ count: Int) -> DayInterval? {
      let last =
        table.unit == .days
        ? today.exactlyAdding(days: count) : today.exactlyAdding(years: count)
      return last.flatMap { $0.exactlyAdding(days: 1) }.map { DayInterval(from: today, until: $0) }
    }
    guard let strict = window(table.strict), let usual = window(table.usual),
      let generous = window(table.generous)
    else { return nil }
    return HorizonReading(
      span: span, kind: .vague, boundary: .by, window: usual, strict: strict, generous: generous,
      named: usual, namedSpan: span, edtf: "\(today)/\(usual.last ?? today)~",
      reason: "vague words are read by our convention \(HorizonWords.version)",
      rules: ["horizon.vague"])
  }
}

/// Windows of days as EDTF expressions.
enum HorizonEDTF {
  /// Returns the shortest expression for a window: a period by its name when it is one.
  static func text(
    _ window: DayInterval, _ found: Stretch, _ boundary: HorizonReading.Boundary
  ) -> String {
    if boundary == .within, let name = name(found) { return name }
    let from = window.from.map { $0.description } ?? ".."
    guard let last = window.last else { return "\(from)/.." }
    return from == last.description ? from : "\(from)/\(last)"
  }

  /// Returns the name of a period that is exactly one of its unit.
  private static func name(_ found: Stretch) -> String? {
    let first = CivilDate(dayNumber: found.from)
    let text = first.description
    if found.length == 1 { return text }
    guard let months = found.grain.months,
      let whole = Stretch.months(found.monthIndex, months, found.grain),
      (whole.from, whole.until) == (found.from, found.until)
    else { return nil }
    switch found.grain {
    case .month: return String(text.prefix(7))
    case .quarter where first.month % 3 == 1: return "\(text.prefix(4))-\(33 + first.month / 3)"
    case .half where first.month == 1: return "\(text.prefix(4))-40"
    case .half where first.month == 7: return "\(text.prefix(4))-41"
    case .season where first.month % 3 == 0: return "\(text.prefix(4))-\(20 + first.month / 3)"
    case .year where first.month == 1: return String(text.prefix(4))
    case .decade where first.year % 10 == 0 && first.month == 1: return "\(text.prefix(3))X"
    case .century where first.year % 100 == 0 && first.month == 1: return "\(text.prefix(2))XX"
    default: return nil
    }
  }
}
