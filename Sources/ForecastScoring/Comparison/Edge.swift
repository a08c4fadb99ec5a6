/// Returns the edge of a forecast over a reference on the same question, `(q − y)² − (p − y)²`.
///
/// `p` is the source's chance and `q` the reference's, both 0…1 and both stated for the same
/// moment; `y` is 1 when it happened. The edge is in −1…1; above 0 the source was the closer one.
/// A mean of edges is a proper comparison, because each term is a proper score less something
/// that the source cannot change [Gneiting and Raftery 2007]; a ratio of scores is not.
///
///     edge(of: 0.7, over: 0.5, happened: true)  // 0.16
///
/// [Gneiting and Raftery 2007]: https://doi.org/10.1198/016214506000001437
public func edge(of probability: Double, over reference: Double, happened: Bool) -> Double {
  brierScore(of: reference, happened: happened) - brierScore(of: probability, happened: happened)
}

/// Returns the edge of every forecast over its reference, place by place.
///
/// The columns are read up to the end of the shortest.
///
///     edges(of: [0.7, 0.2], over: [0.5, 0.5], happened: [true, true])  // [0.16, -0.39]
public func edges(
  of probabilities: [Double], over references: [Double], happened: [Bool]
) -> [Double] {
  let count = min(probabilities.count, references.count, happened.count)
  return (0..<count).map {
    edge(of: probabilities[$0], over: references[$0], happened: happened[$0])
  }
}

/// Returns the Brier score that these forecasts would have on average if they were calibrated,
/// `Σ p (1 − p) / n`, or nothing for no forecast.
///
/// In 0…0.25; a score well above it says that the chances were not what they claimed to be. It is
/// the expectation of [Brier 1950]'s score, halved, at its own forecast.
///
///     expectedBrierScore(of: [0.9, 0.5])  // 0.17
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
public func expectedBrierScore(of probabilities: [Double]) -> Double? {
  var mean = Mean()
  for probability in probabilities { mean.add(probability * (1 - probability)) }
  return mean.value
}
