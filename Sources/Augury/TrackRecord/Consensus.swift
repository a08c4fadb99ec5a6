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
/// the same last day; one that was taken back counts until then.
struct Consensus {
  /// How many other sources it takes.
  static let least = 3

  /// The pooled chance for each row of what it says will be so; not a number where there is none.
  let chances: [Double]
  /// The consensus of all sources by question; of several last days that which stood first.
  let whole: [WholeConsensus?]

  /// Pools some rows, for which the chances are too.
  init(_ statements: Statements, _ rows: [Int32], _ judge: Judge, _ workers: Workers) {
    let questions = RowGroups(rows, by: statements.question, statements.questions.count)
    var chances = [Double](repeating: .nan, count: statements.count)
    var whole = [WholeConsensus?](repeating: nil, count: statements.questions.count)
    let found = workers.write(&chances) { part, chances in
      var pools = ClaimPools(statements, judge, chances)
      return questions.places(of: part).map { ($0, pools.pool($0, questions[$0])) }
    }
    for (question, consensus) in found.joined() { whole[question] = consensus }
    self.whole = whole
    self.chances = chances
  }
}

/// Pools the statements of one claim after the other.
private struct ClaimPools {
  private let statements: Statements
  private let judge: Judge
  /// By row: the pooled chance of what it says.
  private let chances: UnsafeMutableBufferPointer<Double>
  /// By source: the log-odds of what it said last of the event at hand; not a number where it said
  /// nothing.
  private var standing: [Double]
  private var made: [Made] = []
  /// By source: the statement that stands, where any statement was taken back.
  private var standingRows: [Int32: Int32] = [:]

  /// A statement of the claim at hand.
  private struct Made {
    let moment: Int64
    let row: Int32
    var isTakenBack = false
  }

  init(
    _ statements: Statements, _ judge: Judge, _ chances: UnsafeMutableBufferPointer<Double>
  ) {
    self.statements = statements
    self.judge = judge
    self.chances = chances
    standing = [Double](repeating: .nan, count: statements.sources.count)
  }

  /// Splits the rows of one question by their last days, where these can differ, and returns the
  /// consensus of all sources that stood first.
  mutating func pool(_ question: Int, _ rows: ArraySlice<Int32>) -> WholeConsensus? {
    guard rows.count >= Consensus.least, statements.questions[question].kind == .binary else {
      return nil
    }
    if judge.isShared(question), rows.allSatisfy({ judge.isPlain(Int($0)) }) {
      return pool(claim: rows)
    }
    var byDeadline: [Deadline?: [Int32]] = [:]
    for row in rows { byDeadline[statements.deadline(Int(row)), default: []].append(row) }
    return byDeadline.values.compactMap { pool(claim: $0[...]) }
      .min {
        (statements.moment(Int($0.firstRow)), $0.firstRow)
          < (statements.moment(Int($1.firstRow)), $1.firstRow)
      }
  }

  /// Goes through the statements of one claim as they were made; those of one moment stand together.
  private mutating func pool(claim rows: ArraySlice<Int32>) -> WholeConsensus? {
    made.removeAll(keepingCapacity: true)
    for row in rows where isPooled(Int(row)) {
      made.append(Made(moment: statements.moment(Int(row)), row: row))
      if let moment = takenBack(Int(row)) {
        made.append(Made(moment: moment, row: row, isTakenBack: true))
      }
    }
    guard made.count >= Consensus.least else { return nil }
    // Rows stand in the order of the ledger.
    made.sort {
      ($0.moment, $0.isTakenBack ? 1 : 0, $0.row) < ($1.moment, $1.isTakenBack ? 1 : 0, $1.row)
    }
    var pool = RunningLogOddsPool()
    var all: WholeConsensus?
    var start = 0
    while start < made.count {
      var end = start
      while end < made.count, made[end].moment == made[start].moment {
        if made[end].isTakenBack {
          takeBack(Int(made[end].row), from: &pool)
        } else {
          take(Int(made[end].row), into: &pool)
        }
        end += 1
      }
      for place in start..<end where !made[place].isTakenBack {
        let row = Int(made[place].row)
        let chance = chance(of: pool, without: statements.source[row])
        chances[row] = statements.isNegated[row] ? 1 - chance : chance
      }
      if pool.count >= Consensus.least, !made[end - 1].isTakenBack, let chance = pool.value {
        let row = made[end - 1].row
        all = WholeConsensus(
          firstRow: all?.firstRow ?? row, first: all?.first ?? chance, lastRow: row, last: chance)
      }
      start = end
    }
    for each in made { standing[Int(statements.source[Int(each.row)])] = .nan }
    return all
  }

  /// Takes a statement in, in place of its source's last one.
  private mutating func take(_ row: Int, into pool: inout RunningLogOddsPool) {
    let source = Int(statements.source[row])
    let said = statements.probability[row]
    let logOdds = pool.logOdds(of: statements.isNegated[row] ? 1 - said : said)
    if !standing[source].isNaN { pool.remove(logOdds: standing[source]) }
    pool.add(logOdds: logOdds)
    standing[source] = logOdds
    if !statements.withdrawn.isEmpty { standingRows[Int32(source)] = Int32(row) }
  }

  /// Takes a statement out, unless its source has said something else since.
  private mutating func takeBack(_ row: Int, from pool: inout RunningLogOddsPool) {
    let source = Int(statements.source[row])
    guard standingRows[Int32(source)] == Int32(row), !standing[source].isNaN else { return }
    pool.remove(logOdds: standing[source])
    standing[source] = .nan
  }

  /// When a statement was taken back, if it was.
  private func takenBack(_ row: Int) -> Int64? {
    statements.withdrawn.isEmpty ? nil : statements.withdrawn[statements.number[row]]
  }

  /// The pooled chance of the event by all but a source.
  private func chance(of pool: RunningLogOddsPool, without source: Int32) -> Double {
    var others = pool
    // A source that took its statement back at the same moment has none to leave out.
    if !standing[Int(source)].isNaN { others.remove(logOdds: standing[Int(source)]) }
    guard others.count >= Consensus.least else { return .nan }
    return others.value ?? .nan
  }

  /// Whether a statement can be a part of a consensus: whether it is a chance.
  private func isPooled(_ row: Int) -> Bool { !statements.probability[row].isNaN }
}
