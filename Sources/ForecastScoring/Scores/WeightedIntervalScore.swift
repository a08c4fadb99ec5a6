/// A central prediction interval: the range outside which a forecast leaves the chance `alpha`.
public struct CentralInterval: Sendable, Equatable {
  /// The lower end, the quantile at `alpha` / 2.
  public var low: Double
  /// The upper end, the quantile at 1 − `alpha` / 2.
  public var high: Double
  /// The chance left outside, half of it on either side; 0.1 for a 90 % interval.
  public var alpha: Double

  /// Creates an interval from its ends and the chance left outside.
  public init(low: Double, high: Double, alpha: Double) {
    self.low = low
    self.high = high
    self.alpha = alpha
  }
}

/// Returns the weighted interval score, `(½ |y − m| + Σ (αₖ/2) ISₖ) / (K + ½)`.
///
/// `m` is the forecast's median; each of the K intervals has an ``IntervalScore`` `ISₖ`; `y` is
/// what was observed. The score is in the units of `y`, in 0…∞; lower is better. It approaches the
/// continuous ranked probability score as intervals are added, and equals the mean of twice the
/// pinball loss over the median and the ends of the intervals. See [Bracher et al. 2021]. Nil when
/// one of the intervals is none.
///
///     weightedIntervalScore(
///       median: 20,
///       intervals: [
///         CentralInterval(low: 12, high: 31, alpha: 0.1),
///         CentralInterval(low: 16, high: 25, alpha: 0.5),
///       ], observed: 27)  // 3.48
///
/// [Bracher et al. 2021]: https://doi.org/10.1371/journal.pcbi.1008618
public func weightedIntervalScore(
  median: Double, intervals: [CentralInterval], observed: Double
) -> Double? {
  var sum = abs(observed - median) / 2
  for interval in intervals {
    let score = IntervalScore(
      low: interval.low, high: interval.high, alpha: interval.alpha, observed: observed)
    guard let score else { return nil }
    sum += interval.alpha / 2 * score.total
  }
  return sum / (Double(intervals.count) + 0.5)
}

/// Returns the weighted interval score of quantiles, the mean of twice their pinball losses.
///
/// `quantiles` are the forecast's quantiles at `levels`, each 0…1; `y` is what was observed. The
/// range and direction are those of ``weightedIntervalScore(median:intervals:observed:)``, which
/// it equals where the levels are those of a median and of central intervals; see
/// [Bracher et al. 2021]. Nil without quantiles, and when there are not as many levels.
///
///     weightedIntervalScore(
///       of: [12, 16, 20, 25, 31], levels: [0.05, 0.25, 0.5, 0.75, 0.95], observed: 27)  // 3.48
///
/// [Bracher et al. 2021]: https://doi.org/10.1371/journal.pcbi.1008618
public func weightedIntervalScore(
  of quantiles: [Double], levels: [Double], observed: Double
) -> Double? {
  guard !quantiles.isEmpty, quantiles.count == levels.count else { return nil }
  var sum = 0.0
  for (quantile, level) in zip(quantiles, levels) {
    sum += 2 * pinballLoss(of: quantile, level: level, observed: observed)
  }
  return sum / Double(quantiles.count)
}
