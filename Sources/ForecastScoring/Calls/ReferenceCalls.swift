/// How calls without a probability fared beside the chances that a reference gave them.
///
/// A hit rate says nothing without the chance of hitting: this says how many hits there were, how
/// many were to be expected, and how likely that many are by the reference's own chances.
public struct ReferenceCalls: Sendable, Equatable {
  /// How many calls there are.
  public let count: Int
  /// How many came true.
  public let hits: Int
  /// How many the reference expected to come true, the sum of its chances.
  public let expectedHits: Double
  /// The standard deviation of the number of hits if the reference was right.
  public let standardDeviation: Double
  /// The chance of at least as many hits if the reference was right, exactly, 0…1.
  public let chanceOfAsManyHits: Double
  /// The chance of more hits and half of that of exactly as many, if the reference was right, 0…1.
  public let midChanceOfAsManyHits: Double
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

  /// Compares calls with the reference's chances, above 0 and up to 1, or nothing when there are
  /// none or a chance is outside.
  ///
  /// Calls are taken as independent: hits vary by `Σ q (1 − q)`, payouts by `Σ (1 − q) / q`, and the
  /// tails are those of ``CountTest`` [Hong 2013]. The columns are read up to the end of the shorter.
  ///
  ///     ReferenceCalls(referenceChances: [0.5, 0.25], cameTrue: [true, true])?.excessHits  // 1.25
  ///
  /// [Hong 2013]: https://doi.org/10.1016/j.csda.2012.10.006
  public init?(referenceChances: [Double], cameTrue: [Bool]) {
    let calls = Array(zip(referenceChances, cameTrue))
    let chances = calls.map(\.0)
    guard chances.allSatisfy({ $0 > 0 }),
      let test = CountTest(of: chances, happened: calls.map(\.1))
    else { return nil }
    let number = Double(calls.count)
    count = calls.count
    hits = test.observed
    expectedHits = test.expected
    standardDeviation = test.variance.squareRoot()
    chanceOfAsManyHits = test.atLeastAsMany
    midChanceOfAsManyHits = test.atLeastAsMany - test.exactlyAsMany / 2
    yield = calls.reduce(0) { $0 + ($1.1 ? 1 / $1.0 : 0) } / number
    yieldStandardDeviation = chances.reduce(0) { $0 + (1 - $1) / $1 }.squareRoot() / number
  }
}
