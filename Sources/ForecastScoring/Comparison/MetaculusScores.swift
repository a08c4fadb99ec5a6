import Glibc

/// A score gathered over the time that a forecast stood, and how much of the time that was.
public struct TimedScore: Sendable, Equatable {
  /// The score, already weighted with the time it was earned over.
  public let score: Double
  /// The share of the announced duration in which the source had a forecast standing, 0…1.
  public let coverage: Double
}

/// Returns the time-weighted baseline score, `100 Σ wₜ (log₂ p_obs(t) + 1)`.
///
/// `wₜ` is the share of the announced duration, `p_obs` the chance then standing for what came to
/// be. At most 100; higher is better; 0 for a constant ½ and for silence; −∞ for a standing 0
/// that came true. A question that closes early keeps its announced duration as divisor. The
/// formula is that of the forecasting site [Metaculus]; the score itself is [Good 1952]'s.
///
///     let path = ForecastPath([.init(time: 0, probability: 1)])
///     let span = QuestionSpan(open: 0, close: 5, scheduledClose: 10)
///     baselineScore(of: path, over: span, happened: true)  // score 50, coverage 0.5
///
/// [Metaculus]: https://www.metaculus.com/help/scores-faq/
/// [Good 1952]: https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
public func baselineScore(
  of path: ForecastPath, over span: QuestionSpan, happened: Bool
) -> TimedScore {
  var score = 0.0
  var coverage = 0.0
  for (start, share) in span.stretches(of: [path]) {
    guard let chance = path.probability(at: start) else { continue }
    score += share * 100 * (log2(happened ? chance : 1 - chance) + 1)
    coverage += share
  }
  return TimedScore(score: score, coverage: coverage)
}

/// Returns the time-weighted peer scores of all sources on one question,
/// `100 Σ wₜ (ln p_obs(t) − mean of ln p_obs(t) over the others)`.
///
/// One score for each path, in their order. Higher is better; at any instant the scores of those
/// who have a forecast standing sum to 0, and one who stands alone gets 0. A forecast of 0 that
/// came true makes scores infinite, and undefined ones are nothing: clip chances first. The
/// score rewards weak company, so it says little with fewer than three others. The formula is
/// that of the forecasting site [Metaculus].
///
///     let paths = [0.8, 0.4].map { ForecastPath([.init(time: 0, probability: $0)]) }
///     let span = QuestionSpan(open: 0, close: 10, scheduledClose: 10)
///     peerScores(of: paths, over: span, happened: true)  // 100 ln 2 and −100 ln 2
///
/// [Metaculus]: https://www.metaculus.com/help/scores-faq/
public func peerScores(
  of paths: [ForecastPath], over span: QuestionSpan, happened: Bool
) -> [TimedScore?] {
  var scores = [Double](repeating: 0, count: paths.count)
  var coverages = scores
  for (start, share) in span.stretches(of: paths) {
    let standing = paths.indices.compactMap { place in
      paths[place].probability(at: start).map { (place, log(happened ? $0 : 1 - $0)) }
    }
    let sum = LogSum(of: standing.map(\.1))
    for (place, own) in standing {
      coverages[place] += share
      guard standing.count > 1 else { continue }
      scores[place] += share * 100 * (own - sum.without(own) / Double(standing.count - 1))
    }
  }
  return zip(scores, coverages).map { $0.isNaN ? nil : TimedScore(score: $0, coverage: $1) }
}

/// A sum of logarithms from which one can be taken away again, also when it is −∞.
private struct LogSum {
  private var finite = 0.0
  private var infinities = 0

  init(of logarithms: [Double]) {
    for logarithm in logarithms {
      if logarithm.isFinite { finite += logarithm } else { infinities += 1 }
    }
  }

  func without(_ logarithm: Double) -> Double {
    guard infinities <= (logarithm.isFinite ? 0 : 1) else { return -.infinity }
    return logarithm.isFinite ? finite - logarithm : finite
  }
}
