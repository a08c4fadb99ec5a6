import Glibc

/// Returns for each source the ranks that it may have, given what is known of all.
///
/// Every pair of sources is tested by `z = (xᵢ − xⱼ) / √(seᵢ² + seⱼ²)`, the p-values adjusted by
/// Holm's rule. A source ranks below those that are surely better and above those that are surely
/// worse: `[1 + better, k − worse]`. All ranges hold together in a share `level` of cases
/// [Mogstad et al. 2024]; a source whose range begins with 1 could be the best. Estimates are taken
/// as independent. Nothing unless all estimates are finite and all standard errors finite and
/// above 0; the columns are read up to the end of the shorter.
///
///     rankRanges(of: [0.3, 0.1, 0.09], standardErrors: [0.01, 0.01, 0.01])  // [1...1, 2...3, 2...3]
///
/// [Mogstad et al. 2024]: https://doi.org/10.1093/restud/rdad006
public func rankRanges(
  of estimates: [Double], standardErrors: [Double], level: Double = 0.95,
  higherIsBetter: Bool = true
) -> [ClosedRange<Int>]? {
  guard let normals = independentNormals(estimates, standardErrors, higherIsBetter) else {
    return nil
  }
  var better = [Int](repeating: 0, count: normals.count)
  var worse = better
  for (first, second) in surePairs(of: normals, level: level) {
    let firstIsBetter = normals[first].mean > normals[second].mean
    better[firstIsBetter ? second : first] += 1
    worse[firstIsBetter ? first : second] += 1
  }
  return normals.indices.map { (1 + better[$0])...(normals.count - worse[$0]) }
}

/// The pairs that differ for sure by Holm's rule over all of them.
///
/// An adjusted p-value is never below the p-value, and never falls from one to the next: only those
/// that are small by themselves need to be put in order, up to the first that is not small enough.
private func surePairs(
  of normals: [NormalBelief], level: Double
) -> [(first: Int, second: Int)] {
  var small: [(pValue: Double, first: Int32, second: Int32)] = []
  for first in normals.indices {
    let one = normals[first]
    for second in normals.indices.dropFirst(first + 1) {
      let distance = one.mean - normals[second].mean
      let pValue = erfc(abs(distance) / one.error(with: normals[second]) / 2.0.squareRoot())
      if pValue <= 1 - level { small.append((pValue, Int32(first), Int32(second))) }
    }
  }
  small.sort { $0.pValue < $1.pValue }
  let pairs = normals.count * (normals.count - 1) / 2
  let unsure = small.enumerated().first { rank, pair in
    min(1, Double(pairs - rank) * pair.pValue) > 1 - level
  }
  return small.prefix(unsure?.offset ?? small.count).map { (Int($0.first), Int($0.second)) }
}

/// Returns for each source the mean of the ranks that it may have, from 1 up.
///
/// It is `1 + Σ P(θⱼ > θᵢ)` with independent normal beliefs about the true values, none of them
/// thought likelier before [Laird and Louis 1989]. Nothing in the cases of
/// ``rankRanges(of:standardErrors:level:higherIsBetter:)``.
///
///     expectedRanks(of: [1, 0], standardErrors: [0.6, 0.8])  // [1.1586552539314571, 1.8413447460685429]
///
/// [Laird and Louis 1989]: https://doi.org/10.2307/1164724
public func expectedRanks(
  of estimates: [Double], standardErrors: [Double], higherIsBetter: Bool = true
) -> [Double]? {
  guard let normals = independentNormals(estimates, standardErrors, higherIsBetter) else {
    return nil
  }
  return normals.indices.map { own in
    normals.indices.reduce(1) { rank, other in
      guard other != own else { return rank }
      let distance = normals[other].mean - normals[own].mean
      return rank
        + NormalDistribution.cumulative(at: distance / normals[own].error(with: normals[other]))
    }
  }
}

/// What is believed of one source's true value, turned so that higher is better.
struct NormalBelief: Sendable, Equatable {
  let mean: Double
  let error: Double

  /// The standard error of the difference from another, independent one.
  func error(with other: NormalBelief) -> Double {
    (error * error + other.error * other.error).squareRoot()
  }
}

/// The beliefs behind estimates and standard errors, or nothing when one of them is not fit.
func independentNormals(
  _ estimates: [Double], _ standardErrors: [Double], _ higherIsBetter: Bool
) -> [NormalBelief]? {
  let normals = zip(estimates, standardErrors).map {
    NormalBelief(mean: higherIsBetter ? $0 : -$0, error: $1)
  }
  let areFit = normals.allSatisfy { $0.mean.isFinite && $0.error > 0 && $0.error.isFinite }
  return areFit ? normals : nil
}
