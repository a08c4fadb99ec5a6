import TestSupport
import Testing

@Suite struct GrowthTests {
  /// Adds up so many numbers, in a way that no compiler foresees.
  private func add(_ count: Int) {
    var sum: UInt64 = 1
    for _ in 0..<count { sum = sum &* 6_364_136_223_846_793_005 &+ 1 }
    #expect(sum != 0)
  }

  @Test("Time in proportion is told from time that grows with the square")
  func tellsApart() {
    #expect(Growth.isLinear(from: 20_000, times: 16) { add($0) })
    #expect(!Growth.isLinear(from: 100, times: 16, rounds: 3) { add($0 * $0) })
  }
}
