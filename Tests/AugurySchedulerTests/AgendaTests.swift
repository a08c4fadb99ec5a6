import Augury
import AuguryScheduler
import AuguryStore
import Testing

@Suite("What waits and what comes next")
struct AgendaTests {
  private func waiting(_ watched: WatchedLedger, at text: String) throws -> [AgendaItem] {
    let instant = try Instant(rfc3339: text)
    return try AgendaMaker(try watched.ledger.now(), at: instant, zone: WatchedLedger.utc)
      .agenda(in: "UTC", through: instant, limit: nil).agenda.now
  }

  @Test("A question waits as overdue, with a proposal, by its own grace")
  func ownGrace() throws {
    let watched = try WatchedLedger()
    let (hasty, _) = try watched.question(by: "2026-01-05")
    let (hidden, _) = try watched.question(by: "2026-01-05")
    let (usual, _) = try watched.question(by: "2026-01-05")
    try watched.append(.schedule(Scheduling(question: hasty.id, graceDays: 3)))
    try watched.append(.schedule(Scheduling(question: hidden.id, graceDays: 3, isHidden: true)))
    let early = try waiting(watched, at: "2026-01-08T23:59:59Z")
    #expect(early.map(\.status) == [.due, .due, .due])
    #expect(early.allSatisfy { $0.proposal == nil })
    let late = try waiting(watched, at: "2026-01-09T00:00:00Z")
    let items = Dictionary(uniqueKeysWithValues: late.map { ($0.occasion.question, $0) })
    #expect(items[usual.id]?.status == .due)
    #expect(items[hasty.id]?.status == .overdue)
    let day = try CivilDate(iso: "2026-01-05")
    #expect(items[hasty.id]?.proposal?.outcome == .notSeen(through: day))
    #expect(items[hidden.id]?.proposal?.outcome == .ambiguous)
  }

  @Test("A question is overdue from the instant at which that is asked, also in summer time")
  func changeOfTime() throws {
    let berlin = ZoneRules(
      name: "Europe/Berlin", transitions: [], initialOffset: 3600,
      footer: try PosixZone("CET-1CEST,M3.5.0,M10.5.0/3"))
    let watched = try WatchedLedger()
    _ = try watched.question(by: "2026-03-10")
    for (text, kind, status) in [
      ("2026-04-09T21:59:59Z", OccasionKind.due, Status.due),
      ("2026-04-09T22:00:00Z", .overdue, .overdue),
    ] {
      let instant = try Instant(rfc3339: text)
      let agenda = try AgendaMaker(try watched.ledger.now(), at: instant) { _ in berlin }
        .agenda(in: "UTC", through: instant, limit: nil).agenda
      #expect(agenda.now.map(\.occasion.kind) == [kind])
      #expect(agenda.now.map(\.status) == [status])
      #expect(agenda.now.allSatisfy { ($0.proposal != nil) == (status == .overdue) })
    }
  }
}
