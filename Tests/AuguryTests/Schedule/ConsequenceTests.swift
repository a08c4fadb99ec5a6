import Augury
import TestSupport
import Testing

/// What an answer that is only supposed would do to records.
struct ConsequenceTests {
  /// Two sources: a record of one resolved question, and an open question.
  private func maker(by deadline: String?) throws -> StatementMaker {
    var maker = StatementMaker(sources: 2)
    let past = try maker.question(by: "2026-03-31", .happened(try day("2026-02-01")))
    let open = try maker.question(by: deadline)
    for source in Int32(0)..<2 {
      try maker.forecast(on: past, by: source, 0.8, captured: "2026-01-01", said: "2026-01-01")
    }
    try maker.forecast(on: open, by: 0, 0.9, captured: "2026-01-02", said: "2026-01-02")
    maker.statements.baseline[1002] = 0.5
    return maker
  }

  private func consequences(
    _ maker: StatementMaker, at text: String, grade: CaptureGrade = .documented
  ) throws -> [Consequence] {
    maker.statements.consequences(
      of: 101, Policy(grade: grade, at: try instant(text)), Zones())
  }

  @Test func `a claim that something happens by a day counts once that day has passed`() throws {
    let found = try consequences(try maker(by: "2026-12-31"), at: "2026-06-01")
    #expect(found.map(\.hypothesis) == [.no, .yes] && found.allSatisfy { $0.source == 0 })
    let last = try day("2026-12-31")
    for each in found {
      #expect(each.waitsFor == last && each.standing == .scored)
      #expect(each.before?.questions == 1 && isNear(each.before?.brier, 0.04))
      #expect(each.after?.questions == 2 && each.before?.edge == nil)
    }
    #expect(isNear(found[0].after?.brier, (0.04 + 0.81) / 2))
    #expect(isNear(found[0].after?.edge?.mean, 0.25 - 0.81))
    #expect(isNear(found[1].after?.brier, (0.04 + 0.01) / 2))
    #expect(isNear(found[1].after?.edge?.mean, 0.25 - 0.01))
    #expect(found[0].outcome == .cannotHappen)
    let today = try day("2026-06-01")
    #expect(found[1].outcome == .happened(today))
  }

  @Test func `what is due counts at once, and a yes then lay before the deadline`() throws {
    let found = try consequences(try maker(by: "2026-05-31"), at: "2026-06-01")
    #expect(found.allSatisfy { $0.waitsFor == nil && $0.standing == .scored })
    let deadline = try day("2026-05-31")
    #expect(found[0].outcome == .notSeen(through: deadline))
    #expect(found[1].outcome == .happened(nil))
    #expect(isNear(found[1].after?.brier, (0.04 + 0.01) / 2))
  }

  @Test func `they are what a record has once the answer stands`() throws {
    for (deadline, judged) in [("2026-12-31", "2027-01-01"), ("2026-05-31", "2026-06-01")] {
      let maker = try maker(by: deadline)
      for each in try consequences(maker, at: "2026-06-01") {
        var real = maker
        real.statements.questions[1].outcome = each.outcome
        let record = try real.record(at: judged)
        let line = try #require(record.lines.first { $0.number == each.source })
        #expect(line.brier == each.after?.brier && line.questions == each.after?.questions)
        #expect(line.figures?.edge?.mean == each.after?.edge?.mean)
      }
    }
  }

  @Test func `what does not count is told with its reason, and changes nothing`() throws {
    var maker = try maker(by: nil)
    let unbounded = try consequences(maker, at: "2026-06-01")
    #expect(unbounded.allSatisfy { $0.standing == .noDeadline && $0.before == $0.after })
    maker.statements.withdrawn[1002] = try instant("2026-02-01").microseconds
    #expect(try consequences(maker, at: "2026-06-01").isEmpty)
    maker = try self.maker(by: "2026-12-31")
    #expect(
      try consequences(maker, at: "2026-06-01", grade: .live).map(\.standing) == [.scored, .scored])
    maker.statements.captured[2] = try instant("2026-06-01T12:00:00Z").microseconds
    // Nothing shows that it was on record before a yes of that day.
    #expect(
      try consequences(maker, at: "2026-06-01T13:00:00Z").map(\.standing) == [.scored, .afterwards])
  }

  @Test func `a question that is decided, or is not one of yes or no, has none`() throws {
    var maker = try maker(by: "2026-12-31")
    maker.statements.questions[1].kind = .numeric
    #expect(try consequences(maker, at: "2026-06-01").isEmpty)
    maker.statements.questions[1].kind = .binary
    maker.statements.questions[1].outcome = .cannotHappen
    #expect(try consequences(maker, at: "2026-06-01").isEmpty)
  }
}
