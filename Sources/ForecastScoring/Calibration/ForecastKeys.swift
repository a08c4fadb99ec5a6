/// Forecasts as whole numbers that sort by probability: its bits, and the outcome in the lowest
/// place.
///
/// The bits of a double from 0 up, read as a whole number, are in the order of the doubles; the
/// sign is always 0, so that shifting it out makes room for the outcome and nothing is lost.
enum ForecastKeys {
  /// Returns the sorted keys; nil unless there are some, each within 0…1, and as many outcomes.
  static func sorted(_ probabilities: [Double], _ happened: [Bool]) -> [UInt64]? {
    guard !probabilities.isEmpty, probabilities.count == happened.count else { return nil }
    var keys = [UInt64](repeating: 0, count: probabilities.count)
    var areProbabilities = true
    for index in keys.indices {
      let probability = probabilities[index]
      areProbabilities = areProbabilities && probability >= 0 && probability <= 1
      keys[index] = probability.bitPattern << 1 | (happened[index] ? 1 : 0)
    }
    guard areProbabilities else { return nil }
    keys.sort()
    return keys
  }

  /// Returns the probability that a key holds.
  static func probability(of key: UInt64) -> Double { Double(bitPattern: key >> 1) }
}
