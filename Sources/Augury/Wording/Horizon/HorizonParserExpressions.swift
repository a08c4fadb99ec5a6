extension HorizonParser {
  /// Reads all expressions of running text.
  mutating func all() -> [HorizonReading] {
    var readings: [HorizonReading] = []
    while at < tokens.count {
      let start = at
      if mayBegin(at), let reading = expression(), at > start {
        readings.append(reading)
      } else {
        // What says when, but on no day of the calendar, is passed as a whole.
        at = isImpossible ? max(at, start + 1) : start + 1
      }
    }
    return readings
  }

  /// Whether an expression of time may begin at a place: a cheap look that saves the descent.
  private func mayBegin(_ place: Int) -> Bool {
    if nodes[place] != 0 { return true }
    switch words[place] {
    case .other, .scale, .partOfDay: return false
    case .mark(let mark): return mark == 0x27
    case .digits: return startsFreely(place)
    case .keyword(.a): return startsCount(at: place)
    case .keyword(.possessive), .keyword(.of), .keyword(.to), .keyword(.and), .keyword(.s):
      return false
    default: return true
    }
  }

  /// Reads one expression of time.
  mutating func expression() -> HorizonReading? {
    guard at < tokens.count else { return nil }
    reason = nil
    rules.removeAll(keepingCapacity: true)
    (narrow, wholeNamed, partReason) = (nil, nil, nil)
    isImpossible = false
    if let vague = vagueExpression() { return vague }
    let start = at
    let lead = lead()
    let isBoundary = lead.boundary != .within || lead.duration == .span || lead.isRange
    direction = direction(of: lead, at: start)
    pivot = reference
    depth = 0
    let namedStart = at
    guard at < tokens.count, let found = period(behind: lead) else {
      at = start
      return nil
    }
    let namedEnd = at
    let behind = boundaryBehind(lead)
    if isImpossible { return nil }
    let boundary = behind?.0 ?? lead.boundary
    rules.insert(behind?.1 ?? lead.rule, at: 0)
    let first = isBoundary || isPhrase ? start : namedStart
    return reading(
      of: found, boundary: boundary,
      span: tokens[first].start..<tokens[at - 1].end,
      namedSpan: tokens[namedStart].start..<tokens[namedEnd - 1].end)
  }

  private func direction(of lead: Lead, at place: Int) -> HorizonDirection {
    if isPhrase {
      return lead.rule == "horizon.since" && words[place] == .keyword(.since)
        ? .past : .future
    }
    let side = tense(at: place)
    switch (side, words[place]) {
    case (.nearest, .keyword(.by)), (.nearest, .keyword(.within)): return .future
    case (_, .keyword(.since)): return .past
    default: break
    }
    let isBound = lead.boundary == .by || lead.boundary == .before
    return options.prefersFuture && (side == .nearest || isBound) ? .future : side
  }

  /// Reads the period behind a lead: a stretch, a period, or a bare duration.
  private mutating func period(behind lead: Lead) -> Stretch? {
    let mayChoose = !lead.isRange && (lead.boundary == .within || lead.boundary == .by)
    let isBetween = lead.rule == "horizon.between"
    if let found = rangeOrPeriod(isBetween: isBetween, mayChoose: mayChoose) { return found }
    guard let use = lead.duration else { return nil }
    return attempt { parser in
      parser.eat(.the)
      parser.eat(.about)
      let isNext = parser.word() == .relative(.next) || parser.word() == .relative(.coming)
      if isNext { parser.at += 1 }
      if let range = parser.durationRange() {
        guard use == .span || isNext else { return parser.between(range) }
        guard let found = parser.ahead(range.longest, .span) else { return nil }
        parser.narrow = parser.span(range.shortest)
        return found
      }
      guard let duration = parser.duration() else { return nil }
      let isOwn = parser.eat(.possessive)
      if isOwn || parser.tokens[parser.at - 1].key == "time" { parser.eat(.time) }
      return parser.ahead(duration, use)
    }
  }

  /// Returns the day a duration from now, or the days until then.
  private mutating func ahead(_ duration: Duration, _ use: Lead.DurationUse) -> Stretch? {
    guard isPhrase || direction != .past, let day = shifted(reference, duration, 1)
    else { return nil }
    if duration.isVague { assume("“a few” is taken as three, “a couple” as two") }
    switch use {
    case .ahead:
      rules.append("horizon.duration-ahead")
      return .day(day)
    case .span:
      rules.append("horizon.duration-span")
      return span(duration)
    }
  }

  /// Returns the days from now until a duration from now.
  private func span(_ duration: Duration) -> Stretch? {
    shifted(reference, duration, 1).flatMap {
      Stretch(reference, max($0, reference) + HorizonParser.inclusive, .day)
    }
  }

  /// Whether the day a duration from now still counts as within it.
  static let inclusive = 1

  /// Reads a vague word or one without any deadline.
  private mutating func vagueExpression() -> HorizonReading? {
    guard nodes[at] != 0, let match = HorizonLexicon.shared.longest(at: at, in: self)
    else { return nil }
    let span = tokens[at].start..<tokens[match.end - 1].end
    switch match.meaning {
    case .holiday: return nil
    case .unfalsifiable:
      guard !isModified(match.end) else { return nil }
      at = match.end
      return .unfalsifiable(span: span)
    case .window(let window):
      guard !isModified(match.end), let reading = HorizonReading.vague(window, today, span)
      else { return nil }
      at = match.end
      return reading
    }
  }

  /// Whether a word behind makes a vague word part of something else: `soon after`, `one day later`.
  private func isModified(_ place: Int) -> Bool {
    guard place < words.count, tokens[place].gap != .paragraph else { return false }
    switch words[place] {
    case .keyword(.after), .keyword(.before), .keyword(.later), .keyword(.ago), .keyword(.earlier),
      .keyword(.hence), .keyword(.from):
      return true
    default: return false
    }
  }
}
