extension HorizonParser {
  /// What stands before a period and says which boundary of it is meant.
  struct Lead {
    var boundary = HorizonReading.Boundary.within
    var rule = "horizon.within"
    /// Whether a bare duration may follow, and what it then means.
    var duration: DurationUse?
    var isRange = false
    /// Whether `from` was read, so that `on` behind the period opens it.
    var isFrom = false

    enum DurationUse { case ahead, span }
  }

  /// Reads the words before a period.
  mutating func lead() -> Lead {
    guard case .keyword(let keyword) = word() else { return phraseLead() }
    switch keyword {
    case .by:
      return take(Lead(boundary: .by, rule: "horizon.by", duration: .span))
    case .until, .through:
      return take(Lead(boundary: .by, rule: "horizon.until"))
    case .before:
      return take(Lead(boundary: .before, rule: "horizon.before"))
    case .after:
      return take(Lead(boundary: .after, rule: "horizon.after"))
    case .since:
      return take(Lead(boundary: .since, rule: "horizon.since"))
    case .starting:
      at += 1
      _ = eat(.on) || eat(.from) || eat(.in)
      return Lead(boundary: .since, rule: "horizon.since")
    case .within:
      return take(Lead(rule: "horizon.within-duration", duration: .span))
    case .in:
      at += 1
      if eat(.less, .than) { return Lead(rule: "horizon.within-duration", duration: .span) }
      eat(.about)
      return Lead(rule: "horizon.in", duration: .ahead)
    case .over, .during:
      return take(Lead(rule: "horizon.during", duration: isPhrase ? .span : nil))
    case .from:
      return take(Lead(rule: "horizon.from", isRange: true, isFrom: true))
    case .between:
      return take(Lead(rule: "horizon.between", isRange: true))
    default: return phraseLead()
    }
  }

  /// Passes the word at hand, which says all.
  private mutating func take(_ lead: Lead) -> Lead {
    at += 1
    return lead
  }

  /// Reads leads of several words, or one that changes nothing.
  private mutating func phraseLead() -> Lead {
    if eat(.no, .later, .than) || eat(.not, .later, .than) || eat(.on, .or, .before)
      || eat(.as, .late, .as)
    {
      return Lead(boundary: .by, rule: "horizon.no-later-than")
    }
    if eat(.prior, .to) || eat(.ahead, .of) || eat(.earlier, .than) {
      return Lead(boundary: .before, rule: "horizon.before")
    }
    if eat(.later, .than) { return Lead(boundary: .after, rule: "horizon.after") }
    if eat(.not, .before) || eat(.no, .earlier, .than) {
      return Lead(boundary: .since, rule: "horizon.since")
    }
    if eat(.more, .than) || eat(.at, .least) {
      return Lead(boundary: .since, rule: "horizon.more-than")
    }
    if eat(.less, .than) { return Lead(boundary: .by, rule: "horizon.less-than") }
    if eat(.as, .of) { return Lead(rule: "horizon.on") }
    if eat(.sometime) { return afterFiller() }
    guard isPhrase || has(.about) || has(.on) || has(.for) else { return Lead() }
    if eat(.on) || eat(.at) || eat(.about) || eat(.for) || eat(mark: "@") { return afterFiller() }
    return Lead()
  }

  /// Reads the lead behind `sometime` or `around`.
  private mutating func afterFiller() -> Lead {
    switch word() {
    case .keyword(.after), .keyword(.before), .keyword(.by), .keyword(.in), .keyword(.during),
      .keyword(.within), .keyword(.between):
      return lead()
    case .keyword(.on), .keyword(.about):
      at += 1
      return Lead(rule: "horizon.on")
    default: return Lead(rule: "horizon.on")
    }
  }

  /// Reads what behind a period opens or bounds it: `or later`, `and before`, `onwards`.
  mutating func boundaryBehind(_ lead: Lead) -> (HorizonReading.Boundary, String)? {
    attempt { parser in
      if parser.eat(.at, .the), parser.word() == .other, parser.at < parser.tokens.count,
        parser.tokens[parser.at].key == "latest"
      {
        parser.at += 1
        return (.by, "horizon.at-the-latest")
      }
      if parser.eat(.at), parser.eat(.the), parser.eat(.latest) {
        return (.by, "horizon.at-the-latest")
      }
      if lead.boundary == .before, parser.isOver() { return (.by, "horizon.before-over") }
      if parser.eat(.onwards) || lead.isFrom && parser.eat(.on) { return (.since, "horizon.since") }
      if lead.isFrom, parser.has(.ahead) { return nil }
      guard parser.eat(.or) || parser.eat(.and) else { return nil }
      if parser.eat(.later) || parser.eat(.after) || parser.eat(.onwards) {
        return parser.endsPeriod ? (.since, "horizon.since") : nil
      }
      if parser.eat(.earlier) || parser.eat(.before) {
        return parser.endsPeriod ? (.by, "horizon.by") : nil
      }
      return nil
    }
  }

  /// Reads `is out`, `is over`, `ends` behind a period.
  private mutating func isOver() -> Bool {
    guard at < tokens.count else { return false }
    if tokens[at].key == "ends" || tokens[at].key == "expires" {
      at += 1
      return true
    }
    guard tokens[at].key == "is", at + 1 < tokens.count,
      tokens[at + 1].key == "out"
        || tokens[at + 1].key == "over" || tokens[at + 1].key == "up"
    else { return false }
    at += 2
    return true
  }

  /// Whether no further period follows: not `2027 and after the election`.
  private var endsPeriod: Bool {
    guard at < tokens.count else { return true }
    return tokens[at].kind == .mark || !leadsToPeriod(at - 1) || isPhrase
      || words[at] == .other
  }
}
