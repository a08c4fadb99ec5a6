/// Where the calibration curve of a calibrated forecaster would lie, by chance alone.
///
/// Forecasts are drawn anew with replacement, their outcomes are drawn from their own
/// probabilities, and the curve (``Recalibration``) is fitted again, many times; at each
/// probability the band holds the middle `level` of the curves. A curve inside the band may be
/// luck. The band lies around the diagonal, and is no confidence band around the curve. See
/// [Dimitriadis, Gneiting and Jordan 2021].
///
///     ConsistencyBand(of: [0.2, 0.2, 0.7, 0.9], seed: 1)?.probabilities  // 0.2, 0.7, 0.9
///
/// [Dimitriadis, Gneiting and Jordan 2021]: https://doi.org/10.1073/pnas.2016191118
public struct ConsistencyBand: Sendable, Equatable {
  /// The probabilities at which the band is given, ascending.
  public let probabilities: [Double]
  /// The range of frequencies at each of the probabilities, within 0…1.
  public let bounds: [Interval]

  /// Simulates a band at the probabilities that were forecast.
  ///
  /// `level` is the share of curves inside at each probability, 0.9 unless said otherwise; `draws`
  /// is how many curves are fitted. The same seed gives the same band. A probability that a draw
  /// has left out is read off the drawn curve, beyond its ends from the end. Nil without forecasts,
  /// when a probability is not within 0…1, and for a level not inside 0…1.
  ///
  /// - Complexity: O(`draws` × n), and memory for `draws` numbers per distinct probability.
  public init?(of probabilities: [Double], level: Double = 0.9, draws: Int = 2000, seed: UInt64) {
    let unknown = [Bool](repeating: false, count: probabilities.count)
    guard let forecasts = SortedForecasts(probabilities, unknown), level > 0, level < 1, draws > 0
    else { return nil }
    let groups = Array(forecasts)
    var curves = [[Double]](repeating: [], count: groups.count)
    var resampling = Resampling(groups, seed: seed)
    for _ in 0..<draws {
      let curve = Recalibration(resampling.next())
      for (place, group) in groups.enumerated() {
        curves[place].append(curve.nearestFrequency(to: group.probability))
      }
    }
    self.probabilities = groups.map(\.probability)
    bounds = curves.map { curve in
      let sorted = curve.sorted()
      return Interval(
        quantile(of: sorted, at: (1 - level) / 2), quantile(of: sorted, at: (1 + level) / 2))
    }
  }
}

/// Draws as many forecasts with replacement, and for each an outcome from its own probability.
private struct Resampling {
  private let groups: [ForecastGroup]
  /// The group of each forecast.
  private let places: [Int]
  private var generator: SeededGenerator

  init(_ groups: [ForecastGroup], seed: UInt64) {
    self.groups = groups
    places = groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
    generator = SeededGenerator(seed: seed)
  }

  mutating func next() -> [ForecastGroup] {
    var drawn = groups.map {
      ForecastGroup(probability: $0.probability, count: 0, occurrences: 0)
    }
    for _ in places.indices {
      let place = places[generator.nextPlace(below: places.count)]
      drawn[place].count += 1
      if generator.nextUnit() < drawn[place].probability { drawn[place].occurrences += 1 }
    }
    return drawn.filter { $0.count > 0 }
  }
}

extension Recalibration {
  /// The recalibrated probability, beyond the ends that of the end.
  fileprivate func nearestFrequency(to probability: Double) -> Double {
    guard let first = blocks.first, let last = blocks.last else { return probability }
    return frequency(at: min(last.high, max(first.low, probability))) ?? probability
  }
}
