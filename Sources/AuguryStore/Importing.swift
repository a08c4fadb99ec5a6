package import Augury
internal import Dispatch

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
  }
}

extension EntryWriter {
  /// A load of more forecasts than this builds the forecasts' indexes after its rows.
  private static let largeLoad = 20_000
  private static let chunk = 4096

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
    let sources = try loadSources(supply.sources, plan)
    let questions = try loadQuestions(supply.questions, plan)
    let isLarge = plan.forecasts.count > EntryWriter.largeLoad
    if isLarge { try makeReadyForManyRows() }
    let encoder = ForecastEncoder(
      supply, plan, sources: sources, questions: questions, first: next, head: head, now: instant,
      capture: capture, words: deferred.words)
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
    try deferred.flush(into: database)
    projector.deferred = nil
    if isLarge { try putBack() }
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

  private func putBack() throws(StoreError) {
    try database.execute(Schema.forecastIndexes)
    try database.execute(Schema.guards)
    try database.execute("pragma cache_size = -2000")
  }

  private mutating func loadSources(
    _ names: [String], _ plan: ImportPlan
  ) throws(StoreError) -> [(number: Int64, id: Identifier)] {
    var loaded: [(number: Int64, id: Identifier)] = []
    for (index, name) in names.enumerated() {
      if let number = plan.sources[index] {
        loaded.append((number, try known(number)))
      } else if plan.sameSource[index] < index {
        loaded.append(loaded[plan.sameSource[index]])
      } else {
        let source = Source(id: identifier(.source), name: name, kind: .person)
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
    let insert = ChunkInsert(
      entry: try database.prepare("insert into entry (seq, record, leaf) values ($1, $2, $3)"),
      forecast: try database.prepare(ForecastRow.sql), projector: projector, deferred: deferred)
    let size = EntryWriter.chunk
    let line = LoadingLine(encoder, insert, head.frontier, first: 0..<min(size, count))
    var done = 0
    while done < count {
      done = min(done + size, count)
      try line.advance(to: done..<min(done + size, count))
      progress(done, count)
    }
    head.frontier = line.frontier
  }
}

/// Encodes and hashes one chunk on a processor of its own while the one before it is written.
// Unchecked: `concurrentPerform` returns only when both halves have, and while they run one half
// touches only the encoder, its words and `coming`, the other only the database and the rest.
private final class LoadingLine<Supply: ForecastSupply>: @unchecked Sendable {
  private let encoder: ForecastEncoder<Supply>
  private let insert: ChunkInsert
  private(set) var frontier: MerkleFrontier
  private var ready: ForecastEncoder<Supply>.Chunk
  private var coming = ForecastEncoder<Supply>.Chunk()
  private var failure: StoreError?

  init(
    _ encoder: ForecastEncoder<Supply>, _ insert: ChunkInsert, _ frontier: MerkleFrontier,
    first: Range<Int>
  ) {
    self.encoder = encoder
    self.insert = insert
    self.frontier = frontier
    ready = encoder.encode(first)
  }

  /// Writes the chunk that is ready and makes the next one ready.
  func advance(to next: Range<Int>) throws(StoreError) {
    DispatchQueue.concurrentPerform(iterations: 2) { [self] half in
      if half == 1 {
        coming = encoder.encode(next)
        return
      }
      do throws(StoreError) {
        try insert.run(ready, &frontier)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    ready = coming
  }
}

/// Writes encoded forecasts.
private struct ChunkInsert {
  let entry: Statement
  let forecast: Statement
  let projector: Projector
  let deferred: DeferredIndex

  func run<Supply>(
    _ chunk: ForecastEncoder<Supply>.Chunk, _ frontier: inout MerkleFrontier
  ) throws(StoreError) {
    var start = 0
    for (index, row) in chunk.rows.enumerated() {
      let end = chunk.ends[index]
      entry.bind(1, .integer(row.number))
      chunk.records[start..<end].withUnsafeBufferPointer { entry.bind(2, blob: $0) }
      chunk.leaves[index].withUnsafeBytes {
        entry.bind(3, blob: $0.assumingMemoryBound(to: UInt8.self))
      }
      try entry.run()
      frontier.append(chunk.leaves[index])
      row.bind(to: forecast, at: row.number)
      try forecast.run()
      try row.insertParts(in: projector.database, at: row.number)
      deferred.add(unnamed: row.forecast.id, row.number)
      start = end
    }
  }
}
