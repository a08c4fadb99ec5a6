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
