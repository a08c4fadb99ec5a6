/// Returns what to believe of a source's chance to hit, after the hits of all: a beta distribution
/// around the pooled rate that weighs as much as `strength` calls.
///
/// `α = κ m` and `β = κ (1 − m)` for the pooled rate `m`, the prior of an empirical Bayes estimate
/// [Morris 1983]; it serves when ``betaBinomialFit(hits:trials:)`` finds none. Nothing when no call
/// or every call hit, or for a strength not above 0. The columns are read up to the end of the
/// shorter.
///
///     pooledPrior(hits: [1, 2], trials: [2, 4], strength: 10)?.alpha  // 5
///
/// [Morris 1983]: https://doi.org/10.1080/01621459.1983.10477920
public func pooledPrior(hits: [Int], trials: [Int], strength: Double = 10) -> BetaDistribution? {
  let rows = zip(hits, trials)
  let hit = Double(rows.reduce(0) { $0 + $1.0 })
  let all = Double(rows.reduce(0) { $0 + $1.1 })
  guard hit > 0, hit < all else { return nil }
  return BetaDistribution(alpha: strength * hit / all, beta: strength * (1 - hit / all))
}

extension BetaDistribution {
  /// Returns what is believed after `hits` of `trials` more: each hit adds 1 to `alpha`, each miss
  /// 1 to `beta`; counts below 0 count as 0.
  ///
  /// The mean lies between the hit rate and the mean before, the nearer to the latter the fewer
  /// trials there are: one hit of one is no 100 %.
  ///
  ///     BetaDistribution(alpha: 5, beta: 5)?.updated(hits: 1, of: 1).mean  // 6 / 11
  public func updated(hits: Int, of trials: Int) -> BetaDistribution {
    let hit = Double(max(0, hits))
    return BetaDistribution(alpha: alpha + hit, beta: beta + max(0, Double(trials) - hit)) ?? self
  }
}

/// The likeliest spread of chances to hit among sources, with its likelihood.
public struct BetaBinomialFit: Sendable, Equatable {
  /// How the sources' chances are spread.
  public let chances: BetaDistribution
  /// The logarithm of the chance of these very hits, the binomial coefficients included.
  public let logLikelihood: Double
}

/// Returns the beta distribution of chances under which hits and trials are likeliest, or nothing
/// when there is none.
///
/// The likelihood and its maximum are those of [Griffiths 1973]. It has no maximum when the hit rates differ no more
/// than by chance, which is so when `Σ h(h−1)/m + Σ (n−h)(n−h−1)/(1−m) ≤ Σ n(n−1)` for the pooled
/// rate `m` [Tarone 1979]: then the sources are all alike as far as one can see. Nor has it one
/// when every source hit always or never. Rows without trials, or with more hits than trials, are
/// left out; the columns are read up to the end of the shorter.
///
///     betaBinomialFit(hits: [9, 2, 14, 1, 18, 7], trials: [20, 20, 20, 20, 20, 20])?
///       .chances.alpha  // 0.9512996399015838
///
/// [Griffiths 1973]: https://doi.org/10.2307/2529131
/// [Tarone 1979]: https://doi.org/10.1093/biomet/66.3.585
public func betaBinomialFit(hits: [Int], trials: [Int]) -> BetaBinomialFit? {
  let counts = HitCounts(hits: hits, trials: trials)
  guard counts.areOverdispersed, let start = pooledPrior(hits: hits, trials: trials, strength: 4)
  else { return nil }
  guard let chances = counts.ascent(from: start) else { return nil }
  return BetaBinomialFit(chances: chances, logLikelihood: counts.logLikelihood(of: chances))
}
