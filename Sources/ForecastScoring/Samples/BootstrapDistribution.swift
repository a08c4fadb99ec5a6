/// How a statistic is spread over resamples of the clusters.
public struct BootstrapDistribution: Sendable, Equatable {
  /// How many resamples there were.
  public let resamples: Double
  /// The mean of the statistic over the resamples.
  public let mean: Double
  /// The standard deviation of the statistic over the resamples, with their number as divisor.
  public let standardError: Double
  private let values: [Double]
  private let weights: [Double]

  /// Creates the distribution of values that came up `weights` times each, or nothing for none.
  init?(_ pairs: [(value: Double, weight: Double)]) {
    let sorted = pairs.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    let mean = sorted.reduce(0) { $0 + $1.weight * $1.value } / total
    let square = sorted.reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) }
    resamples = total
    self.mean = mean
    standardError = (square / total).squareRoot()
    values = sorted.map(\.value)
    weights = sorted.map(\.weight)
  }

  /// Returns the smallest value that at least a share `probability` of the resamples do not
  /// exceed; shares outside 0…1 give the smallest or the largest value.
  ///
  ///     let thirds = exactClusterBootstrap(of: ClusterTotals(of: [0, 1], clusters: [0, 1]))
  ///     thirds?.quantile(of: 0.25)  // 0
  public func quantile(of probability: Double) -> Double {
    let needed = (probability * resamples).rounded(.up)
    var passed = 0.0
    for (value, weight) in zip(values, weights) {
      passed += weight
      if passed >= needed { return value }
    }
    return values[values.count - 1]
  }

  /// Returns the interval between the quantiles that leave `(1 − level) / 2` on either side.
  ///
  ///     let halves = exactClusterBootstrap(of: ClusterTotals(of: [0, 1], clusters: [0, 1]))
  ///     halves?.interval(level: 0.9)  // 0…1
  public func interval(level: Double = 0.9) -> Interval {
    Interval(quantile(of: (1 - level) / 2), quantile(of: (1 + level) / 2))
  }
}
