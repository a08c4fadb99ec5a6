import ForecastScoring
import Testing

struct ClusterBootstrapTests {
  private let pair = ClusterTotals(of: [0, 1], clusters: [0, 1])

  @Test("The documented examples of the bootstrap hold")
  func examples() throws {
    #expect(clusterBootstrap(of: pair, resamples: 1000, seed: 1)?.quantile(of: 0.5) == 0.5)
    let exact = try #require(exactClusterBootstrap(of: pair))
    #expect(exact.mean == 0.5)
    #expect(exact.quantile(of: 0.25) == 0)
    #expect(exact.interval(level: 0.9) == Interval(0, 1))
  }

  @Test("All resamples are what enumerating them one by one gives")
  func enumeration() throws {
    let totals = ClusterTotals(of: [0.3, 0.1, 0.7, 0.2, 0.9], clusters: [0, 0, 1, 2, 2])
    var means: [Double] = []
    for code in 0..<27 {
      let places = [code % 3, code / 3 % 3, code / 9]
      let sum = places.reduce(0) { $0 + totals.sums[$1] }
      means.append(sum / Double(places.reduce(0) { $0 + totals.counts[$1] }))
    }
    means.sort()
    let exact = try #require(exactClusterBootstrap(of: totals))
    #expect(exact.resamples == 27)
    for (place, mean) in means.enumerated() {
      #expect(abs(exact.quantile(of: (Double(place) + 0.5) / 27) - mean) < 1e-15)
    }
  }

  @Test("Drawn resamples come near to all of them, and are the same from the same seed")
  func drawn() throws {
    var random = SeededGenerator(seed: 24)
    let clusters = (0..<30).map { $0 % 6 }
    let totals = ClusterTotals(of: clusters.map { _ in random.nextUnit() }, clusters: clusters)
    let exact = try #require(exactClusterBootstrap(of: totals))
    let drawn = try #require(clusterBootstrap(of: totals, resamples: 20_000, seed: 5))
    #expect(exact.resamples == 46_656)
    #expect(abs(exact.mean - drawn.mean) < 0.002)
    #expect(abs(exact.standardError - drawn.standardError) < 0.002)
    #expect(abs(exact.quantile(of: 0.05) - drawn.quantile(of: 0.05)) < 0.005)
    #expect(clusterBootstrap(of: totals, resamples: 20_000, seed: 5) == drawn)
    #expect(clusterBootstrap(of: totals, resamples: 20_000, seed: 6) != drawn)
  }

  @Test("Every cluster is drawn equally often, of an odd number as of an even one")
  func evenDraws() throws {
    for size in [2, 7, 12, 101] {
      let values = (0..<size).map { Double($0 * $0 % 13) }
      let totals = ClusterTotals(of: values, clusters: Array(0..<size))
      let drawn = try #require(clusterBootstrap(of: totals, resamples: 20_000, seed: 9))
      let mean = values.reduce(0, +) / Double(size)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(size)
      let error = (variance / Double(size)).squareRoot()
      #expect(abs(drawn.mean - mean) < error / 30, "\(size)")
      #expect(abs(drawn.standardError - error) < error / 30, "\(size)")
    }
  }

  @Test("Resamples need clusters, and all of them at most ten")
  func limits() {
    let none = ClusterTotals(of: [], clusters: [])
    #expect(none.mean == nil)
    #expect(exactClusterBootstrap(of: none) == nil)
    #expect(clusterBootstrap(of: none, seed: 1) == nil)
    #expect(clusterBootstrap(of: pair, resamples: 0, seed: 1) == nil)
    let ten = (0..<10).map(Double.init)
    #expect(
      exactClusterBootstrap(of: ClusterTotals(of: ten, clusters: Array(0..<10)))?.resamples == 1e10)
    let eleven = ClusterTotals(of: ten + [1], clusters: Array(0..<11))
    #expect(exactClusterBootstrap(of: eleven) == nil)
    let one = exactClusterBootstrap(of: ClusterTotals(of: [0.4], clusters: [0]))
    #expect(one?.mean == 0.4 && one?.standardError == 0 && one?.quantile(of: 2) == 0.4)
  }
}
