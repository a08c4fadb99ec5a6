internal import ForecastScoring

/// How much closer to the outcomes a source was than the reference forecasts for the same claims.
///
/// An edge is the Brier score of the reference less that of the source, in −1…1; above 0 the source
/// was closer.
public struct EdgeFigure: Sendable, Equatable {
  /// The fewest events for which an interval is given.
  public static let leastEvents = 8
  /// The share of records like this whose interval holds the true edge.
  public static let level = 0.9

  /// The mean edge.
  public var mean: Double
  /// The source's own mean Brier score over the same units.
  public var brier: Double
  /// Over how many units.
  public var count: Int
  /// To how many events these belong.
  public var events: Int
  /// The interval, clustered by event; nothing with fewer than eight events.
  public var interval: ScoreInterval?
  /// The mean drawn towards that of all sources, as far as it is unsure; set by the comparison.
  public var shrunken: Double?
  /// How many units were compared with each kind of reference.
  public var references: [ReferenceKind: Int]
  /// Evidence that the source is closer than the reference, an e-value; 1 is none.
  public var evidenceFor: Double
  /// Evidence that the reference is closer.
  public var evidenceAgainst: Double
  /// The chance of an edge at least as far from 0 in a source without one, for a single look.
  ///
  /// Two-sided, by Student's t over the clustered error; nothing with fewer than eight events.
  public var pValue: Double?
  /// The ranks that it may have; nothing below the evidence bar.
  public var rank: ClosedRange<Int>?
  /// What may be said of it.
  public var verdict = EdgeVerdict.tooFew
  /// The standard error, clustered by event and with its floor; nothing for one event.
  public internal(set) var error: Double?

  /// Whether there are events enough for the mean to be stated at all.
  public var isStated: Bool { events >= Finding.leastScored }

  /// The mean Brier score of the reference over the same units.
  public var referenceBrier: Double { brier + mean }

  /// Creates the figure of some units, whose events are numbered from 0 up.
  init?(_ units: [ScoredUnit], events: [Int]) {
    let compared = EdgeFigure.compared(units)
    let edges = compared.compactMap { units[$0].edge }
    let clusters = compared.map { events[$0] }
    guard let clustered = clusteredMean(of: edges.map(\.value), clusters: clusters) else {
      return nil
    }
    let binary = compared.filter { units[$0].chance != nil }
    let p = binary.compactMap { units[$0].chance?.probability }
    let q = binary.compactMap { units[$0].edge?.reference.probability }
    let y = binary.compactMap { units[$0].chance?.happened }
    let groups = binary.map { events[$0] }
    mean = clustered.mean
    brier = compared.reduce(0) { $0 + units[$1].brier } / Double(compared.count)
    count = clustered.count
    self.events = clustered.clusters
    let floor = outcomeError(of: p, over: q, clusters: groups) ?? 0
    interval = clustered.interval(
      level: EdgeFigure.level, minimumClusters: EdgeFigure.leastEvents, floor: floor
    ).map { ScoreInterval(low: $0.low, high: $0.high) }
    error = clustered.clusters > 1 ? max(clustered.jackknifeError, floor) : nil
    if let error, error > 0, clustered.clusters >= EdgeFigure.leastEvents {
      pValue = StudentDistribution(degreesOfFreedom: clustered.degreesOfFreedom)?
        .twoSidedTail(of: clustered.mean / error)
    }
    references = [:]
    for kind in ReferenceKind.allCases {
      let count = edges.count { $0.reference.kind == kind }
      if count > 0 { references[kind] = count }
    }
    let most = Double.greatestFiniteMagnitude
    evidenceFor = min(most, henziZiegelEValue(of: p, against: q, happened: y, events: groups))
    evidenceAgainst = min(most, henziZiegelEValue(of: q, against: p, happened: y, events: groups))
  }
}

extension EdgeFigure {
  /// The places of the units that have a reference, by their days; those of one day in their order.
  private static func compared(_ units: [ScoredUnit]) -> [Int] {
    // A day and a place make one whole number, which sorts faster than a unit.
    var keys: [Int64] = []
    keys.reserveCapacity(units.count)
    for (place, unit) in units.enumerated() where unit.edge != nil {
      keys.append(Int64(unit.day) << 32 | Int64(place))
    }
    keys.sort()
    return keys.map { Int($0 & 0xffff_ffff) }
  }
}

/// An interval of scores.
public struct ScoreInterval: Sendable, Equatable {
  /// Its lower end.
  public var low: Double
  /// Its upper end.
  public var high: Double

  /// Creates an interval.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// What may be said of a source's edge, however often one looks.
public enum EdgeVerdict: String, Sendable, CaseIterable {
  /// Evidence that its forecasts add to the reference, among all sources looked at.
  case better = "more accurate than the reference"
  /// Evidence that the reference adds to its forecasts.
  case worse = "less accurate than the reference"
  /// Neither.
  case unclear = "no clear difference"
  /// Fewer than 20 units, or than 10 events.
  case tooFew = "too few to judge"
}
