import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Rules whose looks fail")
struct RuleFaultTests {
  private let watched: WatchedLedger
  private let bench: RuleBench
  private let question: Question
  private let number: Int64
  private let yes: Outcome

  init() throws {
    watched = try WatchedLedger()
    bench = try RuleBench()
    (question, number) = try watched.question(by: "2026-02-01")
    yes = .happened(try CivilDate(iso: "2026-01-03"))
    try setRule()
  }

  private func setRule() throws {
    let place = RulePlace.file(bench.folder.file("s.csv").path)
    let rule = Rule(place: place, test: try RuleTesting.value(), isAutomatic: false)
    try watched.append(.rule(RuleChange(question: question.id, rule: rule)))
  }

  private func write(_ close: String) throws {
    try bench.write("day,close\n2026-01-02,4990\n2026-01-03,\(close)\n", to: "s.csv")
  }

  private func look(at text: String) throws -> [RuleLook] {
    try watched.set(text)
    let ledger = try Ledger.open(watched.ledger.path)
    return try RuleLooks(ledger, watched.capture, bench.runner, zone: WatchedLedger.utc).run(
      isFollowed: false)
  }

  private func item(at text: String? = nil) throws -> AgendaItem? {
    let instant = try text.map { try Instant(rfc3339: $0) } ?? watched.clock.now
    return try AgendaMaker(try watched.ledger.now(), at: instant, zone: WatchedLedger.utc)
      .items([(number, PlannedAsk(ScheduleStep(.found, at: instant), asked: instant))]).first
  }

  /// Finds 5003, and then that the source says 4003.
  private func contradict() throws {
    try write("5003")
    _ = try look(at: "2026-01-04T12:00:00Z")
    #expect(try item()?.proposal?.outcome == yes)
    try write("4003")
    _ = try look(at: "2026-01-05T12:00:00Z")
  }

  @Test("What a source contradicts is proposed no longer, also after the deadline")
  func contradiction() throws {
    try contradict()
    for instant in ["2026-01-05T12:00:00Z", "2026-06-01T12:00:00Z"] {
      let item = try #require(try item(at: instant))
      #expect(item.proposal == nil)
      let last = try #require(item.evidence.last)
      #expect(last.hasPrefix("its rule has failed since 2026-01-05: The source now says 4003 for"))
    }
    #expect(try item(at: "2026-01-04T13:00:00Z")?.proposal?.outcome == yes)
  }

  @Test("A contradiction stands until a look goes well, and then what was found is proposed again")
  func contradictionStands() throws {
    try contradict()
    try FileManager.default.removeItem(atPath: bench.folder.file("s.csv").path)
    _ = try look(at: "2026-01-05T12:05:00Z")
    let missing = try #require(try item())
    #expect(missing.proposal == nil)
    #expect(missing.evidence.last?.contains("There is no file") == true)
    #expect(missing.evidence.last?.contains("“The source now says 4003") == true)
    try write("5003")
    let mended = try look(at: "2026-01-05T13:00:00Z")
    #expect(mended.map(\.isMended) == [true])
    let item = try #require(try item())
    #expect(item.proposal?.outcome == yes && item.evidence.count == 1)
    #expect(try look(at: "2026-01-06T13:00:00Z").isEmpty)
  }

  @Test("What was contradicted stays so when the question is merged into another")
  func merged() throws {
    try contradict()
    let (other, _) = try watched.question(by: "2026-02-01")
    try watched.append(.merge(Merge(from: question.id, into: other.id)))
    #expect(try look(at: "2026-01-06T12:00:00Z").isEmpty)
    let item = try #require(try item())
    #expect(item.proposal == nil && item.evidence.count == 2)
  }

  @Test("A source that is missing takes back nothing that was found")
  func missing() throws {
    try write("5003")
    _ = try look(at: "2026-01-04T12:00:00Z")
    try FileManager.default.removeItem(atPath: bench.folder.file("s.csv").path)
    _ = try look(at: "2026-01-05T12:00:00Z")
    let item = try #require(try item())
    #expect(item.proposal?.outcome == yes)
    #expect(item.evidence.last?.hasPrefix("its rule has failed since 2026-01-05: There") == true)
  }

  @Test("Silence answers no only where the rule could look")
  func silence() throws {
    let late = "2026-04-01T12:00:00Z"
    #expect(try item(at: late)?.proposal != nil)
    _ = try look(at: "2026-01-04T12:00:00Z")
    #expect(try item(at: late)?.proposal == nil)
  }

  @Test("A rule that was dropped or given again proposes nothing that it found before")
  func formerRule() throws {
    try contradict()
    try setRule()
    let fresh = try #require(try item(at: "2026-06-01T12:00:00Z"))
    #expect(fresh.proposal == nil && fresh.evidence.count == 1)
    #expect(try look(at: "2026-01-05T12:01:00Z").allSatisfy { $0.failure == nil })
    #expect(try item()?.proposal == nil)
    try write("5003")
    #expect(try look(at: "2026-01-06T12:01:00Z").first?.failure?.contains("now says 5003") == true)
    try setRule()
    #expect(try look(at: "2026-01-06T12:02:00Z").map(\.finding).count == 1)
    #expect(try item()?.proposal?.outcome == yes)
    try watched.append(.rule(RuleChange(question: question.id, rule: nil)))
    #expect(try item()?.proposal == nil)
  }

  @Test("A reason that goes on is told again after a week, and then each time twice as long")
  func repeated() throws {
    let told = try (Int64(0)..<60).filter { day in
      let instant = try Instant(rfc3339: "2026-01-02T12:00:00Z")
      let text = instant.advanced(byMicroseconds: day * 86_400_000_000).rfc3339
      return try look(at: text).first?.failure != nil
    }
    #expect(told == [0, 7, 14, 28, 56])
  }
}
