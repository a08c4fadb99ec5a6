internal import Glibc

/// A mean score as miscalibration, discrimination and uncertainty, by isotonic regression.
///
/// `S = MCB − DSC + UNC`: with `S` the mean score, `R` that of the recalibrated forecasts
/// (``Recalibration``) and `U` that of the constant base rate, `MCB = S − R` is what better
/// calibration would have saved, `DSC = U − R` what telling events apart has won, and `UNC = U` how
/// hard the questions were. None is ever below 0. There are no bins to choose; see [Dimitriadis,
/// Gneiting and Jordan 2021].
///
/// At small n even a calibrated forecaster has a miscalibration well above 0: compare it with
/// ``MiscalibrationTest`` and never rank by it. When all events or none happened, uncertainty and
/// discrimination are 0 and the sample holds no information on either.
///
///     let parts = CORPDecomposition(
///       of: [0.1, 0.1, 0.3, 0.3, 0.3, 0.5, 0.6, 0.8, 0.8, 0.9],
///       happened: [false, true, false, true, false, true, false, true, true, true])
///     parts?.miscalibration  // 0.049
///
/// [Dimitriadis, Gneiting and Jordan 2021]: https://doi.org/10.1073/pnas.2016191118
public struct CORPDecomposition: Sendable, Equatable {
  /// The score that is decomposed.
  public enum Score: Sendable {
    /// The Brier score, 0…1.
    case brier
    /// The logarithmic score in nats, of probabilities brought into `clip` … 1 − `clip`.
    case logarithmic(clip: Double)
  }

  /// The mean score of the forecasts; lower is better.
  public let score: Double
  /// What better calibration would have saved, from 0 up; infinite where the score is.
  public let miscalibration: Double
  /// What telling the events apart has won over the base rate, from 0 up.
  public let discrimination: Double
  /// The mean score of always forecasting the base rate, from 0 up.
  public let uncertainty: Double

  /// Decomposes the mean score of forecasts.
  ///
  /// Nil without forecasts, when there are not as many outcomes, and when a probability is not
  /// within 0…1.
  public init?(of probabilities: [Double], happened: [Bool], by score: Score = .brier) {
    guard let forecasts = SortedForecasts(probabilities, happened) else { return nil }
    self.init(forecasts, by: score)
  }

  /// Decomposes the mean score of at least one group.
  init(_ groups: some Sequence<ForecastGroup>, by score: Score) {
    let totals = groups.totals
    var given = Mean()
    for group in groups { given.add(score.total(of: group)) }
    var recalibrated = Mean()
    for block in Recalibration(groups).blocks {
      recalibrated.add(Double(block.count) * score.leastMean(at: block.frequency))
    }
    // The running means serve as sums that lose nothing.
    let count = Double(totals.count)
    let mean = (given.value ?? 0) * Double(given.count) / count
    let least = (recalibrated.value ?? 0) * Double(recalibrated.count) / count
    self.score = mean
    uncertainty = score.leastMean(at: Double(totals.occurrences) / count)
    miscalibration = max(0, mean - least)
    discrimination = max(0, uncertainty - least)
  }
}

extension CORPDecomposition.Score {
  /// The sum of the scores of forecasts of one probability.
  fileprivate func total(of group: ForecastGroup) -> Double {
    let misses = group.count - group.occurrences
    return times(group.occurrences, one(group.probability, happened: true))
      + times(misses, one(group.probability, happened: false))
  }

  private func one(_ probability: Double, happened: Bool) -> Double {
    switch self {
    case .brier: brierScore(of: probability, happened: happened)
    case .logarithmic(let clip): logScore(of: probability, happened: happened, clip: clip)
    }
  }

  /// `count × score`, where nothing times infinity is nothing.
  private func times(_ count: Int, _ score: Double) -> Double {
    count == 0 ? 0 : Double(count) * score
  }

  /// The mean score of forecasts that gave an event its very frequency.
  fileprivate func leastMean(at frequency: Double) -> Double {
    guard frequency > 0, frequency < 1 else { return 0 }
    return switch self {
    case .brier: frequency * (1 - frequency)
    case .logarithmic: -frequency * log(frequency) - (1 - frequency) * log1p(-frequency)
    }
  }
}
