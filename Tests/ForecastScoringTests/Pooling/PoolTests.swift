import ForecastScoring
import Testing

struct PoolTests {
  private func isNear(_ got: Double?, _ wanted: Double) -> Bool {
    got.map { abs($0 - wanted) <= 1e-14 } ?? false
  }

  @Test("The documented examples of pools hold")
  func examples() {
    let chances = [0.6, 0.7, 0.9]
    #expect(isNear(linearPool(chances), 0.7333333333333333))
    #expect(isNear(logOddsPool(chances), 0.7595101586800531))
    #expect(isNear(logOddsPool(chances, extremising: 2.5), 0.9465961455512227))
    #expect(isNear(neymanRoughgardenPool(chances, around: 0.5), 0.8358453169026367))
    #expect(isNear(neymanRoughgardenFactor(sources: 3), 1.415339366124404))
  }

  @Test("Pools agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("21_pooling")
    for test in file.cases {
      let chances = try test.input.numbers("p")
      let weights = try test.input.numbers("weights")
      let base = try test.input.number("base_rate")
      let root = 3.0.squareRoot()
      let pools: [(String, Double?)] = [
        ("mean", linearPool(chances, weights: weights)), ("median", median(of: chances)),
        ("log_odds_mean", logOddsPool(chances, weights: weights)),
        ("extremised_d2.5", logOddsPool(chances, weights: weights, extremising: 2.5)),
        ("extremised_sqrt3", logOddsPool(chances, weights: weights, extremising: root)),
        ("neyman_roughgarden_d", neymanRoughgardenFactor(sources: chances.count)),
        ("neyman_roughgarden_around_base", neymanRoughgardenPool(chances, around: base)),
      ]
      for (field, pool) in pools { try file.expect(pool, field, of: test.expect, test.name) }
    }
  }

  @Test("A pool of like-minded sources says what they say, and keeps within them otherwise")
  func laws() throws {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<500 {
      let chances = (0..<5).map { _ in 0.01 + 0.98 * random.nextUnit() }
      let same = chances.map { _ in chances[0] }
      #expect(abs(try #require(logOddsPool(same)) - chances[0]) < 1e-14)
      for pool in [linearPool(chances), logOddsPool(chances), median(of: chances)] {
        let pool = try #require(pool)
        #expect(pool >= (chances.min() ?? 1) - 1e-15 && pool <= (chances.max() ?? 0) + 1e-15)
      }
      let mirrored = logOddsPool(chances.map { 1 - $0 })
      #expect(abs(try #require(logOddsPool(chances)) + (try #require(mirrored)) - 1) < 1e-14)
      #expect(
        abs(try #require(logOddsPool(chances.reversed())) - (try #require(logOddsPool(chances))))
          < 1e-14)
    }
  }

  @Test("One certainty does not decide a pool of log-odds, and no source gives no pool")
  func edges() throws {
    #expect(try #require(logOddsPool([1, 0.5])) < 0.95)
    #expect(try #require(logOddsPool([0, 0.5])) > 0.05)
    #expect(linearPool([]) == nil && logOddsPool([]) == nil)
    #expect(neymanRoughgardenPool([], around: 0.5) == nil)
    #expect(linearPool([0.5], weights: [0]) == nil)
    #expect(logOddsPool([0, 1], clip: 0) == nil && logOddsPool([1, 0.5], clip: 0) == 1)
    #expect(neymanRoughgardenPool([0, 1], around: 0.5, clip: 0) == nil)
    #expect(abs(try #require(neymanRoughgardenPool([0.7], around: 0.2)) - 0.7) < 1e-15)
  }

  @Test("The extremising factor grows from 1 towards the root of 3")
  func factor() {
    let factors = (0...200).map { neymanRoughgardenFactor(sources: $0) }
    #expect(factors[0] == 1 && factors[1] == 1)
    for (fewer, more) in zip(factors.dropFirst(), factors.dropFirst(2)) { #expect(fewer < more) }
    #expect(factors[200] < 3.0.squareRoot())
  }
}
