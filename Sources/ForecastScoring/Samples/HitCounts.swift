import Glibc

/// Hits and trials of several sources, and the likelihood of a spread of chances behind them.
struct HitCounts: Sendable {
  private let rows: [(hits: Int, trials: Int)]

  init(hits: [Int], trials: [Int]) {
    rows = zip(hits, trials).filter { $1 > 0 && $0 >= 0 && $0 <= $1 }.map { ($0, $1) }
  }

  /// Whether the rates differ more than by chance, and not only as always differs from never.
  var areOverdispersed: Bool {
    let hits = rows.reduce(0.0) { $0 + Double($1.hits) }
    let rate = hits / rows.reduce(0.0) { $0 + Double($1.trials) }
    guard rate > 0, rate < 1, rows.contains(where: { 0 < $0.hits && $0.hits < $0.trials }) else {
      return false
    }
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) }
    let excess = rows.reduce(0.0) {
      $0 + pairs($1.hits) / rate + pairs($1.trials - $1.hits) / (1 - rate) - pairs($1.trials)
    }
    return excess > 1e-9 * rows.reduce(0.0) { $0 + pairs($1.trials) }
  }

  /// The logarithm of the chance of these hits.
  func logLikelihood(of chances: BetaDistribution) -> Double {
    let (alpha, beta) = (chances.alpha, chances.beta)
    func logBeta(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }
    return rows.reduce(0) { sum, row in
      let hits = Double(row.hits)
      let misses = Double(row.trials - row.hits)
      let ways = -log(hits + misses + 1) - logBeta(hits + 1, misses + 1)
      return sum + ways + logBeta(alpha + hits, beta + misses) - logBeta(alpha, beta)
    }
  }

  /// The likeliest spread, by Newton's steps in `ln α` and `ln β` that are halved until they climb.
  func ascent(from start: BetaDistribution) -> BetaDistribution? {
    var best = start
    for _ in 0..<200 {
      guard let step = step(at: best) else { return nil }
      guard max(abs(step.a), abs(step.b)) > 1e-15 else { return best }
      guard let next = climb(from: best, by: step) else { return best }
      best = next
    }
    return best
  }

  /// The first point on the way, halved again and again, that is no less likely.
  private func climb(
    from chances: BetaDistribution, by step: (a: Double, b: Double)
  ) -> BetaDistribution? {
    let height = logLikelihood(of: chances)
    var share = 1.0
    while share > 0x1p-30 {
      if let next = BetaDistribution(
        alpha: chances.alpha * exp(share * step.a), beta: chances.beta * exp(share * step.b)),
        logLikelihood(of: next) >= height - 1e-13 * abs(height)
      {
        return next
      }
      share /= 2
    }
    return nil
  }

  /// Newton's step in `ln α` and `ln β`, or along the gradient where the hill is not yet round.
  private func step(at chances: BetaDistribution) -> (a: Double, b: Double)? {
    let (alpha, beta) = (chances.alpha, chances.beta)
    let all = rising(rows.map(\.trials), from: alpha + beta)
    let hit = rising(rows.map(\.hits), from: alpha)
    let miss = rising(rows.map { $0.trials - $0.hits }, from: beta)
    let slope = (a: alpha * (hit.first - all.first), b: beta * (miss.first - all.first))
    let aa = alpha * alpha * (all.second - hit.second) + slope.a
    let bb = beta * beta * (all.second - miss.second) + slope.b
    let ab = alpha * beta * all.second
    let determinant = aa * bb - ab * ab
    guard slope.a.isFinite, slope.b.isFinite else { return nil }
    guard aa < 0, determinant > 0 else {
      let length = max(abs(slope.a), abs(slope.b), 1)
      return (slope.a / length, slope.b / length)
    }
    return (
      (ab * slope.b - bb * slope.a) / determinant, (ab * slope.a - aa * slope.b) / determinant
    )
  }

  /// `Σ 1/(x + j)` and `Σ 1/(x + j)²` over `j` below each count: what the logarithms of rising
  /// products add to slope and curvature.
  private func rising(_ counts: [Int], from x: Double) -> (first: Double, second: Double) {
    var first = 0.0
    var second = 0.0
    for count in counts {
      for j in 0..<count {
        let term = 1 / (x + Double(j))
        first += term
        second += term * term
      }
    }
    return (first, second)
  }
}
