/// What is known by now of a forecast that something happens by a deadline.
///
/// Times are counted from the forecast, all in one unit.
public struct DeadlineRecord: Sendable, Equatable {
  /// How long ago the forecast was made.
  public let followUp: Double
  /// How much time it gave.
  public let horizon: Double
  /// When the event came, if it has come within the horizon.
  public let eventAfter: Double?

  /// Creates a record.
  public init(followUp: Double, horizon: Double, eventAfter: Double?) {
    self.followUp = followUp
    self.horizon = horizon
    self.eventAfter = eventAfter
  }

  /// Whether the deadline has passed, so that a yes and a no could both have been seen.
  public var isDue: Bool { followUp >= horizon }

  /// Whether the outcome is known: the deadline has passed, or the event came before it.
  public var isKnown: Bool { isDue || eventAfter.map { $0 <= followUp } ?? false }

  /// The time after which the outcome is known, whatever it is.
  fileprivate var settlingTime: Double { min(eventAfter ?? horizon, horizon) }
}

/// Returns the weights that undo the early arrival of yeses: a forecast whose outcome took long to
/// know stands also for those that are not known yet.
///
/// A known outcome weighs `1 / G(u)`, where `u` is the time after which it was known and `G(u)` the
/// share of *all* records followed for at least `u`; an unknown one weighs 0. Weights are held to
/// `limit`, which trades a little bias for much less noise. These are inverse chances of being seen [Robins and Finkelstein 2000]; the follow-up of
/// every record is known, so `G` needs no estimate. It is right when the time of making a forecast
/// has nothing to do with the time of the event. One weight for each record, in order.
///
/// A yes can come early and a no cannot, so a plain mean over known outcomes counts too many yeses;
/// leaving out those not ``DeadlineRecord/isDue`` is the other cure [Lehmann 2025].
///
///     let known = DeadlineRecord(followUp: 9, horizon: 20, eventAfter: 8)
///     let open = DeadlineRecord(followUp: 5, horizon: 10, eventAfter: nil)
///     resolutionWeights(of: [known, open])  // [2, 0]
///
/// [Robins and Finkelstein 2000]: https://doi.org/10.1111/j.0006-341X.2000.00779.x
/// [Lehmann 2025]: https://doi.org/10.48550/arXiv.2512.07575
public func resolutionWeights(of records: [DeadlineRecord], limit: Double = 10) -> [Double] {
  let followUps = records.map(\.followUp).sorted()
  return records.map { record in
    guard record.isKnown else { return 0 }
    let sooner = followUps.partitioningIndex { $0 >= record.settlingTime }
    let share = Double(followUps.count - sooner) / Double(followUps.count)
    return min(1 / share, limit)
  }
}

/// Returns the mean of values with weights, `Σ w x / Σ w`, or nothing when the weights sum to 0.
///
/// Weights are 0 or more. The columns are read up to the end of the shorter. With
/// ``resolutionWeights(of:limit:)`` it is the ratio estimator of surveys [Särndal et al. 1992].
///
///     weightedMean(of: [0, 1], weights: [3, 1])  // 0.25
///
/// [Särndal et al. 1992]: https://doi.org/10.1007/978-1-4612-4378-6
public func weightedMean(of values: [Double], weights: [Double]) -> Double? {
  let total = zip(values, weights).reduce(0) { $0 + $1.1 }
  guard total > 0 else { return nil }
  return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
}

extension [Double] {
  /// The place of the first element of a sorted array from which on `isPast` holds.
  fileprivate func partitioningIndex(where isPast: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
