/// Returns the Brier score that a forecast in words is expected to have over all that the words may
/// mean, `(m − y)² + v`.
///
/// `mean` and `variance` are those of the probabilities that readers take the words for, `m` in
/// 0…1 and `v` in 0…0.25; `y` is 1 when the event happened and 0 when it did not. The score is
/// dimensionless, in 0…1; lower is better. The variance is the price of vagueness: a number has
/// none, and then this is the plain score of [Brier 1950].
///
///     expectedBrierScore(mean: 0.7, variance: 0.01, happened: true)  // 0.10
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
public func expectedBrierScore(mean: Double, variance: Double, happened: Bool) -> Double {
  brierScore(of: mean, happened: happened) + variance
}
