/// Returns the ranked probability score of a forecast over ordered categories, `Σ (Pₖ − Oₖ)²`.
///
/// `probabilities` gives each category its probability, in the order of the categories; `observed`
/// is the index of the one that came true. `Pₖ` and `Oₖ` are running totals up to category `k`; the
/// sum runs over all but the last. The score is dimensionless, in 0 … K − 1 for K categories; lower
/// is better; a near miss scores better than a far one. It is the sum that [Epstein 1969] starts
/// from; ``normalisedRankedProbabilityScore(of:observed:)`` divides it by K − 1. Nil for an index
/// outside the categories, which have no place for it.
///
///     rankedProbabilityScore(of: [0.2, 0.5, 0.3], observed: 1)  // 0.13
///
/// [Epstein 1969]: https://doi.org/10.1175/1520-0450(1969)008%3C0985:ASSFPF%3E2.0.CO;2
public func rankedProbabilityScore(of probabilities: [Double], observed: Int) -> Double? {
  guard probabilities.indices.contains(observed) else { return nil }
  var sum = 0.0
  var running = 0.0
  for (index, probability) in probabilities.dropLast().enumerated() {
    running += probability
    let error = running - (index >= observed ? 1 : 0)
    sum += error * error
  }
  return sum
}

/// Returns the ranked probability score divided by the number of its splits, `RPS / (K − 1)`.
///
/// The domain and direction are those of ``rankedProbabilityScore(of:observed:)``; the range is
/// 0…1. For two categories it is the Brier score. Twice this is the "ordered" score of the Good
/// Judgment Project. Nil for fewer than two categories, and for an index outside them. See
/// [Epstein 1969].
///
///     normalisedRankedProbabilityScore(of: [0.2, 0.5, 0.3], observed: 1)  // 0.065
///
/// [Epstein 1969]: https://doi.org/10.1175/1520-0450(1969)008%3C0985:ASSFPF%3E2.0.CO;2
public func normalisedRankedProbabilityScore(of probabilities: [Double], observed: Int) -> Double? {
  guard probabilities.count > 1 else { return nil }
  return rankedProbabilityScore(of: probabilities, observed: observed)
    .map { $0 / Double(probabilities.count - 1) }
}
