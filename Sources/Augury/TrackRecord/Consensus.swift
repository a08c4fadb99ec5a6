internal import ForecastScoring

/// What all sources together said of a question's event: when the third of them had spoken, and last.
struct WholeConsensus: Sendable {
  /// The statement with which it first stood.
  var firstRow: Int32
  /// The chance of the event then.
  var first: Double
  /// The last statement that went into it.
  var lastRow: Int32
  /// The chance of the event then.
  var last: Double
}

/// What all other sources said of each statement's event by then, pooled.
///
/// Each source counts with its last statement standing at that time, on the same question and with
/// the same last day; those that were taken back do not count.
struct Consensus {
  /// How many other sources it takes.
  static let least = 3

  /// The pooled chance of the event for each row; not a number where there is none.
  private(set) var chances: [Double]
  /// The consensus of all sources by question; of several last days that which stood first.
  private(set) var whole: [WholeConsensus?]
  private let statements: Statements
  private var pool = RunningLogOddsPool()
  /// By source: what it said last of the event at hand; not a number where it said nothing.
  private var standing: [Double]

  init(_ statements: Statements) {
    self.statements = statements
    chances = [Double](repeating: .nan, count: statements.count)
    standing = [Double](repeating: .nan, count: statements.sources.count)
    whole = [WholeConsensus?](repeating: nil, count: statements.questions.count)
  }

  /// Works out the chances of some rows, of which the pools are made.
  mutating func pool(_ rows: [Int32]) {
    let pooled = rows.filter { isPooled(Int($0)) }
    let ordered = Units.sorted(pooled, by: statements.question, statements.questions.count)
    var start = 0
    while start < ordered.count {
      let question = statements.question[Int(ordered[start])]
      var end = start + 1
      while end < ordered.count, statements.question[Int(ordered[end])] == question { end += 1 }
      if end - start >= Consensus.least { pool(question: ordered[start..<end]) }
      start = end
    }
  }

  /// Splits the rows of one question by their last days, where these can differ.
  private mutating func pool(question rows: ArraySlice<Int32>) {
    guard let first = rows.first else { return }
    let isSame =
      statements.questions[Int(statements.question[Int(first)])].moves.isEmpty
      && rows.allSatisfy {
        statements.window[Int($0)] == Statements.missing && !statements.isUnfalsifiable(Int($0))
      }
    guard !isSame else { return pool(claim: rows) }
    var byDeadline: [Deadline?: [Int32]] = [:]
    for row in rows { byDeadline[statements.deadline(Int(row)), default: []].append(row) }
    for rows in byDeadline.values where rows.count >= Consensus.least { pool(claim: rows[...]) }
  }

  /// Goes through the statements of one claim as they were made; those of one moment stand together.
  private mutating func pool(claim rows: ArraySlice<Int32>) {
    let made = rows.map { (moment: statements.moment(Int($0)), row: $0) }.sorted {
      ($0.moment, statements.number[Int($0.row)]) < ($1.moment, statements.number[Int($1.row)])
    }
    pool = RunningLogOddsPool()
    var all: WholeConsensus?
    var start = 0
    while start < made.count {
      var end = start
      while end < made.count, made[end].moment == made[start].moment {
        take(Int(made[end].row))
        end += 1
      }
      for (_, row) in made[start..<end] { chances[Int(row)] = chance(for: Int(row)) }
      if pool.count >= Consensus.least, let chance = pool.value {
        let row = made[end - 1].row
        all = WholeConsensus(
          firstRow: all?.firstRow ?? row, first: all?.first ?? chance, lastRow: row, last: chance)
      }
      start = end
    }
    if let all, let first = rows.first {
      let question = Int(statements.question[Int(first)])
      if whole[question].map({ all.firstRow < $0.firstRow }) ?? true { whole[question] = all }
    }
    for row in rows { standing[Int(statements.source[Int(row)])] = .nan }
  }

  /// Takes a statement in, in place of its source's last one.
  private mutating func take(_ row: Int) {
    let source = Int(statements.source[row])
    let said = statements.probability[row]
    let chance = statements.isNegated[row] ? 1 - said : said
    if !standing[source].isNaN { pool.remove(standing[source]) }
    pool.add(chance)
    standing[source] = chance
  }

  /// The pooled chance of the event by all but the source of a row.
  private func chance(for row: Int) -> Double {
    var others = pool
    others.remove(standing[Int(statements.source[row])])
    guard others.count >= Consensus.least else { return .nan }
    return others.value ?? .nan
  }

  /// Whether a statement can be a part of a consensus: a chance of yes or no that was not taken back.
  private func isPooled(_ row: Int) -> Bool {
    !statements.probability[row].isNaN
      && statements.questions[Int(statements.question[row])].kind == .binary
      && (statements.withdrawn.isEmpty || statements.withdrawn[statements.number[row]] == nil)
  }
}
