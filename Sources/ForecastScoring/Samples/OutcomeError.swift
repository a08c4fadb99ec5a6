/// Returns how far the mean edge could have been moved by how the events fell out, as a standard
/// error, or nothing for no forecast.
///
/// A forecast `p` and its reference `q` differ in edge by `2 (q − p)` between yes and no. If the
/// chance is the middle of the two, `r = (p + q) / 2`, then an event adds
/// `(Σ 2 (q − p) √(r (1 − r)))²` over its forecasts, all of them turning out together, and the
/// error is the root of the sum over events, divided by the number of forecasts. In 0…1.
///
/// The spread of the edges that one has *seen* says nothing of an outcome that both sides held
/// possible and that has not come yet; this error does. It serves as the floor of
/// ``ClusteredMean/interval(level:minimumClusters:floor:)``. It is this library's own proposal,
/// in the spirit of the exact variance of a calibrated forecast [Spiegelhalter 1986], and held to
/// its claims by simulation.
///
///     outcomeError(of: [0.9], over: [0.5], clusters: [1])  // 0.36660605559646720
///
/// The columns are read up to the end of the shortest.
///
/// [Spiegelhalter 1986]: https://doi.org/10.1002/sim.4780050506
public func outcomeError(
  of probabilities: [Double], over references: [Double], clusters: [Int]
) -> Double? {
  let swings = zip(probabilities, references).map { probability, reference in
    let middle = (probability + reference) / 2
    return 2 * (reference - probability) * max(0, middle * (1 - middle)).squareRoot()
  }
  let totals = ClusterTotals(of: swings, clusters: clusters)
  guard totals.count > 0 else { return nil }
  var squares = Mean()
  for sum in totals.sums { squares.add(sum * sum) }
  let sum = (squares.value ?? 0) * Double(squares.count)
  return sum.squareRoot() / Double(totals.count)
}
