/// The mean loss of forecasts to those who act on them, at every threshold of acting.
///
/// Someone acts when the probability is above `θ`. Acting on what does not happen loses `θ`, not
/// acting on what does happen loses `1 − θ`. Every proper score is a mixture of these elementary
/// scores, so that of two forecasters of the same questions the one whose curve is nowhere higher
/// is at least as good by every proper score, and to every user. The mean Brier score is twice the
/// area below the curve. Others draw the same curve at half this height. See [Ehm et al. 2016].
///
///     MurphyDiagram(of: [0.3, 0.8], happened: [false, true])?.loss(at: 0.25)  // 0.125
///
/// [Ehm et al. 2016]: https://doi.org/10.1111/rssb.12154
public struct MurphyDiagram: Sendable, Equatable {
  private let probabilities: [Double]
  /// How many events happened among the forecasts before each place, and how many did not from it
  /// on.
  private let missed: [Int]
  private let alarms: [Int]
  private let count: Double

  /// Draws the diagram of forecasts.
  ///
  /// Nil without forecasts, when there are not as many outcomes, and when a probability is not
  /// within 0…1.
  public init?(of probabilities: [Double], happened: [Bool]) {
    guard let groups = SortedForecasts(probabilities, happened) else { return nil }
    let totals = groups.totals
    var missed = [0]
    var alarms = [totals.count - totals.occurrences]
    for group in groups {
      missed.append((missed.last ?? 0) + group.occurrences)
      alarms.append((alarms.last ?? 0) - (group.count - group.occurrences))
    }
    self.probabilities = groups.map(\.probability)
    self.missed = missed
    self.alarms = alarms
    count = Double(totals.count)
  }

  /// The probabilities that were forecast, at which the curve may jump; between them it is
  /// straight.
  public var thresholds: [Double] { probabilities }

  /// Returns the mean elementary score at a threshold of 0…1; in 0…1, lower is better.
  ///
  /// A probability equal to the threshold is not acted upon.
  ///
  ///     MurphyDiagram(of: [0.5], happened: [false])?.loss(at: 0.5)  // 0
  ///
  /// - Complexity: O(log n).
  public func loss(at threshold: Double) -> Double {
    loss(at: threshold, from: place { $0 <= threshold })
  }

  /// Returns the mean elementary score just below a threshold, where its probability is acted upon.
  ///
  ///     MurphyDiagram(of: [0.5], happened: [false])?.lossJustBelow(0.5)  // 0.5
  public func lossJustBelow(_ threshold: Double) -> Double {
    loss(at: threshold, from: place { $0 < threshold })
  }

  /// Returns whether this curve is nowhere above another: at least as good by every proper score.
  ///
  /// Only forecasts of the same questions may be compared.
  ///
  ///     let good = MurphyDiagram(of: [0.8, 0.2], happened: [true, false])
  ///     let weak = MurphyDiagram(of: [0.6, 0.4], happened: [true, false])
  ///     if let good, let weak { good.isNowhereAbove(weak) }  // true
  public func isNowhereAbove(_ other: MurphyDiagram) -> Bool {
    // Both are straight between the points at which one of them may jump.
    (probabilities + other.probabilities + [0, 1]).allSatisfy { threshold in
      loss(at: threshold) <= other.loss(at: threshold) + 1e-12
        && lossJustBelow(threshold) <= other.lossJustBelow(threshold) + 1e-12
    }
  }

  /// The loss when all forecasts from a place on are acted upon.
  private func loss(at threshold: Double, from place: Int) -> Double {
    (Double(alarms[place]) * threshold + Double(missed[place]) * (1 - threshold)) / count
  }

  /// The first place whose probability is not below the threshold in the sense given.
  private func place(_ isBelow: (Double) -> Bool) -> Int {
    var start = 0
    var end = probabilities.count
    while start < end {
      let middle = (start + end) / 2
      if isBelow(probabilities[middle]) { start = middle + 1 } else { end = middle }
    }
    return start
  }
}

/// Returns the elementary score of one forecast at a threshold: what acting on it has lost.
///
/// It is `θ` when `p` is above `θ` and it did not happen, `1 − θ` when `p` is at most `θ` and it
/// did, else 0. In 0…1; lower is better; proper, though not strictly. See [Ehm et al. 2016].
///
///     elementaryScore(of: 0.3, happened: false, threshold: 0.25)  // 0.25
///
/// [Ehm et al. 2016]: https://doi.org/10.1111/rssb.12154
public func elementaryScore(of probability: Double, happened: Bool, threshold: Double) -> Double {
  if probability > threshold { return happened ? 0 : threshold }
  return happened ? 1 - threshold : 0
}
