/// What an outcome of a question would do to the record of one source that speaks of it.
public struct Consequence: Sendable, Equatable {
  /// The number of the source's entry.
  public var source: Int64
  /// Its name.
  public var name: String
  /// What is supposed.
  public var hypothesis: Hypothesis
  /// The fact that would be recorded.
  public var outcome: Outcome
  /// The last day of the window that the source's forecast waits for; nothing when it counts at once.
  public var waitsFor: CivilDate?
  /// Whether its forecast would then be scored, or why not.
  public var standing: Scoreability
  /// Its figures at the instant it counts, without that outcome; nothing when nothing is scored.
  public var before: SourceFigures?
  /// Its figures at the same instant, with it.
  public var after: SourceFigures?
}

extension Statements {
  /// Works out what an answer to a question, recorded at the policy's instant, would do to the record
  /// of each source that has spoken of it.
  ///
  /// A forecast that something happens by a day counts once that day has passed: it is judged then, and
  /// what is there without the answer is judged then too, so that nothing else moves a figure.
  ///
  /// - Parameters:
  ///   - number: The number of the question's entry.
  ///   - policy: What counts, and the instant at which the answer is recorded.
  ///   - zones: The zones that deadlines name.
  ///   - workers: What it is run on.
  /// - Returns: The consequences, no first, by the names of the sources; none unless the question is
  ///   one of yes or no that nothing is recorded of.
  public func consequences(
    of number: Int64, _ policy: Policy, _ zones: Zones, _ workers: Workers = .one
  ) -> [Consequence] {
    guard let place = questions.firstIndex(where: { $0.number == number }),
      questions[place].kind == .binary, questions[place].outcome == nil
    else { return [] }
    let rows = (0..<count).filter { row in
      Int(question[row]) == place
        && withdrawn[self.number[row]].map { $0 > policy.instant.microseconds } ?? true
    }
    var records = Records(self, place, rows, policy, zones, workers)
    let spoken = Set(rows.map { Int(source[$0]) }).sorted {
      (sources[$0].name, $0) < (sources[$1].name, $1)
    }
    return [Hypothesis.no, .yes].flatMap { hypothesis in
      spoken.map { records.consequence(hypothesis, for: $0) }
    }
  }
}

/// The records that consequences are read from, each made once.
private struct Records {
  private let statements: Statements
  private let place: Int
  /// The statements on the question, which stand.
  private let rows: [Int]
  private let policy: Policy
  private let zones: Zones
  private let workers: Workers
  private var made: [Key: Record] = [:]

  private struct Key: Hashable {
    var hypothesis: Hypothesis?
    var instant: Instant
  }

  /// What is kept of an assessment.
  private struct Record {
    /// What became of each statement on the question.
    var fates: [Int: Scoreability]
    /// The figures of each source that has spoken of it.
    var figures: [Int32: SourceFigures]
  }

  init(
    _ statements: Statements, _ place: Int, _ rows: [Int], _ policy: Policy, _ zones: Zones,
    _ workers: Workers
  ) {
    self.statements = statements
    self.place = place
    self.rows = rows
    self.policy = policy
    self.zones = zones
    self.workers = workers
  }

  mutating func consequence(_ hypothesis: Hypothesis, for source: Int) -> Consequence {
    let now = record(hypothesis, at: policy.instant)
    let row = standingRow(of: source, now)
    let deadline = row.flatMap { now.fates[$0] == .notDue ? statements.deadline($0) : nil }
    let instant = deadline.map { zones.end(of: $0.day, in: $0.zone) } ?? policy.instant
    let after = record(hypothesis, at: instant)
    let before = record(nil, at: instant)
    return Consequence(
      source: statements.sources[source].number, name: statements.sources[source].name,
      hypothesis: hypothesis, outcome: outcome(hypothesis), waitsFor: deadline?.day,
      standing: row.flatMap { after.fates[$0] } ?? .noProbability,
      before: before.figures[Int32(source)], after: after.figures[Int32(source)])
  }

  private func outcome(_ hypothesis: Hypothesis) -> Outcome {
    hypothesis.outcome(of: statements.questions[place], at: policy.instant, zones)
  }

  /// The statement of a source that counts, else its last one.
  private func standingRow(of source: Int, _ record: Record) -> Int? {
    let rows = rows.filter { Int(statements.source[$0]) == source }.sorted {
      (statements.moment($0), statements.number[$0])
        < (statements.moment($1), statements.number[$1])
    }
    return rows.first { record.fates[$0]?.mayCount == true } ?? rows.last
  }

  private mutating func record(_ hypothesis: Hypothesis?, at instant: Instant) -> Record {
    let key = Key(hypothesis: hypothesis, instant: instant)
    if let known = made[key] { return known }
    var policy = policy
    policy.instant = instant
    let assessment = Assessment(
      hypothesis.map { statements.supposing(outcome($0), of: place, at: self.policy.instant) }
        ?? statements, policy, zones, workers)
    var record = Record(fates: [:], figures: [:])
    for row in rows {
      let source = statements.source[row]
      record.fates[row] = assessment.fates[row]
      record.figures[source] = SourceFigures(assessment.tallies[Int(source)])
    }
    made[key] = record
    return record
  }
}
