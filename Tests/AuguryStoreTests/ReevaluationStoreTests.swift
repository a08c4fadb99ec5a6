import Augury
import AuguryStore
import Testing

/// What is read of one question alone is what the whole ledger has of it.
struct ReevaluationStoreTests {
  @Test(arguments: 0..<8)
  func `one question's rows give the same last words and judgements as all rows`(
    seed: UInt64
  ) throws {
    let history = try HistoryMaker(seed: 5100 + seed, redacts: seed % 3 == 0)
    try history.run(120)
    let snapshot = try history.ledger.ledger.now()
    let all = try snapshot.statements()
    let dates = try snapshot.dateQuantiles(of: all)
    var found = 0
    for (place, question) in all.questions.enumerated() {
      let one = try snapshot.statements(on: question.number)
      let only = try #require(one.questions.first)
      #expect(one.questions.count == 1 && only.number == question.number)
      #expect(only.tags == question.tags && only.outcome == question.outcome)
      let numbers = all.number.indices.filter { Int(all.question[$0]) == place }
        .map { all.number[$0] }
      #expect(one.number == numbers.sorted())
      // A withdrawal can outlast its forecast, which then is in no row.
      #expect(
        one.withdrawn.filter { numbers.contains($0.key) }
          == all.withdrawn.filter { numbers.contains($0.key) })
      for day in ["2026-01-02", "2026-02-01", "2027-06-01", "2031-01-01"] {
        let instant = try Instant(rfc3339: day + "T00:00:00Z")
        let policy = Policy(grade: .afterwards, at: instant)
        let words = try snapshot.reevaluations(of: question.number, at: instant) { _ in Zones() }
        #expect(
          words == all.reevaluations(of: question.number, at: instant, Zones(), dates: dates))
        found += words.count
        let judged = TrackRecord.judgements(all, policy, Zones())
          .filter { numbers.contains($0.key) }
        #expect(TrackRecord.judgements(one, policy, Zones()) == judged)
      }
    }
    #expect(found > 0)
  }

  @Test func `a forecast of a date is looked at again by its quantiles`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let question = Question(id: test.identifier(.question), kind: .date, text: "When does it snow?")
    try test.append(.question(question))
    let forecast = Forecast(
      id: test.identifier(.forecast), question: question.id, source: source.id,
      said: SaidTime(try CivilDate(iso: "2026-01-01")),
      parts: [
        .dateQuantile(
          try DecimalText(parsing: "0.5"), value: try CivilDate(iso: "2026-01-20")),
        .dateQuantile(
          try DecimalText(parsing: "0.9"), value: try CivilDate(iso: "2026-02-09")),
      ])
    try test.append(.forecast(forecast))
    let words = try test.ledger.now().reevaluations(
      of: 2, at: try Instant(rfc3339: "2026-01-31T00:00:00Z")
    ) { _ in Zones() }
    guard case .behind(let share)? = words.first?.window.state else {
      Issue.record("\(words)")
      return
    }
    #expect(abs(share - 0.7) < 1e-12)
  }
}
