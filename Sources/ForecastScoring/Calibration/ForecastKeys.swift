/// Forecasts as whole numbers that sort by probability: its bits, and the outcome in the lowest
/// place.
///
/// The bits of a double from 0 up, read as a whole number, are in the order of the doubles; the
/// sign is always 0, so that shifting it out makes room for the outcome and nothing is lost.
enum ForecastKeys {
  /// Returns the keys in ascending order of probability; those of equal probability in any order.
  ///
  /// Nil unless there are some, each within 0…1, and as many outcomes.
  static func sorted(_ probabilities: [Double], _ happened: [Bool]) -> [UInt64]? {
    guard !probabilities.isEmpty, probabilities.count == happened.count,
      probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 })
    else { return nil }
    guard probabilities.count < leastForRadix else {
      return RadixSort(probabilities, happened).keys
    }
    return zip(probabilities, happened).map { key(of: $0, happened: $1) }.sorted()
  }

  /// Returns the probability that a key holds.
  @inline(__always)
  static func probability(of key: UInt64) -> Double { Double(bitPattern: key >> 1) }

  /// Returns the key of a forecast.
  @inline(__always)
  static func key(of probability: Double, happened: Bool) -> UInt64 {
    probability.bitPattern << 1 | (happened ? 1 : 0)
  }

  /// From how many keys on passes over all of them pay.
  private static let leastForRadix = 4096
}
