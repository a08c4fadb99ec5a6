import Augury
import Testing

struct StatusTests {
  private let end: Instant
  private let day: Int64 = 86_400_000_000

  init() throws { end = try Instant(rfc3339: "2026-06-01T00:00:00Z") }

  private func status(after days: Int64, short microseconds: Int64 = 0, grace: Int) -> Status {
    Status(
      outcome: nil, end: end, now: end.advanced(byMicroseconds: days * day - microseconds),
      grace: Grace(days: grace))
  }

  @Test("A question is overdue at the end of its own grace and not before", arguments: [1, 7, 90])
  func ownGrace(_ days: Int) {
    #expect(status(after: Int64(days), short: 1, grace: days) == .due)
    #expect(status(after: Int64(days), grace: days) == .overdue)
  }

  @Test("Without any grace a question is overdue as soon as its deadline has passed")
  func noGrace() {
    #expect(status(after: 0, short: 1, grace: 0) == .open)
    #expect(status(after: 0, grace: 0) == .overdue)
  }

  @Test("A grace that is not given is thirty days")
  func defaultGrace() {
    let month = end.advanced(byMicroseconds: 30 * day)
    #expect(Status(outcome: nil, end: end, now: month.advanced(byMicroseconds: -1)) == .due)
    #expect(Status(outcome: nil, end: end, now: month) == .overdue)
  }

  @Test(
    "Days of grace are those of the calendar, also when the clocks change",
    arguments: [
      ("2026-03-10", "2026-04-09T22:00:00Z"), ("2026-10-10", "2026-11-09T23:00:00Z"),
    ])
  func changeOfTime(_ deadline: String, _ end: String) throws {
    let berlin = ZoneRules(
      name: "Europe/Berlin", transitions: [], initialOffset: 3600,
      footer: try PosixZone("CET-1CEST,M3.5.0,M10.5.0/3"))
    let due = berlin.endOfDay(try CivilDate(iso: deadline))
    let over = try Instant(rfc3339: end)
    let grace = Grace(in: berlin)
    #expect(
      Status(outcome: nil, end: due, now: over.advanced(byMicroseconds: -1), grace: grace) == .due)
    #expect(Status(outcome: nil, end: due, now: over, grace: grace) == .overdue)
    let facts = QuestionFacts(zone: berlin, opened: self.end, deadline: due, review: .never)
    let asks = Schedule.asks(facts, from: due, until: over.advanced(byMicroseconds: 1))
    #expect(asks.last == PlannedAsk(ScheduleStep(.overdue, at: over), asked: over))
  }
}
