internal import ForecastScoring

/// What a source's forecast is compared with.
public enum ReferenceKind: String, Sendable, CaseIterable {
  /// The chance that was stated as a baseline when the forecast was logged.
  case baseline
  /// The pooled chance of the other sources that stood at that time.
  case consensus
  /// One half, on a question that was declared symmetric.
  case even = "50 %"
}

/// The reference forecast of one statement: what a named baseline said of the same claim then.
public struct ReferenceForecast: Sendable, Equatable {
  /// Where it comes from.
  public var kind: ReferenceKind
  /// The probability of what the source said would be so, 0…1.
  public var probability: Double

  /// Creates a reference forecast.
  public init(kind: ReferenceKind, probability: Double) {
    self.kind = kind
    self.probability = probability
  }
}

/// Finds the reference forecast of each statement: the first rung of the ladder that there is.
///
/// A stated baseline comes first; then the consensus of at least three other sources, each by its
/// last statement standing at that time on the same question with the same last day; then one half
/// where the question was declared symmetric. Docs/Scores.md has the reasons.
struct ReferenceLadder {
  private let statements: Statements
  private var consensus: [Int32: Double] = [:]

  /// Prepares the references of some rows, which are the only ones that a consensus is made of.
  init(_ statements: Statements, _ rows: [Int32]) {
    self.statements = statements
    var byQuestion: [Int32: [Int32]] = [:]
    let counts = ReferenceLadder.sourcesPerQuestion(statements, rows)
    for row in rows {
      let question = statements.question[Int(row)]
      if counts[Int(question)] > Consensus.least { byQuestion[question, default: []].append(row) }
    }
    for rows in byQuestion.values { add(rows) }
  }

  /// Returns the reference of a row; nothing where no rung has one.
  func reference(_ row: Int32) -> ReferenceForecast? {
    let place = Int(row)
    if let baseline = statements.baseline[statements.number[place]] {
      return ReferenceForecast(kind: .baseline, probability: baseline)
    }
    if let consensus = consensus[row] {
      let chance = statements.isNegated[place] ? 1 - consensus : consensus
      return ReferenceForecast(kind: .consensus, probability: chance)
    }
    guard statements.questions[Int(statements.question[place])].isSymmetric else { return nil }
    return ReferenceForecast(kind: .even, probability: 0.5)
  }

  /// How many sources spoke on each question, at most: a quick look, so that the many questions
  /// with few sources cost nothing.
  private static func sourcesPerQuestion(_ statements: Statements, _ rows: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: statements.questions.count)
    for row in rows { counts[Int(statements.question[Int(row)])] += 1 }
    return counts
  }

  /// Works out the consensus for the rows of one question, by their last days.
  private mutating func add(_ rows: [Int32]) {
    var byDeadline: [Deadline?: [Int32]] = [:]
    for row in rows where isPooled(Int(row)) {
      byDeadline[statements.deadline(Int(row)), default: []].append(row)
    }
    for rows in byDeadline.values where rows.count > Consensus.least {
      let ordered = rows.sorted { one, other in
        (statements.moment(Int(one)), statements.number[Int(one)])
          < (statements.moment(Int(other)), statements.number[Int(other)])
      }
      var pool = Consensus(statements)
      var start = 0
      while start < ordered.count {
        let moment = statements.moment(Int(ordered[start]))
        var end = start
        while end < ordered.count, statements.moment(Int(ordered[end])) == moment {
          pool.take(ordered[end])
          end += 1
        }
        for row in ordered[start..<end] {
          if let chance = pool.chance(leavingOut: statements.source[Int(row)]) {
            consensus[row] = chance
          }
        }
        start = end
      }
    }
  }

  /// Whether a statement can be a part of a consensus: a chance of yes or no that was not taken back.
  private func isPooled(_ row: Int) -> Bool {
    !statements.probability[row].isNaN
      && statements.questions[Int(statements.question[row])].kind == .binary
      && statements.withdrawn[statements.number[row]] == nil
  }
}

/// The statements that stand at a time, one for each source, as a pool.
private struct Consensus {
  /// How many other sources it takes.
  static let least: Int32 = 3

  private let statements: Statements
  private var pool = RunningLogOddsPool()
  private var standing: [Int32: Double] = [:]

  init(_ statements: Statements) { self.statements = statements }

  /// Takes a statement in, in place of its source's last one.
  mutating func take(_ row: Int32) {
    let source = statements.source[Int(row)]
    let said = statements.probability[Int(row)]
    let chance = statements.isNegated[Int(row)] ? 1 - said : said
    if let before = standing[source] { pool.remove(before) }
    pool.add(chance)
    standing[source] = chance
  }

  /// The pooled chance of the event by all other sources.
  func chance(leavingOut source: Int32) -> Double? {
    var others = pool
    if let own = standing[source] { others.remove(own) }
    return others.count >= Consensus.least ? others.value : nil
  }
}
