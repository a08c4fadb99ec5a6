internal import ForecastScoring

/// What is left of what several sources said of the same event by the same day.
public struct ConsensusLeft: Sendable, Equatable {
  /// The last day that counts for all of them.
  public var deadline: Deadline
  /// How many sources there are.
  public var count: Int
  /// The pooled chance of the event as they said it.
  public var said: Double
  /// The pooled chance of what is left of it.
  public var left: Double

  /// Pools the last words on one question, a pool for each last day that three sources or more share.
  ///
  /// It is the record's own consensus, the mean of the log-odds, and never outside what its members
  /// say. What has passed is left out. The pools stand in the order of their days.
  public static func all(_ words: [Reevaluation]) -> [ConsensusLeft] {
    var members: [Deadline: [(said: Double, left: Double)]] = [:]
    for word in words where word.window.state != .passed {
      guard let deadline = word.window.deadline, let said = word.said?.point,
        let left = word.left?.point
      else { continue }
      members[deadline, default: []].append((said, left))
    }
    return members.compactMap { deadline, members -> ConsensusLeft? in
      guard members.count >= Consensus.least, let said = pool(members.map(\.said)),
        let left = pool(members.map(\.left))
      else { return nil }
      return ConsensusLeft(deadline: deadline, count: members.count, said: said, left: left)
    }.sorted {
      ($0.deadline.day, $0.deadline.zone ?? "") < ($1.deadline.day, $1.deadline.zone ?? "")
    }
  }

  /// The pool holds chances to 0.01…0.99, which may lie outside of all of them.
  private static func pool(_ chances: [Double]) -> Double? {
    guard let low = chances.min(), let high = chances.max(), let pooled = logOddsPool(chances)
    else { return nil }
    return min(max(pooled, low), high)
  }
}
