/// All forecasts of a ledger, judged by one policy: what every report value is made from.
public struct Assessment: Sendable {
  /// What counted.
  public let policy: Policy
  let statements: Statements
  let scores: [Score]
  let ladder: ReferenceLadder
  /// What became of each row in the end: whether it is scored, or why not.
  let fates: [Scoreability]
  /// Which rows pass the filter of the policy; nothing when all do.
  let isIncluded: [Bool]?
  /// What was gathered of each source, by its place.
  let tallies: [Tally]
  /// How many of the scored forecasts have each capture grade.
  let grades: [CaptureGrade: Int]
  let judge: Judge
  let workers: Workers

  /// Judges all forecasts.
  ///
  /// One source's statements about one question are one unit: the statement that the policy takes,
  /// among those that pass its filter, stands for all.
  public init(
    _ statements: Statements, _ policy: Policy, _ zones: Zones, _ workers: Workers = .one
  ) {
    var statements = statements
    statements.choose(policy.window)
    var judge = Judge(statements, policy, zones, workers)
    let scores = judge.scores(workers)
    let isIncluded =
      policy.filter.isOpen
      ? nil : (0..<statements.count).map { statements.passes($0, policy.filter) }
    var fates: [Scoreability] = []
    fates.reserveCapacity(scores.count)
    var tallies = [Tally](repeating: Tally(), count: statements.sources.count)
    var grades: [CaptureGrade: Int] = [:]
    var rows: [Int32] = []
    rows.reserveCapacity(scores.count)
    for (row, score) in scores.enumerated() {
      fates.append(score.scoreability)
      if score.scoreability.mayCount {
        rows.append(Int32(row))
      } else if isIncluded?[row] ?? true {
        tallies[Int(statements.source[row])].funnel.count(score.scoreability)
      }
    }
    // What was taken back stood until then.
    let said =
      statements.withdrawn.isEmpty
      ? rows
      : scores.indices.filter {
        scores[$0].scoreability.mayCount
          || scores[$0].scoreability == .withdrawn && scores[$0].grade >= policy.grade
      }.map(Int32.init)
    ladder = ReferenceLadder(statements, said, &judge, workers)
    let counted = isIncluded.map { isIncluded in rows.filter { isIncluded[Int($0)] } } ?? rows
    Units(statements, scores, judge, ladder).count(
      counted, into: &tallies, &grades, &fates, workers)
    self.policy = policy
    self.statements = statements
    self.scores = scores
    self.fates = fates
    self.isIncluded = isIncluded
    self.tallies = tallies
    self.grades = grades
    self.judge = judge
    self.workers = workers
  }

  /// How accurate each source has been.
  public var record: TrackRecord { TrackRecord(self) }

  /// The rows of one source that pass the filter, in the order in which they were said.
  func rows(of source: Int) -> [Int] {
    (0..<statements.count).filter {
      Int(statements.source[$0]) == source && (isIncluded?[$0] ?? true)
    }.sorted {
      (statements.moment($0), statements.number[$0])
        < (statements.moment($1), statements.number[$1])
    }
  }

  /// The place of the source that an entry introduced; nothing when it is not there.
  func place(ofSource number: Int64) -> Int? {
    statements.sources.firstIndex { $0.number == number }
  }

  /// Everything about the forecast in a row that a report may show.
  func forecast(_ row: Int) -> AssessedForecast {
    let question = statements.questions[Int(statements.question[row])]
    let meaning =
      statements.readings.isEmpty ? nil : statements.readings[statements.number[row]]?.meaning
    let score = scores[row]
    let probability = statements.probability[row]
    let reference = isReferred(row) ? ladder.reference(Int32(row)) : nil
    var edge: Double?
    if let reference, let brier = score.brier, let happened = score.happened {
      edge = referenceScore(reference, happened) - brier
    }
    let isDisputed = fates[row] == .ambiguous || fates[row] == .undecided
    let disputedBounds = isDisputed ? statements.disputedBounds(row) : nil
    var judge = judge
    let judgement = judge.judge(row)
    return AssessedForecast(
      number: statements.number[row], question: question.number,
      source: statements.sources[Int(statements.source[row])].number,
      event: question.event,
      said: statements.saidDay(row),
      captured: Instant(microseconds: statements.captured[row]),
      leadDays: statements.leadDays(row),
      probability: probability.isNaN ? nil : probability,
      meaning: meaning, isNegated: statements.isNegated[row],
      deadline: judgement.deadline, verdict: judgement.verdict, grade: score.grade,
      standing: fates[row], happened: score.happened, brier: score.brier,
      bounds: statements.bounds(row, score) ?? disputedBounds,
      dependsOnWindow: score.dependsOnWindow,
      reference: reference,
      edge: edge)
  }

  /// Whether a reference is of any use to a row: it can be scored in the end.
  private func isReferred(_ row: Int) -> Bool {
    switch scores[row].scoreability {
    case .scored, .notDue, .undecided, .ambiguous: !statements.probability[row].isNaN
    default: false
    }
  }
}
