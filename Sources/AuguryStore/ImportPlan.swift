internal import Augury

/// Which parts of a file are new to a ledger.
struct ImportPlan {
  /// For each source of the file, its number in the ledger; nothing for a new one.
  var sources: [Int64?] = []
  /// For each source of the file, the first one of the file that has the same name.
  var sameSource: [Int] = []
  /// For each question of the file, its number in the ledger; nothing for a new one.
  var questions: [Int64?] = []
  /// The questions whose outcome in the file is not the one that stands.
  var resolutions: [Int] = []
  /// The places of the forecasts that are new, in the order of the file.
  var forecasts: [Int32] = []

  /// How many forecasts the file has.
  let total: Int

  var newSources: [Int] { sources.indices.filter { sources[$0] == nil && sameSource[$0] == $0 } }
  var newQuestions: [Int] { questions.indices.filter { questions[$0] == nil } }

  init(_ supply: some ForecastSupply, _ snapshot: Snapshot) throws {
    total = supply.count
    try matchSources(supply.sources, snapshot)
    try matchQuestions(supply.questions, snapshot)
    try compareOutcomes(supply.questions, snapshot)
    try selectForecasts(supply, snapshot)
  }

  private mutating func matchSources(_ names: [String], _ snapshot: Snapshot) throws {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      let place = first[SourceName.key(name), default: index]
      first[SourceName.key(name)] = place
      sameSource.append(place)
      sources.append(
        place == index ? try snapshot.source(named: name) : sources[place])
    }
  }

  private mutating func matchQuestions(_ asked: [ImportedQuestion], _ snapshot: Snapshot) throws {
    var known: [QuestionIdentity: Int64] = [:]
    let rows = try snapshot.database.prepare(
      """
      select q.number, q.kind, q.text, q.deadline, q.system, q.system_key from question q
      where \(Snapshot.stands("q")) or q.to_seq is not null and exists (
        select 1 from question p where p.number = q.number and \(Snapshot.stands("p")))
      order by q.number desc
      """)
    rows.bind([.integer(snapshot.seq)])
    while try rows.step() { known[QuestionIdentity(rows)] = rows.integer(0) }
    for question in asked {
      questions.append(try known[QuestionIdentity(question)].map(snapshot.canonical))
    }
  }

  private mutating func compareOutcomes(_ asked: [ImportedQuestion], _ snapshot: Snapshot) throws {
    for (index, question) in asked.enumerated() where question.outcome != nil {
      if let number = questions[index] {
        // One that was superseded since is not news either.
        let isRecorded = try snapshot.resolutions(of: number).contains { entry in
          guard case .resolution(let resolution) = entry.body else { return false }
          return resolution.outcome == question.outcome && resolution.known == question.known
        }
        if isRecorded { continue }
      }
      resolutions.append(index)
    }
  }

  private mutating func selectForecasts(
    _ supply: some ForecastSupply, _ snapshot: Snapshot
  ) throws {
    var seen = try standingForecasts(snapshot)
    let repeated = repeatedPairs(supply)
    forecasts.reserveCapacity(supply.count)
    for index in 0..<supply.count {
      let places = supply.places(index)
      let source = sameSource[places.source]
      // Where a source speaks once on a question that is new, nothing can be said twice.
      guard questions[places.question] != nil || repeated.contains(pair(supply, index)) else {
        forecasts.append(Int32(index))
        continue
      }
      // A new source or question gets a number that no entry has.
      let key = StatementKey(
        source: sources[source] ?? -1 - Int64(source),
        question: questions[places.question] ?? -1 - Int64(places.question),
        fingerprint: supply.forecast(index).fingerprint)
      if seen.insert(key).inserted { forecasts.append(Int32(index)) }
    }
  }

  private func pair(_ supply: some ForecastSupply, _ index: Int) -> UInt64 {
    let places = supply.places(index)
    return UInt64(sameSource[places.source]) << 32 | UInt64(places.question)
  }

  /// The sources and questions that come together more than once in the file.
  private func repeatedPairs(_ supply: some ForecastSupply) -> Set<UInt64> {
    var pairs = (0..<supply.count).map { pair(supply, $0) }
    pairs.sort()
    return Set(zip(pairs, pairs.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
  }

  private func standingForecasts(_ snapshot: Snapshot) throws -> Set<StatementKey> {
    guard questions.contains(where: { $0 != nil }) else { return [] }
    var seen: Set<StatementKey> = []
    let rows = try snapshot.database.prepare(
      """
      select source, question, fingerprint from forecast f where \(Snapshot.stands("f"))
        or f.to_seq is not null and exists (
          select 1 from forecast g where g.number = f.number and \(Snapshot.stands("g")))
      """)
    rows.bind([.integer(snapshot.seq)])
    while try rows.step() {
      seen.insert(
        StatementKey(
          source: try snapshot.canonical(rows.integer(0)),
          question: try snapshot.canonical(rows.integer(1)), fingerprint: rows.integer(2)))
    }
    return seen
  }
}

/// What makes a statement the same in two files.
private struct StatementKey: Hashable {
  var source: Int64
  var question: Int64
  var fingerprint: Int64
}

/// What makes a question the same in two files: its name in its system, else its text, deadline
/// and kind among the questions without such a name.
private enum QuestionIdentity: Hashable {
  case named(system: String, key: String)
  case asked(text: String, deadline: Int64?, kind: String)

  init(_ question: ImportedQuestion) {
    if let origin = question.origin {
      self = .named(system: origin.system, key: origin.key)
    } else {
      self = .asked(
        text: question.text, deadline: (question.deadline?.day.dayNumber).map(Int64.init),
        kind: question.kind.rawValue)
    }
  }

  init(_ row: Statement) {
    if let system = row.optionalText(4) {
      self = .named(system: system, key: row.text(5))
    } else {
      self = .asked(text: row.text(2), deadline: row.optionalInteger(3), kind: row.text(1))
    }
  }
}
