internal import ForecastScoring

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
  /// Twenty events or more, and nothing that luck does not explain.
  case calibrated = "no sign of either"
  /// Fewer than twenty events.
  case tooFew = "can't tell yet"

  /// The fewest events for a word.
  public static let least = 20
  /// The chance of a word for a source that deserves none, at either test.
  public static let level = 0.05

  /// Tests the scored yes-or-no forecasts, the first on each event: their spread, by Spiegelhalter's
  /// z, then their sum, by the exact count test.
  init(_ scored: [AssessedForecast], seed: UInt64) {
    let chances = scored.filter { $0.happened != nil && $0.probability != nil }.firstOfEachEvent
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
