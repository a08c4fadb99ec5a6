import Augury
import TestSupport
import Testing

struct TrackRecordTests {
  private func yes() throws -> Outcome { .happened(try day("2026-05-01")) }

  @Test func `one source's statements on one question are one unit`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    try maker.forecast(on: question, 0.5, captured: "2026-01-01")
    try maker.forecast(on: question, 0.7, captured: "2026-02-01")
    try maker.forecast(on: question, 0.9, captured: "2026-03-01")
    for (take, brier) in [(Take.first, 0.25), (.last, 0.01), (.average, (0.25 + 0.09 + 0.01) / 3)] {
      let line = try #require(try maker.record(take: take).lines.first)
      #expect(isNear(line.brier, brier), "\(take)")
      #expect(line.questions == 1)
      #expect(line.funnel.scored == 1)
      #expect(line.funnel.reasons == [.repeated: 2])
    }
  }

  @Test func `first and last go by when it was said, then captured, then entered`() throws {
    for (first, second, isSecondFirst) in [
      (("2026-01-05", "2026-01-01"), ("2026-01-04", "2026-01-02"), true),
      ((nil, "2026-01-03"), ("2026-01-02", "2026-01-05"), true),
      ((nil, "2026-01-03"), (nil, "2026-01-02"), true),
      ((nil, "2026-01-03"), (nil, "2026-01-03"), false),
    ] as [((String?, String), (String?, String), Bool)] {
      var maker = StatementMaker()
      let question = try maker.question(.binary, yes())
      try maker.forecast(on: question, 0, captured: first.1, said: first.0)
      try maker.forecast(on: question, 1, captured: second.1, said: second.0)
      #expect(try maker.record(take: .first).lines.first?.brier == (isSecondFirst ? 0 : 1))
      #expect(try maker.record(take: .last).lines.first?.brier == (isSecondFirst ? 1 : 0))
    }
  }

  @Test func `what was said at an unknown time goes by when it was surely on record`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    try maker.forecast(on: question, 0, captured: "2026-01-09", said: "2026-01-03")
    try maker.forecast(on: question, 1, captured: "2026-01-08", stamped: "2026-01-02")
    #expect(try maker.record(take: .first, grade: .afterwards).lines.first?.brier == 0)
    maker.statements.stamped[1] = Statements.missing
    #expect(try maker.record(take: .first, grade: .afterwards).lines.first?.brier == 1)
    maker.statements.saidUntil[1] = try instant("2026-01-03").microseconds - 1
    #expect(try maker.record(take: .first, grade: .afterwards).lines.first?.brier == 0)
  }

  @Test func `a statement that cannot be scored does not stand for the others`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    try maker.forecast(on: question, nil, captured: "2026-01-01")
    try maker.forecast(on: question, 0.9, captured: "2026-02-01")
    try maker.forecast(on: question, 0.1, captured: "2026-05-02")
    for take in Take.allCases {
      let record = try maker.record(take: take)
      #expect(isNear(record.lines.first?.brier, 0.01), "\(take)")
      #expect(record.funnel.reasons == [.noProbability: 1, .afterwards: 1], "\(take)")
    }
  }

  @Test func `an average holds only what could be scored`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.binary, yes())
    try maker.forecast(on: question, 0.5)
    try maker.forecast(on: question, 0.5, window: "2027-12-31")
    let brier = try maker.record(take: .average).lines.first?.brier
    #expect(isNear(brier, 0.25))
  }

  @Test func `the mean runs over questions, and sources with scores come first`() throws {
    var maker = StatementMaker(sources: 3)
    let first = try maker.question(.binary, yes())
    let second = try maker.question(.binary, .cannotHappen)
    try maker.forecast(on: first, by: 2, 0.5)
    try maker.forecast(on: second, by: 2, 0.1)
    try maker.forecast(on: first, by: 0, nil)
    let lines = try maker.record().lines
    #expect(lines.map(\.name) == ["S2", "S0"])
    #expect(isNear(lines[0].brier, (0.25 + 0.01) / 2))
    #expect(lines[0].questions == 2)
    #expect(lines[1].brier == nil)
    #expect(try maker.record().grades == [.live: 2])
  }

  /// Statements of all sorts at random.
  private func random(_ seed: UInt64) throws -> StatementMaker {
    var random = SplitMix64(seed: seed)
    func date() -> String {
      let month = Int.random(in: 1...9, using: &random)
      return "2026-0\(month)-1\(Int.random(in: 0...9, using: &random))"
    }
    func maybe() -> String? { Bool.random(using: &random) ? date() : nil }
    func pick<Item>(_ items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }
    var maker = StatementMaker(sources: 4)
    for _ in 0..<8 {
      let kind = pick([QuestionKind.binary, .binary, .binary, .categorical, .numeric])
      let outcomes: [Outcome?] =
        switch kind {
        case .categorical: [nil, .option("A"), .option("Z"), .ambiguous, .annulled]
        case .numeric: [nil, .number(try DecimalText(parsing: "4"))]
        default:
          [
            nil, .happened(nil), .happened(try day(date())), .notSeen(through: try day(date())),
            .cannotHappen, .ambiguous, .annulled,
          ]
        }
      _ = try maker.question(
        kind, by: maybe(), pick(outcomes), known: maybe(),
        moves: Bool.random(using: &random) ? [(at: date(), to: date())] : [])
    }
    for _ in 0..<60 {
      let question = Int32.random(in: 0..<8, using: &random)
      let hasOptions = maker.statements.questions[Int(question)].kind == .categorical
      try maker.forecast(
        on: question, by: Int32.random(in: 0..<4, using: &random),
        hasOptions || pick([true, false, false]) ? nil : Double.random(in: 0...1, using: &random),
        negated: Bool.random(using: &random), captured: date(), said: maybe(), stamped: maybe(),
        window: pick([nil, nil, date()]), withdrawn: pick([nil, nil, nil, date()]),
        options: hasOptions ? ["A": 0.25, "B": 0.75] : nil,
        words: hasOptions ? nil : pick([nil, nil, .verbal, .hedge]),
        meaning: ChanceMeaning(low: 0.6, high: 0.85, mean: 0.726, variance: 0.01),
        unfalsifiable: pick([false, false, false, true]), read: maybe())
    }
    return maker
  }

  @Test func `the funnel adds up, in whole and for each source`() throws {
    var seen: Set<Scoreability> = []
    for seed in UInt64(0)..<400 {
      let maker = try random(seed)
      for (take, grade) in zip(Take.allCases, CaptureGrade.allCases) {
        let record = try maker.record(take: take, at: "2026-07-01", grade: grade)
        #expect(record.funnel.recorded == maker.statements.count, "seed \(seed)")
        for funnel in [record.funnel] + record.lines.map(\.funnel) {
          let all = funnel.reasons.values.reduce(0, +)
          #expect(funnel.recorded == funnel.scored + all, "seed \(seed)")
          #expect(funnel.reasons[.scored] == nil, "seed \(seed)")
          func lost(_ reasons: Scoreability...) -> Int {
            reasons.reduce(0) { $0 + (funnel.reasons[$1] ?? 0) }
          }
          #expect(funnel.resolved == funnel.scored + lost(.ambiguous, .annulled), "seed \(seed)")
          #expect(funnel.due == funnel.resolved + lost(.undecided), "seed \(seed)")
          #expect(funnel.scoreable == funnel.due + lost(.notDue), "seed \(seed)")
          seen.formUnion(funnel.reasons.keys)
        }
        #expect(record.lines.reduce(0) { $0 + $1.funnel.recorded } == record.funnel.recorded)
        #expect(record.grades.values.reduce(0, +) == record.funnel.scored, "seed \(seed)")
        #expect(record.grades.keys.allSatisfy { $0 >= grade }, "seed \(seed)")
        for line in record.lines {
          #expect((line.brier != nil) == (line.funnel.scored > 0), "seed \(seed)")
          #expect(line.questions == line.funnel.scored, "seed \(seed)")
          #expect(line.brier.map { (0...1).contains($0) } != false, "seed \(seed)")
        }
      }
    }
    #expect(seen == Set(Scoreability.allCases).subtracting([.scored]))
  }

  @Test func `the same statements in another order give the same record`() throws {
    for seed in UInt64(0)..<100 {
      let maker = try random(seed)
      var other = maker
      var random = SplitMix64(seed: seed)
      let order = (0..<maker.statements.count).shuffled(using: &random)
      other.statements.number = order.map { maker.statements.number[$0] }
      other.statements.source = order.map { maker.statements.source[$0] }
      other.statements.question = order.map { maker.statements.question[$0] }
      other.statements.probability = order.map { maker.statements.probability[$0] }
      other.statements.isNegated = order.map { maker.statements.isNegated[$0] }
      other.statements.saidFrom = order.map { maker.statements.saidFrom[$0] }
      other.statements.saidUntil = order.map { maker.statements.saidUntil[$0] }
      other.statements.captured = order.map { maker.statements.captured[$0] }
      other.statements.stamped = order.map { maker.statements.stamped[$0] }
      other.statements.window = order.map { maker.statements.window[$0] }
      for take in [Take.first, .last] {
        let (one, two) = (try maker.record(take: take), try other.record(take: take))
        #expect(one.funnel == two.funnel, "seed \(seed)")
        #expect(one.lines.map(\.funnel) == two.lines.map(\.funnel), "seed \(seed)")
        for (line, again) in zip(one.lines, two.lines) {
          let isSame = line.brier == again.brier || isNear(line.brier, again.brier ?? -1)
          #expect(isSame, "seed \(seed)")
        }
      }
    }
  }
}
