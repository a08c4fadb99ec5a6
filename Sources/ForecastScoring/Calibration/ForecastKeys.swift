/// Forecasts as whole numbers that sort by probability: its bits, and the outcome in the lowest
/// place.
///
/// The bits of a double from 0 up, read as a whole number, are in the order of the doubles; the
/// sign is always 0, so that shifting it out makes room for the outcome and nothing is lost.
enum ForecastKeys {
  /// Whether there are forecasts, each within 0…1, and as many outcomes.
  static func exist(_ probabilities: [Double], _ happened: [Bool]) -> Bool {
    !probabilities.isEmpty && probabilities.count == happened.count
      && probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }
  }

  /// Returns the keys in ascending order.
  ///
  /// Nil unless they ``exist(_:_:)``.
  static func sorted(_ probabilities: [Double], _ happened: [Bool]) -> [UInt64]? {
    guard exist(probabilities, happened) else { return nil }
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
}
