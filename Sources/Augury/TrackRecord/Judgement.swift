internal import ForecastScoring

/// How one forecast stands: its window, its grade, whether it scores and what.
public struct Judgement: Sendable, Equatable {
  /// Whether it can be scored, or why not.
  public var scoreability: Scoreability
  /// How sure it is that it was on record before the outcome was known.
  public var grade: CaptureGrade
  /// Its Brier score, 0…1, lower is better, where it can be scored.
  public var brier: Double?
  /// The deadline it is judged by.
  public var deadline: Deadline?
  /// Whether what its question spoke of came about within its window.
  public var verdict: Verdict
}

/// Judges forecasts one by one.
struct Judge {
  let statements: Statements
  let policy: Policy
  let zones: Zones
  private var ends = DayCache()
  private var facts: [WindowFacts?]

  init(_ statements: Statements, _ policy: Policy, _ zones: Zones) {
    self.statements = statements
    self.policy = policy
    self.zones = zones
    facts = Array(repeating: nil, count: statements.questions.count)
  }

  /// Judges the forecast in a row, apart from which of several statements is taken.
  mutating func judge(_ row: Int) -> Judgement {
    let question = statements.questions[Int(statements.question[row])]
    let (deadline, end, verdict, known) = windowFacts(row, question).all
    let grade = CaptureGrade(
      captured: Instant(microseconds: statements.captured[row]),
      stamped: Judge.instant(statements.stamped[row]), known: known.map(Instant.init))
    var judgement = Judgement(
      scoreability: .scored, grade: grade, brier: nil, deadline: deadline, verdict: verdict)
    if let reason = obstacle(row, question, grade: grade, known: known, end: end) {
      judgement.scoreability = reason
    } else if end ?? .min > policy.instant.microseconds {
      judgement.scoreability = .notDue
    } else {
      (judgement.scoreability, judgement.brier) = score(row, question, verdict)
    }
    return judgement
  }

  /// What follows from the facts and a forecast's window; worked out once for all forecasts that
  /// share their question's only window.
  private mutating func windowFacts(_ row: Int, _ question: QuestionColumn) -> WindowFacts {
    let place = Int(statements.question[row])
    let isShared = statements.window[row] == Statements.missing && question.moves.isEmpty
    if isShared, let facts = facts[place] { return facts }
    let deadline = self.deadline(row, question)
    let found = WindowFacts(
      deadline: deadline, end: deadline.map { ends.end(of: $0, in: zones) },
      verdict: Verdict(
        outcome: question.outcome, window: deadline?.day,
        deadline: question.deadline(at: .max)?.day),
      known: KnownSince.instant(question.outcome, known: question.known, deadline: deadline) {
        ends.end(of: $0, in: zones)
      })
    if isShared { facts[place] = found }
    return found
  }

  /// The deadline of a forecast: its own window's, else its question's as it stood when it was
  /// said, taking the first instant at which it may have been.
  private func deadline(_ row: Int, _ question: QuestionColumn) -> Deadline? {
    let window = statements.window[row]
    guard window == Statements.missing else {
      return Deadline(
        day: CivilDate(dayNumber: Int(window)), zone: statements.zones[Int(statements.zone[row])])
    }
    guard !question.moves.isEmpty else { return question.deadline }
    // What was captured while it may have been said stands for the time of saying.
    let (from, until) = (statements.saidFrom[row], statements.saidUntil[row])
    let captured = statements.captured[row]
    let isLive = from <= captured && (until == Statements.missing || captured < until)
    return question.deadline(at: from == Statements.missing || isLive ? captured : from)
  }

  /// The first reason that holds whatever the outcome is.
  private func obstacle(
    _ row: Int, _ question: QuestionColumn, grade: CaptureGrade, known: Int64?, end: Int64?
  ) -> Scoreability? {
    if !statements.withdrawn.isEmpty, let taken = statements.withdrawn[statements.number[row]],
      taken < known ?? .max
    {
      return .withdrawn
    }
    if question.kind == .numeric || question.kind == .date { return .notBinary }
    let hasOptions = statements.options[statements.number[row]] != nil
    if statements.probability[row].isNaN && !hasOptions { return .noProbability }
    if question.kind == .binary && end == nil { return .noDeadline }
    let said = statements.saidFrom[row]
    if let known, question.outcome != nil, said != Statements.missing, said > known,
      said >= known + 86_400_000_000
    {
      return .hindsight
    }
    if grade < policy.grade { return grade == .documented ? .documented : .afterwards }
    return nil
  }

  private func score(
    _ row: Int, _ question: QuestionColumn, _ verdict: Verdict
  ) -> (Scoreability, Double?) {
    switch verdict {
    case .ambiguous: return (.ambiguous, nil)
    case .annulled: return (.annulled, nil)
    case .yes, .no:
      guard !statements.probability[row].isNaN else { return (.undecided, nil) }
      let happened = (verdict == .yes) != statements.isNegated[row]
      return (.scored, brierScore(of: statements.probability[row], happened: happened))
    case .undecided:
      guard case .option(let option)? = question.outcome,
        let options = statements.options[statements.number[row]]
      else { return (.undecided, nil) }
      let names = options.keys.sorted()
      let observed = names.firstIndex(of: option) ?? -1
      return (.scored, brierScore(of: names.map { options[$0] ?? 0 }, observed: observed))
    }
  }

  private static func instant(_ microseconds: Int64) -> Instant? {
    microseconds == Statements.missing ? nil : Instant(microseconds: microseconds)
  }
}

/// What follows from a question's facts for one window.
private struct WindowFacts {
  let deadline: Deadline?
  let end: Int64?
  let verdict: Verdict
  let known: Int64?

  var all: (Deadline?, Int64?, Verdict, Int64?) { (deadline, end, verdict, known) }
}

/// Remembers the last few days whose ends were worked out, since forecasts come in runs.
private struct DayCache {
  private var ends: [Deadline: Int64] = [:]
  private var last: (deadline: Deadline, end: Int64)?

  mutating func end(of deadline: Deadline, in zones: Zones) -> Int64 {
    if let last, last.deadline == deadline { return last.end }
    let end = ends[deadline] ?? zones.end(of: deadline.day, in: deadline.zone).microseconds
    ends[deadline] = end
    last = (deadline, end)
    return end
  }
}
