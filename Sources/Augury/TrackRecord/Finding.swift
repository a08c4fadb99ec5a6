/// What may be said first of a source: the strongest sentence that its record supports.
public enum Finding: Sendable, Equatable {
  /// Nothing could be scored.
  case nothingScored
  /// So few forecasts were scored that their outcomes are all there is to tell.
  ///
  /// `hits` counts those of `calls`, the scored forecasts that leaned one way, that came about.
  case fewCalls(hits: Int, calls: Int)
  /// Nothing could be compared with a reference; the mean says how far off the chances were.
  case noReference(brier: Double)
  /// It was closer than the reference by so much, or further off, but there is too little to rank it.
  case tooFew(edge: Double, compared: Int, events: Int)
  /// Enough was compared, and the difference is within luck.
  case unclear(edge: Double, compared: Int, events: Int)
  /// There is evidence that it was more accurate than the reference.
  case better(edge: Double, compared: Int, events: Int)
  /// There is evidence that it was less accurate.
  case worse(edge: Double, compared: Int, events: Int)

  /// The fewest scored questions, and the fewest events, of which more is said than how they came
  /// out.
  public static let leastScored = 5
  /// The edge up to which a source is called about as accurate as the reference.
  public static let near = 0.02

  init(_ line: TrackRecord.Line, _ forecasts: [AssessedForecast]) {
    guard let figures = line.figures else {
      self = .nothingScored
      return
    }
    guard figures.questions >= Finding.leastScored else {
      let calls = forecasts.filter { $0.standing == .scored && $0.leans != nil }
      self = .fewCalls(hits: calls.count { $0.leans == $0.happened }, calls: calls.count)
      return
    }
    guard let edge = figures.edge else {
      self = .noReference(brier: figures.brier)
      return
    }
    switch edge.verdict {
    case .tooFew: self = .tooFew(edge: edge.mean, compared: edge.count, events: edge.events)
    case .unclear: self = .unclear(edge: edge.mean, compared: edge.count, events: edge.events)
    case .better: self = .better(edge: edge.mean, compared: edge.count, events: edge.events)
    case .worse: self = .worse(edge: edge.mean, compared: edge.count, events: edge.events)
    }
  }
}

extension AssessedForecast {
  /// Whether it held what it said for likelier than not; nothing at 50 %, and for options.
  public var leans: Bool? {
    guard happened != nil, let probability, probability != 0.5 else { return nil }
    return probability > 0.5
  }
}

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

  /// The dependences of a source's mean, those that there are.
  static func all(_ tally: Tally, _ forecasts: [AssessedForecast]) -> [Dependence] {
    let scored = forecasts.filter { $0.standing == .scored }
    return [
      disputed(tally),
      Dependence(.words, tally, scored.filter { $0.meaning != nil }) { forecast in
        forecast.happened.map {
          ScoreBounds(forecast.meaning, forecast.probability ?? 0, happened: $0)
        }
      },
      Dependence(.windows, tally, scored.filter(\.dependsOnWindow)) { forecast in
        forecast.probability.map { ScoreBounds(nil, $0, happened: nil) }
      },
    ].compactMap(\.self)
  }

  private static func disputed(_ tally: Tally) -> Dependence? {
    guard !tally.disputed.isEmpty, !tally.units.isEmpty else { return nil }
    let sum = tally.units.reduce(0) { $0 + $1.brier }
    let count = Double(tally.units.count + tally.disputed.count)
    let best = tally.disputed.reduce(sum) { $0 + $1.best } / count
    let worst = tally.disputed.reduce(sum) { $0 + $1.worst } / count
    let mean = sum / Double(tally.units.count)
    return Dependence(
      cause: .disputed, count: tally.disputed.count,
      bounds: ScoreBounds(best: min(mean, best), worst: max(mean, worst)))
  }

  private init(cause: Cause, count: Int, bounds: ScoreBounds) {
    self.cause = cause
    self.count = count
    self.bounds = bounds
  }

  /// Puts the bounds of some scored forecasts in the place of their scores.
  private init?(
    _ cause: Cause, _ tally: Tally, _ touched: [AssessedForecast],
    _ bounds: (AssessedForecast) -> ScoreBounds?
  ) {
    guard !touched.isEmpty, !tally.units.isEmpty else { return nil }
    let sum = tally.units.reduce(0) { $0 + $1.brier }
    var (best, worst) = (sum, sum)
    for forecast in touched {
      guard let brier = forecast.brier, let range = bounds(forecast) else { continue }
      best += min(brier, range.best) - brier
      worst += max(brier, range.worst) - brier
    }
    let count = Double(tally.units.count)
    guard best < worst else { return nil }
    self.init(
      cause: cause, count: touched.count,
      bounds: ScoreBounds(best: max(0, best / count), worst: min(1, worst / count)))
  }
}
