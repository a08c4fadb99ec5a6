internal import ForecastScoring

/// When a source has enough behind it to be ranked.
public enum EvidenceBar: Sendable {
  /// The fewest units with an edge.
  public static let units = 20
  /// The fewest events that they belong to.
  public static let events = 10
  /// The fewest units from which a source takes part in the common mean.
  public static let shrunkUnits = 5
  /// The share of false ones among the verdicts.
  public static let falseDiscoveries = 0.1
}

extension TrackRecord {
  /// Draws edges towards their common mean, gives verdicts and ranks, and puts the lines in order.
  mutating func compare() {
    shrink()
    judge()
    rank()
    lines.sort { one, other in
      let (first, second) = (TrackRecord.order(one), TrackRecord.order(other))
      let (mean, others) = (one.figures?.edge?.mean ?? 0, other.figures?.edge?.mean ?? 0)
      let (raw, otherRaw) = first.0 == 0 && second.0 == 0 ? (-mean, -others) : (0, 0)
      return (first.0, -first.1, raw, one.name, one.number) < (
        second.0, -second.1, otherRaw, other.name, other.number
      )
    }
  }

  /// The block a line stands in, and its place there.
  private static func order(_ line: Line) -> (Int, Double) {
    if let edge = line.figures?.edge, edge.rank != nil { return (0, edge.shrunken ?? edge.mean) }
    return (line.figures == nil ? 2 : 1, 0)
  }

  private func places(_ isWanted: (EdgeFigure) -> Bool) -> [Int] {
    lines.indices.filter { lines[$0].figures?.edge.map(isWanted) ?? false }
  }

  private func edge(_ place: Int) -> EdgeFigure? { lines[place].figures?.edge }

  /// A source with few events borrows the spread that an event has elsewhere.
  private mutating func shrink() {
    let all = places { $0.count >= EvidenceBar.shrunkUnits && ($0.error ?? 0) > 0 }
    var pooled = Mean()
    for place in all {
      guard let edge = edge(place), edge.events >= EvidenceBar.events, let error = edge.error else {
        continue
      }
      pooled.add(error * error * Double(edge.events))
    }
    for place in all {
      guard let edge = edge(place), edge.events < EvidenceBar.events, let variance = pooled.value,
        let error = edge.error
      else { continue }
      let borrowed = (variance / Double(edge.events)).squareRoot()
      lines[place].figures?.edge?.error = max(error, borrowed)
    }
    let edges = all.compactMap(edge)
    guard
      let shrunken = shrunkenMeans(
        of: edges.map(\.mean), standardErrors: edges.map { $0.error ?? 1 })
    else { return }
    spread = shrunken.variance
    for (place, value) in zip(all, shrunken.values) {
      lines[place].figures?.edge?.shrunken = value
    }
  }

  /// Verdicts are discoveries among the evidence in both directions.
  private mutating func judge() {
    let judged = places { $0.count >= EvidenceBar.units && $0.events >= EvidenceBar.events }
    let edges = judged.compactMap(edge)
    let found = policy.looking == .once ? TrackRecord.found(once: edges) : TrackRecord.found(edges)
    for (index, place) in judged.enumerated() {
      // The evidence weighs events alike, the mean units: both have to point the same way.
      let isBetter = found.contains(index) && edges[index].mean > 0
      let isWorse = found.contains(index + judged.count) && edges[index].mean < 0
      lines[place].figures?.edge?.verdict =
        isBetter == isWorse ? .unclear : isBetter ? .better : .worse
    }
  }

  /// The places of the better, and those of the worse after them, by e-BH.
  private static func found(_ edges: [EdgeFigure]) -> Set<Int> {
    Set(
      eBenjaminiHochberg(
        edges.map(\.evidenceFor) + edges.map(\.evidenceAgainst),
        alpha: EvidenceBar.falseDiscoveries))
  }

  /// The same by one test of each source, after Benjamini and Yekutieli.
  private static func found(once edges: [EdgeFigure]) -> Set<Int> {
    let adjusted = benjaminiYekutieli(edges.map { $0.pValue ?? 1 })
    let found = edges.indices.filter { adjusted[$0] <= EvidenceBar.falseDiscoveries }
    return Set(found.map { edges[$0].mean > 0 ? $0 : $0 + edges.count })
  }

  private mutating func rank() {
    let ranked = places(\.isRanked)
    let edges = ranked.compactMap(edge)
    guard
      let ranges = rankRanges(of: edges.map(\.mean), standardErrors: edges.map(\.rankedError))
    else { return }
    for (place, range) in zip(ranked, ranges) { lines[place].figures?.edge?.rank = range }
    for place in references.indices {
      guard let edge = references[place].figures.edge, edge.isRanked else { continue }
      let all = edges + [edge]
      references[place].rank =
        rankRanges(of: all.map(\.mean), standardErrors: all.map(\.rankedError))?.last
    }
  }
}

extension EdgeFigure {
  /// Whether there is enough behind it for a rank.
  fileprivate var isRanked: Bool {
    count >= EvidenceBar.units && events >= EvidenceBar.events && error != nil
  }

  /// The error that ranks are told apart by; of a source that always says what its reference says it
  /// is 0, and a bound above that keeps two of them tied.
  fileprivate var rankedError: Double { max(error ?? 1, 1e-9) }
}
