internal import ForecastScoring

/// Two sources beside each other, on the claims that both made.
///
/// A claim is a question with a last day. Of each source the statement that the policy takes counts.
public struct SourceComparison: Sendable, Equatable {
  /// What both said of one claim.
  public struct Pair: Sendable, Equatable {
    /// The first source's forecast.
    public var first: AssessedForecast
    /// The second source's.
    public var second: AssessedForecast
    /// How much closer the first was: the Brier score of the second less its own, −1…1.
    public var difference: Double
  }

  /// Whether one is at least as good whatever a false alarm costs.
  public enum Dominance: Sendable, Equatable {
    case first, second, neither
  }

  /// What counted.
  public var policy: Policy
  /// The names of the two, as they were asked for.
  public var names: (first: String, second: String)
  /// The common claims, by their last days.
  public var pairs: [Pair]
  /// The mean Brier scores on them.
  public var brier: (first: Double, second: Double)
  /// How much closer the first was; nothing without a common claim.
  public var edge: EdgeFigure?
  /// Whose Murphy curve lies nowhere above the other's, on the common yes-or-no claims.
  public var dominance: Dominance
  /// On how many of them each spoke first, by days.
  public var earlier: (first: Int, second: Int)

  /// Whether two comparisons say the same.
  public static func == (one: SourceComparison, other: SourceComparison) -> Bool {
    one.policy == other.policy && one.names == other.names && one.pairs == other.pairs
      && one.brier == other.brier && one.edge == other.edge && one.dominance == other.dominance
      && one.earlier == other.earlier
  }
}

extension Assessment {
  /// Compares two sources on their common claims.
  ///
  /// - Parameters:
  ///   - first: The number of the entry that introduced the first.
  ///   - second: That of the second.
  /// - Returns: The comparison; nothing where one of them is not there.
  public func comparison(of first: Int64, with second: Int64) -> SourceComparison? {
    guard let one = place(ofSource: first), let other = place(ofSource: second) else { return nil }
    var units: [Claim: ScoredUnit] = [:]
    for unit in tallies[other].units { units[claim(of: unit)] = unit }
    var pairs: [SourceComparison.Pair] = []
    var compared: [ScoredUnit] = []
    let common = tallies[one].units.compactMap { unit in
      units[claim(of: unit)].map { (unit, $0) }
    }.sorted { ($0.0.day, $0.0.row) < ($1.0.day, $1.0.row) }
    for (mine, its) in common {
      let pair = SourceComparison.Pair(
        first: forecast(Int(mine.row)), second: forecast(Int(its.row)),
        difference: its.brier - mine.brier)
      pairs.append(pair)
      let isSame = pair.first.isNegated == pair.second.isNegated
      compared.append(mine.compared(with: its, isSame: isSame))
    }
    let count = Double(max(1, common.count))
    var edge = EdgeFigure(
      compared, events: ClusterPlaces(compared.map { Int($0.event) }).places)
    edge?.judgeAlone()
    return SourceComparison(
      policy: policy,
      names: (statements.sources[one].name, statements.sources[other].name), pairs: pairs,
      brier: (
        common.reduce(0) { $0 + $1.0.brier } / count, common.reduce(0) { $0 + $1.1.brier } / count
      ),
      edge: edge, dominance: Assessment.dominance(compared),
      earlier: (
        pairs.count { $0.first.spoke(before: $0.second) },
        pairs.count { $0.second.spoke(before: $0.first) }
      ))
  }

  /// A question with the last day that a forecast on it is judged by.
  private struct Claim: Hashable {
    var question: Int32
    var deadline: Deadline?
  }

  private func claim(of unit: ScoredUnit) -> Claim {
    let row = Int(unit.row)
    return Claim(question: statements.question[row], deadline: statements.deadline(row))
  }

  private static func dominance(_ units: [ScoredUnit]) -> SourceComparison.Dominance {
    let binary = units.filter { $0.chance != nil && $0.edge != nil }
    let y = binary.compactMap { $0.chance?.happened }
    guard
      let mine = MurphyDiagram(of: binary.compactMap { $0.chance?.probability }, happened: y),
      let its = MurphyDiagram(of: binary.compactMap { $0.edge?.reference.probability }, happened: y)
    else { return .neither }
    if mine.isNowhereAbove(its) { return its.isNowhereAbove(mine) ? .neither : .first }
    return its.isNowhereAbove(mine) ? .second : .neither
  }
}

extension AssessedForecast {
  fileprivate func spoke(before other: AssessedForecast) -> Bool {
    guard let said, let others = other.said else { return false }
    return said < others
  }
}

extension ScoredUnit {
  /// The unit with another source's in the place of its reference.
  fileprivate func compared(with other: ScoredUnit, isSame: Bool) -> ScoredUnit {
    var unit = self
    let chance = other.chance.map { isSame ? $0.probability : 1 - $0.probability }
    unit.edge = (
      ReferenceForecast(kind: .rival, probability: chance ?? .nan), other.brier - brier
    )
    return unit
  }
}

extension EdgeFigure {
  /// Gives the verdict on one comparison by itself: two directions, e-BH at 10 %.
  fileprivate mutating func judgeAlone() {
    guard count >= EvidenceBar.units, events >= EvidenceBar.events else { return }
    let found = eBenjaminiHochberg(
      [evidenceFor, evidenceAgainst], alpha: EvidenceBar.falseDiscoveries)
    verdict =
      found == [0] && mean > 0 ? .better : found == [1] && mean < 0 ? .worse : .unclear
  }
}
