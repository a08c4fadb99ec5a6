internal import Augury

/// What makes a statement the same in two files.
struct StatementKey: Hashable {
  var source: Int64
  var question: Int64
  var fingerprint: Int64
}

/// The forecasts that an import need not add, found by what makes a statement the same.
struct KnownForecasts {
  /// Where a forecast is.
  enum Place {
    /// In the ledger, with the number of its entry.
    case stored(Int64)
    /// Among the new ones, so many before it.
    case new(Int)
  }

  private let snapshot: Snapshot
  private let ledger: OriginLedger?
  private let isNeeded: Bool
  private var places: [StatementKey: Place] = [:]
  private var isLoaded = false
  /// The questions whose forecasts a table may tell of in other words than their entries do.
  private var retold: Set<Int64>?
  /// The forecasts of that ledger that came in before, by their names there.
  private var former: [String: Int64]?

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - snapshot: What the ledger knows.
  ///   - ledger: The other ledger that the forecasts come from, where they come from one.
  ///   - isNeeded: Whether the ledger has any of the file's questions.
  init(_ snapshot: Snapshot, of ledger: OriginLedger?, isNeeded: Bool) {
    self.snapshot = snapshot
    self.ledger = ledger
    self.isNeeded = isNeeded
  }

  mutating func add(_ key: StatementKey, _ place: Place) { places[key] = place }

  /// Returns where a forecast is already.
  ///
  /// - Parameters:
  ///   - forecast: The forecast.
  ///   - key: What makes it the same as another.
  ///   - replaced: Takes the entries that give way to it, where its own ledger says something
  ///     else under its name by now.
  /// - Returns: The place; nothing when it is new.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  mutating func place(
    of forecast: ImportedForecast, _ key: StatementKey, _ replaced: inout [[Int64]]
  ) throws -> Place? {
    if ledger?.id == snapshot.ledger.id {
      if let own = try snapshot.own(forecast.origin, "forecast") { return .stored(own) }
    }
    if isNeeded { try load() }
    if let place = places[key] { return place }
    guard isNeeded else { return nil }
    if key.question >= 0, try loadRetold(key.question), let place = places[key] { return place }
    guard let number = try formerNumber(of: forecast) else { return nil }
    let acts = try snapshot.acts(on: number)
    // What was done to it here stands.
    let isUntouched = acts.allSatisfy { $0.body.kind == .withdrawal }
    guard isUntouched, acts.isEmpty || forecast.withdrawn != nil else { return .stored(number) }
    replaced.append([number] + acts.map(\.seq))
    return nil
  }

  private mutating func load() throws(StoreError) {
    guard !isLoaded else { return }
    isLoaded = true
    let rows = try snapshot.database.prepare(
      """
      select source, question, fingerprint, number from forecast f where \(Snapshot.stands("f"))
        or f.to_seq is not null and exists (
          select 1 from forecast g where g.number = f.number and \(Snapshot.stands("g")))
      """)
    rows.bind([.integer(snapshot.seq)])
    while try rows.step() {
      let key = StatementKey(
        source: try snapshot.canonical(rows.integer(0)),
        question: try snapshot.canonical(rows.integer(1)), fingerprint: rows.integer(2))
      places[key] = .stored(rows.integer(3))
    }
  }

  /// Adds what a table tells of the forecasts on questions like one, and returns whether it did.
  private mutating func loadRetold(_ question: Int64) throws -> Bool {
    if let retold { return retold.contains(question) }
    let numbers = try snapshot.retoldQuestions()
    retold = numbers
    guard numbers.contains(question) else { return false }
    try snapshot.tableForecasts(on: numbers.contains) { row in
      var forecast = row.forecast
      var key = StatementKey(
        source: row.source.number, question: row.question.number,
        fingerprint: forecast.fingerprint)
      places[key] = .stored(row.number)
      // Beside a forecast without a deadline, all others of its question name theirs.
      guard forecast.window == nil, let deadline = row.deadline else { return }
      forecast.window = Window(default: deadline.day)
      key.fingerprint = forecast.fingerprint
      places[key] = .stored(row.number)
    }
    return true
  }

  /// Returns the number of the forecast that came in under the same name before.
  private mutating func formerNumber(of forecast: ImportedForecast) throws(StoreError) -> Int64? {
    guard let ledger, let key = forecast.origin?.key else { return nil }
    if former == nil { former = try snapshot.forecasts(from: OriginLedger.system(ledger.id)) }
    return former?[key]
  }
}

extension Snapshot {
  /// Tells whether a forecast is known to have been taken back by then.
  func isWithdrawn(_ number: Int64, by said: SaidTime) throws(StoreError) -> Bool {
    try acts(on: number, [.withdrawal]).contains { act in
      guard case .withdrawal(let withdrawal) = act.body else { return false }
      return withdrawal.said.since(act.recordedAt).from <= said.since(act.recordedAt).from
    }
  }

  /// Tells whether a file's question has a deadline that it never had here.
  func isNews(_ question: ImportedQuestion, of number: Int64?) throws(StoreError) -> Bool {
    guard let moved = question.moved else { return false }
    guard let number else { return moved != question.deadline }
    guard try fullQuestion(number)?.deadline.map(ledger.explicit) != moved else { return false }
    return try !acts(on: number, [.amendment]).contains { act in
      guard case .amendment(let amendment) = act.body else { return false }
      return amendment.deadline.map(ledger.explicit) == moved
    }
  }

  /// The questions of forecasts that a table may tell of in other words than their entries do:
  /// after a moved deadline, a merge or a correction, where nobody knows when they were said, or
  /// since parts need a name.
  fileprivate func retoldQuestions() throws(StoreError) -> Set<Int64> {
    let numbers = try database.all(
      """
      select number from question
      where (moves > 0 or system is not null and kind <> 'binary') and \(Snapshot.stands())
      union select question from forecast where said_from is null and \(Snapshot.stands())
      """, .integer(seq), make: { $0.integer(0) })
    let corrected = try database.all(
      """
      select distinct f.question from act a join forecast f on f.number = a.subject
      where a.kind = 'correction' and \(Snapshot.stands("a")) and \(Snapshot.stands("f"))
      """, .integer(seq), make: { $0.integer(0) })
    var questions = Set(try (numbers + corrected).map(canonical))
    for from in try loadedMerges().keys { questions.insert(try canonical(from)) }
    return questions
  }

  /// The numbers of the forecasts from another system, by their names there.
  fileprivate func forecasts(from system: String) throws(StoreError) -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for number in try database.all(
      """
      select distinct f.number from forecast f join question q on q.number = f.question
      where q.system = $2 and \(Snapshot.stands("f")) and \(Snapshot.stands("q"))
      """, .integer(seq), .text(system), make: { $0.integer(0) })
    {
      guard case .forecast(let forecast)? = try ledger.entry(number)?.body,
        let origin = forecast.origin, origin.system == system, let key = origin.key
      else { continue }
      numbers[key] = number
    }
    return numbers
  }
}
