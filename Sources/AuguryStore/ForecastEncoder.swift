internal import Augury

/// Turns the forecasts of a file into records and rows, some at a time.
///
/// It keeps nothing between two runs, so that several processors can encode at once, beside the
/// one that writes.
struct ForecastEncoder<Supply: ForecastSupply> {
  /// One run of encoded forecasts.
  struct Chunk {
    var records: [UInt8] = []
    var ends: [Int] = []
    var leaves: [MerkleHash] = []
    var rows: [ForecastRow] = []
  }

  /// How many random numbers one forecast takes: two for its identifier, two for its salt.
  static var numbersEach: Int { 4 }

  let supply: Supply
  let plan: ImportPlan
  let sources: [(number: Int64, id: Identifier)]
  let questions: [(number: Int64, id: Identifier)]
  /// The number of the first forecast's entry.
  let first: Int64
  let frame: RecordFrame
  let now: Instant

  /// Encodes the new forecasts in a range of places, with random numbers for each.
  func encode(_ range: Range<Int>, _ random: ArraySlice<UInt64>) -> Chunk {
    var chunk = Chunk()
    chunk.records.reserveCapacity(range.count * 480)
    chunk.ends.reserveCapacity(range.count)
    chunk.leaves.reserveCapacity(range.count)
    chunk.rows.reserveCapacity(range.count)
    var writer = CanonicalWriter(reserving: 4096)
    var place = random.startIndex
    for position in range {
      encode(position, random[place..<place + Self.numbersEach], &writer, into: &chunk)
      place += Self.numbersEach
    }
    return chunk
  }

  private func encode(
    _ position: Int, _ random: ArraySlice<UInt64>, _ writer: inout CanonicalWriter,
    into chunk: inout Chunk
  ) {
    let index = Int(plan.forecasts[position])
    let places = supply.places(index)
    let source = sources[places.source]
    let question = questions[places.question]
    let start = random.startIndex
    let id = Identifier(
      .forecast, random: UInt16(truncatingIfNeeded: random[start]), random[start + 1])
    let forecast = Forecast(
      supply.forecast(index), id: id, question: question.id, source: source.id)
    let seq = first + Int64(position)
    writer.reset()
    frame.encode(
      .forecast(forecast), seq: seq, salt: Salt(random[start + 2], random[start + 3]),
      into: &writer)
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
      baseline: imported.baseline, stamp: imported.stamp, origin: imported.origin)
  }
}
