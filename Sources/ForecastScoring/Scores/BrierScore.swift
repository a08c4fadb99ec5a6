/// Returns the Brier score of a binary forecast, `(p − y)²`.
///
/// `p` is the probability given to the event, 0…1; `y` is 1 when it happened and 0 when it did
/// not. The score is dimensionless, in 0…1; lower is better; a constant ½ scores 0.25. It is half
/// of the two-class sum of [Brier 1950], which runs 0…2. Certainty that was wrong scores 1; there
/// is no clipping.
///
///     brierScore(of: 0.7, happened: true)  // 0.09
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
@inlinable
public func brierScore(of probability: Double, happened: Bool) -> Double {
  let error = probability - (happened ? 1 : 0)
  return error * error
}

/// Returns the Brier score of a forecast over several categories, `½ Σ (pₖ − oₖ)²`.
///
/// `probabilities` gives each category its probability, 0…1; `observed` is the index of the
/// category that came true, so that `oₖ` is 1 there and 0 elsewhere. The score is dimensionless,
/// in 0…1 for probabilities that sum to 1; lower is better. It is half of the sum of
/// [Brier 1950], so that for two categories it equals ``brierScore(of:happened:)``. An index
/// outside the categories scores as if none of them had come true.
///
///     brierScore(of: [0.2, 0.5, 0.3], observed: 1)  // 0.19
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
public func brierScore(of probabilities: [Double], observed: Int) -> Double {
  var sum = probabilities.indices.contains(observed) ? 0.0 : 1.0
  for (index, probability) in probabilities.enumerated() {
    let error = probability - (index == observed ? 1 : 0)
    sum += error * error
  }
  return sum / 2
}

/// Returns Brier's score of 1950 of a binary forecast, summed over both classes, `2 (p − y)²`.
///
/// `p` is the probability given to the event, 0…1; `y` is 1 when it happened and 0 when it did not.
/// The score is dimensionless, in 0…2; lower is better; a constant ½ scores 0.5. It is exactly
/// twice ``brierScore(of:happened:)``: figures of [Brier 1950], of the Good Judgment Project and of
/// sites that follow it are on this scale.
///
///     twoClassBrierScore(of: 0.7, happened: true)  // 0.18
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
public func twoClassBrierScore(of probability: Double, happened: Bool) -> Double {
  2 * brierScore(of: probability, happened: happened)
}

/// Returns Brier's score of 1950 of a forecast over several categories, `Σ (pₖ − oₖ)²`.
///
/// The domain, the direction and the rule for an index outside the categories are those of
/// ``brierScore(of:observed:)``, which is half of it. The range is 0…2, as in [Brier 1950].
///
///     summedBrierScore(of: [0.2, 0.5, 0.3], observed: 1)  // 0.38
///
/// [Brier 1950]: https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
public func summedBrierScore(of probabilities: [Double], observed: Int) -> Double {
  2 * brierScore(of: probabilities, observed: observed)
}
