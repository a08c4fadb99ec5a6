/// Returns for each source the chance that it is the best, 0…1; the chances sum to 1.
///
/// It is `∫ φᵢ ∏ Φⱼ` over the true value of source `i`, with independent normal beliefs about the
/// true values, none of them thought likelier before [Laird and Louis 1989]. Nothing in the cases
/// of ``rankRanges(of:standardErrors:level:higherIsBetter:)``.
///
///     bestProbabilities(of: [1, 0], standardErrors: [0.6, 0.8])  // [0.8413447460685429, 0.1586552539314571]
///
/// The sum over evenly spaced points is exact to rounding for functions as smooth as these, once
/// the spacing is half of the narrowest standard error; at most 100,000 points are taken, enough
/// for errors that differ by a factor of 2,900.
///
/// [Laird and Louis 1989]: https://doi.org/10.2307/1164724
public func bestProbabilities(
  of estimates: [Double], standardErrors: [Double], higherIsBetter: Bool = true
) -> [Double]? {
  guard let normals = independentNormals(estimates, standardErrors, higherIsBetter) else {
    return nil
  }
  let narrowest = normals.map(\.error).min() ?? 1
  return normals.indices.map { own in
    let others = normals.enumerated().filter { $0.offset != own }.map(\.element)
    return chance(thatBest: normals[own], of: others, narrowest: narrowest)
  }
}

/// The chance that a belief's true value is above all the others.
private func chance(
  thatBest own: NormalBelief, of others: [NormalBelief], narrowest: Double
) -> Double {
  let reach = 8.5
  let points = min(100_000, (2 * reach / min(0.25, narrowest / own.error / 2)).rounded(.up))
  let spacing = 2 * reach / points
  var sum = 0.0
  for point in 0...Int(points) {
    let z = Double(point) * spacing - reach
    var density = NormalDistribution.density(at: z)
    for other in others where density > 0 {
      let distance = own.mean + z * own.error - other.mean
      density *= NormalDistribution.cumulative(at: distance / other.error)
    }
    sum += density
  }
  return min(1, sum * spacing)
}
