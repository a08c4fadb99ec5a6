import Augury
import ForecastScoring
import TestSupport
import Testing

/// What is left of what several sources said together.
struct ConsensusLeftTests {
  private func words(
    _ chances: [Double], at text: String = "2026-07-01", _ hazard: HazardChoice = .constant,
    windows: [String?] = []
  ) throws -> [Reevaluation] {
    var maker = StatementMaker(sources: chances.count)
    let question = try maker.question(by: "2026-12-31")
    for (source, chance) in chances.enumerated() {
      try maker.forecast(
        on: question, by: Int32(source), chance, said: "2026-01-0\(1 + source % 9)",
        window: windows.isEmpty ? nil : windows[source])
    }
    return maker.statements.reevaluations(
      of: 100, at: try instant(text), hazard: hazard, Zones())
  }

  @Test func `it lies between the least and the greatest of its members`() throws {
    var random = SplitMix64(seed: 52)
    for turn in 0..<300 {
      // Also chances that a pool by log-odds would hold to one in a hundred.
      let scale: Double = [1, 0.02, 0.002][turn % 3]
      let count = Int.random(in: 3...9, using: &random)
      let chances = (0..<count).map { _ in Double.random(in: 0...scale, using: &random) }
      let found = try words(chances)
      let left = found.compactMap { $0.left?.point }
      let pool = try #require(ConsensusLeft.all(found).first)
      #expect(pool.count == chances.count)
      #expect((left.min() ?? 1) <= pool.left && pool.left <= (left.max() ?? 0))
      #expect((chances.min() ?? 1) <= pool.said && pool.said <= (chances.max() ?? 0))
    }
  }

  @Test func `it pools what is left, as the record pools what was said`() throws {
    let found = try words([0.6, 0.7, 0.9])
    let pool = try #require(ConsensusLeft.all(found).first)
    let members = found.compactMap { $0.left?.point }
    let said = try #require(logOddsPool([0.6, 0.7, 0.9]))
    let left = try #require(logOddsPool(members))
    #expect(isNear(pool.said, said) && isNear(pool.left, left))
    #expect(pool.left < pool.said)
    let kept = try words([0.6, 0.7, 0.9], HazardChoice.none)
    let still = try #require(ConsensusLeft.all(kept).first)
    #expect(still.left == still.said)
  }

  @Test func `two sources are none, nor are three with different last days or passed ones`() throws
  {
    #expect(ConsensusLeft.all(try words([0.6, 0.7])).isEmpty)
    let days = ["2026-10-31", "2026-11-30", nil]
    #expect(ConsensusLeft.all(try words([0.6, 0.7, 0.9], windows: days)).isEmpty)
    #expect(ConsensusLeft.all(try words([0.6, 0.7, 0.9], at: "2027-01-01")).isEmpty)
    let two = ["2026-10-31", "2026-10-31", "2026-10-31", nil, nil, nil]
    let pools = ConsensusLeft.all(try words([0.1, 0.1, 0.1, 0.2, 0.2, 0.2], windows: two))
    let wanted = [try day("2026-10-31"), try day("2026-12-31")]
    #expect(pools.map(\.deadline.day) == wanted)
  }
}
