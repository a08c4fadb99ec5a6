import ForecastScoring
import TestSupport
import Testing

struct ColumnScoreTests {
  /// The tallies of a record, one forecast after the other.
  private static func plain(
    _ p: [Double], _ happened: [Bool], _ sources: [UInt16], clip: Double
  ) -> [ScoreTally] {
    var tallies = [ScoreTally](repeating: ScoreTally(), count: Int(sources.max() ?? 0) + 1)
    for (row, source) in sources.enumerated() {
      var one = ScoreTally()
      one.count = 1
      one.brierSum = brierScore(of: p[row], happened: happened[row])
      one.logSum = logScore(of: p[row], happened: happened[row], clip: clip)
      one.clippedMisses = (happened[row] ? p[row] : 1 - p[row]) < clip ? 1 : 0
      tallies[Int(source)].add(one)
    }
    return tallies
  }

  private static func agree(_ left: [ScoreTally], _ right: [ScoreTally], _ label: Comment) {
    #expect(left.count == right.count, label)
    for (left, right) in zip(left, right) {
      #expect(left.count == right.count, label)
      #expect(left.clippedMisses == right.clippedMisses, label)
      #expect(abs(left.brierSum - right.brierSum) <= 1e-12 * max(1, right.brierSum), label)
      #expect(
        left.logSum == right.logSum
          || abs(left.logSum - right.logSum) <= 1e-12 * max(1, right.logSum), label)
    }
  }

  @Test("Columns score as single forecasts do, on the grid and off it, with any clip")
  func columns() throws {
    var random = SplitMix64(seed: 111)
    for clip in [0, 0.0001, 0.01, 0.0123, 0.5] {
      for count in [1, 50, 3000] {
        let sources = (0..<count).map { _ in UInt16.random(in: 0...6, using: &random) }
        let happened = (0..<count).map { _ in Bool.random(using: &random) }
        let grid = (0..<count).map { _ in Double(Int.random(in: 0...10_000, using: &random)) / 1e4 }
        let wanted = ColumnScoreTests.plain(grid, happened, sources, clip: clip)
        let forecasts = zip(grid, happened).compactMap { GridForecast($0, happened: $1) }
        #expect(forecasts.count == count)
        let onGrid = scoreTallies(of: forecasts, sources: sources, clip: clip)
        ColumnScoreTests.agree(onGrid, wanted, "grid, clip \(clip)")
        let same = scoreTallies(of: grid, happened: happened, sources: sources, clip: clip)
        ColumnScoreTests.agree(try #require(same), wanted, "doubles on the grid, clip \(clip)")
        let p = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
        let any = scoreTallies(of: p, happened: happened, sources: sources, clip: clip)
        ColumnScoreTests.agree(
          try #require(any), ColumnScoreTests.plain(p, happened, sources, clip: clip),
          "doubles, clip \(clip)")
      }
    }
  }

  @Test("The examples of the pages hold")
  func examples() throws {
    #expect(GridForecast(0.35, happened: true)?.probability == 0.35)
    #expect(GridForecast(1.0 / 3, happened: true) == nil)
    let forecasts = [GridForecast(0.7, happened: true), GridForecast(0.4, happened: false)]
    let tallies = scoreTallies(of: forecasts.compactMap { $0 }, sources: [0, 0], clip: 0.01)
    #expect(tallies[0].brierSum == 0.25)
    let third = try #require(
      scoreTallies(of: [1.0 / 3], happened: [true], sources: [0], clip: 0.01))
    #expect(abs(third[0].brierSum - 4.0 / 9) < 1e-15)
  }

  @Test("Every point of the grid comes back as it went in, and nothing between them goes in")
  func grid() throws {
    for place in 0...10_000 {
      let probability = Double(place) / 10_000
      for happened in [true, false] {
        let forecast = try #require(GridForecast(probability, happened: happened))
        #expect(forecast.probability == probability)
        #expect(forecast.happened == happened)
      }
      #expect(GridForecast(probability.nextUp, happened: true) == nil)
    }
    for wrong in [-0.0001, 1.0001, 0.00005, .nan, .infinity] {
      #expect(GridForecast(wrong, happened: true) == nil)
    }
    #expect(GridForecast(-0.0, happened: false)?.probability == 0)
  }

  @Test("Products of any number of tiny factors keep the digits of their logarithm")
  func extremes() throws {
    var random = SplitMix64(seed: 112)
    let p = (0..<5000).map { _ in
      Double.random(in: 0.5...1, using: &random)
        * [1, 1e-3, 1e-100, 1e-300][Int.random(in: 0..<4, using: &random)]
    }
    let happened = [Bool](repeating: true, count: p.count)
    let sources = [UInt16](repeating: 0, count: p.count)
    let tallies = try #require(scoreTallies(of: p, happened: happened, sources: sources, clip: 0))
    ColumnScoreTests.agree(
      tallies, ColumnScoreTests.plain(p, happened, sources, clip: 0), "tiny factors")
    let least = Double.leastNonzeroMagnitude
    let tiny = try #require(
      scoreTallies(
        of: [least, least, least], happened: [true, true, true], sources: [0, 0, 0], clip: 0))
    #expect(abs(tiny[0].logSum - 3 * logScore(of: least, happened: true)) < 1e-9)
  }

  @Test("A certainty that was wrong is infinite without a clip, for its source alone")
  func infinite() throws {
    let p = [0.0, 0.5, 0.5, 0.5]
    let happened = [true, true, true, false]
    let sources: [UInt16] = [0, 0, 1, 1]
    let any = try #require(scoreTallies(of: p, happened: happened, sources: sources, clip: 0))
    let forecasts = zip(p, happened).compactMap { GridForecast($0, happened: $1) }
    for tallies in [any, scoreTallies(of: forecasts, sources: sources, clip: 0)] {
      #expect(tallies[0].log == .infinity)
      #expect(tallies[0].brier == 0.625)
      #expect(try abs(#require(tallies[1].log) - 0.6931471805599453) < 1e-15)
    }
  }

  @Test("Numbers without forecasts have empty tallies, and rows that one column lacks are left out")
  func gaps() throws {
    let tallies = try #require(
      scoreTallies(of: [0.5, 0.5, 9], happened: [true, true, true], sources: [0, 3], clip: 0.01))
    #expect(tallies.map(\.count) == [1, 0, 0, 1])
    #expect(tallies[1].brier == nil)
    #expect(tallies[1].log == nil)
    #expect(scoreTallies(of: [], happened: [], sources: [], clip: 0.01) == [])
    #expect(scoreTallies(of: [], sources: [1], clip: 0.01) == [])
  }

  @Test("A column with what is no probability is refused, wherever it stands")
  func refused() {
    for wrong in [-0.1, 1.0000001, .nan, .infinity, -.infinity, -Double.leastNonzeroMagnitude] {
      let p = [0.5, wrong, 0.5]
      let happened = [true, false, true]
      #expect(scoreTallies(of: p, happened: happened, sources: [0, 1, 0], clip: 0.01) == nil)
    }
    #expect(scoreTallies(of: [-0.0], happened: [false], sources: [0], clip: 0)?[0].brierSum == 0)
  }

  @Test("Tallies of parts add up to the tally of the whole")
  func parts() {
    var random = SplitMix64(seed: 113)
    let forecasts = (0..<1000).compactMap { _ in
      GridForecast(
        Double(Int.random(in: 0...100, using: &random)) / 100,
        happened: Bool.random(using: &random))
    }
    let sources = [UInt16](repeating: 0, count: forecasts.count)
    let whole = scoreTallies(of: forecasts, sources: sources, clip: 0.01)
    var sum = ScoreTally()
    for start in stride(from: 0, to: forecasts.count, by: 300) {
      let part = Array(forecasts[start..<min(start + 300, forecasts.count)])
      sum.add(scoreTallies(of: part, sources: sources, clip: 0.01)[0])
    }
    ColumnScoreTests.agree([sum], whole, "parts")
  }
}
