/// A fixed vocabulary whose words divide 0…1 at cut points, with a proper score of its own.
///
/// Someone who only ever says one of K words, word `k` for probabilities from `cₖ` to `cₖ₊₁`, is
/// scored as if deciding at each cut point: `2 Σ wⱼ lⱼ`, where `lⱼ` is `cⱼ` for a word above `cⱼ`
/// if it did not happen, `1 − cⱼ` for a word below `cⱼ` if it did, else 0, and
/// `wⱼ = (cⱼ₊₁ − cⱼ₋₁) / 2` with 0 and 1 at the ends. It is the mixture of elementary scores of
/// [Ehm et al. 2016], restricted to the cut points: dimensionless, lower is better, and no word
/// serves better than the one that holds one's probability.
///
///     let scale = WordScale(cutPoints: [0.05, 0.2, 0.45, 0.55, 0.8, 0.95])
///     scale?.score(ofWord: 4, happened: true)  // 0.09
///
/// [Ehm et al. 2016]: https://doi.org/10.1111/rssb.12154
public struct WordScale: Sendable, Equatable {
  /// The probabilities at which one word gives way to the next, ascending, inside 0…1.
  public let cutPoints: [Double]

  /// Creates a scale; nil unless there is a cut point and all ascend strictly inside 0…1.
  public init?(cutPoints: [Double]) {
    let all = [0] + cutPoints + [1]
    guard !cutPoints.isEmpty, zip(all, all.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    self.cutPoints = cutPoints
  }

  /// The weight of each cut point, half of the distance between its neighbours.
  public var weights: [Double] {
    let all = [0] + cutPoints + [1]
    return cutPoints.indices.map { (all[$0 + 2] - all[$0]) / 2 }
  }

  /// Returns the index of the word that holds a probability; a cut point belongs to the word below.
  ///
  ///     WordScale(cutPoints: [0.5])?.word(for: 0.7)  // 1
  public func word(for probability: Double) -> Int {
    cutPoints.firstIndex { probability <= $0 } ?? cutPoints.count
  }

  /// Returns the score of the word at `index`; nil for an index that is no word.
  public func score(ofWord index: Int, happened: Bool) -> Double? {
    guard (0...cutPoints.count).contains(index) else { return nil }
    var sum = 0.0
    for (place, (cut, weight)) in zip(cutPoints, weights).enumerated() {
      let isAbove = index > place
      if isAbove != happened { sum += 2 * weight * (isAbove ? cut : 1 - cut) }
    }
    return sum
  }
}
