import Augury
import ForecastScoring
import TestSupport
import Testing

/// Edges over references, their intervals, verdicts and ranks.
struct EdgeTests {
  private func yes() throws -> Outcome { .happened(try day("2026-05-01")) }

  private func edge(_ record: TrackRecord, _ name: String = "S0") -> EdgeFigure? {
    record.lines.first { $0.name == name }?.figures?.edge
  }

  // MARK: The ladder

  @Test func `a baseline that was stated is the reference, whatever others said`() throws {
    var maker = StatementMaker(sources: 5)
    let question = try maker.question(.binary, try yes())
    let number = try maker.forecast(on: question, by: 0, 0.8)
    for source in Int32(1)...4 { try maker.forecast(on: question, by: source, 0.3) }
    maker.statements.baseline[number] = 0.5
    let edge = try #require(edge(try maker.record()))
    #expect(isNear(edge.mean, 0.25 - 0.04) && edge.references == [.baseline: 1])
  }

  @Test func `the consensus leaves the source out and takes three others`() throws {
    var maker = StatementMaker(sources: 4)
    let question = try maker.question(.binary, try yes())
    for (source, chance) in [0.8, 0.6, 0.7, 0.9].enumerated() {
      try maker.forecast(on: question, by: Int32(source), chance)
    }
    let pooled = try #require(logOddsPool([0.6, 0.7, 0.9]))
    let edge = try #require(edge(try maker.record()))
    #expect(isNear(edge.mean, (pooled - 1) * (pooled - 1) - 0.04))
    #expect(edge.references == [.consensus: 1])
    var fewer = StatementMaker(sources: 3)
    let other = try fewer.question(.binary, try yes())
    for source in Int32(0)..<3 { try fewer.forecast(on: other, by: source, 0.6) }
    #expect(self.edge(try fewer.record()) == nil)
  }

  @Test func `only what stood at that time is a part of the consensus, each source's last word`()
    throws
  {
    var maker = StatementMaker(sources: 5)
    let question = try maker.question(.binary, try yes())
    for source in Int32(1)...3 {
      try maker.forecast(on: question, by: source, 0.2, said: "2026-01-02")
      try maker.forecast(on: question, by: source, 0.6, said: "2026-02-02")
    }
    try maker.forecast(on: question, by: 0, 0.6, captured: "2026-03-01", said: "2026-03-01")
    try maker.forecast(on: question, by: 4, 0.9, captured: "2026-04-01", said: "2026-04-01")
    // A source that repeats the consensus late has no edge, however close the consensus is by then.
    #expect(isNear(edge(try maker.record())?.mean, 0))
  }

  @Test func `what is denied is compared with the opposite, and other windows are another claim`()
    throws
  {
    var maker = StatementMaker(sources: 5)
    let question = try maker.question(.binary, try yes())
    for source in Int32(1)...3 { try maker.forecast(on: question, by: source, 0.7) }
    try maker.forecast(on: question, by: 0, 0.4, negated: true)
    try maker.forecast(on: question, by: 4, 0.99, window: "2026-05-15")
    let edge = try #require(edge(try maker.record()))
    // 0.3 that it does not happen, against 0.4; it happened.
    #expect(isNear(edge.mean, 0.09 - 0.16))
    #expect(self.edge(try maker.record(), "S4") == nil)
  }

  @Test func `one half is a reference only where the question was declared symmetric`() throws {
    var maker = StatementMaker()
    for _ in 0..<2 { try maker.forecast(on: try maker.question(.binary, try yes()), 0.9) }
    #expect(edge(try maker.record()) == nil)
    maker.statements.questions[0].tags = [Question.symmetricTag]
    let edge = try #require(edge(try maker.record()))
    #expect(edge.references == [.even: 1] && edge.count == 1 && isNear(edge.mean, 0.25 - 0.01))
  }

  // MARK: Evidence

  /// A source with so many units on so many events, whose chances a baseline of 50 % stands beside.
  private func maker(
    units: Int, events: Int, chance: Double = 0.8, sources: Int32 = 1, misses: Int = 5
  ) throws -> StatementMaker {
    var maker = StatementMaker(sources: Int(sources))
    for unit in 0..<units {
      let isMiss = unit % misses == misses - 1
      let question = try maker.question(.binary, isMiss ? .cannotHappen : try yes())
      maker.statements.questions[Int(question)].event = "event \(unit % events)"
      for source in 0..<sources {
        let number = try maker.forecast(
          on: question, by: source, source == 0 ? chance : 0.5 + Double(source) / 100)
        maker.statements.baseline[number] = 0.5
      }
    }
    return maker
  }

  @Test func `one war with forty columns is one event, and has no interval`() throws {
    let edge = try #require(edge(try maker(units: 40, events: 1).record()))
    #expect(edge.count == 40 && edge.events == 1 && edge.interval == nil && edge.rank == nil)
    #expect(edge.verdict == .tooFew)
  }

  @Test(arguments: [(7, false), (8, true)])
  func `fewer than eight events give no interval`(events: Int, hasInterval: Bool) throws {
    let edge = try #require(edge(try maker(units: 40, events: events).record()))
    #expect((edge.interval != nil) == hasInterval)
    if let interval = edge.interval {
      #expect(interval.low < edge.mean && edge.mean < interval.high)
    }
  }

  @Test(arguments: [(19, 19, false), (20, 9, false), (20, 10, true)])
  func `a source is ranked from twenty questions on ten events`(
    units: Int, events: Int, isRanked: Bool
  ) throws {
    let edge = try #require(edge(try maker(units: units, events: events, sources: 3).record()))
    #expect((edge.rank != nil) == isRanked)
    #expect((edge.verdict == .tooFew) != isRanked)
  }

  @Test func `strong evidence gives a verdict, in either direction, and the order follows it`()
    throws
  {
    var maker = try maker(units: 200, events: 200, chance: 0.85, sources: 1, misses: 20)
    maker.statements.sources.append(SourceColumn(number: 9, name: "A bad one", kind: "person"))
    for question in 0..<Int32(200) {
      let number = try maker.forecast(on: question, by: 1, 0.15)
      maker.statements.baseline[number] = 0.5
    }
    let record = try maker.record()
    #expect(record.lines.map(\.name) == ["S0", "A bad one"])
    #expect(edge(record)?.verdict == .better && edge(record, "A bad one")?.verdict == .worse)
    #expect(edge(record)?.rank == 1...1 && edge(record, "A bad one")?.rank == 2...2)
    #expect(record.spread.map { $0 > 0 } == true)
  }

  @Test func `sources that say the same as the reference are told apart by nothing`() throws {
    let record = try maker(units: 40, events: 40, chance: 0.5).record()
    #expect(edge(record)?.mean == 0 && edge(record)?.verdict == .unclear)
  }

  @Test func `shrunken edges lie between the source's own and the common mean`() throws {
    for seed in UInt64(1)...20 {
      var random = SplitMix64(seed: seed)
      var maker = StatementMaker(sources: 6)
      for _ in 0..<30 {
        let happened = Bool.random(using: &random)
        let question = try maker.question(.binary, happened ? try yes() : .cannotHappen)
        for source in Int32(0)..<6 {
          let number = try maker.forecast(
            on: question, by: source, Double.random(in: 0...1, using: &random))
          maker.statements.baseline[number] = 0.5
        }
      }
      let edges = try maker.record().lines.compactMap { $0.figures?.edge }
      let shrunken = edges.compactMap(\.shrunken)
      #expect(shrunken.count == 6)
      let (least, most) = (edges.map(\.mean).min() ?? 0, edges.map(\.mean).max() ?? 0)
      for edge in edges {
        let value = try #require(edge.shrunken)
        #expect((least...most).contains(value), "seed \(seed)")
      }
    }
  }

  // MARK: Ranges

  @Test func `a disputed claim widens the range and leaves the mean`() throws {
    var maker = StatementMaker()
    try maker.forecast(on: try maker.question(.binary, try yes()), 0.8)
    let before = try #require(try maker.record().lines.first?.figures)
    #expect(!before.bounds.isOpen)
    try maker.forecast(on: try maker.question(.binary, .ambiguous), 0.9)
    let after = try #require(try maker.record().lines.first?.figures)
    #expect(after.brier == before.brier && after.questions == 1)
    #expect(isNear(after.bounds.best, (0.04 + 0.01) / 2))
    #expect(isNear(after.bounds.worst, (0.04 + 0.81) / 2))
  }

  @Test func `the mean lies in its range, also where what is disputed could only make it worse`()
    throws
  {
    var maker = StatementMaker()
    try maker.forecast(on: try maker.question(.binary, try yes()), 0.99)
    try maker.forecast(on: try maker.question(.binary, .ambiguous), 0.5)
    let figures = try #require(try maker.record().lines.first?.figures)
    #expect(
      figures.bounds.best == figures.brier && isNear(figures.bounds.worst, (0.0001 + 0.25) / 2))
  }

  @Test func `calibration stands beside what was to be expected`() throws {
    let figure = try #require(
      try maker(units: 40, events: 40).record().lines.first?.figures?.calibration)
    #expect(isNear(figure.expected, 32) && figure.observed == 32)
    #expect(figure.pValue > 0.5 && isNear(figure.miscalibration, 0))
  }

  @Test func `certainty that was wrong is counted, and does not blow up the logarithmic score`()
    throws
  {
    var maker = StatementMaker()
    try maker.forecast(on: try maker.question(.binary, .cannotHappen), 1)
    try maker.forecast(on: try maker.question(.binary, try yes()), 1)
    let log = try #require(try maker.record().lines.first?.figures?.log)
    #expect(log.count == 2 && log.clipped == 2 && log.clippedMisses == 1 && log.mean < 2.4)
  }
}
