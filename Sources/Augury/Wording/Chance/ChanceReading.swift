public import Lexicons

/// What was read in some words about how likely something is.
public struct ChanceReading: Sendable, Equatable {
  /// What sort of words they are.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number, or two: "70 %", "one in five", "odds of 3 to 1".
    case number
    /// Words for a chance that a table or a rule reads: "highly unlikely".
    case verbal
    /// A flat statement that something will happen, or will not.
    case assertion
    /// Words that leave it open, such as "could" or "may": recorded, never scored.
    case hedge
  }

  /// Where the words stand, in UTF-8 bytes from the beginning of the text.
  public var span: Range<Int>
  /// What sort of words they are.
  public var kind: Kind
  /// What they are taken to mean; nil for a hedge, unless a chosen table has a row for it.
  public var meaning: ChanceMeaning?
  /// The table whose row was read, or nil when none was.
  public var table: LexiconReference?
  /// The first phrase of the row that was read, before any rule was applied to it.
  public var row: String?
  /// The rules that were applied, in order; Docs/Wording.md has them all.
  public var rules: [String]
  /// Whether a negation took part.
  public var isNegated: Bool

  /// The lower end of the interval.
  public var low: Double? { meaning?.low }
  /// The upper end of the interval.
  public var high: Double? { meaning?.high }
  /// The expected value.
  public var mean: Double? { meaning?.mean }
  /// The variance over meanings.
  public var variance: Double? { meaning?.variance }
  /// Whether the words give a probability that can be scored.
  public var isForecast: Bool { kind != .hedge && meaning != nil }
  /// Takes the opposite of a number, since the text denies what it is a chance of.
  mutating func complement() {
    meaning = meaning?.complement
    rules.append(ChanceRule.complement)
    isNegated = true
  }

  /// Whether another table was read because the one asked for has no such row.
  public var isFallback: Bool { rules.contains(ChanceRule.fallback) }
}

/// Which edition of which table was read.
public struct LexiconReference: Sendable, Hashable {
  /// The table's short name.
  public var id: String
  /// The table's version.
  public var version: String

  /// Creates a reference to a table.
  public init(_ lexicon: Lexicon) {
    id = lexicon.id
    version = lexicon.version
  }

  /// Creates a reference by name and version.
  public init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}

/// The rules that a reading can name.
enum ChanceRule {
  static let lexicon = "chance.lexicon"
  static let inflection = "chance.inflection"
  static let synonym = "chance.synonym"
  static let fallback = "chance.fallback"
  static let very = "chance.very"
  static let extremely = "chance.extremely"
  static let downtoner = "chance.downtoner"
  static let pair = "chance.pair"
  static let negation = "chance.negation"
  static let complement = "chance.complement"
  static let deniedStrength = "chance.denied-strength"
  static let deniedCertainty = "chance.denied-certainty"
  static let deniedImpossibility = "chance.denied-impossibility"
  static let assertion = "chance.assertion"
  static let denial = "chance.denial"
  static let hedge = "chance.hedge"
  static let number = "chance.number"
  static let range = "chance.range"
  static let bound = "chance.bound"
  static let opposite = "chance.opposite"
  static let approximate = "chance.approximate"
  static let fraction = "chance.fraction"
  static let even = "chance.fifty-fifty"
  static let oddsFor = "chance.odds-for"
  static let oddsAgainst = "chance.odds-against"
}

extension [ChanceReading] {
  /// The one that stands for a text: the first number, else the first words for a chance, else the
  /// first flat assertion, else the first hedge.
  var standing: ChanceReading? {
    for kind in [ChanceReading.Kind.number, .verbal, .assertion, .hedge] {
      if let first = first(where: { $0.kind == kind }) { return first }
    }
    return nil
  }
}
