import Augury
import TestSupport
import Testing

/// What is asked about one question, and when.
@Suite("Schedule")
struct ScheduleTests {
  private func at(_ text: String) throws -> Instant {
    try Instant(rfc3339: text.count == 10 ? text + "T00:00:00Z" : text)
  }

  /// The asks as lines of kind and day.
  private func lines(
    _ facts: QuestionFacts, _ from: String, _ until: String
  ) throws -> [String] {
    Schedule.asks(facts, from: try at(from), until: try at(until)).map {
      "\($0.asked.civilDate) \($0.step.kind.rawValue)"
    }
  }

  @Test("A year's question is reviewed at six months, three, six weeks, and so on, down to a week")
  func halving() throws {
    let facts = QuestionFacts(opened: try at("2026-01-01"), deadline: try at("2027-01-01"))
    #expect(
      try lines(facts, "2026-01-01", "2027-02-01") == [
        "2026-07-02 review", "2026-10-01 review", "2026-11-16 review", "2026-12-09 review",
        "2026-12-20 review", "2027-01-01 due", "2027-01-31 overdue",
      ])
  }

  @Test("Review dates follow from opening and deadline, not from where the stretch begins")
  func reviewsStayPut() throws {
    let facts = QuestionFacts(opened: try at("2026-01-01"), deadline: try at("2027-01-01"))
    let whole = try lines(facts, "2026-01-01", "2027-01-01")
    for cut in ["2026-03-03", "2026-07-02", "2026-11-16", "2026-12-31"] {
      let parts = try lines(facts, "2026-01-01", cut) + lines(facts, cut, "2027-01-01")
      #expect(parts == whole)
    }
  }

  @Test("An overdue question is brought up again after one week, two more, four more, and so on")
  func reminders() throws {
    let facts = QuestionFacts(
      opened: try at("2025-12-25"), deadline: try at("2026-01-01"), graceDays: 10)
    #expect(
      try lines(facts, "2026-01-01", "2026-05-01") == [
        "2026-01-01 due", "2026-01-11 overdue", "2026-01-18 overdue", "2026-02-01 overdue",
        "2026-03-01 overdue", "2026-04-26 overdue",
      ])
  }

  @Test(
    "What waited for a decision before a stretch began is asked at its beginning, the last alone")
  func standing() throws {
    let facts = QuestionFacts(opened: try at("2020-01-01"), deadline: try at("2021-01-01"))
    let asks = Schedule.asks(facts, from: try at("2021-01-20"), until: try at("2021-01-21"))
    #expect(asks.map(\.step) == [ScheduleStep(.due, at: try at("2021-01-01"))])
    #expect(asks.map(\.asked) == [try at("2021-01-20")])
  }

  @Test("A vague horizon is asked about at its strict, default and generous ends")
  func windows() throws {
    let window = WindowEnds(
      strict: try at("2026-02-01"), default: try at("2026-03-01"), generous: try at("2026-05-01"))
    let facts = QuestionFacts(opened: try at("2026-01-20"), windows: [window], review: .never)
    #expect(
      try lines(facts, "2026-01-20", "2026-03-02") == ["2026-02-01 strict", "2026-03-01 due"])
    #expect(try lines(facts, "2026-04-20", "2026-05-02").last == "2026-05-01 generous")
  }

  @Test("A generous end is asked about once, as a look, after a no through the usual end")
  func generousAfterNo() throws {
    let window = WindowEnds(default: try at("2026-03-01"), generous: try at("2026-05-01"))
    var facts = QuestionFacts(
      opened: try at("2026-01-20"), windows: [window], seenThrough: try at("2026-03-02"),
      isDecided: true)
    #expect(try lines(facts, "2026-03-02", "2027-01-01") == ["2026-05-01 generous"])
    let end = PlannedAsk(.init(.generous, at: try at("2026-05-01")), asked: try at("2026-05-01"))
    #expect(Schedule.next(facts, after: try at("2026-03-02")) == .ask(end))
    #expect(Schedule.next(facts, after: end.asked) == .none(.decided))
    #expect(facts.standing(at: try at("2026-06-01")) == nil)
    facts.snooze = SnoozeSpan(from: try at("2026-04-01"), until: try at("2026-05-20"))
    #expect(try lines(facts, "2026-04-01", "2027-01-01") == ["2026-05-20 generous"])
    facts.seenThrough = end.asked
    #expect(try lines(facts, "2026-03-02", "2027-01-01") == [])
  }

  @Test("After a no through its deadline a question is due when the last window has ended")
  func noThroughDeadline() throws {
    let windows = [
      WindowEnds(default: try at("2026-03-01")), WindowEnds(default: try at("2026-09-01")),
    ]
    var facts = QuestionFacts(
      opened: try at("2026-01-20"), deadline: try at("2026-03-01"), windows: windows,
      review: .never)
    #expect(
      try lines(facts, "2026-02-01", "2026-04-06") == [
        "2026-03-01 due", "2026-03-31 overdue",
      ])
    facts.seenThrough = try at("2026-03-01")
    #expect(
      try lines(facts, "2026-03-02", "2026-10-05") == [
        "2026-09-01 due", "2026-10-01 overdue",
      ])
    #expect(try !facts.isOverdue(at: at("2026-04-01")) && facts.isOverdue(at: at("2026-10-01")))
    // A no through an earlier day answers neither.
    facts.seenThrough = try at("2026-02-20")
    #expect(
      try lines(facts, "2026-02-21", "2026-04-06") == ["2026-03-01 due", "2026-03-31 overdue"])
  }

  @Test("A forecast's own window is asked about before the question's deadline")
  func ownWindow() throws {
    let facts = QuestionFacts(
      opened: try at("2026-01-01"), deadline: try at("2027-01-01"),
      windows: [WindowEnds(default: try at("2026-03-01"))], review: .never)
    #expect(
      try lines(facts, "2026-01-02", "2027-01-02") == ["2026-03-01 window", "2027-01-01 due"])
  }

  @Test("A source that says nothing more for half of its lead time is noted as silent, once")
  func silence() throws {
    func said(_ source: Int64, _ day: String) throws -> SpokenTime {
      SpokenTime(source: source, said: try at(day))
    }
    var facts = QuestionFacts(
      opened: try at("2026-01-01"), deadline: try at("2026-07-02"), review: .never)
    facts.spoken = [
      try said(1, "2026-01-01"), try said(2, "2026-01-01"), try said(2, "2026-02-01"),
    ]
    #expect(
      try lines(facts, "2026-01-01", "2026-07-02") == ["2026-04-03 silent", "2026-04-18 silent"])
  }

  @Test("Days that a date forecast had thought likely are noted as they pass, until it is due")
  func passedMass() throws {
    let facts = QuestionFacts(
      opened: try at("2026-01-01"), deadline: try at("2026-06-01"),
      passedMass: [try at("2026-03-01"), try at("2026-04-01"), try at("2026-08-01")],
      review: .never)
    #expect(
      try lines(facts, "2026-01-01", "2026-06-01")
        == ["2026-03-01 past-mass", "2026-04-01 past-mass"])
  }

  @Test("Nothing is asked while a question is put off; then what came meanwhile, the last of it")
  func snooze() throws {
    var facts = QuestionFacts(opened: try at("2026-01-01"), deadline: try at("2026-03-01"))
    facts.snooze = SnoozeSpan(from: try at("2026-02-01"), until: try at("2026-04-10"))
    #expect(try lines(facts, "2026-02-01", "2026-04-12") == ["2026-04-10 overdue"])
    facts.snooze = SnoozeSpan(from: try at("2026-01-05"), until: try at("2026-01-20"))
    #expect(try lines(facts, "2026-01-05", "2026-01-21") == ["2026-01-20 snoozed"])
  }

  @Test("What was due already when it was put off is asked about as due when that ends")
  func snoozedWhileDue() throws {
    var facts = QuestionFacts(opened: try at("2026-01-01"), deadline: try at("2026-03-01"))
    facts.snooze = SnoozeSpan(from: try at("2026-03-05"), until: try at("2026-03-20"))
    #expect(try lines(facts, "2026-03-05", "2026-03-21") == ["2026-03-20 due"])
    let ask = PlannedAsk(.init(.due, at: try at("2026-03-20")), asked: try at("2026-03-20"))
    #expect(Schedule.next(facts, after: try at("2026-03-06")) == .ask(ask))
    facts.snooze = SnoozeSpan(from: try at("2026-04-01"), until: try at("2026-04-02"))
    #expect(try lines(facts, "2026-04-01", "2026-04-03") == ["2026-04-02 overdue"])
  }

  @Test("A question without a deadline is reviewed each half year, or at its own interval")
  func noDeadline() throws {
    var facts = QuestionFacts(opened: try at("2024-02-29"))
    #expect(
      try lines(facts, "2024-02-29", "2025-09-01")
        == ["2024-08-29 review", "2025-02-28 review", "2025-08-29 review"])
    facts.review = .every(days: 200)
    #expect(try lines(facts, "2024-03-01", "2025-03-01") == ["2024-09-16 review"])
    facts.review = .never
    #expect(Schedule.next(facts, after: try at("2024-03-01")) == .none(.endless))
  }

  @Test("The next ask is the first of those that follow, for random facts and instants")
  func nextIsFirst() throws {
    var random = SplitMix64(seed: 26)
    let origin = try at("2026-01-01").microseconds
    func day(_ range: ClosedRange<Int>) -> Instant {
      Instant(microseconds: origin + Int64(Int.random(in: range, using: &random)) * 86_400_000_000)
    }
    for _ in 0..<2000 {
      var facts = QuestionFacts(opened: day(-300...10))
      if Bool.random(using: &random) { facts.deadline = day(20...900) }
      if Bool.random(using: &random) {
        facts.windows = [WindowEnds(strict: day(10...20), default: day(30...200))]
      }
      facts.spoken = [SpokenTime(source: 1, said: facts.opened)]
      facts.review =
        [ReviewPlan.halving, .never, .every(days: 17)][Int.random(in: 0...2, using: &random)]
      if Bool.random(using: &random) {
        let from = day(0...600)
        let days = Int64.random(in: 1...400, using: &random)
        facts.snooze = SnoozeSpan(
          from: from, until: from.advanced(byMicroseconds: days * 86_400_000_000))
      }
      if Int.random(in: 0..<4, using: &random) == 0 { facts.seenThrough = day(0...1200) }
      let now = day(0...1200)
      let later = Schedule.asks(
        facts, from: now.advanced(byMicroseconds: 1), until: day(4000...4000)
      ).first { $0.step.at > now || facts.snooze?.until == $0.asked }
      guard case .ask(let next) = Schedule.next(facts, after: now) else {
        #expect(later == nil)
        continue
      }
      #expect(later == next, "\(facts) \(now)")
    }
  }
}
