internal import ForecastScoring

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

  /// The fewest events for a curve.
  public static let least = 30

  /// Whether the whole curve lies inside the band.
  public var isInside: Bool { outside == 0 }

  /// At how many points the curve lies outside the band.
  public var outside: Int {
    points.count { $0.frequency < $0.band.low || $0.band.high < $0.frequency }
  }

  /// Fits the curve of the scored yes-or-no forecasts, the first on each event; nothing below 30.
  init?(_ scored: [AssessedForecast], seed: UInt64) {
    let chances = scored.filter { $0.happened != nil && $0.probability != nil }.firstOfEachEvent
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
