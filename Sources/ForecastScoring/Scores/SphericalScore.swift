/// Returns the spherical loss of a binary forecast, `1 − q / √(p² + (1 − p)²)`.
///
/// `p` is the probability given to the event, 0…1; `q` is that of what came about: `p` if it
/// happened, else `1 − p`. The loss is dimensionless, in 0…1; lower is better; a constant ½ loses
/// 1 − 1/√2 = 0.29. It is strictly proper and bounded; see [Gneiting and Raftery 2007], example 2,
/// who write it as a gain, one minus this.
///
///     sphericalLoss(of: 0.8, happened: true)  // 0.029857499854668124
///
/// [Gneiting and Raftery 2007]: https://doi.org/10.1198/016214506000001437
public func sphericalLoss(of probability: Double, happened: Bool) -> Double {
  sphericalLoss(of: [probability, 1 - probability], observed: happened ? 0 : 1)
}

/// Returns the spherical loss of a forecast over several categories, `1 − pₒ / √Σ pₖ²`.
///
/// `probabilities` gives each category its probability, 0…1; `observed` is the index of the
/// category that came true. The loss is dimensionless, in 0…1; lower is better. An index outside
/// the categories, and a forecast of nothing but zeros, lose 1. See [Gneiting and Raftery 2007].
///
///     sphericalLoss(of: [0.2, 0.5, 0.3], observed: 1)  // 0.18889289434618714
///
/// [Gneiting and Raftery 2007]: https://doi.org/10.1198/016214506000001437
public func sphericalLoss(of probabilities: [Double], observed: Int) -> Double {
  let length = probabilities.reduce(0) { $0 + $1 * $1 }.squareRoot()
  guard probabilities.indices.contains(observed), length > 0 else { return 1 }
  return max(0, 1 - probabilities[observed] / length)
}
