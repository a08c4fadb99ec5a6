import Lexicons

/// Everything a reader knows, put in order once: phrases with their rows, and modifiers.
struct ChanceBook: Sendable {
  /// What a word before a phrase does to it.
  enum Modifier: Sendable {
    /// Denies it: "not", "by no means".
    case negation
    /// Denies it outright: "not at all".
    case strongNegation
    /// Denies it, softened: "not all that".
    case softNegation
    /// Halves the distance to the end: "very".
    case very
    /// Halves it twice: "extremely".
    case extremely
    /// Leaves the plain phrase: "fairly".
    case downtoner
    /// Leaves it and is no rule: "not only".
    case nothing
  }

  /// The phrases, with what is known of them.
  private(set) var phrases = PhraseTree<ChanceCore>()
  private let rows: [String: ChanceCore.Row]
  private let denied: [String: String]

  /// The words that can stand before a phrase.
  static let modifiers: PhraseTree<Modifier> = {
    var tree = PhraseTree<Modifier>()
    for (modifier, words) in modifierWords {
      for word in words { tree.insert(word, modifier) }
    }
    return tree
  }()

  init(_ tables: ChanceTables) {
    let conventions = Self.conventions
    let frequencies = Set(ChanceConventions.frequencies)
    var exchanges: [String: ChanceCore.Row] = [:]
    for phrase in tables.phrases + Array(conventions.keys) {
      let core = ChanceCore(
        phrase: phrase, convention: conventions[phrase], row: tables.row(of: phrase),
        isFrequency: frequencies.contains(phrase))
      if core.row != nil || core.convention != nil { phrases.insert(phrase, core) }
      if let row = tables.chosenRow(of: "very " + phrase) { exchanges[phrase] = row }
    }
    rows = exchanges
    denied = Dictionary(
      ChanceConventions.pairs.flatMap { [($0, $1), ($1, $0)] }, uniquingKeysWith: { a, _ in a })
  }

  /// Returns the row of a chosen table for the phrase with "very" or "highly" before it.
  func veryRow(of phrase: String) -> ChanceCore.Row? { rows[phrase] }

  /// Returns the phrase that denies this one by a prefix, after "very" or the like was left out.
  func opposite(of phrase: String) -> (core: ChanceCore, isWeakened: Bool)? {
    if let other = denied[phrase] { return phrases[other].map { ($0, false) } }
    for word in ["very ", "highly ", "extremely ", "exceptionally "] where phrase.hasPrefix(word) {
      guard let other = denied[String(phrase.dropFirst(word.count))] else { continue }
      return phrases[other].map { ($0, true) }
    }
    return nil
  }

  private static let conventions: [String: ChanceCore.Convention] = {
    var table: [String: ChanceCore.Convention] = ["will happen": .assertion]
    for phrase in ChanceConventions.assertions { table[phrase] = .assertion }
    for phrase in ChanceConventions.denials { table[phrase] = .denial }
    for phrase in ChanceConventions.hedges { table[phrase] = .hedge }
    return table
  }()

  private static let modifierWords: [(Modifier, [String])] = [
    (
      .negation,
      [
        "not", "no", "never", "hardly", "scarcely", "barely", "by no means", "far from",
        "anything but", "in no way", "no longer", "nowhere near", "less than", "not exactly",
        "not by any means",
      ]
    ),
    (.strongNegation, ["not at all", "not in the least", "not remotely", "not even remotely"]),
    (
      .softNegation,
      [
        "not that", "not all that", "not so", "not too", "not really", "not overly",
        "not particularly", "not especially", "not terribly", "not much of",
      ]
    ),
    (.very, ["very", "highly", "most", "wildly", "hugely", "super"]),
    (
      .extremely,
      [
        "extremely", "exceptionally", "overwhelmingly", "exceedingly", "vanishingly",
        "incredibly", "extraordinarily",
      ]
    ),
    (
      .downtoner,
      [
        "quite", "pretty", "fairly", "rather", "somewhat", "reasonably", "relatively",
        "increasingly", "particularly", "especially", "really", "more and more", "absolutely",
        "entirely", "totally", "completely", "fully",
      ]
    ),
    (.nothing, ["not only", "not just", "not merely", "not simply"]),
  ]
}
