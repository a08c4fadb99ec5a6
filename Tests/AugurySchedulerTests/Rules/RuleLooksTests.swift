import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Looks at the rules of questions")
struct RuleLooksTests {
  private let watched: WatchedLedger
  private let bench: RuleBench

  init() throws {
    watched = try WatchedLedger()
    bench = try RuleBench()
  }

  /// Gives a question a rule that reads a table in a file.
  private func rule(auto: Bool) throws -> (question: Question, number: Int64) {
    let (question, number) = try watched.question(by: "2026-02-01")
    let path = bench.folder.file("s.csv").path
    let rule = Rule(place: .file(path), test: try RuleTesting.value(), isAutomatic: auto)
    try watched.append(.rule(RuleChange(question: question.id, rule: rule)))
    return (question, number)
  }

  private func look(at text: String) throws -> [RuleLook] {
    try watched.set(text)
    let ledger = try Ledger.open(watched.ledger.path)
    return try RuleLooks(ledger, watched.capture, bench.runner, zone: WatchedLedger.utc).run(
      isFollowed: false)
  }

  private func entries(of kind: EntryKind) throws -> [Entry] {
    try (0..<watched.ledger.size()).compactMap { try watched.ledger.entry($0) }.filter {
      $0.body.kind == kind
    }
  }

  @Test("What a rule finds is proposed once, with its evidence kept, and asked about at once")
  func proposes() throws {
    let (_, number) = try rule(auto: false)
    try watched.tick()
    try bench.write("day,close\n2026-01-02,4990\n2026-01-03,5003\n", to: "s.csv")
    #expect(try look(at: "2026-01-04T12:00:00Z").map(\.isDecided) == [false])
    #expect(try look(at: "2026-01-06T12:00:00Z").isEmpty)
    let reviews = try entries(of: .review)
    guard case .review(let review)? = reviews.first?.body else {
      Issue.record("no review")
      return
    }
    let day = try CivilDate(iso: "2026-01-03")
    #expect(reviews.count == 1 && review.proposal == .happened(day))
    guard case .document(let document)? = review.evidence.first else {
      Issue.record("no evidence is kept")
      return
    }
    #expect(
      FileManager.default.fileExists(
        atPath: bench.folder.file("ledger.db.archive").path + "/" + document.sha256))
    #expect(try entries(of: .resolution).isEmpty)
    #expect(try watched.tick().kinds.contains("found"))
    let item = try AgendaMaker(
      try watched.ledger.now(), at: watched.clock.now, zone: WatchedLedger.utc
    )
    .items([
      (number, PlannedAsk(ScheduleStep(.found, at: review.looked), asked: review.looked))
    ]).first
    #expect(item?.proposal?.outcome == .happened(day))
    #expect(item?.proposal?.evidence == review.evidence)
  }

  @Test("Only an automatic rule records the outcome")
  func decides() throws {
    _ = try rule(auto: true)
    try bench.write("day,close\n2026-01-02,4990\n2026-01-03,5003\n", to: "s.csv")
    #expect(try look(at: "2026-01-04T12:00:00Z").map(\.isDecided) == [true])
    let outcomes = try entries(of: .resolution).compactMap { entry -> Resolution? in
      if case .resolution(let resolution) = entry.body { resolution } else { nil }
    }
    #expect(outcomes.map(\.outcome) == [.happened(try CivilDate(iso: "2026-01-03"))])
    #expect(outcomes.first?.evidence.isEmpty == false && outcomes.first?.decidedBy == "its rule")
    #expect(try look(at: "2026-01-08T12:00:00Z").isEmpty)
  }

  @Test(
    "A source that is missing is told once, tried again sooner than its interval, and not guessed")
  func missing() throws {
    let (_, number) = try rule(auto: true)
    #expect(try look(at: "2026-01-04T12:00:00Z").first?.failure?.contains("s.csv") == true)
    let book = LookBook(try #require(try NoticeBook(watched.ledger)))
    #expect(
      try book.state(of: number)?.next == (try Instant(rfc3339: "2026-01-04T12:05:00Z")))
    #expect(try look(at: "2026-01-04T12:05:00Z").isEmpty)
    #expect(
      try book.state(of: number)?.next == (try Instant(rfc3339: "2026-01-04T12:15:00Z")))
    #expect(try entries(of: .review).isEmpty && entries(of: .resolution).isEmpty)
    try bench.write("day,close\n2026-01-02,5001\n", to: "s.csv")
    #expect(try look(at: "2026-01-04T12:15:00Z").map(\.isDecided) == [true])
  }
}
