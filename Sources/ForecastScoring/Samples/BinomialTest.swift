/// How surprising a number of hits is when each trial hits with a known chance.
public struct BinomialTest: Sendable, Equatable {
  /// The chance of a number of hits that is no likelier than the observed one.
  public let twoSided: Double
  /// The chance of at least as many hits.
  public let atLeast: Double
  /// The chance of more hits, and half of the chance of exactly as many.
  public let midAtLeast: Double
}

/// Tests `hits` of `trials` against a known `chance`, exactly.
///
/// The chances are sums of `C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ` [Clopper and Pearson 1934]; numbers of hits
/// whose chances are equal but for rounding count as equally likely. Nothing unless
/// `0 ≤ hits ≤ trials` and the chance is strictly between 0 and 1.
///
///     binomialTest(hits: 4, of: 6, chance: 0.5)?.atLeast  // 0.34375
///
/// [Clopper and Pearson 1934]: https://doi.org/10.1093/biomet/26.4.404
public func binomialTest(hits: Int, of trials: Int, chance: Double) -> BinomialTest? {
  guard hits >= 0, hits <= trials, chance > 0, chance < 1 else { return nil }
  let chances = binomialChances(of: trials, chance: chance)
  let own = chances[hits]
  let above = chances[(hits + 1)...].reduce(0, +)
  let unlikely = chances.reduce(0) { $0 + ($1 <= own * (1 + 1e-9) ? $1 : 0) }
  return BinomialTest(
    twoSided: min(1, unlikely), atLeast: min(1, above + own), midAtLeast: above + own / 2)
}

/// The chance of each number of hits, from the ratios of neighbours outwards from the likeliest.
private func binomialChances(of trials: Int, chance: Double) -> [Double] {
  let odds = chance / (1 - chance)
  let mode = min(trials, Int(Double(trials + 1) * chance))
  var weights = [Double](repeating: 1, count: trials + 1)
  for k in mode..<trials {
    weights[k + 1] = weights[k] * Double(trials - k) / Double(k + 1) * odds
  }
  for k in (0..<mode).reversed() {
    weights[k] = weights[k + 1] * Double(k + 1) / Double(trials - k) / odds
  }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
