import Augury
import AuguryStore
import TestSupport
import Testing

struct QuestionWatchingTests {
  private let test: TestLedger
  private let question: Question
  private var number: Int64 { 1 }

  init() throws {
    test = try TestLedger()
    question = try test.question("Will it rain?", deadline: "2026-05-31")
  }

  private func grace(_ days: Int?, of question: Question) -> EntryBody {
    .schedule(Scheduling(question: question.id, graceDays: days))
  }

  private func rule(_ path: String) -> Rule { Rule(place: .file(path), test: .words(["rain"])) }

  private func undo(_ seq: Int64, cascade: Bool = false) throws -> Int64 {
    try test.write { try $0.retract([seq...seq], cascade: cascade, reason: nil).entry }
  }

  @Test("The settings that stand last count as a whole")
  func lastSettings() throws {
    #expect(try test.ledger.now().scheduling(of: number) == nil)
    let hidden = Scheduling(question: question.id, graceDays: 3, isHidden: true)
    let first = try test.append(.schedule(hidden))
    let second = try test.append(grace(7, of: question))
    #expect(try test.ledger.now().scheduling(of: number)?.graceDays == 7)
    #expect(try test.ledger.now().scheduling(of: number)?.isHidden == false)
    #expect(try test.ledger.asOf(entry: first).scheduling(of: number) == hidden)
    let undone = try undo(second)
    #expect(try test.ledger.now().scheduling(of: number) == hidden)
    _ = try undo(undone)
    #expect(try test.ledger.now().scheduling(of: number)?.graceDays == 7)
  }

  @Test("A snooze is told with when it was recorded, and one without a day ends it")
  func lastSnooze() throws {
    let until = try CivilDate(iso: "2026-04-01")
    try test.append(.snooze(Snooze(question: question.id, until: until, reason: "no news")))
    let found = try #require(try test.ledger.now().snooze(of: number))
    #expect(found.snooze == Snooze(question: question.id, until: until, reason: "no news"))
    #expect(found.recorded == test.clock.now)
    try test.append(.snooze(Snooze(question: question.id, until: nil)))
    #expect(try test.ledger.now().snooze(of: number)?.snooze.until == nil)
  }

  @Test("A rule stands until it is dropped, and comes back when that is undone")
  func lastRule() throws {
    let set = try test.append(
      .rule(RuleChange(question: question.id, rule: rule("/data/rain.csv"))))
    let found = try #require(try test.ledger.now().rule(of: number))
    #expect(found.rule == rule("/data/rain.csv"))
    #expect(found.seq == set && found.recorded == test.clock.now)
    #expect(try test.ledger.now().questionsWithRules() == [number])
    let dropped = try test.append(.rule(RuleChange(question: question.id, rule: nil)))
    #expect(try test.ledger.now().rule(of: number) == nil)
    #expect(try test.ledger.now().questionsWithRules() == [])
    _ = try undo(dropped)
    #expect(try test.ledger.now().rule(of: number)?.seq == set)
  }

  @Test("What was said of any of the merged questions counts, the last of it")
  func family() throws {
    let other = try test.question("Rain?", deadline: "2026-05-31")
    try test.append(grace(7, of: question))
    try test.append(grace(3, of: other))
    try test.append(.rule(RuleChange(question: question.id, rule: rule("/data/rain.csv"))))
    for asked in [question, other] {
      try test.append(
        .review(Review(question: asked.id, looked: test.clock.now, finding: asked.text)))
    }
    let merge = try test.append(.merge(Merge(from: other.id, into: question.id)))
    for member in [number, 2] {
      let snapshot = try test.ledger.now()
      #expect(try snapshot.scheduling(of: member)?.graceDays == 3)
      #expect(try snapshot.rule(of: member)?.rule == rule("/data/rain.csv"))
      #expect(try snapshot.questionsWithRules() == [number])
      let findings = try snapshot.reviews(of: member).map { entry in
        if case .review(let review) = entry.body { review.finding } else { "" }
      }
      #expect(findings == ["Will it rain?", "Rain?"])
    }
    _ = try undo(merge)
    #expect(try test.ledger.now().scheduling(of: number)?.graceDays == 7)
    #expect(try test.ledger.now().scheduling(of: 2)?.graceDays == 3)
  }

  @Test("A question that is watched is undone only together with what watches it")
  func undoing() throws {
    let settings = try test.append(grace(7, of: question))
    #expect {
      try undo(number)
    } throws: { error in
      (error as? RetractionError) == .dependents(["#\(settings) (schedule)"], more: 0)
    }
    _ = try undo(number, cascade: true)
    #expect(try test.ledger.now().scheduling(of: number) == nil)
  }

  @Test("The settings before count again when the bytes of the last ones are deleted")
  func redaction() throws {
    try test.append(grace(3, of: question))
    let last = try test.append(grace(7, of: question))
    _ = try test.ledger.write(test.capture) { try $0.redactEntry(last, reason: nil) }
    #expect(try test.ledger.now().scheduling(of: number)?.graceDays == 3)
    #expect(try test.ledger.verify().findings == [])
  }

  @Test("A question's row has the grace that stands, through undo, redaction and merging")
  func graceOfRows() throws {
    func rows() throws -> [Int64: Int] {
      let rows = try test.ledger.now().questions(QuestionFilter())
      for row in rows {
        #expect(try test.ledger.now().question(row.number)?.graceDays == row.graceDays)
      }
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0.graceDays) })
    }
    let other = try test.question("Rain?", deadline: "2026-05-31")
    let first = try test.append(grace(3, of: question))
    let second = try test.append(grace(7, of: question))
    #expect(try rows() == [1: 7, 2: Grace.usualDays])
    #expect(try test.ledger.asOf(entry: first).question(number)?.graceDays == 3)
    let undone = try undo(second)
    #expect(try rows() == [1: 3, 2: Grace.usualDays])
    _ = try undo(undone)
    try test.append(grace(nil, of: question))
    #expect(try rows() == [1: Grace.usualDays, 2: Grace.usualDays])
    let last = try test.append(grace(0, of: other))
    let merge = try test.append(.merge(Merge(from: other.id, into: question.id)))
    #expect(try rows() == [1: 0])
    _ = try undo(merge)
    _ = try test.ledger.write(test.capture) { try $0.redactEntry(last, reason: nil) }
    #expect(try rows() == [1: Grace.usualDays, 2: Grace.usualDays])
  }

  @Test("A check knows the documents that a review rests on")
  func documents() throws {
    let document = Document(sha256: String(repeating: "ab", count: 32), name: "rain.csv")
    let review = Review(
      question: question.id, looked: test.clock.now, finding: "rain",
      evidence: [.url("https://example.org"), .document(document)])
    let seq = try test.append(.review(review))
    #expect(try test.ledger.verify().documents == [document.sha256: seq])
  }
}
