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
  /// The questions whose deadline was moved to one that they never had here.
  var moves: [Int] = []
  /// The places of the forecasts that are new, in the order of the file.
  var forecasts: [Int32] = []
  /// The forecasts that give way to new ones, each as its entry and those upon it: what was said
  /// differs by now where it comes from.
  var replaced: [[Int64]] = []
  /// The withdrawals that are new, each with its forecast.
  var withdrawals: [(forecast: KnownForecasts.Place, said: SaidTime)] = []
  /// How questions are watched, where that is news, each with the place of its question.
  var watching: [(question: Int, body: EntryBody)] = []
  /// Rules that run a program, which are left out: a file must not make a program run.
  var programs = 0

  /// How many forecasts the file has.
  let total: Int

  var newSources: [Int] { sources.indices.filter { sources[$0] == nil && sameSource[$0] == $0 } }
  var newQuestions: [Int] { questions.indices.filter { questions[$0] == nil } }

  init(_ supply: some ForecastSupply, _ snapshot: Snapshot) throws {
    total = supply.count
    try matchSources(supply.sources, snapshot)
    try matchQuestions(supply.questions, snapshot)
    try compareOutcomes(supply.questions, snapshot)
    try compareWatching(supply.questions, snapshot)
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
    for (identity, number, _) in try snapshot.questionIdentities() { known[identity] = number }
    for (index, question) in asked.enumerated() {
      let own = try snapshot.own(question.origin, "question")
      let number = try (own ?? known[QuestionIdentity(question)]).map(snapshot.canonical)
      questions.append(number)
      if try snapshot.isNews(question, of: number) { moves.append(index) }
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

  private mutating func compareWatching(_ asked: [ImportedQuestion], _ snapshot: Snapshot) throws {
    for (index, question) in asked.enumerated() {
      guard let theirs = question.watching else { continue }
      var ours = WatchingHistory(of: theirs.question)
      if let number = questions[index] {
        for entry in try snapshot.watching(of: number) { ours.note(entry.body) }
      }
      for body in theirs.news(to: ours) {
        if case .rule(let change) = body, case .command? = change.rule?.place {
          programs += 1
        } else {
          watching.append((index, body))
        }
      }
    }
  }

  private mutating func selectForecasts(
    _ supply: some ForecastSupply, _ snapshot: Snapshot
  ) throws {
    var known = KnownForecasts(
      snapshot, of: supply.ledger, isNeeded: questions.contains { $0 != nil })
    let isRepeated = repeated(supply)
    forecasts.reserveCapacity(supply.count)
    var places: [Int: KnownForecasts.Place] = [:]
    for index in 0..<supply.count {
      let pair = supply.places(index)
      let source = sameSource[pair.source]
      // Where a source speaks once on a question that is new, nothing can be said twice.
      guard
        questions[pair.question] != nil || supply.ledger != nil || isRepeated[index]
      else {
        forecasts.append(Int32(index))
        continue
      }
      // A new source or question gets a number that no entry has.
      let forecast = supply.forecast(index)
      let key = StatementKey(
        source: sources[source] ?? -1 - Int64(source),
        question: questions[pair.question] ?? -1 - Int64(pair.question),
        fingerprint: forecast.fingerprint)
      if let place = try known.place(of: forecast, key, &replaced) {
        places[index] = forecast.withdrawn == nil ? nil : place
      } else {
        known.add(key, .new(forecasts.count))
        forecasts.append(Int32(index))
      }
    }
    try selectWithdrawals(supply, places, snapshot)
  }

  private mutating func selectWithdrawals(
    _ supply: some ForecastSupply, _ places: [Int: KnownForecasts.Place], _ snapshot: Snapshot
  ) throws {
    for index in supply.withdrawn {
      guard let said = supply.forecast(index).withdrawn else { continue }
      if let place = places[index] {
        if case .stored(let number) = place, try snapshot.isWithdrawn(number, by: said) { continue }
        withdrawals.append((place, said))
      } else if let position = position(of: index) {
        withdrawals.append((.new(position), said))
      }
    }
  }

  /// Returns where a place stands among those of the new forecasts.
  private func position(of index: Int) -> Int? {
    var (low, high) = (0, forecasts.count)
    while low < high {
      let middle = (low + high) / 2
      if forecasts[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < forecasts.count && forecasts[low] == index ? low : nil
  }
}
