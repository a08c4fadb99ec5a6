import Lexicons

/// The tables that a reader looks a phrase up in, in their order.
struct ChanceTables {
  /// The tables somebody chose: a scale for this call, the source's own, the document's house style.
  let chosen: [Lexicon]
  private let scale: Lexicon?
  private let chosenRows: [Rows]
  private let surveyRows: [Rows]
  private let inflections: [String: [String]]
  private let standIns: [String: [String]]
  private let mirrors: [String: String]

  private struct Rows {
    let lexicon: Lexicon
    var rows: [String: LexiconRow] = [:]

    init(_ lexicon: Lexicon) {
      self.lexicon = lexicon
      for row in lexicon.rows {
        for phrase in row.phrases where rows[phrase] == nil { rows[phrase] = row }
      }
    }
  }

  init(scale: Lexicon?, own: Lexicon?, house: Lexicon?) {
    self.scale = scale
    chosen = [scale, own, house].compactMap(\.self)
    chosenRows = chosen.map(Rows.init)
    surveyRows = Lexicon.surveys.map(Rows.init)
    inflections = Self.table(ChanceConventions.inflections)
    standIns = Self.table(ChanceConventions.standIns + Self.adjectivePhrases)
    mirrors = Dictionary(ChanceConventions.mirrors) { first, _ in first }
  }

  /// Every phrase that may lead to a row.
  var phrases: [String] {
    (chosen + Lexicon.surveys).flatMap(\.rows).flatMap(\.phrases) + Array(inflections.keys)
      + Array(standIns.keys) + Array(mirrors.keys)
  }

  /// Returns the row that a phrase is read by.
  func row(of phrase: String) -> ChanceCore.Row? {
    if let row = direct(phrase) { return row }
    guard let other = mirrors[phrase], var row = direct(other) else { return nil }
    row.meaning = row.meaning.complement
    row.rules = row.rules.filter { $0 != ChanceRule.lexicon && $0 != ChanceRule.synonym }
    row.rules = [ChanceRule.synonym, ChanceRule.complement] + row.rules
    return row
  }

  /// Returns the row of a chosen table that holds the phrase, perhaps with "highly" for "very".
  func chosenRow(of phrase: String) -> ChanceCore.Row? {
    for rows in chosenRows {
      if let row = make(rows, phrase, ChanceRule.lexicon, isChosen: true) { return row }
      if let other = Self.exchanged(phrase),
        let row = make(rows, other, ChanceRule.synonym, isChosen: true)
      {
        return row
      }
      if let row = relative(of: phrase, in: rows, isChosen: true) { return row }
    }
    return nil
  }

  private func direct(_ phrase: String) -> ChanceCore.Row? {
    if let row = chosenRow(of: phrase) { return row }
    for rows in surveyRows {
      if let row = make(rows, phrase, ChanceRule.lexicon) { return row }
    }
    for rows in surveyRows {
      if let row = relative(of: phrase, in: rows) { return row }
    }
    return nil
  }

  private func relative(
    of phrase: String, in rows: Rows, isChosen: Bool = false
  ) -> ChanceCore.Row? {
    for other in inflections[phrase] ?? [] {
      if let row = make(rows, other, ChanceRule.inflection, isChosen: isChosen) { return row }
    }
    for other in standIns[phrase] ?? [] {
      if let row = make(rows, other, ChanceRule.synonym, isChosen: isChosen) { return row }
    }
    return nil
  }

  private func make(
    _ rows: Rows, _ phrase: String, _ rule: String, isChosen: Bool = false
  ) -> ChanceCore.Row? {
    guard let row = rows.rows[phrase] else { return nil }
    let isFallback = scale != nil && rows.lexicon.id != scale?.id
    return ChanceCore.Row(
      meaning: ChanceMeaning(row.meaning), table: LexiconReference(rows.lexicon),
      phrase: row.phrases.first ?? phrase,
      rules: isFallback ? [rule, ChanceRule.fallback] : [rule], isChosen: isChosen)
  }

  private static func exchanged(_ phrase: String) -> String? {
    for (word, other) in [("very ", "highly "), ("highly ", "very ")] where phrase.hasPrefix(word) {
      return other + phrase.dropFirst(word.count)
    }
    return nil
  }

  private static func table(_ pairs: [(String, [String])]) -> [String: [String]] {
    Dictionary(pairs, uniquingKeysWith: +)
  }

  private static let adjectivePhrases = ChanceConventions.adjectives.flatMap { adjective, others in
    ChanceConventions.nouns.map { ("\(adjective) \($0)", others) }
  }
}
