internal import Glibc

/// Returns the continuous ranked probability score of a normal distribution.
///
/// The forecast has the mean `μ` and the standard deviation `σ`; `y` is what was observed, and
/// `z = (y − μ) / σ`. The score is `σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π)`, in the units of `y`, in 0…∞;
/// lower is better. With `σ` = 0 it is the distance `|y − μ|`, its limit. Nil for a negative `σ`.
/// See [Gneiting et al. 2005], equation 5; the score in general is that of
/// [Matheson and Winkler 1976].
///
///     continuousRankedProbabilityScore(mean: 0, deviation: 1, observed: 0.5)
///       // 0.3314035312548558
///
/// [Gneiting et al. 2005]: https://doi.org/10.1175/MWR2904.1
/// [Matheson and Winkler 1976]: https://doi.org/10.1287/mnsc.22.10.1087
public func continuousRankedProbabilityScore(
  mean: Double, deviation: Double, observed: Double
) -> Double? {
  guard deviation >= 0 else { return nil }
  guard deviation > 0 else { return abs(observed - mean) }
  let z = (observed - mean) / deviation
  // 2Φ(z) − 1 is erf(z/√2), without the loss of digits.
  let inside = z * erf(z * 0.5.squareRoot()) + 2 * NormalDistribution.density(at: z)
  return deviation * (inside - 1 / Double.pi.squareRoot())
}

/// Returns the continuous ranked probability score of a sample as it stands.
///
/// The forecast is the distribution that puts equal weight on each of the `n` members; `y` is what
/// was observed. The score is `mean |xᵢ − y| − ½ mean |xᵢ − xⱼ|`, the second mean over all `n²`
/// pairs; it is in the units of `y`, in 0…∞; lower is better. Of one member it is the distance. Nil
/// without members. See [Gneiting and Raftery 2007], equation 21.
///
///     continuousRankedProbabilityScore(of: [3, 5, 5, 9, 14], observed: 7)  // 1.32
///
/// - Complexity: O(n log n).
///
/// [Gneiting and Raftery 2007]: https://doi.org/10.1198/016214506000001437
public func continuousRankedProbabilityScore(of members: [Double], observed: Double) -> Double? {
  guard !members.isEmpty else { return nil }
  let count = Double(members.count)
  return sampleScore(members, observed, pairs: count * count)
}

/// Returns the fair continuous ranked probability score of a sample.
///
/// It scores the distribution that the members were drawn from, not the sample: the second mean of
/// ``continuousRankedProbabilityScore(of:observed:)`` runs over the `n (n − 1)` pairs of different
/// members, so that small samples are not at a disadvantage. It is in the units of `y`; lower is
/// better; single scores can be below 0. Nil with fewer than two members. See [Ferro 2014].
///
///     fairContinuousRankedProbabilityScore(of: [3, 5, 5, 9, 14], observed: 7)  // 0.8
///
/// - Complexity: O(n log n).
///
/// [Ferro 2014]: https://doi.org/10.1002/qj.2270
public func fairContinuousRankedProbabilityScore(
  of members: [Double], observed: Double
) -> Double? {
  guard members.count > 1 else { return nil }
  let count = Double(members.count)
  return sampleScore(members, observed, pairs: count * (count - 1))
}

/// `mean |xᵢ − y|` less the sum of the distances of all unordered pairs divided by `pairs`.
private func sampleScore(_ members: [Double], _ observed: Double, pairs: Double) -> Double {
  // In order, member i lies above i others and below n − 1 − i.
  let offsets = members.map { $0 - observed }.sorted()
  var distance = 0.0
  var spread = 0.0
  for (index, offset) in offsets.enumerated() {
    distance += abs(offset)
    spread += Double(2 * index - (offsets.count - 1)) * offset
  }
  return distance / Double(offsets.count) - spread / pairs
}
