import Glibc

/// Returns how much sources truly differ, as the variance that makes their spread just what is
/// expected, after Paule and Mandel, or nothing when that cannot be said.
///
/// With weights `w = 1 / (se² + τ²)` and the weighted mean `m`, it is the `τ² ≥ 0` at which
/// `Q(τ²) = Σ w (x − m)²` is `k − 1`, and 0 when `Q(0)` is not above that
/// [Paule and Mandel 1982]. `Q` falls and is convex, so Newton's steps from 0 rise to the root
/// without passing it. Nothing with fewer than two estimates, or unless all estimates are finite
/// and all standard errors finite and above 0. The columns are read up to the end of the shorter.
///
///     pauleMandelVariance(of: [0, 1], standardErrors: [0.5, 0.5])  // 0.25
///
/// [Paule and Mandel 1982]: https://doi.org/10.6028/jres.087.022
public func pauleMandelVariance(of estimates: [Double], standardErrors: [Double]) -> Double? {
  guard let spread = Spread(of: estimates, standardErrors: standardErrors) else { return nil }
  let goal = Double(spread.rows.count - 1)
  var variance = 0.0
  for _ in 0..<200 {
    let (value, slope) = spread.statistic(at: variance)
    let step = (goal - value) / slope
    guard step.isFinite, step > variance * 0x1p-52 else { break }
    variance += step
  }
  return variance
}

/// Returns how much sources truly differ, after DerSimonian and Laird, or nothing when that cannot
/// be said.
///
/// It is `(Q(0) − (k − 1)) / (Σ w − Σ w² / Σ w)` with `w = 1 / se²`, and 0 when that is below 0
/// [DerSimonian and Laird 1986]: one step where ``pauleMandelVariance(of:standardErrors:)`` goes
/// to the end; nothing in the same cases.
///
///     derSimonianLairdVariance(of: [0, 1], standardErrors: [0.5, 0.5])  // 0.25
///
/// [DerSimonian and Laird 1986]: https://doi.org/10.1016/0197-2456(86)90046-2
public func derSimonianLairdVariance(of estimates: [Double], standardErrors: [Double]) -> Double? {
  guard let spread = Spread(of: estimates, standardErrors: standardErrors) else { return nil }
  let weights = spread.weights(at: 0)
  let sum = weights.reduce(0, +)
  let squares = weights.reduce(0) { $0 + $1 * $1 }
  let excess = spread.statistic(at: 0).value - Double(spread.rows.count - 1)
  return max(0, excess / (sum - squares / sum))
}

/// Returns Cochran's statistic of how much estimates differ, `Σ (x − m)² / se²`, which is near
/// `k − 1` when only chance parts them; nothing in the cases of
/// ``pauleMandelVariance(of:standardErrors:)``.
///
/// See [Cochran 1954].
///
///     cochranStatistic(of: [0, 1], standardErrors: [0.5, 0.5])  // 2
///
/// [Cochran 1954]: https://doi.org/10.2307/3001666
public func cochranStatistic(of estimates: [Double], standardErrors: [Double]) -> Double? {
  Spread(of: estimates, standardErrors: standardErrors)?.statistic(at: 0).value
}

/// Estimates with their variances, two at least.
struct Spread {
  let rows: [(estimate: Double, variance: Double)]

  init?(of estimates: [Double], standardErrors: [Double]) {
    rows = zip(estimates, standardErrors).map { ($0, $1 * $1) }
    guard rows.count >= 2,
      rows.allSatisfy({ $0.estimate.isFinite && $0.variance > 0 && $0.variance.isFinite })
    else { return nil }
  }

  func weights(at variance: Double) -> [Double] { rows.map { 1 / ($0.variance + variance) } }

  /// The mean of the estimates, weighted by their precision.
  func mean(at variance: Double) -> Double {
    let weights = weights(at: variance)
    let sum = zip(weights, rows).reduce(0) { $0 + $1.0 * $1.1.estimate }
    return sum / weights.reduce(0, +)
  }

  /// `Q` and its slope, which is `−Σ w² (x − m)²` because `Q` is least at `m`.
  func statistic(at variance: Double) -> (value: Double, slope: Double) {
    let centre = mean(at: variance)
    var value = 0.0
    var slope = 0.0
    for (weight, row) in zip(weights(at: variance), rows) {
      let term = weight * (row.estimate - centre) * (row.estimate - centre)
      value += term
      slope -= weight * term
    }
    return (value, slope)
  }
}
