import Augury
import AuguryFormats
import AuguryStore
import Testing

/// Questions keep their deadlines, and stay as many as they are.
struct QuestionRoundTripTests: RoundTrip {
  @Test func `a deadline that was moved judges here whom it judges at the origin`() throws {
    let (test, question, _) = try origin()
    let open = try test.question("Will it ever snow?")
    let source = try test.source("Dot")
    _ = try test.forecast(open, source, "0.6")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    for asked in [question, open] {
      let deadline = Deadline(day: try CivilDate(iso: "2026-08-31"), zone: "Asia/Tokyo")
      try test.append(.amendment(Amendment(question: asked.id, deadline: deadline)))
      _ = try test.forecast(asked, source, "0.4")
    }
    let early = Outcome.happened(nil)
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: early)))
    #expect(try load(try records(test.ledger), into: receiver).moves == 2)
    try expectSame(test.ledger, receiver.ledger, "records")
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: fresh).entries == 0)
  }

  @Test func `a deadline is read in the zone of the ledger it comes from`() throws {
    let test = try TestLedger(zone: "Pacific/Auckland")
    let question = try test.question("Will it rain?", deadline: "2026-05-31")
    _ = try test.forecast(question, try test.source("Ada"), "0.7")
    let zone = "Pacific/Auckland"
    #expect(try table(test.ledger).questions.first?.deadline?.zone == zone)
    #expect(try records(test.ledger).questions.first?.deadline?.zone == zone)
  }

  @Test func `questions of two systems with the same words stay two`() throws {
    let file = try AuguryCSVFile(
      Array(
        """
        source,question,said_on,probability,system,deadline,outcome
        Ann,Will it rain?,2025,0.5,one,2025-12-31,yes
        Ann,Will it rain?,2025,0.5,two,2025-12-31,no
        Ann,Will it rain?,2025,0.5,,2025-12-31,
        """.utf8))
    let receiver = try other()
    #expect(try load(file, into: receiver).questions == 3)
    #expect(try load(file, into: receiver).entries == 0)
    let again = try table(receiver.ledger)
    #expect(again.questions.map(\.origin?.system) == ["one", "two", nil])
    #expect(try load(again, into: receiver).entries == 0)
  }

  @Test func `questions that came to have the same words and deadline stay two`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    for (deadline, outcome) in [("2026-05-31", Outcome.cannotHappen), ("2026-05-30", .ambiguous)] {
      let question = try test.question("Will it rain?", deadline: deadline)
      _ = try test.forecast(question, source, "0.7")
      let moved = Deadline(day: try CivilDate(iso: "2026-05-31"))
      try test.append(.amendment(Amendment(question: question.id, deadline: moved)))
      try test.append(
        .resolution(
          Resolution(id: test.identifier(.resolution), question: question.id, outcome: outcome)))
    }
    let fresh = try other()
    try load(try table(test.ledger), into: fresh)
    try expectSame(test.ledger, fresh.ledger, "table")
    #expect(try load(try table(test.ledger), into: test).entries == 0)
  }
}
