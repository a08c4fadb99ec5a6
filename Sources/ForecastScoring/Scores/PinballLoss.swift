/// Returns the pinball loss of a quantile, `(τ − 1{y < q}) (y − q)`.
///
/// `q` is the forecast's quantile at the level `τ`, 0…1; `y` is what was observed. The loss is in
/// the units of `y`, in 0…∞; lower is better. It is proper for the quantile at `τ`; see [Koenker
/// and Bassett 1978]. Twice its mean over all levels is the continuous ranked probability score.
///
///     pinballLoss(of: 10, level: 0.9, observed: 8)  // 0.2
///
/// [Koenker and Bassett 1978]: https://doi.org/10.2307/1913643
public func pinballLoss(of quantile: Double, level: Double, observed: Double) -> Double {
  observed < quantile ? (1 - level) * (quantile - observed) : level * (observed - quantile)
}
