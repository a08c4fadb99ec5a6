import Augury
import Testing

struct ScoreabilityTests {
  private func yes(_ text: String = "2026-05-01") throws -> Outcome { .happened(try day(text)) }

  @Test func `every reason for not being scored is given where it applies`() throws {
    var maker = StatementMaker()
    let yes = try maker.question(.binary, yes())
    let open = try maker.question()
    let endless = try maker.question(.binary, by: nil, self.yes())
    let number = try maker.question(.numeric, .number(DecimalText(parsing: "3")))
    let date = try maker.question(.date, .date(day("2026-05-01")))
    let ambiguous = try maker.question(.binary, .ambiguous)
    let annulled = try maker.question(.binary, .annulled)
    let likely = ChanceMeaning(low: 0.6, high: 0.85, mean: 0.726, variance: 0.01)
    let wanted: [(Int64, Scoreability)] = [
      (try maker.forecast(on: yes), .scored),
      (try maker.forecast(on: yes, withdrawn: "2026-04-30T23:59:59Z"), .withdrawn),
      (try maker.forecast(on: yes, withdrawn: "2026-05-01"), .scored),
      (try maker.forecast(on: yes, nil), .noProbability),
      (try maker.forecast(on: yes, words: .verbal, meaning: likely), .scored),
      (
        try maker.forecast(on: yes, words: .verbal, meaning: likely, read: "2026-05-02"),
        .afterwards
      ),
      (try maker.forecast(on: yes, words: .hedge), .hedge),
      (try maker.forecast(on: yes, unfalsifiable: true), .unfalsifiable),
      (try maker.forecast(on: endless, words: .verbal, meaning: likely), .noDeadline),
      (try maker.forecast(on: number), .notBinary),
      (try maker.forecast(on: date), .notBinary),
      (try maker.forecast(on: endless), .noDeadline),
      (try maker.forecast(on: endless, window: "2026-06-01"), .scored),
      (try maker.forecast(on: yes, captured: "2026-06-01", said: "2026-05-02"), .hindsight),
      (try maker.forecast(on: yes, captured: "2026-06-01", said: "2026-05-01"), .afterwards),
      (try maker.forecast(on: yes, captured: "2026-06-01"), .afterwards),
      (try maker.forecast(on: yes, captured: "2026-06-01", stamped: "2026-04-01"), .scored),
      (try maker.forecast(on: open), .undecided),
      (try maker.forecast(on: open, captured: "2026-07-01"), .afterwards),
      (try maker.forecast(on: ambiguous), .ambiguous),
      (try maker.forecast(on: annulled), .annulled),
    ]
    for (number, reason) in wanted {
      let judgement = try maker.judgement(number)
      #expect(judgement?.scoreability == reason, "#\(number)")
      #expect((judgement?.brier != nil) == (reason == .scored), "#\(number)")
    }
    let documented = try maker.forecast(on: yes, captured: "2026-06-01", stamped: "2026-04-01")
    #expect(try maker.judgement(documented, grade: .live)?.scoreability == .documented)
    let late = try maker.forecast(on: yes, captured: "2026-06-01")
    #expect(try maker.judgement(late, grade: .afterwards)?.scoreability == .scored)
    try maker.forecast(on: yes)
    let reasons = try maker.record().funnel.reasons
    #expect(reasons[.repeated, default: 0] > 0)
  }

  @Test func `the reasons are tried in the order in which they are listed`() throws {
    var maker = StatementMaker()
    let number = try maker.question(.numeric, by: nil, .annulled)
    let yes = try maker.question(.binary, by: nil, yes())
    func reason(_ number: Int64) throws -> Scoreability? {
      try maker.judgement(number)?.scoreability
    }
    #expect(try reason(maker.forecast(on: number, nil, withdrawn: "2026-01-02")) == .withdrawn)
    #expect(try reason(maker.forecast(on: yes, nil, said: "2026-09-01")) == .noProbability)
    #expect(try reason(maker.forecast(on: yes, said: "2026-09-01")) == .noDeadline)
  }

  @Test func `a claim is scored once its window has passed, even when it came true early`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    let number = try maker.forecast(on: question)
    #expect(try maker.judgement(number, at: "2026-06-30T23:59:59Z")?.scoreability == .notDue)
    #expect(try maker.judgement(number, at: "2026-07-01")?.scoreability == .scored)
    let short = try maker.forecast(on: question, window: "2026-05-31")
    #expect(try maker.judgement(short, at: "2026-05-31T23:59:59Z")?.scoreability == .notDue)
    #expect(try maker.judgement(short, at: "2026-06-01")?.scoreability == .scored)
  }

  @Test func `a forecast of the opposite is scored by the opposite`() throws {
    var maker = StatementMaker()
    let yes = try maker.question(.binary, yes())
    let no = try maker.question(.binary, .cannotHappen)
    for (question, negated, brier) in [
      (yes, false, 0.04), (yes, true, 0.64), (no, false, 0.64), (no, true, 0.04),
    ] {
      let number = try maker.forecast(on: question, 0.8, negated: negated)
      #expect(isNear(try maker.judgement(number)?.brier, brier))
    }
  }

  @Test func `options are scored by half the sum of squares`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.categorical, .option("B"))
    let options = ["A": 0.2, "B": 0.5, "C": 0.3]
    let number = try maker.forecast(on: question, nil, options: options)
    #expect(isNear(try maker.judgement(number)?.brier, 0.19))
    let other = try maker.forecast(on: question, nil, options: ["A": 0.5, "C": 0.5])
    #expect(isNear(try maker.judgement(other)?.brier, 0.75))
    let open = try maker.question(.categorical)
    let waiting = try maker.forecast(on: open, nil, options: options)
    #expect(try maker.judgement(waiting)?.scoreability == .undecided)
  }

  @Test func `a moved deadline counts for what was said after the move`() throws {
    var maker = StatementMaker()
    let question = try maker.question(
      .binary, by: "2026-03-31", yes(),
      moves: [(at: "2026-02-01", to: "2026-04-30"), (at: "2026-03-01", to: "2026-06-30")])
    for (said, captured, end, brier) in [
      ("2026-01-15", "2026-01-20", "2026-03-31", 0.64),
      ("2026-01-31T23:59:59Z", "2026-02-10", "2026-03-31", 0.64),
      ("2026-02-01", "2026-02-10", "2026-03-31", 0.64),
      ("2026-02-02", "2026-02-10", "2026-04-30", 0.64),
      ("2026-03-02", "2026-03-03", "2026-06-30", 0.04),
      (nil, "2026-03-03", "2026-06-30", 0.04), (nil, "2026-01-03", "2026-03-31", 0.64),
    ] as [(String?, String, String, Double)] {
      let number = try maker.forecast(on: question, captured: captured, said: said)
      let judgement = try maker.judgement(number)
      #expect(try judgement?.deadline?.day == day(end), "\(captured)")
      #expect(isNear(judgement?.brier, brier), "\(captured)")
    }
  }

  @Test func `a forecast of its own window is judged by it`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, .notSeen(through: day("2026-06-30")))
    let short = try maker.forecast(on: question, 0.8, window: "2026-03-31")
    let long = try maker.forecast(on: question, 0.8, window: "2026-12-31")
    #expect(isNear(try maker.judgement(short)?.brier, 0.64))
    #expect(try maker.judgement(long)?.scoreability == .undecided)
  }

  @Test func `what happens after a forecast's window does not make its late capture live`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    // The window ended in March without the event; this was entered in April.
    let number = try maker.forecast(on: question, captured: "2026-04-15", window: "2026-03-31")
    let told = try maker.question(.binary, yes(), known: "2026-05-03")
    let other = try maker.forecast(on: told, captured: "2026-04-15", window: "2026-03-31")
    for number in [number, other] {
      let judgement = try maker.judgement(number)
      #expect(judgement?.verdict == .no)
      #expect(judgement?.grade == .afterwards)
    }
  }

  @Test func `options with an outcome of another kind get no score`() throws {
    var maker = StatementMaker()
    for outcome in [Outcome.cannotHappen, try yes()] {
      let question = try maker.question(.categorical, outcome)
      let number = try maker.forecast(on: question, nil, options: ["A": 0.5, "B": 0.5])
      let brier = try maker.judgement(number)?.brier
      #expect(brier?.isNaN != true)
    }
  }
}
