import ForecastScoring
import TestSupport
import Testing

struct SeededGeneratorTests {
  @Test("The sequence is the one that the authors' program gives")
  func reference() {
    // ((1 + 4) << 23) + 1 is the first after the state 1, 2, 3, 4.
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let wanted: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    #expect(wanted.map { _ in generator.next() } == wanted)
  }

  @Test("A seed is spread over the state by SplitMix64")
  func seeding() {
    var filler = SplitMix64(seed: 7)
    var wanted = SeededGenerator(
      state: (filler.next(), filler.next(), filler.next(), filler.next()))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      #expect(generator.next() == wanted.next())
    }
    var again = SeededGenerator(seed: 7)
    #expect(again.next() == 1_021_219_803_524_665_661)
    var units = SeededGenerator(seed: 7)
    #expect(abs(units.nextUnit() - 0.05536043647833311) < 1e-16)
    var places = SeededGenerator(seed: 7)
    #expect(places.nextPlace(below: 100) == 5)
  }

  @Test("Units lie in 0 ..< 1 and have the mean and variance of a uniform number")
  func units() {
    var generator = SeededGenerator(seed: 1)
    let units = (0..<100_000).map { _ in generator.nextUnit() }
    #expect(units.allSatisfy { (0..<1).contains($0) })
    let mean = units.reduce(0, +) / 100_000
    let variance = units.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    #expect(abs(mean - 0.5) < 0.005)
    #expect(abs(variance - 1.0 / 12) < 0.002)
  }

  @Test("Every place is drawn about equally often, and none outside")
  func places() {
    var generator = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.nextPlace(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 }, "\(counts)")
    #expect(generator.nextPlace(below: 1) == 0)
    #expect(generator.nextPlace(below: 0) == 0)
    #expect(generator.nextPlace(below: -3) == 0)
  }
}
