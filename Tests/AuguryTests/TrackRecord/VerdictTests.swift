import Augury
import Testing

struct VerdictTests {
  @Test(
    arguments: [
      (nil, "2026-06-30", "2026-06-30", Verdict.undecided),
      (.ambiguous, "2026-06-30", "2026-06-30", .ambiguous),
      (.annulled, nil, nil, .annulled),
      (.cannotHappen, "2026-06-30", "2026-06-30", .no),
      (.cannotHappen, nil, nil, .no),
      (.happened(nil), "2026-06-30", "2026-06-30", .yes),
      (.happened(nil), "2026-07-01", "2026-06-30", .yes),
      (.happened(nil), "2026-06-29", "2026-06-30", .undecided),
      (.happened(nil), nil, "2026-06-30", .yes),
      (.happened(nil), "2026-06-29", nil, .yes),
      (.option("A"), "2026-06-30", "2026-06-30", .undecided),
    ] as [(Outcome?, String?, String?, Verdict)])
  func `what was found and the window give the verdict`(
    _ outcome: Outcome?, _ window: String?, _ deadline: String?, _ wanted: Verdict
  ) throws {
    let verdict = Verdict(
      outcome: outcome, window: try window.map(day), deadline: try deadline.map(day))
    #expect(verdict == wanted)
  }

  @Test func `a day of happening is held against the window to the day`() throws {
    let end = try day("2026-06-30")
    for (text, wanted) in [("2026-06-29", Verdict.yes), ("2026-06-30", .yes), ("2026-07-01", .no)] {
      let outcome = Outcome.happened(try day(text))
      #expect(Verdict(outcome: outcome, window: end, deadline: nil) == wanted, "\(text)")
      #expect(Verdict(outcome: outcome, window: nil, deadline: end) == .yes, "\(text)")
    }
  }

  @Test func `what was not seen decides only windows that have ended by then`() throws {
    let outcome = Outcome.notSeen(through: try day("2026-06-30"))
    #expect(Verdict(outcome: outcome, window: try day("2026-06-30"), deadline: nil) == .no)
    #expect(Verdict(outcome: outcome, window: try day("2026-03-31"), deadline: nil) == .no)
    #expect(Verdict(outcome: outcome, window: try day("2026-07-01"), deadline: nil) == .undecided)
    #expect(Verdict(outcome: outcome, window: nil, deadline: nil) == .undecided)
  }

  @Test func `a capture before the outcome was known is live, a stamp before it documented`() throws
  {
    let known = try instant("2026-06-30")
    let before = known.advanced(byMicroseconds: -1)
    func grade(_ captured: Instant, _ stamped: Instant?, _ known: Instant?) -> CaptureGrade {
      CaptureGrade(captured: captured, stamped: stamped, known: known)
    }
    #expect(grade(before, nil, known) == .live)
    #expect(grade(known, nil, known) == .afterwards)
    #expect(grade(known, known, known) == .documented)
    #expect(grade(known, before, known) == .documented)
    #expect(grade(known, known.advanced(byMicroseconds: 1), known) == .afterwards)
    #expect(grade(before, before, nil) == .afterwards)
    #expect(
      [CaptureGrade.live, .afterwards, .documented].sorted() == [.afterwards, .documented, .live])
  }

  @Test func `what is captured on the day it happened is not live`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, .happened(day("2026-03-10")))
    let before = try maker.forecast(on: question, captured: "2026-03-09T23:59:59Z")
    let during = try maker.forecast(on: question, captured: "2026-03-10T00:00:00Z")
    let stamped = try maker.forecast(on: question, captured: "2026-05-01", stamped: "2026-03-10")
    let late = try maker.forecast(
      on: question, captured: "2026-05-01", stamped: "2026-03-10T00:00:01Z")
    #expect(try maker.judgement(before)?.grade == .live)
    #expect(try maker.judgement(during)?.grade == .afterwards)
    #expect(try maker.judgement(stamped)?.grade == .documented)
    #expect(try maker.judgement(late)?.grade == .afterwards)
  }

  @Test func `a no is known from the end of the deadline, unless it says when`() throws {
    var maker = StatementMaker()
    let no = try Outcome.notSeen(through: day("2026-06-30"))
    let plain = try maker.question(.binary, no)
    let told = try maker.question(.binary, no, known: "2026-02-01")
    for (question, captured, wanted) in [
      (plain, "2026-06-30T23:59:59Z", CaptureGrade.live), (plain, "2026-07-01", .afterwards),
      (told, "2026-01-31T23:59:59Z", .live), (told, "2026-02-01", .afterwards),
    ] {
      let number = try maker.forecast(on: question, captured: captured)
      #expect(try maker.judgement(number)?.grade == wanted, "\(captured)")
    }
  }

  @Test func `a yes of an unknown day is known when a no would be`() throws {
    var maker = StatementMaker()
    for outcome in [Outcome.happened(nil), .cannotHappen] {
      let question = try maker.question(.binary, outcome)
      for (captured, stamped, grade) in [
        ("2026-06-30T23:59:59Z", nil, CaptureGrade.live), ("2026-07-01", nil, .afterwards),
        ("2026-07-01", "2026-06-30", .documented), ("2026-07-01", "2026-07-02", .afterwards),
      ] {
        let number = try maker.forecast(on: question, captured: captured, stamped: stamped)
        #expect(try maker.judgement(number)?.grade == grade, "\(outcome), \(captured)")
      }
    }
    let told = try maker.forecast(
      on: maker.question(.binary, .happened(nil), known: "2026-03-01"), captured: "2025-01-01")
    #expect(try maker.judgement(told)?.grade == .live)
  }
}
