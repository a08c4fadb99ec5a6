import Augury
import AuguryStore
import Testing

/// What became of forecasts at the origin is so after an import.
struct ForecastRoundTripTests: RoundTrip {
  private func reasons(_ ledger: Ledger) throws -> [String: [Scoreability: Int]] {
    try figures(ledger, .first).mapValues(\.funnel.reasons)
  }

  @Test func `a withdrawal arrives once, in time or late`() throws {
    let (test, question, forecasts) = try origin()
    try resolve(test, question, on: "2026-04-01")
    try test.append(.withdrawal(Withdrawal(forecast: forecasts[1], said: .unknown)))
    let expected: [String: [Scoreability: Int]] = ["Ada": [:], "Bob": [:], "Cid": [.withdrawn: 1]]
    #expect(try reasons(test.ledger) == expected)
    for makesTable in [false, true] {
      let receiver = try other()
      for round in 0..<2 {
        let result =
          makesTable
          ? try load(try table(test.ledger), into: receiver)
          : try load(try records(test.ledger), into: receiver)
        #expect(result.withdrawals == (round == 0 ? 2 : 0))
      }
      #expect(try reasons(receiver.ledger) == expected)
    }
  }

  @Test func `a forecast that is taken back between two exports is taken back here too`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try test.append(.withdrawal(Withdrawal(forecast: forecasts[0], said: .unknown)))
    try resolve(test, question, on: "2026-04-01")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 0 && result.known == 3 && result.withdrawals == 1)
    try expectSame(test.ledger, receiver.ledger, "second export")
  }

  @Test func `what is put right between two exports takes the place of the first`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try correct(test, forecasts[0], "0.9")
    try correct(test, forecasts[2], "0.8")
    try resolve(test, question, on: "2026-04-01")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 2 && result.replaced == 2 && result.known == 1)
    try expectSame(test.ledger, receiver.ledger, "second export")
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    // An undo of the second import brings back what the first one said.
    let last = try receiver.ledger.size() - 1
    try receiver.append(.retraction(Retraction(entries: [(last - Int64(result.entries))...last])))
    #expect(try receiver.ledger.now().forecastPlaces().count == 3)
  }

  @Test func `what was put right too late is not scored here either`() throws {
    let (test, question, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try resolve(test, question, on: "2026-04-01")
    try correct(test, forecasts[0], "1")
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.forecasts == 0 && result.known == 3)
    try expectSame(test.ledger, receiver.ledger, "records")
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
  }

  @Test func `what the keeper put right here stands`() throws {
    let (test, _, forecasts) = try origin()
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    let number = try #require(try receiver.ledger.now().forecastPlaces().first).forecast
    let copy = try #require(try receiver.ledger.now().forecast(number))
    try correct(receiver, copy.id, "0.2")
    try correct(test, forecasts[0], "0.9")
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    #expect(try receiver.ledger.now().forecast(number)?.probability?.text == "0.2")
  }

  @Test func `records that come back to their own ledger add nothing`() throws {
    let (test, question, forecasts) = try origin()
    try correct(test, forecasts[0], "0.9")
    try resolve(test, question, on: "2026-04-01")
    #expect(try load(try records(test.ledger), into: test).entries == 0)
  }

  @Test("What was read of words stands beside a deadline that their question got later")
  func readHorizons() throws {
    let test = try TestLedger()
    let question = try test.question("Will it ever snow?")
    let source = try test.source("Dot")
    let window = Window(default: try CivilDate(iso: "2026-03-15"))
    for (quote, horizon) in [
      ("someday", ReadHorizon(kind: .unfalsifiable, words: "someday", window: nil, version: 1)),
      ("soon", ReadHorizon(kind: .vague, words: "soon", window: window, version: 1)),
    ] {
      let forecast = Forecast(
        id: test.identifier(.forecast), question: question.id, source: source.id, said: .unknown,
        probability: try Probability(parsing: "0.7"), wording: Wording(quote: quote),
        reading: Reading(chance: nil, horizon: horizon))
      try test.append(.forecast(forecast))
    }
    _ = try test.forecast(question, source, "0.6")
    let deadline = Deadline(day: try CivilDate(iso: "2026-08-31"))
    try test.append(.amendment(Amendment(question: question.id, deadline: deadline)))
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: fresh).entries == 0)
    #expect(try load(try table(test.ledger), into: test).entries == 0)
  }

  @Test func `a source is of the same kind here, but another keeper is a person`() throws {
    let test = try TestLedger()
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    for (name, kind) in [("Post", SourceKind.outlet), ("maker", .own)] {
      let source = Source(id: test.identifier(.source), name: name, kind: kind)
      try test.append(.source(source))
      _ = try test.forecast(question, source, "0.7")
    }
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    #expect(try receiver.ledger.now().sources().map(\.kind) == ["person", "outlet"])
  }
}
