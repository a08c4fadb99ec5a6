package import Augury

extension Ledger {
  /// Appends what is new in a file, all of it or nothing.
  ///
  /// - Parameters:
  ///   - supply: The file, read and checked.
  ///   - file: What the batch entry says of it.
  ///   - capture: Who imports, and the clock and the randomness to use.
  ///   - isRehearsal: Whether to find out what would be new and write nothing.
  ///   - progress: Told how many of how many forecasts are written.
  /// - Returns: What was new.
  /// - Throws: ``StoreError`` when nothing could be written.
  package func importForecasts(
    _ supply: some ForecastSupply, from file: ImportFile, _ capture: Capture,
    isRehearsal: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportResult {
    try ImportError.check(supply.questions, now: capture.clock())
    guard !isRehearsal else {
      return try read { () throws in
        ImportResult(try ImportPlan(supply, Snapshot(self, seq: .max)))
      }
    }
    return try write(capture) { writer in
      let plan = try ImportPlan(supply, Snapshot(self, seq: .max))
      var result = ImportResult(plan)
      guard result.entries > 0 else { return result }
      result.batch = try writer.load(supply, plan, result, file, progress)
      return result
    }
  }
}

extension ImportResult {
  init(_ plan: ImportPlan) {
    forecasts = plan.forecasts.count
    known = plan.total - plan.forecasts.count
    sources = plan.newSources.count
    questions = plan.newQuestions.count
    resolutions = plan.resolutions.count
    withdrawals = plan.withdrawals.count
    moves = plan.moves.count
    replaced = plan.replaced.count
    watching = plan.watching.count
    programs = plan.programs
  }
}

extension EntryWriter {
  /// A load of more forecasts than this builds the forecasts' indexes after its rows.
  private static let largeLoad = 20_000
  private static let chunk = 8192

  /// Appends a batch: its own entry, the new sources and questions, the forecasts, the outcomes.
  mutating func load(
    _ supply: some ForecastSupply, _ plan: ImportPlan, _ result: ImportResult, _ file: ImportFile,
    _ progress: (Int, Int) -> Void
  ) throws -> Identifier {
    let batch = Batch(
      id: identifier(.batch), format: file.format, name: file.name, sha256: file.sha256,
      count: Int64(result.entries), ledger: file.ledger)
    let deferred = DeferredIndex()
    projector.deferred = deferred
    try append(.batch(batch))
    let sources = try loadSources(supply.sources, supply.sourceKinds, plan)
    let questions = try loadQuestions(supply.questions, plan)
    let isLarge = plan.forecasts.count > EntryWriter.largeLoad
    if isLarge { try makeReadyForManyRows() }
    let frame = RecordFrame(
      ledger: head.ledger, recordedAt: instant, author: capture.author, clock: head.clock.lastMark)
    let encoder = ForecastEncoder(
      supply: supply, plan: plan, sources: sources, questions: questions, first: next,
      frame: frame, now: instant)
    let first = next
    try loadForecasts(encoder, plan.forecasts.count, deferred, progress)
    for index in plan.resolutions {
      let question = supply.questions[index]
      guard let outcome = question.outcome else { continue }
      try append(
        .resolution(
          Resolution(
            id: identifier(.resolution), question: questions[index].id, outcome: outcome,
            known: question.known)))
    }
    if isLarge {
      try Beside.run(deferred.prepare) { [database] () throws(StoreError) in
        try EntryWriter.putBack(into: database)
      }
    }
    try deferred.flush(into: database)
    projector.deferred = nil
    try loadActs(supply.questions, questions, plan, firstForecast: first)
    return batch.id
  }

  /// Takes down what would be worked through for every row, until the end of the transaction:
  /// nobody else can write before it, and when it fails all of this comes back with the rest.
  private func makeReadyForManyRows() throws(StoreError) {
    database.forgetStatements()
    try database.execute(
      """
      drop index forecast_by_source; drop index forecast_by_question;
      drop trigger entry_append; drop trigger entry_keep; drop trigger entry_fixed;
      pragma cache_size = -65536;
      """)
  }

  private static func putBack(into database: Database) throws(StoreError) {
    // With a small cache the rows of an index are sorted in runs that fit the processor's own.
    try database.execute("pragma cache_size = -2000")
    try database.execute(Schema.forecastIndexes)
    try database.execute(Schema.guards)
  }

  private mutating func loadSources(
    _ names: [String], _ kinds: [SourceKind], _ plan: ImportPlan
  ) throws(StoreError) -> [(number: Int64, id: Identifier)] {
    var loaded: [(number: Int64, id: Identifier)] = []
    for (index, name) in names.enumerated() {
      if let number = plan.sources[index] {
        loaded.append((number, try known(number)))
      } else if plan.sameSource[index] < index {
        loaded.append(loaded[plan.sameSource[index]])
      } else {
        let source = Source(id: identifier(.source), name: name, kind: kinds[index])
        loaded.append((try append(.source(source)), source.id))
      }
    }
    return loaded
  }

  private mutating func loadQuestions(
    _ asked: [ImportedQuestion], _ plan: ImportPlan
  ) throws(StoreError) -> [(number: Int64, id: Identifier)] {
    var loaded: [(number: Int64, id: Identifier)] = []
    loaded.reserveCapacity(asked.count)
    for (index, imported) in asked.enumerated() {
      if let number = plan.questions[index] {
        loaded.append((number, try known(number)))
        continue
      }
      let question = Question(
        id: identifier(.question), kind: imported.kind, text: imported.text,
        deadline: imported.deadline, options: imported.options, unit: imported.unit,
        event: imported.event, tags: imported.tags, origin: imported.origin)
      loaded.append((try append(.question(question)), question.id))
    }
    return loaded
  }

  /// Appends what was done to questions and forecasts since they were put and said.
  private mutating func loadActs(
    _ asked: [ImportedQuestion], _ questions: [(number: Int64, id: Identifier)],
    _ plan: ImportPlan, firstForecast first: Int64
  ) throws(StoreError) {
    for index in plan.moves {
      try append(
        .amendment(Amendment(question: questions[index].id, deadline: asked[index].moved)))
    }
    if !plan.replaced.isEmpty {
      let entries = plan.replaced.joined().map { $0...$0 }.joined
      try append(
        .retraction(Retraction(entries: entries, reason: "put right where it comes from")))
    }
    for (forecast, said) in plan.withdrawals {
      let number =
        switch forecast {
        case .stored(let number): number
        case .new(let position): first + Int64(position)
        }
      try append(.withdrawal(Withdrawal(forecast: try known(number), said: said)))
    }
    for (index, body) in plan.watching {
      var history = WatchingHistory(of: questions[index].id)
      history.note(body)
      for body in history.bodies { try append(body) }
    }
  }

  private func known(_ number: Int64) throws(StoreError) -> Identifier {
    guard let id = try projector.entry(number)?.body.id else {
      throw .damaged("entry #\(number) introduces nothing")
    }
    return id
  }

  private mutating func loadForecasts<Supply: ForecastSupply>(
    _ encoder: ForecastEncoder<Supply>, _ count: Int, _ deferred: DeferredIndex,
    _ progress: (Int, Int) -> Void
  ) throws {
    let insert = ForecastInsert(
      entry: try database.prepare("insert into entry (seq, record, leaf) values ($1, $2, $3)"),
      forecast: try database.prepare(ForecastRow.sql), database: database, deferred: deferred)
    var words = WordLoad()
    swap(&words, &deferred.words)
    let line = LoadingLine(encoder, insert, words, capture, head.frontier)
    let chunks = stride(from: 0, to: count, by: EntryWriter.chunk).map {
      $0..<min($0 + EntryWriter.chunk, count)
    }
    let none = count..<count
    for (index, chunk) in chunks.enumerated() {
      try line.advance(to: chunk, then: index + 1 < chunks.count ? chunks[index + 1] : none)
      progress(chunk.lowerBound, count)
    }
    try line.advance(to: none, then: none)
    progress(count, count)
    (deferred.words, deferred.quotes) = (line.words, line.quotes)
    head.frontier = line.frontier
  }
}
