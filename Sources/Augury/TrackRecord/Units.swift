internal import ForecastScoring

/// One source's statements about one question, put together as the policy says.
struct Units {
  private struct Unit {
    var row: Int
    var scoreability: Scoreability
    var grade: CaptureGrade
    /// How many statements there are, and how many of them have a score.
    var count = 1
    var scores: Int
    var sum: Double
    var best: Double
    var worst: Double

    init(_ row: Int, _ score: Score) {
      self.row = row
      scoreability = score.scoreability
      grade = score.grade
      scores = scoreability == .scored ? 1 : 0
      sum = score.brier ?? 0
      best = score.bounds?.best ?? sum
      worst = score.bounds?.worst ?? sum
    }

    /// Adds a statement to a mean: those without a score add nothing to it.
    mutating func include(_ other: Unit) {
      count += 1
      guard other.scores > 0 else { return }
      grade = scores > 0 ? min(grade, other.grade) : other.grade
      scoreability = .scored
      scores += other.scores
      sum += other.sum
      best += other.best
      worst += other.worst
    }
  }

  private let statements: Statements
  private let scores: [Score]
  private let take: Take

  /// Creates the units of some statements; there is a score for each row.
  init(_ statements: Statements, _ scores: [Score], _ take: Take) {
    self.statements = statements
    self.scores = scores
    self.take = take
  }

  /// Hands each unit among some rows to its source's tally.
  func count(
    _ rows: [Int32], into tallies: inout [Tally], _ grades: inout [CaptureGrade: Int]
  ) {
    let ordered = grouped(rows)
    var start = 0
    while start < ordered.count {
      let first = Int(ordered[start])
      var unit = Unit(first, scores[first])
      var next = start + 1
      while next < ordered.count, isSameUnit(Int(ordered[next]), first) {
        include(Int(ordered[next]), in: &unit)
        next += 1
      }
      let source = Int(statements.source[first])
      tallies[source].funnel.count(unit.scoreability)
      for _ in 1..<unit.count { tallies[source].funnel.count(.repeated) }
      if unit.scoreability == .scored {
        tallies[source].add(unit.sum, unit.best, unit.worst, over: unit.scores)
        grades[unit.grade, default: 0] += 1
      }
      start = next
    }
  }

  private func isSameUnit(_ one: Int, _ other: Int) -> Bool {
    statements.question[one] == statements.question[other]
      && statements.source[one] == statements.source[other]
  }

  private func include(_ row: Int, in unit: inout Unit) {
    guard take != .average else { return unit.include(Unit(row, scores[row])) }
    let count = unit.count + 1
    if precedes(row, unit.row) == (take == .first) { unit = Unit(row, scores[row]) }
    unit.count = count
  }

  /// Whether one statement was made before another: by their moments, else by their places in the
  /// ledger.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (statements.moment(one), statements.number[one])
      < (statements.moment(other), statements.number[other])
  }

  /// The rows by source, then by question, then in their own order.
  private func grouped(_ rows: [Int32]) -> [Int32] {
    let byQuestion = Units.sorted(rows, by: statements.question, statements.questions.count)
    return Units.sorted(byQuestion, by: statements.source, statements.sources.count)
  }

  /// Sorts rows by a column of places below a limit, and keeps the order of equal ones: a counting
  /// sort, which takes time in proportion to the rows.
  private static func sorted(_ rows: [Int32], by places: [Int32], _ limit: Int) -> [Int32] {
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
