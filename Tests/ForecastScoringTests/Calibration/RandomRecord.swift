import TestSupport

/// Forecasts and outcomes drawn for a test; some of the probabilities are equal.
struct RandomRecord {
  var probabilities: [Double]
  var happened: [Bool]

  /// Draws forecasts, of hundredths or of any probability, whose events happen as often as said.
  init(count: Int, calibrated: Bool = false, random: inout SplitMix64) {
    let steps = [4, 20, 100, 1 << 40].randomElement(using: &random) ?? 100
    probabilities = (0..<count).map { _ in
      Double(Int.random(in: 0...steps, using: &random)) / Double(steps)
    }
    happened = probabilities.map {
      let chance = calibrated ? $0 : 0.2 + $0 * $0 / 2
      return Double.random(in: 0..<1, using: &random) < chance
    }
  }

  /// The same record in another order.
  func shuffled(by random: inout SplitMix64) -> RandomRecord {
    var copy = self
    let order = probabilities.indices.shuffled(using: &random)
    copy.probabilities = order.map { probabilities[$0] }
    copy.happened = order.map { happened[$0] }
    return copy
  }

  /// The mean Brier score.
  var brier: Double {
    zip(probabilities, happened).reduce(0) {
      let error = $1.0 - ($1.1 ? 1 : 0)
      return $0 + error * error
    } / Double(probabilities.count)
  }
}
