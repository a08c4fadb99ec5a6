/// What a phrase means to its readers: a distribution over probabilities, by its first two moments.
///
/// A forecast in words is scored by the expectation of the Brier score over what readers take the
/// words to mean, `(m − y)² + s²`, with `m` the mean and `s²` the variance of the meanings. The
/// second term is the price of vagueness: those who say what they mean do not pay it.
public struct Meanings: Sendable, Equatable {
  /// The mean of the meanings, 0…1.
  public let mean: Double
  /// The variance of the meanings, 0…¼.
  public let variance: Double

  /// Creates the meanings that are spread evenly over a range within 0…1.
  ///
  /// The variance is that of the uniform distribution, `(u − l)² / 12`.
  public init(uniformOver range: Interval) {
    let width = range.high - range.low
    mean = (range.low + range.high) / 2
    variance = width * width / 12
  }

  /// Creates the meanings that respondents gave, each 0…1 and of equal weight; nil without any.
  public init?(givenBy respondents: [Double]) {
    var middle = Mean()
    for respondent in respondents { middle.add(respondent) }
    guard let mean = middle.value else { return nil }
    var spread = Mean()
    for respondent in respondents { spread.add((respondent - mean) * (respondent - mean)) }
    self.mean = mean
    variance = spread.value ?? 0
  }

  /// Returns the expected Brier score over the meanings, `(m − y)² + s²`.
  ///
  /// `y` is 1 when it happened and 0 when it did not. In 0…1; lower is better. Proper for someone
  /// who chooses among phrases only in so far as their meanings are taken as given; it is the
  /// score of [Brier 1950], averaged over readers.
  ///
  ///     Meanings(uniformOver: Interval(0.55, 0.8)).expectedBrierScore(happened: true)  // 0.1108
  ///
  /// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
  public func expectedBrierScore(happened: Bool) -> Double {
    ForecastScoring.expectedBrierScore(mean: mean, variance: variance, happened: happened)
  }
}
