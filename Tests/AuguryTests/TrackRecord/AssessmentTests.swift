import Augury
import ForecastScoring
import TestSupport
import Testing

/// What is asked of an assessment beside the leaderboard: filters, windows, base rates, groups.
struct AssessmentTests {
  private func yes() throws -> Outcome { .happened(try day("2026-05-01")) }

  private func line(_ record: TrackRecord, _ name: String = "S0") -> TrackRecord.Line? {
    record.lines.first { $0.name == name }
  }

  private func assessment(
    _ maker: StatementMaker, _ change: (inout Policy) -> Void = { _ in }
  ) throws -> Assessment {
    var policy = Policy(at: try instant("2027-01-01"))
    change(&policy)
    return Assessment(maker.statements, policy, Zones())
  }

  // MARK: Filters

  /// Four sources on one question with a tag, one of them also on another question.
  private func filtered() throws -> StatementMaker {
    var maker = StatementMaker(sources: 4)
    let tagged = try maker.question(.binary, try yes())
    let other = try maker.question(.binary, .cannotHappen)
    maker.statements.questions[Int(tagged)].tags = ["war"]
    for source in Int32(0)..<4 {
      try maker.forecast(on: tagged, by: source, 0.6, captured: "2026-01-10", said: "2026-01-10")
    }
    try maker.forecast(on: other, by: 0, 0.2, captured: "2026-06-01", said: "2026-06-01")
    return maker
  }

  @Test func `a filter by tag, day, lead time or kind counts only what passes it`() throws {
    let maker = try filtered()
    func recorded(_ change: (inout ForecastFilter) throws -> Void) throws -> Int? {
      var filter = ForecastFilter()
      try change(&filter)
      return line(try assessment(maker) { $0.filter = filter }.record)?.funnel.recorded
    }
    #expect(try recorded { _ in } == 2)
    #expect(try recorded { $0.tags = ["war"] } == 1)
    #expect(try recorded { $0.tags = ["peace"] } == nil)
    #expect(try recorded { $0.since = try day("2026-06-01") } == 1)
    #expect(try recorded { $0.until = try day("2026-05-31") } == 1)
    #expect(try recorded { $0.leadDays = 0...29 } == 1)
    #expect(try recorded { $0.leadDays = 29...171 } == 2)
    #expect(try recorded { $0.kinds = [.categorical] } == nil)
    #expect(try recorded { $0.sourceKinds = [.person] } == 2)
    #expect(try recorded { $0.sourceKinds = [.market] } == nil)
  }

  @Test func `what a filter hides stays a part of the consensus`() throws {
    var maker = try filtered()
    maker.statements.sources[0].kind = "market"
    let all = try assessment(maker).record
    let market = try assessment(maker) { $0.filter.sourceKinds = [.market] }.record
    #expect(market.lines.map(\.name) == ["S0"])
    #expect(line(market)?.figures?.edge?.count == 1)
    #expect(line(market)?.figures == line(all)?.figures)
  }

  @Test func `of several statements the one is taken that passes the filter`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, try yes())
    try maker.forecast(on: question, 0.1, captured: "2026-01-10", said: "2026-01-10")
    try maker.forecast(on: question, 0.9, captured: "2026-04-10", said: "2026-04-10")
    let late = try assessment(maker) { $0.filter.leadDays = 0...90 }.record
    #expect(isNear(line(late)?.brier, 0.01) && line(late)?.funnel.recorded == 1)
    #expect(isNear(line(try assessment(maker).record)?.brier, 0.81))
  }

  // MARK: Windows

  @Test func `a strict window judges by its own end, and the report says that it matters`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, by: "2026-12-31", .happened(try day("2026-03-15")))
    let number = try maker.forecast(on: question, 0.8, window: "2026-03-31")
    maker.statements.widths[number] = (
      strict: Int64(try day("2026-02-28").dayNumber),
      generous: Int64(try day("2026-06-30").dayNumber)
    )
    let usual = try #require(try assessment(maker).page(of: 0)?.forecasts.first)
    let strict = try #require(
      try assessment(maker) { $0.window = .strict }.page(of: 0)?.forecasts.first)
    #expect(usual.happened == true && isNear(usual.brier, 0.04) && usual.dependsOnWindow)
    #expect(strict.happened == false && isNear(strict.brier, 0.64))
    #expect(strict.deadline?.day == (try day("2026-02-28")))
  }

  // MARK: Base rates

  private func based(
    _ rates: [BaseRateColumn], negated: Bool = false, grade: CaptureGrade = .documented
  ) throws -> ReferenceForecast? {
    var maker = StatementMaker()
    let question = try maker.question(.binary, try yes())
    maker.statements.questions[Int(question)].tags = ["coup", "war"]
    maker.statements.baseRates = rates
    try maker.forecast(
      on: question, 0.8, negated: negated, captured: "2026-01-01", said: "2026-01-01")
    return try assessment(maker) { $0.grade = grade }.page(of: 0)?.forecasts.first?.reference
  }

  private func rate(
    _ chance: Double?, days: Int? = nil, tag: String = "coup", on day: String = "2025-01-01"
  ) throws -> BaseRateColumn {
    BaseRateColumn(
      tag: tag, chance: chance, days: days, recorded: try instant(day).microseconds)
  }

  @Test func `a base rate on record before the outcome was known is the reference`() throws {
    #expect(try based([rate(0.1)]) == ReferenceForecast(kind: .baseRate, probability: 0.1))
    #expect(isNear(try based([rate(0.1)], negated: true)?.probability, 0.9))
    #expect(try based([rate(0.1, tag: "peace")]) == nil)
  }

  @Test func `one that was recorded when the outcome was known counts only where all does`()
    throws
  {
    let late = try rate(0.1, on: "2026-05-02")
    #expect(try based([late]) == nil)
    #expect(try based([late], grade: .afterwards)?.probability == 0.1)
  }

  @Test func `of several base rates the last counts, and giving it up leaves none from then on`()
    throws
  {
    let (first, second) = (try rate(0.1), try rate(0.3, tag: "war", on: "2025-02-01"))
    #expect(try based([first, second])?.probability == 0.3)
    #expect(try based([first, rate(nil, on: "2025-03-01")]) == nil)
    // Given up after the outcome was known, it stays the reference.
    #expect(try based([first, rate(nil, on: "2026-06-01")])?.probability == 0.1)
  }

  @Test func `a base rate of a year grows with the lead time`() throws {
    // From 1 January to 30 June 2026 are 180 days: two spans of 90.
    #expect(isNear(try based([rate(0.1, days: 90)])?.probability, 1 - 0.9 * 0.9))
    #expect(isNear(try based([rate(0.1, days: 180)])?.probability, 0.1))
  }

  // MARK: References as lines

  @Test func `the references are scored on the questions on which a source was`() throws {
    var maker = StatementMaker(sources: 3)
    let chances = [0.6, 0.7, 0.9]
    let question = try maker.question(.binary, try yes())
    for (source, chance) in chances.enumerated() {
      try maker.forecast(on: question, by: Int32(source), chance)
    }
    let alone = try maker.question(.binary, .cannotHappen)
    maker.statements.questions[Int(alone)].tags = ["coup"]
    maker.statements.baseRates = [try rate(0.1)]
    try maker.forecast(on: alone, 0.4)
    let references = try assessment(maker).record.references
    let pooled = try #require(logOddsPool(chances))
    #expect(references.map(\.kind) == [.consensus, .baseRate, .even])
    #expect(isNear(references[0].figures.brier, (pooled - 1) * (pooled - 1)))
    #expect(isNear(references[1].figures.brier, 0.01) && references[1].figures.questions == 1)
    #expect(isNear(references[2].figures.brier, 0.25) && references[2].figures.questions == 2)
    // Always 50 % is compared with the base rate where there is one.
    #expect(isNear(references[2].figures.edge?.mean, 0.01 - 0.25))
  }

  @Test func `the consensus is scored on its own claim, against what stood when it did`() throws {
    var maker = StatementMaker(sources: 5)
    let question = try maker.question(.binary, by: "2026-12-31", .happened(try day("2026-05-01")))
    try maker.forecast(on: question, 0.1, said: "2025-01-01", window: "2026-03-01")
    for source in Int32(1)...3 {
      let number = try maker.forecast(on: question, by: source, 0.9, said: "2025-06-01")
      maker.statements.baseline[number] = 0.9
    }
    let consensus = try #require(
      try assessment(maker).record.references.first { $0.kind == .consensus })
    #expect(isNear(consensus.figures.brier, 0.01))
    #expect(isNear(consensus.figures.edge?.mean, 0))
  }

  @Test func `what was taken back is a part of the consensus until then, and not from then on`()
    throws
  {
    var maker = StatementMaker(sources: 5)
    let question = try maker.question(.binary, try yes())
    for source in Int32(1)...3 {
      try maker.forecast(
        on: question, by: source, 0.7, captured: "2025-11-01", said: "2025-11-01",
        withdrawn: source == 3 ? "2026-02-15" : nil)
    }
    try maker.forecast(on: question, 0.8, captured: "2026-02-01", said: "2026-02-01")
    try maker.forecast(on: question, by: 4, 0.8, captured: "2026-03-01", said: "2026-03-01")
    let assessment = try assessment(maker)
    let before = try #require(assessment.page(of: 0)?.forecasts.first?.reference)
    #expect(before.kind == .consensus && isNear(before.probability, 0.7))
    // From the withdrawal on there are still three others: 1, 2 and 0, which spoke since.
    let pooled = try #require(logOddsPool([0.7, 0.7, 0.8]))
    #expect(isNear(assessment.page(of: 4)?.forecasts.first?.reference?.probability, pooled))
  }

  @Test func `giving up the base rate of one tag leaves that of another`() throws {
    let (war, coup) = (try rate(0.1, tag: "war"), try rate(0.2, on: "2025-02-01"))
    #expect(try based([war, coup, rate(nil, on: "2025-03-01")])?.probability == 0.1)
    // A rate of time says nothing where no time is known, and hides no other.
    #expect(try based([war, rate(0.2, days: 0, on: "2025-02-01")]) != nil)
  }

  // MARK: Several statements

  @Test(arguments: [[0.1, 0.99], [0.99, 0.1]])
  func `the mean over statements does not depend on their order in the ledger`(
    chances: [Double]
  ) throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, try yes())
    for chance in chances {
      let said = chance == 0.1 ? "2025-01-01" : "2025-02-01"
      let number = try maker.forecast(on: question, chance, captured: said, said: said)
      maker.statements.baseline[number] = 0.5
    }
    let assessment = try assessment(maker) { $0.take = .average }
    let figures = try #require(line(assessment.record)?.figures)
    let brier = (0.81 + 0.0001) / 2
    #expect(isNear(figures.brier, brier) && isNear(figures.edge?.mean, 0.25 - brier))
    #expect(isNear(figures.calibration?.expected, 0.545))
    let scored = try #require(
      assessment.page(of: 0)?.forecasts.filter { $0.standing == .scored })
    #expect(scored.count == 1 && isNear(scored[0].brier, brier))
    #expect(isNear(scored[0].probability, 0.545) && isNear(scored[0].edge, 0.25 - brier))
  }

  // MARK: The page

  @Test func `forty columns on one war say nothing about confidence`() throws {
    var maker = StatementMaker()
    for index in 0..<40 {
      let question = try maker.question(.binary, .cannotHappen)
      maker.statements.questions[Int(question)].event = index < 40 ? "the war" : nil
      try maker.forecast(on: question, 0.8)
    }
    let page = try #require(try assessment(maker).page(of: 0))
    #expect(page.confidence == .tooFew && page.curve == nil && page.testedEvents == 1)
    #expect(page.likely?.calls == 40 && page.likely?.range == nil)
    // One forecast at 80 % that did not come about: 0.2, of which half counts, twice.
    #expect(isNear(page.line.figures?.calibration?.pValue, 0.2))
    #expect(page.line.figures?.calibration?.observed == 0)
  }

  @Test func `what was called unlikely and has happened did not come true`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, by: "2028-12-31", try yes())
    try maker.forecast(on: question, 0.05)
    try maker.forecast(on: question, 0.95)
    let forecasts = try #require(try assessment(maker).page(of: 0)?.forecasts)
    #expect(forecasts.map { $0.probability ?? 0 > 0.5 } == [false, true])
    #expect(forecasts.map(\.cameTrueEarly).first == false)
  }

  @Test func `a best call leaned the right way and a miss the wrong way`() throws {
    var maker = StatementMaker()
    for (chance, reference, happens) in [
      (0.755, 0.95, false), (0.744, 0.9, true), (0.2, 0.5, false), (0.9, 0.6, false),
    ] {
      let question = try maker.question(.binary, happens ? try yes() : .cannotHappen)
      let number = try maker.forecast(on: question, chance)
      maker.statements.baseline[number] = reference
    }
    let alone = try maker.question(.binary, try yes())
    try maker.forecast(on: alone, 0.067)
    let page = try #require(try assessment(maker).page(of: 0))
    #expect(page.best.map(\.probability) == [0.2])
    #expect(page.worst.map(\.probability) == [0.9, 0.067])
  }

  // MARK: Groups

  @Test func `a group is counted as a filter would count it`() throws {
    let maker = try filtered()
    let whole = try assessment(maker)
    let war = try #require(whole.groups(by: .tag).first)
    #expect(war.name == "war" && war.sources == 4 && war.funnel.recorded == 4)
    let filtered = try assessment(maker) { $0.filter.tags = ["war"] }.record
    #expect(war.funnel == filtered.funnel)
    #expect(whole.groups(by: .tag, of: 0).first?.funnel.recorded == 1)
    let leads = whole.groups(by: .leadTime)
    #expect(leads.map(\.name) == [LeadTime.month, .year].map(\.rawValue))
    #expect(whole.groups(by: .kind).map(\.funnel.recorded) == [5])
    #expect(whole.groups(by: .sourceKind).map(\.name) == ["person"])
  }

  @Test func `an outlet's group holds what it passed on, by the statement that it passed on`()
    throws
  {
    var maker = StatementMaker()
    let question = try maker.question(.binary, try yes())
    try maker.forecast(on: question, 0.1, captured: "2026-01-10", said: "2026-01-10")
    let later = try maker.forecast(on: question, 0.9, captured: "2026-02-10", said: "2026-02-10")
    let groups = try assessment(maker).groups(by: .relay, relays: [later: ["UPROXX", "A blog"]])
    #expect(groups.map(\.name) == ["A blog", "UPROXX"])
    #expect(groups.allSatisfy { isNear($0.figures?.brier, 0.01) && $0.funnel.recorded == 1 })
  }

  @Test func `lead times fall into the stretch that holds them`() {
    let days: [Int?] = [nil, 0, 7, 8, 31, 32, 92, 93, 366, 367]
    let stretches: [LeadTime] = [
      .unknown, .week, .week, .month, .month, .quarter, .quarter, .year, .year, .longer,
    ]
    #expect(days.map(LeadTime.init(days:)) == stretches)
  }

  // MARK: Two sources

  @Test func `two sources are compared where both were scored by the same last day`() throws {
    var maker = StatementMaker(sources: 2)
    for index in 0..<25 {
      let happens = index % 5 != 0
      let question = try maker.question(.binary, happens ? try yes() : .cannotHappen)
      try maker.forecast(on: question, by: 0, happens ? 0.9 : 0.2, said: "2025-12-01")
      try maker.forecast(on: question, by: 1, happens ? 0.3 : 0.4, negated: true)
    }
    let alone = try maker.question(.binary, try yes())
    try maker.forecast(on: alone, by: 0, 0.5)
    try maker.forecast(on: alone, by: 1, 0.5, window: "2026-05-15")
    let comparison = try #require(try assessment(maker).comparison(of: 0, with: 1))
    #expect(comparison.pairs.count == 25)
    // 0.1² and 0.2² against 0.3² and 0.6² of what was denied.
    let mine = (20 * 0.01 + 5 * 0.04) / 25
    let its = (20 * 0.09 + 5 * 0.36) / 25
    #expect(isNear(comparison.brier.first, mine) && isNear(comparison.brier.second, its))
    #expect(isNear(comparison.edge?.mean, its - mine))
    #expect(comparison.dominance == .first && comparison.earlier.first == 0)
    let turned = try #require(try assessment(maker).comparison(of: 1, with: 0))
    #expect(isNear(turned.edge?.mean, mine - its) && turned.dominance == .second)
    #expect(turned.edge?.evidenceFor == comparison.edge?.evidenceAgainst)
  }

  @Test func `a verdict on two sources needs the mean on the same side as the evidence`() throws {
    var maker = StatementMaker(sources: 2)
    for index in 0..<70 {
      // Thirty good events, and one war with forty claims that went wrong.
      let isWar = index >= 30
      let question = try maker.question(.binary, isWar ? .cannotHappen : try yes())
      if isWar { maker.statements.questions[Int(question)].event = "the war" }
      try maker.forecast(on: question, by: 0, 0.9)
      try maker.forecast(on: question, by: 1, 0.5)
    }
    let comparison = try #require(try assessment(maker).comparison(of: 0, with: 1))
    let edge = try #require(comparison.edge)
    #expect(edge.mean < 0 && edge.evidenceFor > 20 && edge.events == 31)
    #expect(edge.verdict == .unclear)
  }

  // MARK: Editions

  @Test func `an edition announced beforehand finds by one look what e-values do not`() throws {
    var maker = StatementMaker(sources: 2)
    for index in 0..<40 {
      let happens = index % 5 != 0
      let question = try maker.question(.binary, happens ? try yes() : .cannotHappen)
      for source in Int32(0)..<2 {
        let number = try maker.forecast(on: question, by: source, source == 0 ? 0.7 : 0.52)
        maker.statements.baseline[number] = 0.5
      }
    }
    let often = try assessment(maker).record
    let once = try assessment(maker) { $0.looking = .once }.record
    #expect(line(often)?.figures?.edge?.verdict == .unclear)
    #expect(line(once)?.figures?.edge?.verdict == .better)
    let p = try #require(line(once)?.figures?.edge?.pValue)
    #expect(p < 0.05 && line(often)?.figures?.edge?.pValue == p)
  }
}
