/// A named table from words to probabilities: what an office prescribed, or what readers heard.
public struct Lexicon: Sendable, Equatable {
  /// What a table is made of.
  public enum Kind: String, Sendable, CaseIterable {
    /// Somebody laid down a range for each phrase.
    case official
    /// People were asked what they take each phrase to mean.
    case survey
  }

  /// A short name in lower-case letters, digits and hyphens, such as "icd-203".
  public var id: String
  /// The name for people.
  public var title: String
  /// What the table is made of.
  public var kind: Kind
  /// Where the figures come from.
  public var citation: String
  /// The edition, a point, and the number of our transcription of it, such as "2015.1".
  public var version: String
  /// The terms under which the figures may be passed on.
  public var licence: String
  /// The rows, in the order of the table.
  public var rows: [LexiconRow]

  /// Creates a lexicon.
  public init(
    id: String, title: String, kind: Kind, citation: String, version: String, licence: String,
    rows: [LexiconRow]
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.citation = citation
    self.version = version
    self.licence = licence
    self.rows = rows
  }
}

/// One row of a lexicon: phrases that mean the same, and what they mean.
public struct LexiconRow: Sendable, Equatable {
  /// The phrases, in lower case with single spaces; the first one names the row.
  public var phrases: [String]
  /// What they mean.
  public var meaning: LexiconMeaning

  /// Creates a row.
  public init(phrases: [String], meaning: LexiconMeaning) {
    self.phrases = phrases
    self.meaning = meaning
  }
}

/// What a row says its phrases mean.
public enum LexiconMeaning: Sendable, Equatable {
  /// A range that somebody laid down.
  case range(LexiconRange)
  /// The answers of those who were asked.
  case answers(LexiconAnswers)
}

/// A range of probabilities, as fractions of 1.
public struct LexiconRange: Sendable, Equatable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// Whether the lower end itself is left out (">50 %").
  public var lowIsOpen: Bool
  /// Whether the upper end itself is left out ("<10 %").
  public var highIsOpen: Bool

  /// Creates a range.
  public init(low: Double, high: Double, lowIsOpen: Bool = false, highIsOpen: Bool = false) {
    self.low = low
    self.high = high
    self.lowIsOpen = lowIsOpen
    self.highIsOpen = highIsOpen
  }
}

/// How the answers of those who were asked spread, as fractions of 1.
///
/// Quantiles are interpolated linearly between order statistics (type 7 of Hyndman and Fan 1996);
/// no answer was left out as an outlier.
public struct LexiconAnswers: Sendable, Equatable {
  /// How many answered.
  public var count: Int
  /// The mean of the answers.
  public var mean: Double
  /// The standard deviation of the answers, with n − 1 below.
  public var deviation: Double
  /// The quantiles at `levels`, in their order.
  public var quantiles: [Double]

  /// The levels of the quantiles.
  public static let levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

  /// Creates a summary of answers; there must be one quantile for each of `levels`.
  public init(count: Int, mean: Double, deviation: Double, quantiles: [Double]) {
    self.count = count
    self.mean = mean
    self.deviation = deviation
    self.quantiles = quantiles
  }
}
