/// What the words of a forecast were taken to mean: how likely, and by when.
///
/// It carries the figures themselves beside the table that gave them, so that a score needs no
/// table and a new edition of one changes nothing that is on record.
public struct Reading: Sendable, Equatable {
  /// How likely the words make it; nothing where they do not say, or where a number was given.
  public var chance: ReadChance?
  /// By when the words have it; nothing where they do not say, or where a day was given.
  public var horizon: ReadHorizon?

  /// Creates a reading; nothing when neither is there.
  public init?(chance: ReadChance?, horizon: ReadHorizon?) {
    guard chance != nil || horizon != nil else { return nil }
    self.chance = chance
    self.horizon = horizon
  }
}

extension Reading {
  /// Whether two readings say the same by the same tables, whatever rules led there.
  public static func areAlike(_ one: Reading?, _ other: Reading?) -> Bool {
    one?.withoutRules == other?.withoutRules
  }

  private var withoutRules: Reading {
    var reading = self
    reading.chance?.rules = []
    reading.horizon?.rules = []
    return reading
  }
}

/// How likely some words were taken to make what they speak of.
///
/// All figures are fractions of 1 and are about what the source said would be so.
public struct ReadChance: Sendable, Equatable {
  /// What sort of words they are.
  public var kind: ChanceReading.Kind
  /// The words, as they stand in the quote.
  public var words: String
  /// What they mean; nothing for a hedge, unless a table that was chosen has a row for it.
  public var meaning: ChanceMeaning?
  /// The table that was read; nothing where no table took part.
  public var table: LexiconReference?
  /// The first phrase of the row that was read.
  public var row: String?
  /// The rules that were applied, in order.
  public var rules: [String]

  /// Creates a chance.
  public init(
    kind: ChanceReading.Kind, words: String, meaning: ChanceMeaning?,
    table: LexiconReference? = nil, row: String? = nil, rules: [String] = []
  ) {
    self.kind = kind
    self.words = words
    self.meaning = meaning
    self.table = table
    self.row = row
    self.rules = rules
  }

  /// Whether the figures are those of the opposite of the words, which the source speaks for.
  public var isOpposite: Bool { rules.contains(ChanceRule.opposite) }

  /// What is scored: nothing for a hedge.
  public var scored: ChanceMeaning? { kind == .hedge ? nil : meaning }
}

/// By when some words were taken to have it.
public struct ReadHorizon: Sendable, Equatable {
  /// How firmly the words bind to days.
  public var kind: HorizonReading.Kind
  /// The words, as they stand in the quote.
  public var words: String
  /// The window; nothing for words that no day can refute.
  public var window: Window?
  /// The days as an EDTF expression; nothing for words that no day can refute.
  public var edtf: String?
  /// What was filled in that the words leave out.
  public var reason: String?
  /// The rules that were applied, in order.
  public var rules: [String]
  /// Whether the day to count from is not the one on which it was surely said.
  public var isCounted: Bool { reason?.hasPrefix(ReadHorizon.counted) ?? false }
  static let counted = "counted from"
  /// The version of the conventions about vague words.
  public var version: Int64

  /// Creates a horizon.
  public init(
    kind: HorizonReading.Kind, words: String, window: Window?, edtf: String? = nil,
    reason: String? = nil, rules: [String] = [], version: Int64
  ) {
    self.kind = kind
    self.words = words
    self.window = window
    self.edtf = edtf
    self.reason = reason
    self.rules = rules
    self.version = version
  }
}

/// A later reading of a forecast's words, in place of the one before.
public struct Rereading: Sendable, Equatable {
  /// The forecast.
  public var forecast: Identifier
  /// The whole reading; nothing when the words are now taken to say neither.
  public var reading: Reading?
  /// Why, in words.
  public var reason: String?

  /// Creates a later reading.
  public init(forecast: Identifier, reading: Reading?, reason: String? = nil) {
    self.forecast = forecast
    self.reading = reading
    self.reason = reason
  }
}

/// The scale by which a source says it means its words.
public struct Scale: Sendable, Equatable {
  /// Where the scale is found.
  public enum Table: Sendable, Equatable {
    /// A built-in table, by its name.
    case named(String)
    /// The text of a lexicon file.
    case file(String)
    /// None any more.
    case none
  }

  /// The source.
  public var source: Identifier
  /// The scale.
  public var table: Table

  /// Creates a scale.
  public init(source: Identifier, table: Table) {
    self.source = source
    self.table = table
  }
}

extension Forecast {
  /// The reading, as long as the words that it is of stand.
  public var standingReading: Reading? { wording?.quote.isEmpty ?? true ? nil : reading }

  /// The window that the forecast is judged by apart from its question's: the one given, else the
  /// one read in its words.
  public var standingWindow: Window? { window ?? standingReading?.horizon?.window }

  /// Whether its words promise something without any day that could refute them, and nobody gave
  /// one.
  public var isUnfalsifiable: Bool {
    window == nil && standingReading?.horizon?.kind == .unfalsifiable
  }

  /// The probability that is scored: the number given, else what its words mean on average.
  public var scoredProbability: Double? {
    probability?.double ?? readChance?.scored?.mean
  }

  /// What was read of how likely its words make it; nothing where a number was given.
  public var readChance: ReadChance? {
    probability == nil && parts.isEmpty ? standingReading?.chance : nil
  }
}
