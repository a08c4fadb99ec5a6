/// A mean of values that come in clusters, such as edges of forecasts on the same event.
///
/// What happens in one event strikes all forecasts on it, so events are what counts as evidence,
/// not rows: one war with forty columns is one event.
public struct ClusteredMean: Sendable, Equatable {
  /// The mean of all values.
  public let mean: Double
  /// How many values there are.
  public let count: Int
  /// How many clusters there are.
  public let clusters: Int
  /// The standard error `√(Σ U²) / n`, where `U` is a cluster's sum of deviations from the mean.
  public let uncorrectedError: Double
  /// The uncorrected error times `√(G / (G − 1))` for `G` clusters [Liang and Zeger 1986]; 0 for
  /// one cluster.
  ///
  /// [Liang and Zeger 1986]: https://doi.org/10.1093/biomet/73.1.13
  public let standardError: Double
  /// The jackknife's standard error: each `U` is divided by `1 − n_g / n`, which is how much its
  /// cluster drew the mean towards itself [Bell and McCaffrey 2002]; 0 for one cluster.
  ///
  /// [Bell and McCaffrey 2002]: https://www150.statcan.gc.ca/n1/pub/12-001-x/2002002/article/9058-eng.pdf
  public let jackknifeError: Double
  /// The degrees of freedom left when clusters differ in size, in 0…G − 1.
  ///
  /// With shares `h = n_g / n` they are `1 / (Σ h² + Σ_{g≠k} h_g² h_k² / ((1 − h_g)(1 − h_k)))`,
  /// Satterthwaite's for a mean [Imbens and Kolesár 2016]; `G − 1` for equal sizes.
  ///
  /// [Imbens and Kolesár 2016]: https://doi.org/10.1162/REST_a_00552
  public let degreesOfFreedom: Double

  /// Computes the mean of values with known clusters, or nothing when there are none or one of them
  /// is not finite.
  public init?(of totals: ClusterTotals) {
    guard let mean = totals.mean, mean.isFinite else { return nil }
    let count = Double(totals.count)
    let clusters = Double(totals.sums.count)
    var squares = Mean()
    var jackknife = Mean()
    var shares = Mean()
    var leverages = Mean()
    var leverageSquares = Mean()
    for (sum, size) in zip(totals.sums, totals.counts) {
      let deviation = sum - Double(size) * mean
      let share = Double(size) / count
      let leverage = share < 1 ? share * share / (1 - share) : 0
      squares.add(deviation * deviation)
      jackknife.add(share < 1 ? deviation * deviation / ((1 - share) * (1 - share)) : 0)
      shares.add(share * share)
      leverages.add(leverage)
      leverageSquares.add(leverage * leverage)
    }
    func total(_ mean: Mean) -> Double { (mean.value ?? 0) * clusters }
    let cross = total(leverages) * total(leverages) - total(leverageSquares)
    self.mean = mean
    self.count = totals.count
    self.clusters = totals.sums.count
    uncorrectedError = total(squares).squareRoot() / count
    standardError = clusters > 1 ? uncorrectedError * (clusters / (clusters - 1)).squareRoot() : 0
    jackknifeError = (total(jackknife) * (clusters - 1) / clusters).squareRoot() / count
    degreesOfFreedom = clusters > 1 ? 1 / (total(shares) + cross) : 0
  }

  /// Returns the interval that holds the expected mean in a share `level` of records like this.
  ///
  /// It is `mean ± t · max(jackknife error, floor)` with Student's t at
  /// ``degreesOfFreedom``; nothing with fewer clusters than `minimumClusters`, with fewer than
  /// two, or for a level outside 0…1. For edges give ``outcomeError(of:over:clusters:)`` as the
  /// floor: without it, a record in which a rare outcome has not struck yet looks far surer than
  /// it is. The choice, and what it achieves, is in the simulation of the page *Scores*.
  ///
  ///     clusteredMean(of: [0.1, 0.2, 0.3], clusters: [1, 2, 3])?
  ///       .interval(minimumClusters: 3)  // 0.0314…0.3686
  public func interval(
    level: Double = 0.9, minimumClusters: Int = 8, floor: Double = 0
  ) -> Interval? {
    interval(level, minimumClusters, max(jackknifeError, floor), degreesOfFreedom)
  }

  /// Returns the textbook's interval, `mean ± t · standard error` with `G − 1` degrees of freedom.
  ///
  /// It misses too often when clusters differ in size or values are skewed; for comparison with
  /// other programs. Nothing in the cases of ``interval(level:minimumClusters:floor:)``.
  ///
  ///     clusteredMean(of: [0.1, 0.2, 0.3], clusters: [1, 2, 3])?
  ///       .textbookInterval(minimumClusters: 3)  // 0.0314…0.3686
  public func textbookInterval(level: Double = 0.9, minimumClusters: Int = 8) -> Interval? {
    interval(level, minimumClusters, standardError, Double(clusters - 1))
  }

  private func interval(
    _ level: Double, _ minimum: Int, _ error: Double, _ degrees: Double
  ) -> Interval? {
    guard clusters >= max(2, minimum),
      let t = StudentDistribution(degreesOfFreedom: degrees)?.quantile(of: (1 + level) / 2), t >= 0
    else { return nil }
    return Interval(mean - t * error, mean + t * error)
  }
}

/// Returns the mean of values that come in clusters, with its errors, or nothing for no value
/// or one that is not finite.
///
/// The columns are read up to the end of the shorter; see ``ClusteredMean``.
///
///     clusteredMean(of: [0.1, 0.3, 0.5], clusters: [1, 1, 2])?.mean  // 0.3
public func clusteredMean(of values: [Double], clusters: [Int]) -> ClusteredMean? {
  ClusteredMean(of: ClusterTotals(of: values, clusters: clusters))
}
