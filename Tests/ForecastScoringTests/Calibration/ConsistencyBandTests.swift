import ForecastScoring
import TestSupport
import Testing

struct ConsistencyBandTests {
  @Test("The band is given once for each probability that was forecast")
  func example() throws {
    let band = try #require(ConsistencyBand(of: [0.2, 0.2, 0.7, 0.9], seed: 1))
    #expect(band.probabilities == [0.2, 0.7, 0.9])
    #expect(band.bounds.count == 3)
  }

  @Test("The band lies around the diagonal, rises, and narrows with more forecasts")
  func shape() throws {
    let values = [0.1, 0.3, 0.5, 0.7, 0.9]
    var widths: [Double] = []
    for size in [10, 40, 160] {
      let p = values.flatMap { Array(repeating: $0, count: size) }
      let band = try #require(ConsistencyBand(of: p, draws: 1000, seed: 5))
      for (probability, bounds) in zip(band.probabilities, band.bounds) {
        #expect(bounds.contains(probability))
        #expect(bounds.low >= 0 && bounds.high <= 1)
      }
      for (left, right) in zip(band.bounds, band.bounds.dropFirst()) {
        #expect(left.low <= right.low && left.high <= right.high)
      }
      widths.append(band.bounds[2].high - band.bounds[2].low)
    }
    #expect(widths[0] > widths[1] && widths[1] > widths[2])
    // 90 % of a binomial of 160 at ½ lie within 1.645 √(¼ / 160) of it; pooling narrows that a little.
    #expect(abs(widths[2] - 2 * 1.645 * (0.25 / 160).squareRoot()) < 0.03)
  }

  @Test("At a given probability nine in ten calibrated curves lie inside")
  func coverage() throws {
    let p = (0..<100).map { [0.1, 0.3, 0.5, 0.7, 0.9][$0 % 5] }
    let band = try #require(ConsistencyBand(of: p, draws: 2000, seed: 6))
    var random = SplitMix64(seed: 91)
    var inside = 0
    for _ in 0..<1000 {
      let happened = p.map { Double.random(in: 0..<1, using: &random) < $0 }
      let curve = try #require(Recalibration(of: p, happened: happened))
      if band.bounds[2].contains(try #require(curve.frequency(at: 0.5))) { inside += 1 }
    }
    #expect(inside >= 860, "\(inside) of 1000")
  }

  @Test("The same seed gives the same band, another one another")
  func seeds() throws {
    let p = [0.1, 0.25, 0.25, 0.4, 0.8, 0.8]
    let band = ConsistencyBand(of: p, draws: 200, seed: 7)
    #expect(band != nil)
    #expect(ConsistencyBand(of: p, draws: 200, seed: 7) == band)
    #expect(ConsistencyBand(of: p.reversed(), draws: 200, seed: 7) == band)
    #expect(ConsistencyBand(of: p, draws: 200, seed: 8) != band)
  }

  @Test("Certainties leave no room")
  func certainties() throws {
    let band = try #require(ConsistencyBand(of: [0, 0, 1], draws: 50, seed: 1))
    #expect(band.bounds.first == Interval(0, 0))
    #expect(band.bounds.last?.high == 1)
  }

  @Test("Without forecasts, and for levels outside 0…1, there is no band")
  func refused() {
    #expect(ConsistencyBand(of: [], seed: 1) == nil)
    #expect(ConsistencyBand(of: [1.1], seed: 1) == nil)
    #expect(ConsistencyBand(of: [0.5], level: 1, seed: 1) == nil)
    #expect(ConsistencyBand(of: [0.5], level: 0, seed: 1) == nil)
    #expect(ConsistencyBand(of: [0.5], draws: 0, seed: 1) == nil)
  }
}
