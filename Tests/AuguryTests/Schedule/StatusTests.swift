import Augury
import Testing

struct StatusTests {
  private let end: Instant
  private let day: Int64 = 86_400_000_000

  init() throws { end = try Instant(rfc3339: "2026-06-01T00:00:00Z") }

  private func status(after days: Int64, short microseconds: Int64 = 0, grace: Int) -> Status {
    Status(
      outcome: nil, end: end, now: end.advanced(byMicroseconds: days * day - microseconds),
      graceDays: grace)
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
}
