import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Passes of the scheduler")
struct TickTests {
  @Test("A deadline that passes is asked about once, however often one looks")
  func once() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-03")
    #expect(try watched.tick().decided.isEmpty)
    #expect(try watched.tick(at: "2026-01-03T23:59:59Z").kinds == [])
    #expect(try watched.tick(at: "2026-01-04T00:00:00Z").kinds == ["due"])
    #expect(try watched.tick(at: "2026-01-04T00:00:01Z").kinds == [])
    #expect(try watched.decisions().count == 1)
  }

  @Test("What was missed while nothing ran is decided in one pass, each thing under its own date")
  func catchUp() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-05")
    _ = try watched.question(by: "2026-03-10")
    try watched.tick()
    let report = try watched.tick(at: "2026-02-10T12:00:00Z")
    #expect(report.kinds.sorted() == ["due", "overdue", "review"])
    #expect(report.jump?.mark == .ahead)
    #expect(report.looked == 2)
  }

  @Test("A deadline moved later is asked about again at the new one")
  func movedLater() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.tick()
    #expect(try watched.tick(at: "2026-01-06T00:00:00Z").kinds == ["due"])
    let later = Deadline(day: try CivilDate(iso: "2026-01-12"))
    try watched.append(.amendment(Amendment(question: question.id, deadline: later)))
    #expect(try watched.tick(at: "2026-01-12T23:00:00Z").kinds == [])
    #expect(try watched.tick(at: "2026-01-13T00:00:00Z").kinds == ["due"])
  }

  @Test("A deadline moved before today is asked about at once")
  func movedEarlier() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-06-05")
    try watched.tick()
    try watched.set("2026-02-01T08:00:00Z")
    let earlier = Deadline(day: try CivilDate(iso: "2026-01-20"))
    try watched.append(.amendment(Amendment(question: question.id, deadline: earlier)))
    let report = try watched.tick(at: "2026-02-01T08:01:00Z")
    #expect(report.kinds == ["due"])
    #expect(report.decided.first?.ask.asked == (try Instant(rfc3339: "2026-02-01T08:00:00Z")))
  }

  @Test("A question whose resolution is undone is open again, and asked about again")
  func undone() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.tick()
    #expect(try watched.tick(at: "2026-01-06T00:00:00Z").kinds == ["due"])
    let resolution = try watched.resolve(question, .ambiguous)
    #expect(try watched.tick(at: "2026-02-20T00:00:00Z").kinds == [])
    try watched.undo(resolution)
    #expect(try watched.tick().kinds == ["reopened"])
    // Brought up again with the next reminder of what is overdue.
    #expect(try watched.tick(at: "2026-02-26T00:00:00Z").kinds == ["overdue"])
  }

  @Test("What was due when it was put off is asked about as due again when that ends")
  func snoozedWhileDue() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.tick()
    #expect(try watched.tick(at: "2026-01-06T08:00:00Z").kinds == ["due"])
    try watched.append(
      .snooze(Snooze(question: question.id, until: try CivilDate(iso: "2026-01-20"))))
    #expect(try watched.tick(at: "2026-01-19T23:00:00Z").kinds == [])
    #expect(try watched.tick(at: "2026-01-20T00:00:00Z").kinds == ["due"])
    #expect(try watched.tick(at: "2026-01-20T01:00:00Z").kinds == [])
  }

  @Test("A question taken back or merged into another is asked about no more")
  func gone() throws {
    let watched = try WatchedLedger()
    let (_, first) = try watched.question(by: "2026-01-05")
    let (second, _) = try watched.question("The same", by: "2026-01-06")
    let (third, thirdNumber) = try watched.question("The same, really", by: "2026-01-07")
    try watched.tick()
    try watched.undo(first)
    try watched.append(.merge(Merge(from: second.id, into: third.id)))
    let report = try watched.tick(at: "2026-01-10T00:00:00Z")
    #expect(report.decided.map(\.question) == [thirdNumber])
  }

  @Test("Where nothing is to be decided nothing is written")
  func idle() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-20")
    try watched.tick()
    let before = try Data(contentsOf: watched.folder.file("watched.augury"))
    let report = try watched.tick(at: "2026-01-01T12:30:00Z")
    #expect(try Data(contentsOf: watched.folder.file("watched.augury")) == before)
    #expect(report.next == (try Instant(rfc3339: "2026-01-11T00:00:00Z")))
  }

  @Test("A clock that ran ahead and came back loses nothing and records nothing twice")
  func clockCameBack() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-20")
    try watched.tick()
    #expect(try watched.tick(at: "2038-01-19T03:14:09Z", for: ["a"]).kinds.contains("due"))
    let recorded = try watched.decisions().count
    let back = try watched.tick(at: "2026-01-02T12:00:00Z", for: ["a"])
    #expect(back.jump?.mark == .back)
    #expect(back.rearmed == recorded)
    #expect(back.kinds == [])
    #expect(try watched.tick(at: "2026-01-21T00:00:00Z", for: ["a"]).kinds == ["review", "due"])
    #expect(try watched.tick(at: "2026-01-21T00:10:00Z", for: ["a"]).kinds == [])
    #expect(try watched.decisions().count == recorded)
    #expect(try NoticeBook(watched.ledger)?.jumps().map(\.mark) == [.ahead, .back, .ahead])
  }

  @Test("A question entered while the clock had run ahead is asked about in its own time")
  func enteredAhead() throws {
    let watched = try WatchedLedger()
    try watched.tick()
    try watched.set("2106-02-07T06:28:17Z")
    _ = try watched.question(by: "2026-01-20")
    try watched.set("2026-01-01T13:00:00Z")
    _ = try watched.question(by: "2027-01-20")
    #expect(try watched.tick().kinds == [])
    #expect(try watched.tick(at: "2026-01-21T00:00:00Z").kinds.contains("due"))
  }

  @Test("A question entered by a clock that had gone back a little is reviewed all the same")
  func enteredBack() throws {
    let watched = try WatchedLedger()
    try watched.tick()
    try watched.set("2026-01-01T11:59:59.990Z")
    _ = try watched.question(by: "2026-03-01")
    let kinds = try watched.tick(at: "2026-03-02T00:00:00Z").kinds
    #expect(kinds == ["review", "review", "review", "due"])
  }

  @Test("Rebuilding the projections tells nobody anything again")
  func rebuild() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-05")
    try watched.tick()
    try watched.tick(at: "2026-01-06T00:00:00Z", for: ["a"])
    _ = try Ledger.open(watched.ledger.path).rebuild()
    #expect(try watched.tick(at: "2026-01-06T00:01:00Z", for: ["a"]).kinds == [])
    #expect(try watched.decisions().count == 1)
    #expect(try watched.ledger.verify().findings.isEmpty)
  }
}

/// What was found by reading with fresh eyes.
@Suite("Passes of the scheduler, odd cases")
struct OddTickTests {
  @Test("What was not seen so far is asked about again at a later deadline")
  func partialNo() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.tick()
    try watched.set("2026-01-06T08:00:00Z")
    try watched.resolve(question, .notSeen(through: try CivilDate(iso: "2026-01-05")))
    #expect(try watched.tick().kinds == ["due"])
    let later = Deadline(day: try CivilDate(iso: "2026-01-20"))
    try watched.append(.amendment(Amendment(question: question.id, deadline: later)))
    #expect(try watched.tick(at: "2026-01-21T00:00:00Z").kinds.contains("due"))
    try watched.resolve(question, .notSeen(through: later.day))
    #expect(try watched.tick(at: "2026-12-21T00:00:00Z").kinds == [])
  }

  @Test("A forecast is asked about at the deadline that stood when it was recorded")
  func deadlineThatStood() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.append(
      .forecast(
        Forecast(
          id: watched.identifier(.forecast), question: question.id,
          source: try watched.source("Ann").id, said: .unknown,
          probability: try Probability(parsing: "70%"))))
    try watched.tick()
    let later = Deadline(day: try CivilDate(iso: "2026-12-20"))
    try watched.append(.amendment(Amendment(question: question.id, deadline: later)))
    #expect(try watched.tick(at: "2026-01-06T00:00:00Z").kinds.contains("window"))
  }

  @Test("A clock that stands before the ledger began decides nothing and repeats nothing")
  func clockBeforeLedger() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-05")
    try watched.tick()
    try watched.tick(at: "2026-01-06T00:00:00Z")
    for _ in 0..<2 {
      let report = try watched.tick(at: "1970-01-01T00:10:00Z")
      #expect(report.kinds == [] && report.jump?.mark == .back && report.rearmed == 0)
    }
    #expect(try watched.tick(at: "2026-01-06T00:20:00Z").kinds == [])
    #expect(try NoticeBook(watched.ledger)?.jumps().map(\.mark) == [.ahead, .back])
  }

  @Test("What a clock that ran ahead put off is delivered when it is back")
  func parkedDelivery() throws {
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-01-05")
    try watched.tick()
    try watched.tick(at: "2030-01-01T00:00:00Z", for: ["a"])
    try watched.tick(at: "2026-02-01T00:00:00Z", for: ["a"])
    let book = try #require(try NoticeBook(watched.ledger))
    #expect(try Outbox(book).waiting("a", at: watched.clock.now).isEmpty == false)
  }
}
