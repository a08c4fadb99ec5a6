import Augury
import AuguryScheduler
import AuguryStore
import Testing

@Suite("What a channel that insists is told")
struct InsistingTests {
  @Test("A snooze that ends while the question is overdue is told, before any reminder")
  func snoozeEnds() throws {
    let watched = try WatchedLedger()
    let (question, _) = try watched.question(by: "2026-01-05")
    try watched.append(.schedule(Scheduling(question: question.id, graceDays: 3)))
    let plan = DeliveryPlan(zone: "UTC", onlyOverdue: true)
    func told(at text: String) throws -> [OccasionKind] {
      try watched.set(text)
      var kinds: [OccasionKind] = []
      let insisting = Recipient(channel: "insisting") { ask, isOverdue, now in
        guard plan.includes(ask.step.kind, isOverdue: isOverdue) else { return nil }
        kinds.append(ask.step.kind)
        return now
      }
      _ = try Tick(
        try Ledger.open(watched.ledger.path), watched.capture, recipients: [insisting],
        zone: WatchedLedger.utc
      ).run()
      return kinds
    }
    #expect(try told(at: "2026-01-06T12:00:00Z").isEmpty)
    #expect(try told(at: "2026-01-09T12:00:00Z") == [.overdue])
    try watched.append(
      .snooze(Snooze(question: question.id, until: try CivilDate(iso: "2026-01-11"))))
    #expect(try told(at: "2026-01-10T12:00:00Z").isEmpty)
    #expect(try told(at: "2026-01-11T12:00:00Z").count == 1)
  }
}
