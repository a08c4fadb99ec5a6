/// How many of several independent events happen when each has its own probability.
///
/// The chances are computed by adding one event after the other, all terms positive, so that no
/// digits cancel. Chances below 1e-30 at either end are left out. See [Hong 2013].
///
///     PoissonBinomial(of: [0.5, 0.25])?.chance(of: 1)  // 0.5
///
/// [Hong 2013]: https://doi.org/10.1016/j.csda.2012.10.006
public struct PoissonBinomial: Sendable, Equatable {
  /// The mean number of events, `Σ p`.
  public let mean: Double
  /// The variance of the number of events, `Σ p (1 − p)`.
  public let variance: Double
  /// The number of events that the first of the chances is for.
  private let start: Int
  private let chances: [Double]

  /// Creates the distribution; nil when a probability is not within 0…1.
  ///
  /// - Complexity: O(n √n).
  public init?(of probabilities: [Double]) {
    guard probabilities.allSatisfy({ (0...1).contains($0) }) else { return nil }
    var mean = Mean()
    var variance = Mean()
    var row = Row()
    for probability in probabilities {
      mean.add(probability)
      variance.add(probability * (1 - probability))
      row.add(probability)
    }
    self.mean = (mean.value ?? 0) * Double(mean.count)
    self.variance = (variance.value ?? 0) * Double(variance.count)
    start = row.start
    chances = row.chances
  }

  /// Returns the chance of exactly `count` events, 0…1.
  ///
  ///     PoissonBinomial(of: [0.5, 0.25])?.chance(of: 2)  // 0.125
  public func chance(of count: Int) -> Double {
    chances.indices.contains(count - start) ? chances[count - start] : 0
  }

  /// Returns the chance of at most `count` events, 0…1.
  ///
  ///     PoissonBinomial(of: [0.5, 0.25])?.chance(ofAtMost: 1)  // 0.875
  public func chance(ofAtMost count: Int) -> Double {
    min(1, chances.prefix(max(0, count - start + 1)).reduce(0, +))
  }

  /// Returns the chance of at least `count` events, 0…1.
  ///
  ///     PoissonBinomial(of: [0.5, 0.25])?.chance(ofAtLeast: 1)  // 0.625
  public func chance(ofAtLeast count: Int) -> Double {
    min(1, chances.dropFirst(max(0, count - start)).reversed().reduce(0, +))
  }

  /// Returns the summed chance of all counts that are at most as likely as `count`, 0…1.
  ///
  /// Chances within one part in ten million of each other count as equal.
  ///
  ///     PoissonBinomial(of: [0.5, 0.25])?.chance(ofAtMostAsLikelyAs: 0)  // 0.5: of 0 and of 2
  public func chance(ofAtMostAsLikelyAs count: Int) -> Double {
    let limit = chance(of: count) * (1 + 1e-7)
    return min(1, chances.filter { $0 <= limit }.reduce(0, +))
  }

  /// Returns the least count `k` for which at most `k` events have at least the chance `level`,
  /// 0…1.
  ///
  ///     PoissonBinomial(of: [0.5, 0.25])?.quantile(at: 0.9)  // 2
  public func quantile(at level: Double) -> Int {
    var sum = 0.0
    for (place, chance) in chances.enumerated() {
      sum += chance
      if sum >= level { return start + place }
    }
    return start + chances.count - 1
  }
}

/// The chances of the counts so far.
private struct Row {
  private(set) var start = 0
  private(set) var chances = [1.0]

  /// Adds an event.
  mutating func add(_ probability: Double) {
    let miss = 1 - probability
    chances.append(0)
    chances.withUnsafeMutableBufferPointer { chances in
      // From the end, so that each chance still finds the earlier one as it was.
      for place in stride(from: chances.count - 1, to: 0, by: -1) {
        chances[place] = chances[place] * miss + chances[place - 1] * probability
      }
      chances[0] *= miss
    }
    trim()
  }

  /// Drops the ends that can no longer matter, the lower end only now and then.
  private mutating func trim() {
    while chances.count > 1, let last = chances.last, last < 1e-30 { chances.removeLast() }
    guard let low = chances.first, low < 1e-30, chances.count.isMultiple(of: 16) else { return }
    let empty = chances.prefix { $0 < 1e-30 }.count
    chances.removeFirst(empty)
    start += empty
  }
}
