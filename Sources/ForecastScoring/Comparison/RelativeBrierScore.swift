/// How a source fared on one question day by day, alone and beside the others.
public struct RelativeBrierScore: Sendable, Equatable {
  /// The mean over the question's days of own less median daily score, days of silence being 0.
  ///
  /// In −2…2; below 0 is better than the median source.
  public let relative: Double
  /// The mean two-class Brier score, 0…2, over the days with a forecast; lower is better.
  public let standing: Double
  /// The share of the question's days with a forecast, above 0 and up to 1.
  public let coverage: Double
}

/// Returns the median-relative daily Brier scores of all sources on one question.
///
/// Day `d` of `0 ..< days` is scored with the chance standing at its start, `time ≤ d`, by the
/// two-class Brier score `2 (p − y)²`. Each day the median over the sources that have a forecast
/// is taken off, and the sum is divided by all the days of the question, so that silence counts
/// as neither good nor bad. Nothing for a source without any day. The *absolute* score is divided
/// by the days with a forecast only: divided by all of them, silence would look like perfection.
///
/// The rule is that of the [Good Judgment] tournaments; see [Mellers et al. 2014].
///
///     let paths = [0.9, 0.5].map { ForecastPath([.init(time: 0, probability: $0)]) }
///     relativeBrierScores(of: paths, days: 4, happened: true)  // −0.24 and 0.24
///
/// [Good Judgment]: https://goodjudgment.io/
/// [Mellers et al. 2014]: https://doi.org/10.1177/0956797614524255
public func relativeBrierScores(
  of paths: [ForecastPath], days: Int, happened: Bool
) -> [RelativeBrierScore?] {
  var relative = [Mean](repeating: Mean(), count: paths.count)
  var standing = relative
  for day in 0..<max(0, days) {
    let daily = paths.map { path in
      path.probability(at: Double(day)).map { twoClassBrierScore(of: $0, happened: happened) }
    }
    guard let middle = median(of: daily.compactMap(\.self)) else { continue }
    for (place, score) in daily.enumerated() {
      guard let score else { continue }
      relative[place].add(score - middle)
      standing[place].add(score)
    }
  }
  return zip(relative, standing).map { relative, standing in
    guard let difference = relative.value, let score = standing.value else { return nil }
    let coverage = Double(relative.count) / Double(days)
    return RelativeBrierScore(
      relative: difference * coverage, standing: score, coverage: coverage)
  }
}

/// Returns the median of values, the mean of the middle two when their number is even, or nothing
/// for none.
///
///     median(of: [3, 1, 2, 10])  // 2.5
public func median(of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2)
    ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
