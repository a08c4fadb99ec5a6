/// The mean logarithmic score of binary forecasts, with what the clip did to it.
///
/// A mean of clipped scores hides how often certainty was wrong, so that the counts stand beside
/// it: "said 'certain' 3 times, wrong once".
///
///     let record = LogScoreSummary(of: [1, 0, 0.5], happened: [true, true, true], clip: 0.01)
///     record.clipped  // 2
///     record.clippedMisses  // 1
public struct LogScoreSummary: Sendable, Equatable {
  /// The mean score, in the unit that was asked for, or nil of no forecasts.
  public let mean: Double?
  /// How many forecasts were scored.
  public let count: Int
  /// How many forecasts lay outside `clip` … 1 − `clip`.
  public let clipped: Int
  /// How many of the clipped forecasts leaned to what did not come true.
  public let clippedMisses: Int

  /// Summarises forecasts and their outcomes, as far as there are both.
  ///
  /// The clip is applied to the logarithmic score only; see ``logScore(of:happened:in:clip:)`` for
  /// its formula, range and direction.
  public init(
    of probabilities: [Double], happened: [Bool], in unit: LogUnit = .nats, clip: Double
  ) {
    var mean = Mean()
    var clipped = 0
    var misses = 0
    for (probability, happened) in zip(probabilities, happened) {
      mean.add(logScore(of: probability, happened: happened, in: unit, clip: clip))
      guard probability < clip || 1 - probability < clip else { continue }
      clipped += 1
      if (probability > 0.5) != happened { misses += 1 }
    }
    self.mean = mean.value
    count = mean.count
    self.clipped = clipped
    clippedMisses = misses
  }
}
