import Glibc

/// Returns the weighted mean of several sources' chances, the linear pool `Σ w p / Σ w`.
///
/// In 0…1; nothing when the weights sum to 0. Without weights all count alike. The columns are read
/// up to the end of the shorter. The pool of calibrated sources is less sure than it should be
/// [Ranjan and Gneiting 2010].
///
///     linearPool([0.6, 0.7, 0.9])  // 0.7333333333333333
///
/// [Ranjan and Gneiting 2010]: https://doi.org/10.1111/j.1467-9868.2009.00726.x
public func linearPool(_ probabilities: [Double], weights: [Double]? = nil) -> Double? {
  weightedMean(of: probabilities, weights: weights ?? probabilities.map { _ in 1 })
}

/// Returns the pool of several sources' chances by their log-odds,
/// `logit p̂ = a Σ w logit p / Σ w`.
///
/// With `extremising` `a = 1` it is the logarithmic pool, which it makes no difference to update
/// before or after pooling [Genest and Zidek 1986]; an `a` above 1 moves it away from ½ because
/// each source holds a part of the knowledge only [Satopää et al. 2014]. Chances are held to
/// `clip…1 − clip` first, so that no single 0 or 1 decides. In 0…1; nothing when the weights sum to
/// 0, or where 0 meets 1 and nothing is clipped. Without weights all count alike; the columns are read up to the end of the shorter.
///
///     logOddsPool([0.6, 0.7, 0.9])  // 0.7595101586800531
///     logOddsPool([0.6, 0.7, 0.9], extremising: 2.5)  // 0.9465961455512227
///
/// [Genest and Zidek 1986]: https://doi.org/10.1214/ss/1177013825
/// [Satopää et al. 2014]: https://doi.org/10.1016/j.ijforecast.2013.09.009
public func logOddsPool(
  _ probabilities: [Double], weights: [Double]? = nil, extremising: Double = 1,
  clip: Double = 0.01
) -> Double? {
  let odds = probabilities.map { logOdds(of: $0, clip: clip) }
  let pooled = weightedMean(of: odds, weights: weights ?? odds.map { _ in 1 })
  guard let pooled, !pooled.isNaN else { return nil }
  return probability(ofLogOdds: extremising * pooled)
}

/// Returns the pool that guards best against sources who know different things, extremised around
/// a base rate `b`: `logit p̂ = logit b + d (mean logit p − logit b)`.
///
/// The factor `d` is ``neymanRoughgardenFactor(sources:)`` [Neyman and Roughgarden 2022]. For
/// clipping, range and nothing see ``logOddsPool(_:weights:extremising:clip:)``; all sources count
/// alike.
///
///     neymanRoughgardenPool([0.6, 0.7, 0.9], around: 0.5)  // 0.8358453169026367
///
/// [Neyman and Roughgarden 2022]: https://doi.org/10.1145/3490486.3538243
public func neymanRoughgardenPool(
  _ probabilities: [Double], around baseRate: Double, clip: Double = 0.01
) -> Double? {
  let mean = meanOf(probabilities.lazy.map { logOdds(of: $0, clip: clip) })
  guard let mean, !mean.isNaN else { return nil }
  let base = logOdds(of: baseRate, clip: clip)
  let factor = neymanRoughgardenFactor(sources: probabilities.count)
  return probability(ofLogOdds: base + factor * (mean - base))
}

/// Returns how far `n` sources' mean is moved away from the base rate,
/// `n (√(3n² − 3n + 1) − 2) / (n² − n − 1)`.
///
/// It is 1 for one source, grows with their number and stays below √3; 1 for fewer than one. See
/// ``neymanRoughgardenPool(_:around:clip:)``.
///
///     neymanRoughgardenFactor(sources: 3)  // 1.415339366124404
public func neymanRoughgardenFactor(sources: Int) -> Double {
  guard sources > 1 else { return 1 }
  let n = Double(sources)
  return n * ((3 * n * n - 3 * n + 1).squareRoot() - 2) / (n * n - n - 1)
}

/// `ln(p / (1 − p))` of a chance held to `clip…1 − clip`.
func logOdds(of probability: Double, clip: Double) -> Double {
  let held = min(max(probability, clip), 1 - clip)
  return log(held) - log1p(-held)
}

func probability(ofLogOdds odds: Double) -> Double { 1 / (1 + exp(-odds)) }
