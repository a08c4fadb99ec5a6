internal import ForecastScoring

/// One source's statements about one question, put together as the policy says.
struct Units {
  private struct Unit {
    var row: Int32
    var scoreability: Scoreability
    var grade: CaptureGrade
    /// How many statements there are, and how many of them have a score.
    var count: Int32 = 1
    var scores: Int32
    var sum: Double

    /// Adds a statement to a mean: those without a score add nothing to it.
    mutating func include(_ other: Unit) {
      count += 1
      guard other.scores > 0 else { return }
      grade = scores > 0 ? min(grade, other.grade) : other.grade
      scoreability = .scored
      scores += other.scores
      sum += other.sum
    }
  }

  private let statements: Statements
  private let take: Take
  private var places: [UInt64: Int32] = [:]
  private var units: [Unit] = []

  init(_ statements: Statements, _ take: Take) {
    self.statements = statements
    self.take = take
    places.reserveCapacity(statements.count)
  }

  /// Adds a statement that could be scored.
  mutating func add(
    _ row: Int, _ scoreability: Scoreability, _ brier: Double, _ grade: CaptureGrade
  ) {
    let key =
      UInt64(UInt32(bitPattern: statements.source[row])) << 32
      | UInt64(UInt32(bitPattern: statements.question[row]))
    let fresh = Unit(
      row: Int32(row), scoreability: scoreability, grade: grade,
      scores: scoreability == .scored ? 1 : 0, sum: brier)
    guard let place = places[key].map(Int.init) else {
      places[key] = Int32(units.count)
      units.append(fresh)
      return
    }
    guard take != .average else { return units[place].include(fresh) }
    units[place].count += 1
    let before = Int(units[place].row)
    guard precedes(row, before) == (take == .first) else { return }
    let count = units[place].count
    units[place] = fresh
    units[place].count = count
  }

  /// Whether one statement was made before another: by when it was said, where both are known,
  /// else by when it was captured, else by its place in the ledger.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    func moment(_ row: Int) -> Int64 {
      let said = statements.saidFrom[row]
      return said == Statements.missing ? statements.captured[row] : said
    }
    return (moment(one), statements.number[one]) < (moment(other), statements.number[other])
  }

  /// Hands each unit to its source's tally.
  func close(_ tallies: inout [Tally], _ grades: inout [CaptureGrade: Int]) {
    for unit in units {
      let source = Int(statements.source[Int(unit.row)])
      tallies[source].funnel.count(unit.scoreability)
      for _ in 1..<max(1, Int(unit.count)) { tallies[source].funnel.count(.repeated) }
      guard unit.scoreability == .scored else { continue }
      tallies[source].brier.add(unit.sum / Double(unit.scores))
      grades[unit.grade, default: 0] += 1
    }
  }
}
