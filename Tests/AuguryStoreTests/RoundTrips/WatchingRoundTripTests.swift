import Augury
import AuguryFormats
import AuguryStore
import Testing

/// How a question is watched goes along with it.
struct WatchingRoundTripTests: RoundTrip {
  private func watched(_ ledger: Ledger) throws -> WatchingHistory {
    let number = try #require(try ledger.now().questions(QuestionFilter()).first).number
    let snapshot = try ledger.now()
    var standing = WatchingHistory(of: try snapshot.id(of: number))
    if let settings = try snapshot.scheduling(of: number) { standing.note(.schedule(settings)) }
    if let snooze = try snapshot.snooze(of: number) { standing.note(.snooze(snooze.snooze)) }
    if let rule = try snapshot.rule(of: number) {
      standing.note(.rule(RuleChange(question: standing.question, rule: rule.rule)))
    }
    return standing
  }

  /// What stands of a question in a ledger, told of another question.
  private func watched(_ ledger: Ledger, as other: WatchingHistory) throws -> WatchingHistory {
    var same = WatchingHistory(of: other.question)
    for body in try watched(ledger).bodies { same.note(body) }
    return same
  }

  private func watch(
    _ test: TestLedger, _ question: Question, grace: Int, rule path: String?
  ) throws {
    try test.append(.schedule(Scheduling(question: question.id, graceDays: grace)))
    let until = try CivilDate(iso: "2029-01-01").adding(days: grace)
    try test.append(.snooze(Snooze(question: question.id, until: until, reason: "no news")))
    let rule = path.map { Rule(place: .file($0), test: .words(["rain"]), everyHours: 6) }
    try test.append(.rule(RuleChange(question: question.id, rule: rule)))
  }

  @Test("Settings, the snooze and the rule of a question arrive, once, and can be taken back")
  func watchingArrives() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/old.csv")
    try watch(test, question, grace: 7, rule: "/data/rain.csv")
    let receiver = try other()
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.watching == 3)
    let here = try watched(receiver.ledger)
    #expect(try here == watched(test.ledger, as: here))
    #expect(here.settings.map(\.graceDays) == [7] && here.rules.count == 1)
    #expect(try load(try records(test.ledger), into: receiver).entries == 0)
    #expect(try load(try records(test.ledger), into: test).entries == 0)
    let last = try receiver.ledger.size() - 1
    try receiver.append(.retraction(Retraction(entries: [(last - Int64(result.entries))...last])))
    #expect(try receiver.ledger.now().questions(QuestionFilter()).isEmpty)
  }

  @Test("What is watched otherwise by the next export is watched otherwise here")
  func watchingFollows() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/rain.csv")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    try watch(test, question, grace: 7, rule: nil)
    try test.append(.snooze(Snooze(question: question.id, until: nil, reason: "news")))
    #expect(try load(try records(test.ledger), into: receiver).watching == 3)
    let here = try watched(receiver.ledger)
    #expect(here.settings.map(\.graceDays) == [7] && here.rules.isEmpty)
    #expect(here.snoozes.map(\.until) == [nil])
  }

  @Test("How the keeper watches a question here stands")
  func watchingStays() throws {
    let (test, question, _) = try origin()
    try watch(test, question, grace: 3, rule: "/data/rain.csv")
    let receiver = try other()
    try load(try records(test.ledger), into: receiver)
    let number = try #require(try receiver.ledger.now().questions(QuestionFilter()).first).number
    let copy = try #require(try receiver.ledger.now().fullQuestion(number))
    try watch(receiver, copy, grace: 90, rule: "/data/own.csv")
    let own = try watched(receiver.ledger)
    try watch(test, question, grace: 7, rule: nil)
    #expect(try load(try records(test.ledger), into: receiver).watching == 0)
    #expect(try watched(receiver.ledger) == own)
  }

  @Test("What was said of a question that was merged at the origin arrives with the other one")
  func watchingOfMerged() throws {
    let (test, question, _) = try origin()
    let double = try test.question("Rain?", deadline: "2026-05-31")
    try watch(test, double, grace: 3, rule: "/data/rain.csv")
    try test.append(.merge(Merge(from: double.id, into: question.id)))
    let receiver = try other()
    #expect(try load(try records(test.ledger), into: receiver).watching == 3)
    #expect(try watched(receiver.ledger).settings.map(\.graceDays) == [3])
  }

  @Test("A rule that runs a program stays where it is, and that is told")
  func programsStay() throws {
    let (test, question, _) = try origin()
    let rule = Rule(place: .command(["/bin/rain"]), test: .answer)
    try test.append(.rule(RuleChange(question: question.id, rule: rule)))
    let receiver = try other()
    let result = try load(try records(test.ledger), into: receiver)
    #expect(result.programs == 1 && result.watching == 0)
    #expect(try receiver.ledger.now().questionsWithRules().isEmpty)
    #expect(try load(try records(test.ledger), into: test).programs == 0)
  }
}
