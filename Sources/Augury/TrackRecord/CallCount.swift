internal import ForecastScoring

/// How often what was called likely, or unlikely, came about, beside how often it was to.
public struct CallCount: Sendable, Equatable {
  /// How many forecasts were called so.
  public var calls: Int
  /// In how many of them what was said came about.
  public var happened: Int
  /// In how many it was to, by the chances themselves: their sum.
  public var expected: Double
  /// The counts that a calibrated source has in nine records of ten: the exact middle 90 %.
  public var range: ClosedRange<Int>

  /// Counts the scored forecasts whose chance is of a kind; nothing when there is none.
  init?(_ scored: [AssessedForecast], where isCalled: (Double) -> Bool) {
    let called = scored.filter { $0.happened != nil && $0.probability.map(isCalled) ?? false }
    guard !called.isEmpty, let counts = PoissonBinomial(of: called.compactMap(\.probability)) else {
      return nil
    }
    calls = called.count
    happened = called.count { $0.happened == true }
    expected = counts.mean
    range = counts.quantile(at: 0.05)...counts.quantile(at: 0.95)
  }
}

/// Whether a source is too sure of itself, as far as few forecasts can tell.
public enum Confidence: String, Sendable, Equatable {
  /// Its chances were further from 50 % than the outcomes bear out.
  case overconfident
  /// Its chances were closer to 50 % than they needed to be.
  case underconfident
  /// What it spoke of came about less often than its chances say.
  case tooHigh = "chances too high"
  /// What it spoke of came about more often.
  case tooLow = "chances too low"
  /// Twenty forecasts or more, and nothing that luck does not explain.
  case calibrated = "no sign of either"
  /// Fewer than twenty forecasts.
  case tooFew = "can't tell yet"

  /// The fewest forecasts for a word.
  public static let least = 20
  /// The chance of a word for a source that deserves none, at either test.
  public static let level = 0.05

  /// Tests the scored yes-or-no forecasts: first their spread, by Spiegelhalter's z, then their sum,
  /// by the exact count test.
  init(_ scored: [AssessedForecast], seed: UInt64) {
    let chances = scored.filter { $0.happened != nil && $0.probability != nil }
    let p = chances.compactMap(\.probability)
    let y = chances.compactMap(\.happened)
    guard p.count >= Confidence.least else {
      self = .tooFew
      return
    }
    if let spread = SpiegelhalterTest(of: p, happened: y, seed: seed),
      spread.pValue < Confidence.level
    {
      self = spread.z > 0 ? .overconfident : .underconfident
    } else if let sum = CountTest(of: p, happened: y), sum.pValue < Confidence.level {
      self = Double(sum.observed) < sum.expected ? .tooHigh : .tooLow
    } else {
      self = .calibrated
    }
  }
}

/// A calibration curve with the band in which that of a calibrated source lies by chance.
public struct CalibrationCurve: Sendable, Equatable {
  /// A chance that was given, with what came of it.
  public struct Point: Sendable, Equatable {
    /// The chance, 0…1.
    public var chance: Double
    /// The frequency that isotonic regression gives it, 0…1.
    public var frequency: Double
    /// Where that lies in nine of ten records of a calibrated source.
    public var band: ScoreInterval
    /// How many forecasts gave that chance.
    public var count: Int
    /// In how many of them what was said came about.
    public var happened: Int
  }

  /// The points, by their chances.
  public var points: [Point]
  /// How many forecasts there are.
  public var count: Int
  /// The seed that the band was drawn with.
  public var seed: UInt64

  /// The fewest forecasts for a curve.
  public static let least = 30

  /// Whether the whole curve lies inside the band.
  public var isInside: Bool { outside == 0 }

  /// At how many points the curve lies outside the band.
  public var outside: Int {
    points.count { $0.frequency < $0.band.low || $0.band.high < $0.frequency }
  }

  /// Fits the curve of the scored yes-or-no forecasts; nothing below 30.
  init?(_ scored: [AssessedForecast], seed: UInt64) {
    let chances = scored.filter { $0.happened != nil && $0.probability != nil }
    let p = chances.compactMap(\.probability)
    let y = chances.compactMap(\.happened)
    guard p.count >= CalibrationCurve.least, let fit = Recalibration(of: p, happened: y),
      let band = ConsistencyBand(of: p, seed: seed)
    else { return nil }
    var counts: [Double: (all: Int, happened: Int)] = [:]
    for (p, y) in zip(p, y) {
      counts[p, default: (0, 0)].all += 1
      if y { counts[p, default: (0, 0)].happened += 1 }
    }
    points = zip(band.probabilities, band.bounds).map { chance, bounds in
      Point(
        chance: chance, frequency: fit.frequency(at: chance) ?? chance,
        band: ScoreInterval(low: bounds.low, high: bounds.high),
        count: counts[chance]?.all ?? 0, happened: counts[chance]?.happened ?? 0)
    }
    count = p.count
    self.seed = seed
  }
}
