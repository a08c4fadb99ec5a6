internal import Augury

/// Some forecasts of a file as records and rows, ready to be written.
struct EncodedForecasts {
  /// The records, one after the other, with the place where each ends.
  fileprivate(set) var records: [UInt8] = []
  fileprivate(set) var ends: [Int] = []
  fileprivate(set) var leaves: [MerkleHash] = []
  fileprivate(set) var ids: [Identifier] = []
  fileprivate(set) var rows: [ForecastRow] = []
  /// The quotes, one after the other, with the place where each ends.
  fileprivate(set) var quotes: [UInt8] = []
  fileprivate(set) var quoteEnds: [Int] = []

  /// Forgets the forecasts and keeps the memory.
  fileprivate mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    quotes.removeAll(keepingCapacity: true)
    quoteEnds.removeAll(keepingCapacity: true)
  }

  /// Appends the record around a body, and its leaf.
  fileprivate mutating func append(
    _ body: [UInt8], in frame: RecordFrame.Parts, seq: Int64, salt: Salt
  ) {
    let start = records.count
    frame.append(body, .forecast, seq: seq, salt: salt, to: &records)
    ends.append(records.count)
    leaves.append(
      records.withUnsafeBytes { MerkleHash.leaf(UnsafeRawBufferPointer(rebasing: $0[start...])) })
  }
}

/// Turns the forecasts of a file into records and rows, some at a time.
///
/// It keeps nothing between two runs, so that several processors can encode at once, beside the
/// one that writes.
struct ForecastEncoder<Supply: ForecastSupply> {
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
  func encode(
    _ range: Range<Int>, _ random: ArraySlice<UInt64>, into encoded: inout EncodedForecasts
  ) {
    encoded.removeAll()
    var writer = CanonicalWriter(reserving: 4096)
    var position = range.lowerBound
    var place = random.startIndex
    frame.withParts { frame in
      supply.forEach(plan.forecasts[range]) { index, imported in
        let places = supply.places(index)
        encode(
          imported, sources[places.source], questions[places.question],
          first + Int64(position), random[place..<place + Self.numbersEach], frame, &writer,
          into: &encoded)
        position += 1
        place += Self.numbersEach
      }
    }
  }

  private func encode(
    _ imported: ImportedForecast, _ source: (number: Int64, id: Identifier),
    _ question: (number: Int64, id: Identifier), _ seq: Int64, _ random: ArraySlice<UInt64>,
    _ frame: RecordFrame.Parts, _ writer: inout CanonicalWriter,
    into encoded: inout EncodedForecasts
  ) {
    let start = random.startIndex
    let id = Identifier(
      .forecast, random: UInt16(truncatingIfNeeded: random[start]), random[start + 1])
    let forecast = Forecast(imported, id: id, question: question.id, source: source.id)
    writer.reset()
    forecast.encodeBody(into: &writer)
    encoded.append(
      writer.bytes, in: frame, seq: seq, salt: Salt(random[start + 2], random[start + 3]))
    encoded.ids.append(id)
    encoded.rows.append(
      ForecastRow(
        forecast, number: seq, source: source.number, question: question.number, captured: now,
        version: now, read: now))
    if let quote = forecast.wording?.quote { encoded.quotes += quote.utf8 }
    encoded.quoteEnds.append(encoded.quotes.count)
  }
}

extension Forecast {
  init(
    _ imported: ImportedForecast, id: Identifier, question: Identifier, source: Identifier
  ) {
    self.init(
      id: id, question: question, source: source, said: imported.said,
      isNegated: imported.isNegated, probability: imported.probability, parts: imported.parts,
      window: imported.window, wording: imported.wording, reading: imported.reading,
      citations: imported.citations,
      baseline: imported.baseline, stamp: imported.stamp, origin: imported.origin)
  }
}
