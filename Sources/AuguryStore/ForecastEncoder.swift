internal import Augury

/// Turns the forecasts of a file into records and rows, some thousands at a time.
///
/// It shares nothing with the connection that writes them, so that it can run beside it.
final class ForecastEncoder<Supply: ForecastSupply> {
  /// One run of encoded forecasts.
  struct Chunk {
    var records: [UInt8] = []
    var ends: [Int] = []
    var leaves: [MerkleHash] = []
    var rows: [ForecastRow] = []
  }

  private let supply: Supply
  private let plan: ImportPlan
  private let sources: [(number: Int64, id: Identifier)]
  private let questions: [(number: Int64, id: Identifier)]
  private let first: Int64
  private let frame: RecordFrame
  private let now: Instant
  private var capture: Capture
  private let words: WordLoad
  private var writer = CanonicalWriter(reserving: 4096)

  init(
    _ supply: Supply, _ plan: ImportPlan, sources: [(number: Int64, id: Identifier)],
    questions: [(number: Int64, id: Identifier)], first: Int64, head: Head, now: Instant,
    capture: Capture, words: WordLoad
  ) {
    self.words = words
    self.supply = supply
    self.plan = plan
    self.sources = sources
    self.questions = questions
    self.first = first
    frame = RecordFrame(
      ledger: head.ledger, recordedAt: now, author: capture.author, clock: head.clock.lastMark)
    self.now = now
    self.capture = capture
  }

  /// Encodes the new forecasts in a range of places.
  func encode(_ range: Range<Int>) -> Chunk {
    var chunk = Chunk()
    chunk.records.reserveCapacity(range.count * 480)
    chunk.ends.reserveCapacity(range.count)
    chunk.leaves.reserveCapacity(range.count)
    chunk.rows.reserveCapacity(range.count)
    for position in range { encode(position, into: &chunk) }
    return chunk
  }

  private func encode(_ position: Int, into chunk: inout Chunk) {
    let index = Int(plan.forecasts[position])
    let places = supply.places(index)
    let source = sources[places.source]
    let question = questions[places.question]
    let forecast = Forecast(
      supply.forecast(index), id: capture.identifier(.forecast), question: question.id,
      source: source.id)
    let seq = first + Int64(position)
    writer.reset()
    frame.encode(.forecast(forecast), seq: seq, salt: capture.salt(), into: &writer)
    if let quote = forecast.wording?.quote { words.add(quote, .quote, seq) }
    chunk.leaves.append(MerkleHash.leaf(writer.bytes))
    chunk.records += writer.bytes
    chunk.ends.append(chunk.records.count)
    chunk.rows.append(
      ForecastRow(
        forecast, number: seq, source: source.number, question: question.number, captured: now,
        version: now))
  }
}

extension Forecast {
  init(
    _ imported: ImportedForecast, id: Identifier, question: Identifier, source: Identifier
  ) {
    self.init(
      id: id, question: question, source: source, said: imported.said,
      isNegated: imported.isNegated, probability: imported.probability, parts: imported.parts,
      window: imported.window, wording: imported.wording, citations: imported.citations,
      baseline: imported.baseline,
      stamp: imported.stamp, origin: imported.origin)
  }
}
