import Augury
import AuguryScheduler
import Testing

@Suite("When a rule looks again")
struct RuleRetryTests {
  private let start = Instant(microseconds: 1_800_000_000_000_000)

  private func minutes(_ failures: Int, everyHours: Int = 24) -> Int64 {
    let next = RuleRetry.next(after: failures, at: start, everyHours: everyHours)
    return (next.microseconds - start.microseconds) / 60_000_000
  }

  @Test("After a failure it waits five minutes, then twice as long each time, up to its interval")
  func doubling() {
    #expect((1...10).map { minutes($0) } == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440])
    #expect(minutes(.max) == 1440)
    #expect((1...5).map { minutes($0, everyHours: 1) } == [5, 10, 20, 40, 60])
  }

  @Test("Without a failure it waits its interval")
  func interval() {
    #expect(minutes(0) == 1440)
    #expect(minutes(0, everyHours: 6) == 360)
    #expect(minutes(-1) == 1440)
  }

  @Test("No interval is too long or too short to be counted with")
  func extremes() {
    #expect(RuleRetry.next(after: 0, at: start, everyHours: .max) > start)
    #expect(RuleRetry.next(after: 0, at: start, everyHours: 0) > start)
    #expect(RuleRetry.next(after: 3, at: start, everyHours: .max) > start)
  }
}
