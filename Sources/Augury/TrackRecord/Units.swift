internal import ForecastScoring

/// One source on one question: what enters its figures once, however often it spoke.
struct ScoredUnit: Sendable {
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
  /// The row of the statement that stands for all.
  var row: Int32
  /// The place of the event that it belongs to.
  var event: Int32
  /// The day by which it was to be, for the order of what was learnt.
  var day: Int32
}

/// Puts one source's statements about one question together as the policy says.
struct Units {
  private let statements: Statements
  private let scores: [Score]
  private let judge: Judge
  private let ladder: ReferenceLadder
  private let events: [Int32]

  /// Creates the units of some statements; there is a score for each row.
  init(_ statements: Statements, _ scores: [Score], _ judge: Judge, _ ladder: ReferenceLadder) {
    self.statements = statements
    self.scores = scores
    self.judge = judge
    self.ladder = ladder
    events = Units.events(statements.questions)
  }

  private var take: Take { judge.policy.take }

  /// Hands each unit among some rows to its source's tally.
  func count(
    _ rows: [Int32], into tallies: inout [Tally], _ grades: inout [CaptureGrade: Int],
    _ fates: inout [Scoreability], _ workers: Workers
  ) {
    let sources = bySource(rows)
    for gathered in workers.map(Workers.parts, { gather($0, sources) }) {
      for (source, tally) in zip(gathered.sources, gathered.tallies) { tallies[source].add(tally) }
      grades.merge(gathered.grades, uniquingKeysWith: +)
      for row in gathered.repeated { fates[Int(row)] = .repeated }
    }
  }

  /// What one part of the sources adds.
  private struct Gathered {
    var sources: Range<Int>
    var tallies: [Tally] = []
    var grades: [CaptureGrade: Int] = [:]
    /// The rows for which another one stands.
    var repeated: [Int32] = []
  }

  private func gather(_ part: Int, _ groups: RowGroups) -> Gathered {
    var gathered = Gathered(sources: groups.places(of: part))
    for source in gathered.sources {
      let rows = groups[source]
      var tally = Tally()
      var start = rows.startIndex
      while start < rows.endIndex {
        let question = statements.question[Int(rows[start])]
        var end = start + 1
        while end < rows.endIndex, statements.question[Int(rows[end])] == question { end += 1 }
        count(unit: rows[start..<end], into: &tally, &gathered)
        start = end
      }
      gathered.tallies.append(tally)
    }
    return gathered
  }

  private func count(
    unit rows: ArraySlice<Int32>, into tally: inout Tally, _ gathered: inout Gathered
  ) {
    guard let first = rows.first else { return }
    let scored = take == .average ? self.scored(rows) : []
    let taken = scored.first ?? (rows.count == 1 ? first : self.taken(rows) ?? first)
    let score = scores[Int(taken)]
    tally.funnel.count(score.scoreability)
    for row in rows where row != taken {
      tally.funnel.count(.repeated)
      gathered.repeated.append(row)
    }
    switch score.scoreability {
    case .scored:
      tally.units.append(
        scored.isEmpty ? unit(of: CollectionOfOne(taken)) : unit(of: scored))
      let grade = scored.map { scores[Int($0)].grade }.min() ?? score.grade
      gathered.grades[grade, default: 0] += 1
    case .ambiguous, .undecided:
      if let bounds = statements.disputedBounds(Int(taken)) { tally.disputed.append(bounds) }
    default: break
    }
  }

  /// The statements that are scored, as they were made.
  private func scored(_ rows: ArraySlice<Int32>) -> [Int32] {
    rows.filter { scores[Int($0)].scoreability == .scored }.sorted {
      precedes(Int($0), Int($1))
    }
  }

  /// The statement that stands for all, by the time it was made.
  private func taken(_ rows: ArraySlice<Int32>) -> Int32? {
    switch take {
    case .last: rows.max { precedes(Int($0), Int($1)) }
    default: rows.min { precedes(Int($0), Int($1)) }
    }
  }

  /// The unit of some scored statements: the means of their scores, and of their chances of what the
  /// first of them said.
  private func unit(of rows: some Collection<Int32>) -> ScoredUnit {
    let first = rows.first.map(Int.init) ?? 0
    var (brier, best, worst, chance) = (Mean(), Mean(), Mean(), Mean())
    var (edge, other) = (Mean(), Mean())
    var kind: ReferenceKind?
    for row in rows.lazy.map(Int.init) {
      let score = scores[row]
      let value = score.brier ?? 0
      let isSame = statements.isNegated[row] == statements.isNegated[first]
      brier.add(value)
      let bounds = statements.bounds(row, score)
      best.add(bounds?.best ?? value)
      worst.add(bounds?.worst ?? value)
      chance.add(isSame ? statements.probability[row] : 1 - statements.probability[row])
      if let found = ladder.reference(Int32(row)), let happened = score.happened {
        kind = kind ?? found.kind
        other.add(isSame ? found.probability : 1 - found.probability)
        edge.add(Units.gain(over: brierScore(of: found.probability, happened: happened), value))
      }
    }
    let reference = kind.flatMap { kind in
      other.value.map { ReferenceForecast(kind: kind, probability: $0) }
    }
    let question = Int(statements.question[first])
    return ScoredUnit(
      brier: brier.value ?? 0,
      bounds: ScoreBounds(best: best.value ?? 0, worst: worst.value ?? 0),
      chance: scores[first].happened.flatMap { happened in chance.value.map { ($0, happened) } },
      isNumber: statements.readings.isEmpty
        || rows.allSatisfy { statements.readings[statements.number[Int($0)]]?.meaning == nil },
      edge: edge.value.flatMap { value in reference.map { ($0, value) } },
      row: Int32(first), event: events[question],
      day: judge.lastDay(first, scores[first], on: statements.question[first]).map(Int32.init)
        ?? .max)
  }

  /// How much lower a score is than that of a reference; what rounding leaves of nothing is nothing.
  private static func gain(over reference: Double, _ score: Double) -> Double {
    let gain = reference - score
    return abs(gain) < 1e-12 ? 0 : gain
  }

  /// Whether one statement was made before another: by their moments, else by their places in the
  /// ledger.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (statements.moment(one), statements.number[one])
      < (statements.moment(other), statements.number[other])
  }

  /// The place of each question's event: questions of one name share it.
  private static func events(_ questions: [QuestionColumn]) -> [Int32] {
    var places: [String: Int32] = [:]
    return questions.indices.map { place in
      let place = Int32(place)
      guard let event = questions[Int(place)].event else { return place }
      if let known = places[event] { return known }
      places[event] = place
      return place
    }
  }

  /// The rows by source, then by question, then in their own order.
  private func bySource(_ rows: [Int32]) -> RowGroups {
    let byQuestion = RowGroups(rows, by: statements.question, statements.questions.count)
    return RowGroups(byQuestion.rows, by: statements.source, statements.sources.count)
  }
}

extension Tally {
  /// Adds what was gathered of other forecasts.
  fileprivate mutating func add(_ other: Tally) {
    funnel.add(other.funnel)
    // As a rule there is nothing yet, and nothing has to be copied.
    if units.isEmpty { units = other.units } else { units += other.units }
    disputed += other.disputed
  }
}
