public import ForecastScoring

/// What remains of an assessment for the table of Brier and logarithmic scores by source: the number
/// forecasts that are scored, as columns.
///
/// One source on one question is one row, as in a track record. Forecasts in words and over options
/// are left out, for their scores are not those of a chance and an outcome.
public struct ScoreColumns: Sendable, Equatable {
  /// The sources, each with its name.
  public var sources: [(number: Int64, name: String)] = []
  /// The place of each row's source; rows of one source lie together.
  public var source: [UInt16] = []
  /// The probability of what was said, 0…1.
  public var probability: [Double] = []
  /// Whether that came about.
  public var happened: [Bool] = []
  /// The instants at which this is the table: from the one that it was made for to the first at
  /// which another window ends, in microseconds.
  public var instants: Range<Int64>

  /// Creates columns without any rows.
  public init(at instants: Range<Int64>) { self.instants = instants }

  /// The tallies of the sources, by their places; the logarithm is clipped as in a track record.
  ///
  /// - Returns: The tallies; nothing when a probability is not one.
  public func tallies() -> [ScoreTally]? {
    scoreTallies(
      of: probability, happened: happened, sources: source, clip: LogFigure.clip)
  }

  /// Compares columns.
  public static func == (one: ScoreColumns, other: ScoreColumns) -> Bool {
    one.source == other.source && one.probability == other.probability
      && one.happened == other.happened && one.instants == other.instants
      && one.sources.elementsEqual(other.sources, by: ==)
  }
}

extension Assessment {
  /// The columns of the table of scores; nothing when there are more sources than it can tell apart.
  public var scoreColumns: ScoreColumns? {
    guard statements.sources.count <= Int(UInt16.max) + 1 else { return nil }
    var judge = judge
    var next = Int64.max
    for (row, score) in scores.enumerated() where score.scoreability == .notDue {
      next = min(next, judge.end(row) ?? .max)
    }
    let now = policy.instant.microseconds
    var columns = ScoreColumns(at: now..<max(next, now + 1))
    columns.sources = statements.sources.map { ($0.number, $0.name) }
    columns.reserveCapacity(tallies.reduce(0) { $0 + $1.units.count })
    for (place, tally) in tallies.enumerated() {
      for unit in tally.units where unit.isNumber {
        guard let chance = unit.chance else { continue }
        columns.source.append(UInt16(place))
        columns.probability.append(chance.probability)
        columns.happened.append(chance.happened)
      }
    }
    return columns
  }
}

extension ScoreColumns {
  fileprivate mutating func reserveCapacity(_ count: Int) {
    source.reserveCapacity(count)
    probability.reserveCapacity(count)
    happened.reserveCapacity(count)
  }
}
