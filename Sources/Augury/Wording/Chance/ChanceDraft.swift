import Lexicons

/// A reading in the making: a phrase to which modifiers are applied from the inside out.
struct ChanceDraft {
  private(set) var core: ChanceCore
  private(set) var kind = ChanceReading.Kind.verbal
  private(set) var meaning: ChanceMeaning?
  private(set) var row: ChanceCore.Row?
  private(set) var rules: [String] = []
  private(set) var isNegated = false
  private let book: ChanceBook

  /// Starts from the plain phrase.
  init(_ core: ChanceCore, book: ChanceBook) {
    self.book = book
    self.core = core
    begin(core)
  }

  private mutating func begin(_ core: ChanceCore) {
    self.core = core
    isNegated = isNegated || Self.isNegative(core.phrase)
    row = core.row
    meaning = core.row?.meaning
    guard let convention = core.convention else {
      kind = .verbal
      rules += core.row?.rules ?? []
      return
    }
    // A table that was chosen decides; but none makes a forecast of "could".
    let chosen = core.row.flatMap { $0.isChosen ? $0 : nil }
    row = chosen
    switch convention {
    case .assertion: flat(.assertion, ChanceRule.assertion, low: 0.9, high: 1)
    case .denial: flat(.assertion, ChanceRule.denial, low: 0, high: 0.1)
    case .hedge: flat(.hedge, ChanceRule.hedge)
    }
    guard let chosen else { return }
    meaning = chosen.meaning
    rules += chosen.rules
    let isOfficial = !Lexicon.surveys.contains { $0.id == chosen.table.id }
    if isOfficial, convention != .hedge { (kind, rules) = (.verbal, chosen.rules) }
  }

  /// Whether the phrase of a table is a negation itself: "probably not".
  private static func isNegative(_ phrase: String) -> Bool {
    phrase.hasPrefix("not ") || phrase.hasPrefix("do not ") || phrase.hasPrefix("does not ")
      || phrase.hasSuffix("probably not") || phrase.hasSuffix("certainly not")
  }

  private mutating func flat(
    _ kind: ChanceReading.Kind, _ rule: String, low: Double? = nil, high: Double? = nil
  ) {
    self.kind = kind
    meaning = nil
    if let low, let high { meaning = ChanceMeaning(uniform: LexiconRange(low: low, high: high)) }
    rules.append(rule)
  }

  /// Applies modifiers, given from the outside in.
  mutating func apply(_ modifiers: [ChanceBook.Modifier]) {
    var inner: [ChanceBook.Modifier] = []
    for modifier in modifiers.reversed() {
      switch modifier {
      case .negation, .strongNegation, .softNegation:
        deny(modifier, over: inner)
        inner = []
      case .nothing: break
      case .very, .extremely, .downtoner: inner.append(modifier)
      }
    }
    for modifier in inner { strengthen(modifier) }
  }

  private mutating func strengthen(_ modifier: ChanceBook.Modifier) {
    guard kind == .verbal, let plain = meaning else { return }
    switch modifier {
    case .downtoner: rules.append(ChanceRule.downtoner)
    case .very:
      if rules == row?.rules, let exact = book.veryRow(of: core.phrase) {
        (row, meaning, rules) = (exact, exact.meaning, exact.rules)
      } else {
        meaning = isLevel(plain) ? plain : plain.halvedTowardsEnd
        rules.append(ChanceRule.very)
      }
    case .extremely:
      meaning = isLevel(plain) ? plain : plain.halvedTowardsEnd.halvedTowardsEnd
      rules.append(ChanceRule.extremely)
    default: break
    }
  }

  /// Whether the phrase says "as likely as not", which has no end to be nearer to.
  private func isLevel(_ meaning: ChanceMeaning) -> Bool {
    abs(meaning.mean - 0.5) < 0.02 && meaning.variance < 0.01
  }

  /// Denies the phrase, together with what strengthens it inside the negation.
  private mutating func deny(
    _ negation: ChanceBook.Modifier, over inner: [ChanceBook.Modifier]
  ) {
    isNegated = true
    if kind != .verbal {
      denyConvention()
      return
    }
    guard let plain = meaning else { return }
    let opposite =
      book.opposite(of: core.phrase) ?? row.flatMap { book.opposite(of: $0.phrase) }
    let isStrong = inner.contains { if case .downtoner = $0 { false } else { true } }
    var notes = isStrong || opposite?.isWeakened == true ? [ChanceRule.deniedStrength] : []
    if inner.count > 0 && !isStrong || negation == .softNegation {
      notes.append(ChanceRule.downtoner)
    }
    if let opposite {
      rules = notes + [ChanceRule.pair]
      begin(opposite.core)
    } else if plain.mean > 0.85 || plain.mean < 0.5 {
      let isHigh = plain.mean > 0.85
      rules = []
      row = nil
      flat(.hedge, isHigh ? ChanceRule.deniedCertainty : ChanceRule.deniedImpossibility)
      return
    } else {
      rules += notes + [ChanceRule.negation]
      meaning = plain.complement.halved
    }
    if negation == .strongNegation { strengthen(.very) }
  }

  private mutating func denyConvention() {
    rules = []
    row = nil
    switch (kind, core.convention) {
    case (.assertion, .denial): flat(.hedge, ChanceRule.deniedImpossibility)
    case (.assertion, _): flat(.hedge, ChanceRule.deniedCertainty)
    default:
      if ChanceConventions.deniable.contains(core.phrase) {
        flat(.assertion, ChanceRule.denial, low: 0, high: 0.1)
      } else {
        flat(.hedge, ChanceRule.hedge)
      }
    }
  }

  /// Applies a negation that stands inside: "probably not" says that "not" is probable.
  mutating func complement() {
    isNegated = true
    switch (kind, core.convention) {
    case (.verbal, _), (.number, _):
      if rules == row?.rules, let own = book.phrases[core.phrase + " not"], own.row != nil {
        rules = []
        begin(own)
      } else {
        meaning = meaning?.complement
        rules.append(ChanceRule.complement)
      }
    case (.assertion, .assertion):
      rules = []
      row = nil
      flat(.assertion, ChanceRule.denial, low: 0, high: 0.1)
    case (.assertion, _):
      rules = []
      flat(.hedge, ChanceRule.deniedImpossibility)
    case (.hedge, _): meaning = meaning?.complement
    }
  }

  /// The finished reading.
  func reading(_ span: Range<Int>) -> ChanceReading {
    ChanceReading(
      span: span, kind: kind, meaning: meaning, table: row?.table, row: row?.phrase, rules: rules,
      isNegated: isNegated)
  }
}
