internal import ForecastScoring

/// How one forecast stands: its window, its grade, whether it scores and what.
public struct Judgement: Sendable, Equatable {
  /// Whether it can be scored, or why not.
  public var scoreability: Scoreability
  /// How sure it is that it was on record before the outcome was known.
  public var grade: CaptureGrade
  /// Its Brier score, 0…1, lower is better, where it can be scored; of words what is expected over
  /// all that they may mean.
  public var brier: Double?
  /// The best and the worst score that its words allow; of a number both are its score.
  public var brierBounds: ScoreBounds?
  /// Whether a strict or a generous reading of its window would turn what came of it round.
  public var dependsOnWindow = false
  /// The deadline it is judged by.
  public var deadline: Deadline?
  /// Whether what its question spoke of came about within its window.
  public var verdict: Verdict
}

/// What a forecast adds to a track record.
///
/// There is one for each row of a ledger: what seldom is there, such as ``Statements/bounds(_:_:)``,
/// is worked out when it is asked for.
struct Score: Sendable {
  // First, for the rest then fits into the bytes after it.
  var brier: Double?
  var scoreability: Scoreability
  var grade: CaptureGrade
  /// Whether what the source said would be so came about; of yes-or-no forecasts only.
  var happened: Bool?
  /// Whether a strict or a generous window would turn that round.
  var dependsOnWindow = false
  /// Whether it is judged by its question's window, and not by one of its own.
  var isPlain = true
}

/// The best and the worst Brier score that some forecasts may have.
public struct ScoreBounds: Sendable, Equatable {
  /// The lowest score, which is the best.
  public var best: Double
  /// The highest score, which is the worst.
  public var worst: Double

  /// Creates bounds.
  public init(best: Double, worst: Double) {
    self.best = best
    self.worst = worst
  }

  /// Creates the bounds of a forecast in words, or of a number where there is no meaning; over both
  /// outcomes where none is given.
  init(_ meaning: ChanceMeaning?, _ probability: Double, happened: Bool?) {
    let range = Interval(meaning?.low ?? probability, meaning?.high ?? probability)
    let bounds = ForecastScoring.brierBounds(of: range, happened: happened)
    self.init(best: bounds.low, worst: bounds.high)
  }

  /// Whether they leave a choice.
  public var isOpen: Bool { best < worst }
}

/// Judges forecasts one by one.
struct Judge {
  let statements: Statements
  let policy: Policy
  let zones: Zones
  private var ends = DayCache()
  /// For each question what holds for all forecasts that share its only window.
  private let shared: [WindowFacts?]

  init(
    _ statements: Statements, _ policy: Policy, _ zones: Zones, _ workers: Workers = .one
  ) {
    self.statements = statements
    self.policy = policy
    self.zones = zones
    shared = workers.elements(below: statements.questions.count) { questions, put in
      var ends = DayCache()
      for place in questions {
        let question = statements.questions[place]
        put(
          place,
          question.moves.isEmpty
            ? WindowFacts(question, question.deadline, zones, &ends) : nil)
      }
    }
  }

  /// Returns what the forecast in each row adds.
  func scores(_ workers: Workers) -> [Score] {
    workers.elements(below: statements.count) { rows, put in
      var judge = self
      for row in rows { put(row, judge.score(row)) }
    }
  }

  /// The last day that counts for the forecast in a row, which has a score; nothing when it has no
  /// deadline.
  func lastDay(_ row: Int, _ score: Score, on question: Int32) -> Int? {
    guard score.isPlain, let facts = shared[Int(question)] else {
      return statements.deadline(row)?.day.dayNumber
    }
    return facts.lastDay
  }

  /// Whether the forecasts on a question that have no window of their own all have the same one.
  func isShared(_ question: Int) -> Bool { shared[question] != nil }

  /// Whether the forecast in a row has no window of its own, and so its question's.
  func isPlain(_ row: Int) -> Bool {
    statements.window[row] == Statements.missing && !statements.isUnfalsifiable(row)
  }

  /// Judges the forecast in a row, apart from which of several statements is taken.
  mutating func judge(_ row: Int) -> Judgement {
    let score = score(row)
    return Judgement(
      scoreability: score.scoreability, grade: score.grade, brier: score.brier,
      brierBounds: statements.bounds(row, score)
        ?? score.brier.map { ScoreBounds(best: $0, worst: $0) },
      dependsOnWindow: score.dependsOnWindow,
      deadline: statements.deadline(row), verdict: facts(row).verdict)
  }

  /// Returns what the forecast in a row adds, apart from which of several statements is taken.
  mutating func score(_ row: Int) -> Score {
    let facts = facts(row)
    let grade = grade(row, facts)
    if let reason = obstacle(row, facts, grade) {
      return Score(brier: nil, scoreability: reason, grade: grade)
    }
    if facts.end ?? .min > policy.instant.microseconds {
      return Score(brier: nil, scoreability: .notDue, grade: grade)
    }
    var score = outcome(row, facts.verdict)
    score.grade = grade
    return score
  }

  /// The instant from which the outcome of the forecast in a row was known; nothing when that cannot
  /// be told.
  mutating func known(_ row: Int) -> Int64? { facts(row).known }

  /// The first instant after the window of the forecast in a row; nothing when it has none.
  mutating func end(_ row: Int) -> Int64? { facts(row).end }

  /// A forecast whose words were read only when the outcome was known is no better than one that
  /// was found then.
  private func grade(_ row: Int, _ facts: WindowFacts) -> CaptureGrade {
    let known = facts.known.map(Instant.init)
    let captured = statements.captured[row]
    let grade = CaptureGrade(
      captured: Instant(microseconds: captured),
      stamped: Judge.instant(statements.stamped[row]), known: known)
    guard !statements.readings.isEmpty, let reading = statements.readings[statements.number[row]],
      reading.recorded > captured
    else { return grade }
    let read = Instant(microseconds: reading.recorded)
    return CaptureGrade(captured: read, stamped: nil, known: known) == .live ? grade : .afterwards
  }

  /// What follows from the facts of a question and a forecast's window.
  private mutating func facts(_ row: Int) -> WindowFacts {
    let place = Int(statements.question[row])
    if isPlain(row), let facts = shared[place] { return facts }
    return WindowFacts(statements.questions[place], statements.deadline(row), zones, &ends)
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
    let reading = statements.readings.isEmpty ? nil : statements.readings[statements.number[row]]
    if statements.probability[row].isNaN, statements.options[statements.number[row]] == nil {
      return reading?.kind == .hedge ? .hedge : .noProbability
    }
    if reading?.isUnfalsifiable == true { return .unfalsifiable }
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

  private func outcome(_ row: Int, _ verdict: Verdict) -> Score {
    func none(_ scoreability: Scoreability) -> Score {
      Score(brier: nil, scoreability: scoreability, grade: .afterwards)
    }
    switch verdict {
    case .ambiguous: return none(.ambiguous)
    case .annulled: return none(.annulled)
    case .yes, .no:
      guard !statements.probability[row].isNaN else { return none(.undecided) }
      return score(row, happened: (verdict == .yes) != statements.isNegated[row])
    case .undecided:
      let outcome = statements.questions[Int(statements.question[row])].outcome
      guard case .option(let option)? = outcome,
        let options = statements.options[statements.number[row]]
      else { return none(.undecided) }
      let names = options.keys.sorted()
      let observed = names.firstIndex(of: option) ?? -1
      return Score(
        brier: brierScore(of: names.map { options[$0] ?? 0 }, observed: observed),
        scoreability: .scored, grade: .afterwards, isPlain: isPlain(row))
    }
  }

  /// The score of a yes-or-no forecast: of a number the plain one, of words the one expected over
  /// their meanings, with the best and the worst that words and window allow.
  private func score(_ row: Int, happened: Bool) -> Score {
    let probability = statements.probability[row]
    var score = Score(
      brier: brierScore(of: probability, happened: happened),
      scoreability: .scored, grade: .afterwards, happened: happened)
    let number = statements.number[row]
    let meaning = statements.readings.isEmpty ? nil : statements.readings[number]?.meaning
    if let meaning {
      score.brier = expectedBrierScore(
        mean: meaning.mean, variance: meaning.variance, happened: happened)
    }
    score.dependsOnWindow = dependsOnWindow(row, happened)
    score.isPlain = isPlain(row)
    return score
  }

  /// Whether a strict or a generous window turns round what came about under the one that counts.
  private func dependsOnWindow(_ row: Int, _ happened: Bool) -> Bool {
    guard !statements.widths.isEmpty, let width = statements.widths[statements.number[row]] else {
      return false
    }
    let question = statements.questions[Int(statements.question[row])]
    return [width.strict, width.generous].contains { day in
      let verdict = Verdict(
        outcome: question.outcome, window: CivilDate(dayNumber: Int(day)),
        deadline: question.deadline(at: .max)?.day)
      guard verdict == .yes || verdict == .no else { return false }
      return ((verdict == .yes) != statements.isNegated[row]) != happened
    }
  }

  private static func instant(_ microseconds: Int64) -> Instant? {
    microseconds == Statements.missing ? nil : Instant(microseconds: microseconds)
  }
}

extension Statements {
  /// The best and the worst score of a statement whose outcome is disputed or not yet said; nothing
  /// where it is no chance.
  func disputedBounds(_ row: Int) -> ScoreBounds? {
    guard !probability[row].isNaN else { return nil }
    let meaning = readings.isEmpty ? nil : readings[number[row]]?.meaning
    return ScoreBounds(meaning, probability[row], happened: nil)
  }

  /// The best and the worst score that the words and the windows of a forecast leave open; nothing
  /// where they leave nothing open.
  func bounds(_ row: Int, _ score: Score) -> ScoreBounds? {
    guard let happened = score.happened else { return nil }
    let meaning = readings.isEmpty ? nil : readings[number[row]]?.meaning
    guard meaning != nil || score.dependsOnWindow else { return nil }
    return ScoreBounds(
      meaning, probability[row], happened: score.dependsOnWindow ? nil : happened)
  }
}

/// What follows from a question's facts for one window.
private struct WindowFacts {
  let end: Int64?
  let known: Int64?
  let lastDay: Int?
  let kind: QuestionKind
  let isResolved: Bool
  let verdict: Verdict

  init(_ question: QuestionColumn, _ deadline: Deadline?, _ zones: Zones, _ ends: inout DayCache) {
    kind = question.kind
    isResolved = question.outcome != nil
    lastDay = deadline?.day.dayNumber
    end = deadline.map { ends.end(of: $0, in: zones) }
    verdict = Verdict(
      outcome: question.outcome, window: deadline?.day,
      deadline: question.deadline(at: .max)?.day)
    known = KnownSince.instant(question.outcome, known: question.known, deadline: deadline) {
      ends.end(of: $0, in: zones)
    }
  }
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
