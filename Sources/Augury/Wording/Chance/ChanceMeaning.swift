public import Lexicons

/// What a phrase is taken to mean: an interval of probabilities, and how meanings spread.
///
/// All figures are fractions of 1. The expected Brier score over meanings is
/// (mean − outcome)² + variance, where the outcome is 1 or 0.
public struct ChanceMeaning: Sendable, Equatable {
  /// The lower end of the interval.
  public var low: Double
  /// The upper end of the interval.
  public var high: Double
  /// Whether the lower end itself is left out.
  public var lowIsOpen: Bool
  /// Whether the upper end itself is left out.
  public var highIsOpen: Bool
  /// The expected value over all meanings.
  public var mean: Double
  /// The variance over all meanings: the price of vagueness, 0 for a number.
  public var variance: Double

  /// Creates the meaning of one number.
  public init(point: Double) {
    self.init(low: point, high: point, mean: point, variance: 0)
  }

  /// Creates the meaning of an interval all of whose values are as likely to be meant.
  public init(uniform range: LexiconRange) {
    let width = range.high - range.low
    self.init(
      low: range.low, high: range.high, lowIsOpen: range.lowIsOpen, highIsOpen: range.highIsOpen,
      mean: (range.low + range.high) / 2, variance: width * width / 12)
  }

  /// Creates the meaning of a table's row.
  ///
  /// A range is uniform. Answers have the interval from their 10 % to their 90 % quantile, and
  /// the mean and variance of the answers.
  public init(_ meaning: LexiconMeaning) {
    switch meaning {
    case .range(let range): self.init(uniform: range)
    case .answers(let answers):
      let quantiles = answers.quantiles
      let isWhole = quantiles.count == LexiconAnswers.levels.count
      self.init(
        low: isWhole ? quantiles[1] : answers.mean, high: isWhole ? quantiles[5] : answers.mean,
        mean: answers.mean, variance: answers.deviation * answers.deviation)
    }
  }

  /// Creates a meaning from its figures, all fractions of 1.
  public init(
    low: Double, high: Double, lowIsOpen: Bool = false, highIsOpen: Bool = false, mean: Double,
    variance: Double
  ) {
    self.low = low
    self.high = high
    self.lowIsOpen = lowIsOpen
    self.highIsOpen = highIsOpen
    self.mean = mean
    self.variance = variance
  }

  /// The meaning of the opposite: one minus this.
  public var complement: ChanceMeaning {
    ChanceMeaning(
      low: Self.opposite(high), high: Self.opposite(low), lowIsOpen: highIsOpen,
      highIsOpen: lowIsOpen, mean: Self.opposite(mean), variance: variance)
  }

  /// One minus a fraction, without the digits behind the fifteenth: 0.1 for 0.9.
  private static func opposite(_ value: Double) -> Double {
    ((1 - value) * 1e15).rounded() / 1e15
  }

  /// The meaning with half the distance to the nearer end, after Mosteller and Youtz 1990.
  ///
  /// The end is 1 for a mean of one half or more, else 0.
  public var halvedTowardsEnd: ChanceMeaning {
    guard mean < 0.5 else { return complement.halved.complement }
    return halved
  }

  /// Half of every probability.
  var halved: ChanceMeaning {
    ChanceMeaning(
      low: low / 2, high: high / 2, lowIsOpen: lowIsOpen, highIsOpen: highIsOpen, mean: mean / 2,
      variance: variance / 4)
  }
}
