import Augury
import AuguryScheduler
import AuguryStore
import Testing

@Suite("What notices say, and who is told")
struct NoticeTests {
  private func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

  private func item(
    _ kind: OccasionKind, _ number: Int64, _ watched: WatchedLedger
  ) throws -> AgendaItem {
    let now = watched.clock.now
    let ask = PlannedAsk(ScheduleStep(kind, at: now), asked: now)
    let maker = AgendaMaker(try watched.ledger.now(), at: now, zone: WatchedLedger.utc)
    return try #require(try maker.items([(number, ask)]).first)
  }

  @Test("A notice asks for a decision where its question waits for one, whatever it is for")
  func asksForDecision() throws {
    let watched = try WatchedLedger()
    let (question, number) = try watched.question(by: "2026-12-31")
    try watched.append(
      .forecast(
        Forecast(
          id: watched.identifier(.forecast), question: question.id,
          source: try watched.source("Ann").id, said: .unknown,
          probability: try Probability(parsing: "70%"),
          window: Window(default: try day("2026-03-01"), strict: try day("2026-02-01")))))
    try watched.set("2026-02-02T08:00:00Z")
    #expect(try item(.strict, number, watched).asksForDecision == false)
    try watched.set("2026-03-02T08:00:00Z")
    let review = try item(.review, number, watched)
    #expect(review.asksForDecision && review.waits == .window && review.status == .open)
    try watched.append(.snooze(Snooze(question: question.id, until: try day("2026-05-01"))))
    try watched.set("2026-03-03T08:00:00Z")
    #expect(try item(.review, number, watched).asksForDecision == false)
  }

  @Test("After a no through the usual end, the generous end of a window is to be looked at")
  func generousEnd() throws {
    let watched = try WatchedLedger()
    let (question, number) = try watched.question(by: nil)
    try watched.append(
      .forecast(
        Forecast(
          id: watched.identifier(.forecast), question: question.id,
          source: try watched.source("Ann").id, said: .unknown,
          probability: try Probability(parsing: "70%"),
          window: Window(default: try day("2026-02-12"), generous: try day("2026-03-26")))))
    try watched.tick()
    #expect(try watched.tick(at: "2026-02-13T00:00:00Z").kinds.contains("due"))
    try watched.set("2026-02-20T08:00:00Z")
    try watched.resolve(question, .notSeen(through: try day("2026-02-19")))
    #expect(try watched.tick().kinds == [])
    let next = try AgendaMaker(
      try watched.ledger.now(), at: watched.clock.now, zone: WatchedLedger.utc
    ).agenda(in: "UTC", through: try Instant(rfc3339: "2026-04-01T00:00:00Z"), limit: nil).agenda
    #expect(next.now.isEmpty && next.next.map(\.occasion.kind) == [.generous])
    #expect(try watched.tick(at: "2026-03-26T23:00:00Z").kinds == [])
    let report = try watched.tick(at: "2026-03-27T00:00:00Z")
    #expect(report.kinds == ["generous"])
    let asks = report.decided.filter { $0.question == number }
    let item = try #require(
      try AgendaMaker(try watched.ledger.now(), at: watched.clock.now, zone: WatchedLedger.utc)
        .items(asks).first)
    #expect(!item.isSettled && !item.asksForDecision && item.status == .resolved)
    #expect(item.proposal == nil)
    #expect(try watched.tick(at: "2027-03-27T00:00:00Z").kinds == [])
  }

  /// How many notices wait for a channel that insists.
  private func told(_ watched: WatchedLedger, at text: String) throws -> Int {
    try watched.set(text)
    let plan = DeliveryPlan(zone: "UTC", onlyOverdue: true)
    let recipient = Recipient(channel: "loud") { ask, isOverdue, now in
      plan.includes(ask.step.kind, isOverdue: isOverdue) ? now : nil
    }
    _ = try Tick(
      watched.ledger, watched.capture, recipients: [recipient], zone: WatchedLedger.utc
    ).run()
    guard let book = try NoticeBook(watched.ledger) else { return 0 }
    return try Outbox(book).waiting("loud", at: watched.clock.now).count
  }

  @Test("A channel that insists is told of an overdue question that is open again")
  func overdueAgain() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    #expect(try told(watched, at: "2026-01-02T00:00:00Z") == 0)
    #expect(try told(watched, at: "2026-01-06T08:00:00Z") == 0, "it is due, not overdue")
    let outcome = try watched.resolve(question, .ambiguous)
    #expect(try told(watched, at: "2026-03-01T08:00:00Z") == 0)
    try watched.undo(outcome)
    #expect(try told(watched, at: "2026-03-01T09:00:00Z") == 1)
    // What is due when it is asked is told to other channels, however late the pass.
    _ = try watched.question("Another", by: "2026-03-05")
    #expect(try told(watched, at: "2026-03-07T00:00:00Z") == 1)
  }
}
