/// How calls without a probability fared beside the chances that a reference gave them.
public struct ReferenceCalls: Sendable, Equatable {
  /// How many calls there are.
  public let count: Int
  /// How many came true.
  public let hits: Int
  /// How many the reference expected to come true, the sum of its chances.
  public let expectedHits: Double
  /// The standard deviation of the number of hits if the reference was right.
  public let standardDeviation: Double
  /// The mean payout of stakes of 1 at the reference's odds, `Σ y / q / n`; 1 is what the
  /// reference expects.
  ///
  /// One long shot that came true decides it: for show, not for ranking.
  public let yield: Double
  /// The standard deviation of ``yield`` if the reference was right.
  public let yieldStandardDeviation: Double

  /// Hits above what the reference expected; below 0 there were fewer.
  public var excessHits: Double { Double(hits) - expectedHits }

  /// Excess hits per call, in −1…1.
  public var excessRate: Double { excessHits / Double(count) }

  /// Compares calls with the reference's chances, strictly above 0 and up to 1, or nothing when
  /// there are none or a chance is outside.
  ///
  /// A hit rate says nothing without the chance of hitting: this says how many hits there were and
  /// how many were to be expected. The spread is that of independent calls, `Σ q (1 − q)`
  /// [Poisson 1837], and `Σ (1 − q) / q` for the payouts. The columns are read up to the end of the
  /// shorter.
  ///
  ///     ReferenceCalls(referenceChances: [0.5, 0.25], cameTrue: [true, true])?.excessHits  // 1.25
  ///
  /// [Poisson 1837]: https://gallica.bnf.fr/ark:/12148/bpt6k110193z
  public init?(referenceChances: [Double], cameTrue: [Bool]) {
    let calls = zip(referenceChances, cameTrue)
    let chances = calls.map(\.0)
    guard !chances.isEmpty, chances.allSatisfy({ $0 > 0 && $0 <= 1 }) else { return nil }
    let number = Double(chances.count)
    count = chances.count
    hits = calls.count { $0.1 }
    expectedHits = chances.reduce(0, +)
    standardDeviation = chances.reduce(0) { $0 + $1 * (1 - $1) }.squareRoot()
    yield = calls.reduce(0) { $0 + ($1.1 ? 1 / $1.0 : 0) } / number
    yieldStandardDeviation = chances.reduce(0) { $0 + (1 - $1) / $1 }.squareRoot() / number
  }
}
