/// Returns the distribution of the mean over resamples of the clusters, drawn from a seed.
///
/// Each resample draws as many clusters as there are, with replacement, and takes the mean of all
/// their values; forecasts on one event stay together [Field and Welsh 2007]. The same seed gives
/// the same distribution. Nothing without clusters or resamples.
///
///     let totals = ClusterTotals(of: [0, 1], clusters: [0, 1])
///     clusterBootstrap(of: totals, resamples: 1000, seed: 1)?.quantile(of: 0.5)  // 0.5
///
/// [Field and Welsh 2007]: https://doi.org/10.1111/j.1467-9868.2007.00593.x
public func clusterBootstrap(
  of totals: ClusterTotals, resamples: Int = 2000, seed: UInt64
) -> BootstrapDistribution? {
  guard !totals.sums.isEmpty else { return nil }
  let clusters = zip(totals.sums, totals.counts).map { SIMD2($0, Double($1)) }
  var generator = SeededGenerator(seed: seed)
  let values = (0..<max(0, resamples)).map { _ in
    let drawn = sum(ofDrawsFrom: clusters, by: &generator)
    return (drawn.x / drawn.y, 1.0)
  }
  return BootstrapDistribution(values)
}

/// The sum of as many clusters as there are, drawn with replacement.
///
/// A random number of 64 bits, read as a fraction, gives a place when it is multiplied by the
/// number of clusters, and what is left behind the point is a fraction again. Three places are
/// taken from one, from clusters of 2¹⁶ on but one: so none is likelier than another by more than
/// one part in 2¹⁶.
private func sum(
  ofDrawsFrom clusters: [SIMD2<Double>], by generator: inout SeededGenerator
) -> SIMD2<Double> {
  clusters.withUnsafeBufferPointer { clusters in
    let count = UInt64(clusters.count)
    // Three sums that do not wait for one another.
    var sum = SIMD2<Double>.zero
    var other = SIMD2<Double>.zero
    var another = SIMD2<Double>.zero
    var left = clusters.count
    while left >= 3, count <= 1 << 16 {
      let first = generator.next().multipliedFullWidth(by: count)
      let second = first.low.multipliedFullWidth(by: count)
      let third = second.low.multipliedFullWidth(by: count)
      sum += clusters[Int(truncatingIfNeeded: first.high)]
      other += clusters[Int(truncatingIfNeeded: second.high)]
      another += clusters[Int(truncatingIfNeeded: third.high)]
      left -= 3
    }
    for _ in 0..<left { sum += clusters[generator.nextPlace(below: clusters.count)] }
    return sum + other + another
  }
}

/// Returns the distribution of the mean over *all* resamples of few clusters, without chance.
///
/// All `Gᴳ` resamples of `G` clusters are taken, those with the same clusters at once; it is what
/// drawing them only approaches [Efron 1979]. Nothing for no cluster and for more than ten, of
/// which there would be too many.
///
///     let totals = ClusterTotals(of: [0, 1], clusters: [0, 1])
///     exactClusterBootstrap(of: totals)?.mean  // 0.5
///
/// [Efron 1979]: https://doi.org/10.1214/aos/1176344552
public func exactClusterBootstrap(of totals: ClusterTotals) -> BootstrapDistribution? {
  guard (1...10).contains(totals.sums.count) else { return nil }
  var pairs: [(value: Double, weight: Double)] = []
  collect(
    from: totals, at: 0, left: totals.sums.count, ways: 1, sum: 0, count: 0, into: &pairs)
  return BootstrapDistribution(pairs)
}

/// Adds every way to fill the `left` draws with clusters from `place` on, with its weight.
private func collect(
  from totals: ClusterTotals, at place: Int, left: Int, ways: Double, sum: Double, count: Int,
  into pairs: inout [(value: Double, weight: Double)]
) {
  guard left > 0 else {
    pairs.append((sum / Double(count), ways))
    return
  }
  guard place < totals.sums.count else { return }
  var choices = 1.0
  for times in 0...left {
    collect(
      from: totals, at: place + 1, left: left - times, ways: ways * choices,
      sum: sum + Double(times) * totals.sums[place], count: count + times * totals.counts[place],
      into: &pairs)
    choices = (choices * Double(left - times) / Double(times + 1)).rounded()
  }
}
