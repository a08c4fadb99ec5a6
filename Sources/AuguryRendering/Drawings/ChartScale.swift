/// Puts the values of an axis onto the width of a drawing.
struct ChartScale: Sendable, Equatable {
  /// The least and the greatest value that are shown.
  let low: Double
  let high: Double
  /// The values that are marked.
  let ticks: [Double]
  /// What is left free at both ends, as a share of the width.
  private static let margin = 0.02

  /// Creates a scale over the values, and over 0, that begins and ends at a round number.
  init(over values: [Double]) {
    let finite = values.filter(\.isFinite)
    let least = min(0, finite.min() ?? 0)
    let most = max(0, finite.max() ?? 0)
    let step = ChartScale.step(max(most - least, 0.02) / 4)
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    low = first * step
    high = last * step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Returns where a value lies across, as a share of the width.
  func share(_ value: Double) -> Double {
    let inner = (min(max(value, low), high) - low) / (high - low)
    return ChartScale.margin + inner * (1 - 2 * ChartScale.margin)
  }

  /// The least of 1, 2 and 5 with some zeros that is no smaller than a value.
  private static func step(_ least: Double) -> Double {
    var power = 0.001
    while power < 1_000 {
      for factor in [1.0, 2, 5] where factor * power >= least { return factor * power }
      power *= 10
    }
    return power
  }
}
