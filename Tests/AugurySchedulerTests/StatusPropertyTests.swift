import Augury
import AuguryScheduler
import AuguryStore
import TestSupport
import Testing

/// What lists say of questions is what the schedule asks by.
struct StatusPropertyTests {
  @Test("Lists and the schedule agree on what is decided and due", arguments: 200..<230)
  func agree(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let watched = try WatchedLedger(seed: UInt64(seed))
    var history = RandomHistory(watched)
    for _ in 0..<60 {
      try history.step(&random)
      let hours = Int64.random(in: 1...200, using: &random)
      watched.clock.now = watched.clock.now.advanced(byMicroseconds: hours * 3_600_000_000)
    }
    let last = try watched.ledger.size() - 1
    let snapshot = try watched.ledger.now()
    var filter = QuestionFilter()
    filter.limit = 1000
    let records = try snapshot.questions(filter)
    let reader = try TimelineReader(
      watched.ledger, through: last, at: watched.clock.now, zone: WatchedLedger.utc)
    var facts: [Int64: QuestionFacts] = [:]
    try reader.timelines(0...last) { facts[$0] = $1.facts }
    #expect(Set(records.map(\.number)) == Set(facts.keys))
    for record in records {
      let found = try #require(facts[record.number])
      let status = record.status(at: watched.clock.now, WatchedLedger.utc)
      #expect((record.decision != nil) == found.isDecided, "#\(record.number)")
      #expect((status == .overdue) == found.isOverdue(at: watched.clock.now), "#\(record.number)")
      #expect(record.due.map { ZoneRules.utc.endOfDay($0.day) } == found.due, "#\(record.number)")
    }
    for isDecided in [false, true] {
      filter.isDecided = isDecided
      let listed = try snapshot.questions(filter).map(\.number)
      #expect(listed == records.map(\.number).filter { facts[$0]?.isDecided == isDecided })
    }
  }
}
