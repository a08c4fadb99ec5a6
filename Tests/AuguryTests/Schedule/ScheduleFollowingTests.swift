import Augury
import TestSupport
import Testing

struct ScheduleFollowingTests {
  private func instant(_ text: String) throws -> Instant { try Instant(rfc3339: text) }

  /// A question from January to the end of June, which is looked at every thirty days.
  private func facts(snooze: SnoozeSpan? = nil) throws -> QuestionFacts {
    QuestionFacts(
      opened: try instant("2026-01-01T12:00:00Z"), deadline: try instant("2026-07-01T00:00:00Z"),
      review: .every(days: 30), snooze: snooze)
  }

  @Test("What follows is listed in order, so much of it at most")
  func order() throws {
    let asks = Schedule.following(try facts(), after: try instant("2026-05-01T00:00:00Z"), limit: 4)
    #expect(asks.map(\.step.kind) == [.review, .review, .due, .overdue])
    #expect(
      asks.map { $0.asked.civilDate.description }
        == ["2026-05-31", "2026-06-30", "2026-07-01", "2026-07-31"])
  }

  @Test("What waits already does not follow")
  func waiting() throws {
    let asks = Schedule.following(try facts(), after: try instant("2026-07-02T00:00:00Z"), limit: 1)
    #expect(asks.map(\.step) == [.init(.overdue, at: try instant("2026-07-31T00:00:00Z"))])
  }

  @Test("When a snooze ends, what it held back follows")
  func snoozed() throws {
    let until = try instant("2026-07-10T00:00:00Z")
    let snooze = SnoozeSpan(from: try instant("2026-06-01T00:00:00Z"), until: until)
    let asks = Schedule.following(
      try facts(snooze: snooze), after: try instant("2026-06-02T00:00:00Z"), limit: 2)
    #expect(asks.map(\.step.kind) == [.due, .overdue])
    #expect(asks.first?.asked == until)
  }

  @Test("The first of what follows is asked when the schedule says, or there is a reason why not")
  func agreesWithNext() throws {
    var random = SplitMix64(seed: 4)
    let start = try instant("2026-01-01T00:00:00Z")
    func later(_ days: Int) -> Instant {
      start.advanced(byMicroseconds: Int64(days) * 86_400_000_000)
    }
    for _ in 0..<500 {
      var facts = QuestionFacts(opened: start)
      if Bool.random(using: &random) {
        facts.deadline = later(.random(in: 1...400, using: &random))
      }
      facts.review = [ReviewPlan.halving, .never, .every(days: 9)].randomElement(using: &random)!
      facts.isDecided = Int.random(in: 0..<6, using: &random) == 0
      let day = Int.random(in: 0...500, using: &random)
      let now = later(day).advanced(byMicroseconds: 1)
      if Bool.random(using: &random) {
        // Nobody puts a question off from a later day on.
        let from = Int.random(in: 0...day, using: &random)
        facts.snooze = SnoozeSpan(from: later(from), until: later(from + 30))
      }
      let asks = Schedule.following(facts, after: now, limit: 8)
      #expect(asks.count <= 8 && asks.allSatisfy { $0.asked > now })
      switch Schedule.next(facts, after: now) {
      case .ask(let ask): #expect(asks.first?.asked == ask.asked)
      case .none: #expect(asks.isEmpty)
      }
    }
  }
}
