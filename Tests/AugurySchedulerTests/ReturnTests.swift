import Augury
import AuguryScheduler
import AuguryStore
import Testing

@Suite("Questions that wait again")
struct ReturnTests {
  private func move(_ question: Question, to day: String, _ watched: WatchedLedger) throws -> Int64
  {
    try watched.append(
      .amendment(
        Amendment(question: question.id, deadline: Deadline(day: try CivilDate(iso: day)))))
  }

  /// A question that was due on 2026-04-01, was asked about, and was moved to the end of June.
  private func moved() throws -> (watched: WatchedLedger, question: Question, move: Int64) {
    let watched = try WatchedLedger(from: "2026-03-25T12:00:00Z")
    let (question, _) = try watched.question(by: "2026-03-31")
    try watched.tick()
    #expect(try watched.tick(at: "2026-04-01T08:00:00Z").kinds == ["due"])
    let move = try move(question, to: "2026-06-30", watched)
    #expect(try watched.tick(at: "2026-04-02T08:00:00Z").kinds == [])
    return (watched, question, move)
  }

  /// What a simulation of the whole history asks from a day on.
  private func simulated(_ watched: WatchedLedger, from day: String) throws -> [String] {
    let now = watched.clock.now
    return try Simulation(
      try watched.ledger.now(), from: try Instant(rfc3339: "2026-03-25T12:00:00Z"), through: now,
      now: now, zone: WatchedLedger.utc
    ).items.map { WatchedLedger.line($0.question, $0.ask) }.filter { $0 >= day }
  }

  @Test("A deadline moved back to a day that was asked about is asked about at once, and once")
  func movedBack() throws {
    let (watched, question, _) = try moved()
    try watched.set("2026-04-10T09:00:00Z")
    _ = try move(question, to: "2026-03-31", watched)
    #expect(
      try Tick(watched.ledger, watched.capture, recipients: [], zone: WatchedLedger.utc)
        .preview().kinds == ["returned"])
    let report = try watched.tick(at: "2026-04-10T09:30:00Z")
    #expect(report.kinds == ["returned"])
    #expect(report.decided.first?.ask.step.at == (try Instant(rfc3339: "2026-04-10T09:00:00Z")))
    #expect(try simulated(watched, from: "2026-04-02").count == 1)
    #expect(try watched.tick(at: "2026-04-11T09:00:00Z").kinds == [])
    #expect(try watched.tick(at: "2026-05-01T00:00:00Z").kinds == ["overdue"])
  }

  @Test("A move that is undone after the old deadline asks at once, each time it happens")
  func undoneMove() throws {
    let (watched, question, first) = try moved()
    try watched.set("2026-04-10T09:00:00Z")
    try watched.undo(first)
    #expect(try watched.tick().kinds == ["returned"])
    try watched.set("2026-04-11T09:00:00Z")
    let second = try move(question, to: "2026-06-30", watched)
    try watched.set("2026-04-12T09:00:00Z")
    try watched.undo(second)
    // What was undone and what made it wait are both past for a pass that comes late.
    try watched.set("2026-04-12T10:00:00Z")
    try watched.append(.schedule(Scheduling(question: question.id, review: .never)))
    #expect(try watched.tick(at: "2026-04-13T09:00:00Z").kinds == ["returned"])
    #expect(try simulated(watched, from: "2026-04-02").count == 2)
  }

  @Test("A snooze that is undone has its question asked about again where it waits")
  func undoneSnooze() throws {
    let watched = try WatchedLedger(from: "2026-03-25T12:00:00Z")
    let (question, _) = try watched.question(by: "2026-03-31")
    try watched.tick()
    #expect(try watched.tick(at: "2026-04-01T08:00:00Z").kinds == ["due"])
    let snooze = try watched.append(
      .snooze(Snooze(question: question.id, until: try CivilDate(iso: "2026-06-01"))))
    #expect(try watched.tick(at: "2026-04-05T08:00:00Z").kinds == [])
    try watched.undo(snooze)
    #expect(try watched.tick(at: "2026-04-05T08:01:00Z").kinds == ["returned"])
  }

  @Test("What still waits is not asked about again when something else changes")
  func stillWaits() throws {
    let watched = try WatchedLedger(from: "2026-03-25T12:00:00Z")
    let (question, _) = try watched.question(by: "2026-03-31")
    try watched.tick()
    #expect(try watched.tick(at: "2026-04-01T08:00:00Z").kinds == ["due"])
    try watched.append(.schedule(Scheduling(question: question.id, review: .never)))
    #expect(try watched.tick(at: "2026-04-02T08:00:00Z").kinds == [])
  }
}
