/// How far a mean can move with one thing that is not settled.
public struct Dependence: Sendable, Equatable {
  /// What is not settled.
  public enum Cause: String, Sendable, CaseIterable {
    /// Claims that are disputed, or due and not decided yet.
    case disputed
    /// What words of chance are taken to mean.
    case words
    /// How long a window words of time are taken to leave.
    case windows
  }

  /// What is not settled.
  public var cause: Cause
  /// How many forecasts it touches.
  public var count: Int
  /// The mean Brier score with all of these at their best and at their worst.
  public var bounds: ScoreBounds
  /// The mean edge with all of these at their worst and at their best; nothing where it touches none
  /// that can be compared.
  public var edge: ScoreInterval?

  /// Whether it decides on which side of the reference the source comes out.
  public var isDecisive: Bool { edge.map { $0.low < 0 && $0.high > 0 } ?? false }

  /// The dependences of a source's mean, those that there are.
  static func all(_ tally: Tally, _ forecasts: [AssessedForecast]) -> [Dependence] {
    let scored = forecasts.filter { $0.standing == .scored }
    return [
      disputed(tally, forecasts.filter { $0.standing == .ambiguous || $0.standing == .undecided }),
      Dependence(.words, tally, scored.filter { $0.meaning != nil }) { forecast in
        forecast.happened.map { [$0] } ?? []
      },
      Dependence(.windows, tally, scored.filter(\.dependsOnWindow)) { _ in [false, true] },
    ].compactMap(\.self)
  }

  private static func disputed(_ tally: Tally, _ forecasts: [AssessedForecast]) -> Dependence? {
    guard !tally.disputed.isEmpty, !tally.units.isEmpty else { return nil }
    let sum = tally.units.reduce(0) { $0 + $1.brier }
    let count = Double(tally.units.count + tally.disputed.count)
    let best = tally.disputed.reduce(sum) { $0 + $1.best } / count
    let worst = tally.disputed.reduce(sum) { $0 + $1.worst } / count
    let mean = sum / Double(tally.units.count)
    return Dependence(
      cause: .disputed, count: tally.disputed.count,
      bounds: ScoreBounds(best: min(mean, best), worst: max(mean, worst)),
      edge: tally.meanEdge(adding: forecasts.compactMap { $0.edges(over: [false, true]) }))
  }

  private init(cause: Cause, count: Int, bounds: ScoreBounds, edge: ScoreInterval?) {
    self.cause = cause
    self.count = count
    self.bounds = bounds
    self.edge = edge
  }

  /// Puts the bounds of some scored forecasts, over the outcomes that they may have, in the place of
  /// their scores.
  private init?(
    _ cause: Cause, _ tally: Tally, _ touched: [AssessedForecast],
    _ outcomes: (AssessedForecast) -> [Bool]
  ) {
    guard !touched.isEmpty, !tally.units.isEmpty else { return nil }
    let sum = tally.units.reduce(0) { $0 + $1.brier }
    var (best, worst) = (sum, sum)
    var changes: [ScoreInterval] = []
    for forecast in touched {
      guard let brier = forecast.brier, let probability = forecast.probability else { continue }
      let outcomes = outcomes(forecast)
      let meaning = cause == .words ? forecast.meaning : nil
      let ranges = outcomes.map { ScoreBounds(meaning, probability, happened: $0) }
      best += min(0, (ranges.map(\.best).min() ?? brier) - brier)
      worst += max(0, (ranges.map(\.worst).max() ?? brier) - brier)
      if let edge = forecast.edge, let edges = forecast.edges(over: outcomes, cause == .words) {
        changes.append(
          ScoreInterval(low: min(0, edges.low - edge), high: max(0, edges.high - edge)))
      }
    }
    let count = Double(tally.units.count)
    guard best < worst else { return nil }
    self.init(
      cause: cause, count: touched.count,
      bounds: ScoreBounds(best: max(0, best / count), worst: min(1, worst / count)),
      edge: tally.meanEdge(changing: changes))
  }
}

extension AssessedForecast {
  /// The least and the greatest edge over some outcomes and, where asked for, over the meanings of its
  /// words; nothing where there is nothing to compare it with.
  fileprivate func edges(over outcomes: [Bool], _ readsWords: Bool = true) -> ScoreInterval? {
    guard let reference, let probability else { return nil }
    let edges = outcomes.flatMap { happened -> [Double] in
      let bounds = ScoreBounds(readsWords ? meaning : nil, probability, happened: happened)
      let score = referenceScore(reference, happened)
      return [score - bounds.worst, score - bounds.best]
    }
    return edges.min().flatMap { low in edges.max().map { ScoreInterval(low: low, high: $0) } }
  }
}

extension Tally {
  private var edges: [Double] { units.compactMap { $0.edge?.value } }

  /// The mean edge when those of some units change by so much; nothing when none does.
  fileprivate func meanEdge(changing changes: [ScoreInterval]) -> ScoreInterval? {
    guard !changes.isEmpty, !edges.isEmpty else { return nil }
    let (sum, count) = (edges.reduce(0, +), Double(edges.count))
    return ScoreInterval(
      low: changes.reduce(sum) { $0 + $1.low } / count,
      high: changes.reduce(sum) { $0 + $1.high } / count)
  }

  /// The mean edge with or without some more units; nothing when there are none.
  fileprivate func meanEdge(adding others: [ScoreInterval]) -> ScoreInterval? {
    guard !others.isEmpty, !edges.isEmpty else { return nil }
    let (sum, count) = (edges.reduce(0, +), Double(edges.count))
    let (mean, whole) = (sum / count, count + Double(others.count))
    return ScoreInterval(
      low: min(mean, others.reduce(sum) { $0 + $1.low } / whole),
      high: max(mean, others.reduce(sum) { $0 + $1.high } / whole))
  }
}
