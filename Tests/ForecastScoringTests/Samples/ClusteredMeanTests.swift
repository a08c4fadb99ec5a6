import ForecastScoring
import Testing

struct ClusteredMeanTests {
  private func isNear(_ got: Double?, _ wanted: Double, within limit: Double = 1e-12) -> Bool {
    got.map { abs($0 - wanted) <= limit } ?? false
  }

  /// The values of the vectors' clusters, and the number of each one's cluster.
  private func columns(_ fields: VectorFields) throws -> (values: [Double], clusters: [Int]) {
    var values: [Double] = []
    var clusters: [Int] = []
    for (number, name) in fields.names.enumerated() {
      let cluster = try fields.numbers(name)
      values += cluster
      clusters += cluster.map { _ in number }
    }
    return (values, clusters)
  }

  @Test("The documented examples of clustered means hold")
  func examples() throws {
    #expect(isNear(clusteredMean(of: [0.1, 0.3, 0.5], clusters: [1, 1, 2])?.mean, 0.3))
    #expect(ClusterTotals(of: [0.1, 0.2, 0.4], clusters: [7, 3, 7]).sums == [0.5, 0.2])
    let three = try #require(clusteredMean(of: [0.1, 0.2, 0.3], clusters: [1, 2, 3]))
    let interval = try #require(three.interval(minimumClusters: 3))
    #expect(isNear(interval.low, 0.0314, within: 5e-5))
    #expect(isNear(interval.high, 0.3686, within: 5e-5))
    let textbook = try #require(three.textbookInterval(minimumClusters: 3))
    #expect(isNear(textbook.low, interval.low) && isNear(textbook.high, interval.high))
    #expect(isNear(outcomeError(of: [0.9], over: [0.5], clusters: [1]), 0.36660605559646720))
  }

  @Test("Errors and the exact bootstrap agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("17_clustered_uncertainty")
    for test in file.cases {
      let (values, clusters) = try columns(test.input.fields("clusters"))
      let mean = clusteredMean(of: values, clusters: clusters)
      try file.expect(mean?.mean, "mean", of: test.expect, test.name)
      try file.expect(mean?.uncorrectedError, "cluster_se_CR0", of: test.expect, test.name)
      try file.expect(mean?.standardError, "cluster_se_CR1", of: test.expect, test.name)
      let naive = clusteredMean(of: values, clusters: Array(values.indices))
      try file.expect(naive?.standardError, "naive_se", of: test.expect, test.name)
      #expect(mean?.clusters == (try test.expect.integer("t_df")) + 1)
      let wanted = try test.expect.fields("bootstrap")
      let all = exactClusterBootstrap(of: ClusterTotals(of: values, clusters: clusters))
      try file.expect(all?.resamples, "resamples", of: wanted, test.name)
      try file.expect(all?.mean, "mean", of: wanted, test.name)
      try file.expect(all?.standardError, "se", of: wanted, test.name)
      let quantiles = try wanted.fields("quantiles_inverse_ecdf")
      for name in quantiles.names {
        let probability = try #require(Double(name))
        try file.expect(all?.quantile(of: probability), name, of: quantiles, test.name)
      }
    }
  }

  @Test("The jackknife error is that of leaving out one cluster after the other")
  func jackknife() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<100 {
      let clusters = (0..<40).map { $0 < 9 ? $0 : random.nextPlace(below: 9) }
      let values = clusters.map { _ in random.nextUnit() }
      let whole = try #require(clusteredMean(of: values, clusters: clusters))
      let squares = try (0..<9).map { left in
        let kept = zip(values, clusters).filter { $0.1 != left }
        let mean = try #require(
          clusteredMean(of: kept.map(\.0), clusters: kept.map(\.1))
        ).mean
        return (mean - whole.mean) * (mean - whole.mean)
      }
      let error = (squares.reduce(0, +) * 8 / 9).squareRoot()
      #expect(isNear(whole.jackknifeError, error))
      #expect(whole.degreesOfFreedom <= 8)
    }
  }

  @Test("With clusters of equal size the two intervals are the same")
  func equalSizes() throws {
    var random = SeededGenerator(seed: 22)
    for count in 2...30 {
      let clusters = (0..<(3 * count)).map { $0 / 3 }
      let values = clusters.map { _ in random.nextUnit() }
      let mean = try #require(clusteredMean(of: values, clusters: clusters))
      #expect(isNear(mean.degreesOfFreedom, Double(count - 1), within: 1e-9))
      let own = try #require(mean.interval(minimumClusters: 2))
      let textbook = try #require(mean.textbookInterval(minimumClusters: 2))
      #expect(isNear(own.low, textbook.low, within: 1e-9))
    }
  }

  @Test("Forty columns on one war are one event, and few events give no interval")
  func fewClusters() throws {
    let war = try #require(
      clusteredMean(of: (0..<40).map { _ in 0.2 }, clusters: (0..<40).map { _ in 5 }))
    #expect(war.clusters == 1 && war.count == 40)
    #expect(war.interval(minimumClusters: 1) == nil)
    #expect(war.standardError == 0 && war.jackknifeError == 0 && war.degreesOfFreedom == 0)
    let seven = try #require(clusteredMean(of: [1, 2, 3, 4, 5, 6, 7], clusters: Array(0..<7)))
    #expect(seven.interval() == nil && seven.textbookInterval() == nil)
    #expect(seven.interval(minimumClusters: 7) != nil)
    #expect(seven.interval(level: 1, minimumClusters: 2) == nil)
    #expect(seven.interval(level: -0.5, minimumClusters: 2) == nil)
    #expect(clusteredMean(of: [], clusters: []) == nil)
    #expect(clusteredMean(of: [1, .infinity], clusters: [1, 2]) == nil)
    #expect(clusteredMean(of: [1, .nan], clusters: [1, 2]) == nil)
    #expect(clusteredMean(of: [1, 2], clusters: [1])?.mean == 1)
  }

  @Test("Neither the order of rows nor the names of clusters change anything but rounding")
  func permutation() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<100 {
      let rows = (0..<40).map { _ in (random.nextUnit(), random.nextPlace(below: 9)) }
      let mean = try #require(clusteredMean(of: rows.map(\.0), clusters: rows.map(\.1)))
      let shuffled = rows.shuffled(using: &random)
      let other = try #require(
        clusteredMean(of: shuffled.map(\.0), clusters: shuffled.map { 100 - 7 * $0.1 }))
      #expect(isNear(mean.mean, other.mean))
      #expect(isNear(mean.standardError, other.standardError))
      #expect(isNear(mean.jackknifeError, other.jackknifeError))
      #expect(isNear(mean.degreesOfFreedom, other.degreesOfFreedom))
    }
  }

  @Test("A floor widens an interval and never narrows it")
  func floor() throws {
    let mean = try #require(clusteredMean(of: [0.1, 0.2, 0.3, 0.2], clusters: [1, 2, 3, 4]))
    let bare = try #require(mean.interval(minimumClusters: 4))
    #expect(mean.interval(minimumClusters: 4, floor: 0.001) == bare)
    let wide = try #require(mean.interval(minimumClusters: 4, floor: 0.2))
    #expect(wide.low < bare.low && wide.high > bare.high)
  }

  @Test("The outcome error is that of events whose chance lies between source and reference")
  func outcomeErrorLaws() throws {
    #expect(outcomeError(of: [], over: [], clusters: []) == nil)
    #expect(outcomeError(of: [0.3, 0.7], over: [0.3, 0.7], clusters: [1, 2]) == 0)
    var random = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let p = random.nextUnit()
      let q = random.nextUnit()
      let middle = (p + q) / 2
      let yes = edge(of: p, over: q, happened: true)
      let no = edge(of: p, over: q, happened: false)
      let mean = middle * yes + (1 - middle) * no
      let variance = middle * yes * yes + (1 - middle) * no * no - mean * mean
      let error = try #require(outcomeError(of: [p], over: [q], clusters: [1]))
      #expect(isNear(error * error, variance))
      // Two forecasts of one event are as unsure as one, of two events less so.
      let same = try #require(outcomeError(of: [p, p], over: [q, q], clusters: [1, 1]))
      let apart = try #require(outcomeError(of: [p, p], over: [q, q], clusters: [1, 2]))
      #expect(isNear(same, error) && isNear(apart, error / 2.0.squareRoot()))
    }
  }
}
