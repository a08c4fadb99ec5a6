internal import ForecastScoring

/// The figures of one source, over its units: one unit is one question.
public struct SourceFigures: Sendable, Equatable {
  /// On how many questions it was scored.
  public var questions: Int
  /// To how many events these belong.
  public var events: Int
  /// Its mean Brier score, 0…1, lower is better.
  public var brier: Double
  /// The mean with every word, and every disputed or undecided claim, at its best and at its worst;
  /// never narrower than the mean itself.
  public var bounds: ScoreBounds
  /// The mean logarithmic score of the chances that were given as numbers.
  public var log: LogFigure?
  /// How much closer it was than the reference; nothing where no unit has one.
  public var edge: EdgeFigure?
  /// How often what it spoke of came about, beside how often it said; of yes-or-no questions only.
  public var calibration: CalibrationFigure?

  /// Creates the figures of what was gathered; nothing when nothing was scored.
  init?(_ tally: Tally) {
    let units = tally.units
    guard !units.isEmpty else { return nil }
    var (brier, best, worst) = (Mean(), Mean(), Mean())
    for unit in units {
      brier.add(unit.brier)
      best.add(unit.bounds.best)
      worst.add(unit.bounds.worst)
    }
    for bounds in tally.disputed {
      best.add(bounds.best)
      worst.add(bounds.worst)
    }
    questions = units.count
    let events = ClusterPlaces(units.map { Int($0.event) })
    self.events = events.count
    self.brier = brier.value ?? 0
    // What is disputed may also be left out, which is what the mean does.
    bounds = ScoreBounds(
      best: min(self.brier, best.value ?? self.brier),
      worst: max(self.brier, worst.value ?? self.brier))
    log = LogFigure(units)
    edge = EdgeFigure(units, events: events.places)
    calibration = CalibrationFigure(units)
  }
}

/// A mean logarithmic score.
public struct LogFigure: Sendable, Equatable {
  /// The chances that it holds the score to: 0.01…0.99.
  public static let clip = 0.01

  /// The mean of −ln of the chance given to what came about, 0…∞, lower is better.
  public var mean: Double
  /// Over how many forecasts.
  public var count: Int
  /// How many of them were nearer to certainty than the clip.
  public var clipped: Int
  /// How many of these were wrong.
  public var clippedMisses: Int

  init?(_ units: [ScoredUnit]) {
    let chances = units.filter(\.isNumber).compactMap(\.chance)
    let summary = LogScoreSummary(
      of: chances.map(\.probability), happened: chances.map(\.happened), clip: LogFigure.clip)
    guard let mean = summary.mean else { return nil }
    self.mean = mean
    count = summary.count
    clipped = summary.clipped
    clippedMisses = summary.clippedMisses
  }
}

/// How often what was spoken of came about, beside how often the chances said it would.
public struct CalibrationFigure: Sendable, Equatable {
  /// How many were to be expected: the sum of the chances.
  public var expected: Double
  /// How many there were.
  public var observed: Int
  /// How often a calibrated source is at least as far off: twice the exact tail with half of the
  /// count's own chance; of the first forecast on each event.
  public var pValue: Double
  /// The z of Spiegelhalter, above 0 for too sure of itself, of the first forecast on each event;
  /// nothing where it is undefined.
  public var spiegelhalterZ: Double?
  /// What miscalibration costs, in Brier, 0 is best.
  public var miscalibration: Double
  /// What telling cases apart gains, in Brier, higher is better.
  public var discrimination: Double
  /// How hard the questions were: the Brier score of their own frequency.
  public var uncertainty: Double

  init?(_ units: [ScoredUnit]) {
    let chances = units.compactMap(\.chance)
    let (p, y) = (chances.map(\.probability), chances.map(\.happened))
    var events: Set<Int32> = []
    let firsts = units.filter { $0.chance != nil && events.insert($0.event).inserted }
    let first = firsts.compactMap(\.chance)
    let (firstP, firstY) = (first.map(\.probability), first.map(\.happened))
    guard let count = CountTest(of: firstP, happened: firstY),
      let corp = CORPDecomposition(of: p, happened: y)
    else { return nil }
    expected = p.reduce(0, +)
    observed = y.count { $0 }
    pValue = count.pValue
    // The statistic alone: nothing is drawn.
    spiegelhalterZ = SpiegelhalterTest(of: firstP, happened: firstY, draws: 0, seed: 0)?.z
    miscalibration = corp.miscalibration
    discrimination = corp.discrimination
    uncertainty = corp.uncertainty
  }
}
