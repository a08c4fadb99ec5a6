internal import ForecastScoring

/// One source on one question: what enters its figures once, however often it spoke.
struct ScoredUnit: Sendable {
  /// The row of the statement that stands for all.
  var row: Int32
  /// The Brier score that counts; of several statements the one taken, or their mean.
  var brier: Double
  /// The best and the worst score that words allow.
  var bounds: ScoreBounds
  /// The probability of what was said and whether it came about; nothing for options.
  var chance: (probability: Double, happened: Bool)?
  /// Whether the probability was given as a number.
  var isNumber: Bool
  /// The reference and how much closer than it the source was.
  var edge: (reference: ReferenceForecast, value: Double)?
  /// The place of the event that it belongs to.
  var event: Int
  /// The day by which it was to be, for the order of what was learnt.
  var day: Int
}

/// Puts one source's statements about one question together as the policy says.
struct Units {
  private let statements: Statements
  private let scores: [Score]
  private let take: Take
  private let ladder: ReferenceLadder
  private let events: [Int]

  /// Creates the units of some statements; there is a score for each row.
  init(_ statements: Statements, _ scores: [Score], _ take: Take, _ ladder: ReferenceLadder) {
    self.statements = statements
    self.scores = scores
    self.take = take
    self.ladder = ladder
    events = Units.events(statements.questions)
  }

  /// Hands each unit among some rows to its source's tally.
  func count(
    _ rows: [Int32], into tallies: inout [Tally], _ grades: inout [CaptureGrade: Int],
    _ fates: inout [Scoreability]
  ) {
    let ordered = grouped(rows)
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, isSameUnit(Int(ordered[end]), Int(ordered[start])) { end += 1 }
      count(unit: ordered[start..<end], into: &tallies, &grades, &fates)
      start = end
    }
  }

  private func count(
    unit rows: ArraySlice<Int32>, into tallies: inout [Tally],
    _ grades: inout [CaptureGrade: Int], _ fates: inout [Scoreability]
  ) {
    guard let first = rows.first else { return }
    let scored = take == .average ? rows.filter { scores[Int($0)].scoreability == .scored } : []
    let taken = scored.isEmpty ? self.taken(rows) ?? first : scored[0]
    let source = Int(statements.source[Int(first)])
    let score = scores[Int(taken)]
    tallies[source].funnel.count(score.scoreability)
    for row in rows where row != taken {
      tallies[source].funnel.count(.repeated)
      fates[Int(row)] = .repeated
    }
    switch score.scoreability {
    case .scored:
      let members = scored.isEmpty ? [taken] : scored
      tallies[source].units.append(unit(of: members))
      let grade = members.map { scores[Int($0)].grade }.min() ?? score.grade
      grades[grade, default: 0] += 1
    case .ambiguous, .undecided:
      if let bounds = disputed(Int(taken)) { tallies[source].disputed.append(bounds) }
    default: break
    }
  }

  /// The statement that stands for all, by the time it was made.
  private func taken(_ rows: ArraySlice<Int32>) -> Int32? {
    switch take {
    case .last: rows.max { precedes(Int($0), Int($1)) }
    default: rows.min { precedes(Int($0), Int($1)) }
    }
  }

  /// The unit of some scored statements: the first one's chance, the mean of the scores.
  private func unit(of rows: [Int32]) -> ScoredUnit {
    let first = Int(rows[0])
    var (brier, best, worst) = (Mean(), Mean(), Mean())
    var edge = Mean()
    var reference: ReferenceForecast?
    for row in rows {
      let score = scores[Int(row)]
      let value = score.brier ?? 0
      brier.add(value)
      best.add(score.bounds?.best ?? value)
      worst.add(score.bounds?.worst ?? value)
      if let found = ladder.reference(row), let happened = score.happened {
        reference = reference ?? found
        edge.add(brierScore(of: found.probability, happened: happened) - value)
      }
    }
    let question = Int(statements.question[first])
    return ScoredUnit(
      row: rows[0], brier: brier.value ?? 0,
      bounds: ScoreBounds(best: best.value ?? 0, worst: worst.value ?? 0),
      chance: scores[first].happened.map { (statements.probability[first], $0) },
      isNumber: statements.readings.isEmpty
        || statements.readings[statements.number[first]]?.meaning == nil,
      edge: edge.value.flatMap { value in reference.map { ($0, value) } },
      event: events[question], day: statements.deadline(first)?.day.dayNumber ?? .max)
  }

  /// The best and the worst score of a statement whose outcome is disputed or not yet said.
  private func disputed(_ row: Int) -> ScoreBounds? {
    let probability = statements.probability[row]
    guard !probability.isNaN else { return nil }
    let meaning =
      statements.readings.isEmpty ? nil : statements.readings[statements.number[row]]?.meaning
    return ScoreBounds(meaning, probability, happened: nil)
  }

  private func isSameUnit(_ one: Int, _ other: Int) -> Bool {
    statements.question[one] == statements.question[other]
      && statements.source[one] == statements.source[other]
  }

  /// Whether one statement was made before another: by their moments, else by their places in the
  /// ledger.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (statements.moment(one), statements.number[one])
      < (statements.moment(other), statements.number[other])
  }

  /// The place of each question's event: questions of one name share it.
  private static func events(_ questions: [QuestionColumn]) -> [Int] {
    var places: [String: Int] = [:]
    return questions.enumerated().map { place, question in
      guard let event = question.event else { return place }
      if let known = places[event] { return known }
      places[event] = place
      return place
    }
  }

  /// The rows by source, then by question, then in their own order.
  private func grouped(_ rows: [Int32]) -> [Int32] {
    let byQuestion = Units.sorted(rows, by: statements.question, statements.questions.count)
    return Units.sorted(byQuestion, by: statements.source, statements.sources.count)
  }

  /// Sorts rows by a column of places below a limit, and keeps the order of equal ones: a counting
  /// sort, which takes time in proportion to the rows.
  static func sorted(_ rows: [Int32], by places: [Int32], _ limit: Int) -> [Int32] {
    var starts = [Int](repeating: 0, count: limit + 1)
    for row in rows { starts[Int(places[Int(row)]) + 1] += 1 }
    for place in 1..<(limit + 1) { starts[place] += starts[place - 1] }
    return [Int32](unsafeUninitializedCapacity: rows.count) { sorted, count in
      for row in rows {
        let place = Int(places[Int(row)])
        sorted[starts[place]] = row
        starts[place] += 1
      }
      count = rows.count
    }
  }
}
