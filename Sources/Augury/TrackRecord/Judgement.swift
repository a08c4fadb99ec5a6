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

/// What a forecast adds to a track record.
struct Score: Sendable {
  var scoreability: Scoreability
  var grade: CaptureGrade
  var brier: Double?
}

/// Judges forecasts one by one.
struct Judge {
  let statements: Statements
  let policy: Policy
  let zones: Zones
  private var ends = DayCache()
  /// For each question what holds for all forecasts that share its only window.
  private var shared: [WindowFacts?]

  init(_ statements: Statements, _ policy: Policy, _ zones: Zones) {
    self.statements = statements
    self.policy = policy
    self.zones = zones
    shared = Array(repeating: nil, count: statements.questions.count)
  }

  /// Judges the forecast in a row, apart from which of several statements is taken.
  mutating func judge(_ row: Int) -> Judgement {
    let score = score(row)
    return Judgement(
      scoreability: score.scoreability, grade: score.grade, brier: score.brier,
      deadline: statements.deadline(row), verdict: facts(row).verdict)
  }

  /// Returns what the forecast in a row adds, apart from which of several statements is taken.
  mutating func score(_ row: Int) -> Score {
    let facts = facts(row)
    let grade = CaptureGrade(
      captured: Instant(microseconds: statements.captured[row]),
      stamped: Judge.instant(statements.stamped[row]), known: facts.known.map(Instant.init))
    if let reason = obstacle(row, facts, grade) {
      return Score(scoreability: reason, grade: grade)
    }
    if facts.end ?? .min > policy.instant.microseconds {
      return Score(scoreability: .notDue, grade: grade)
    }
    let (scoreability, brier) = outcome(row, facts.verdict)
    return Score(scoreability: scoreability, grade: grade, brier: brier)
  }

  /// What follows from the facts of a question and a forecast's window.
  private mutating func facts(_ row: Int) -> WindowFacts {
    let place = Int(statements.question[row])
    let hasNoWindow = statements.window[row] == Statements.missing
    if hasNoWindow, let facts = shared[place] { return facts }
    let question = statements.questions[place]
    let deadline = statements.deadline(row)
    let facts = WindowFacts(
      kind: question.kind, isResolved: question.outcome != nil,
      end: deadline.map { ends.end(of: $0, in: zones) },
      verdict: Verdict(
        outcome: question.outcome, window: deadline?.day,
        deadline: question.deadline(at: .max)?.day),
      known: KnownSince.instant(question.outcome, known: question.known, deadline: deadline) {
        ends.end(of: $0, in: zones)
      })
    if hasNoWindow && question.moves.isEmpty { shared[place] = facts }
    return facts
  }

  /// The first reason that holds whatever the outcome is.
  private func obstacle(
    _ row: Int, _ facts: WindowFacts, _ grade: CaptureGrade
  ) -> Scoreability? {
    if !statements.withdrawn.isEmpty, let taken = statements.withdrawn[statements.number[row]],
      taken < facts.known ?? .max
    {
      return .withdrawn
    }
    if facts.kind == .numeric || facts.kind == .date { return .notBinary }
    if statements.probability[row].isNaN, statements.options[statements.number[row]] == nil {
      return .noProbability
    }
    if facts.kind == .binary && facts.end == nil { return .noDeadline }
    let said = statements.saidFrom[row]
    if let known = facts.known, facts.isResolved, said != Statements.missing, said > known,
      said >= known + 86_400_000_000
    {
      return .hindsight
    }
    if grade < policy.grade { return grade == .documented ? .documented : .afterwards }
    return nil
  }

  private func outcome(_ row: Int, _ verdict: Verdict) -> (Scoreability, Double?) {
    switch verdict {
    case .ambiguous: return (.ambiguous, nil)
    case .annulled: return (.annulled, nil)
    case .yes, .no:
      guard !statements.probability[row].isNaN else { return (.undecided, nil) }
      let happened = (verdict == .yes) != statements.isNegated[row]
      return (.scored, brierScore(of: statements.probability[row], happened: happened))
    case .undecided:
      let outcome = statements.questions[Int(statements.question[row])].outcome
      guard case .option(let option)? = outcome,
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
  let kind: QuestionKind
  let isResolved: Bool
  let end: Int64?
  let verdict: Verdict
  let known: Int64?
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
