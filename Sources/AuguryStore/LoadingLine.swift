internal import Augury
internal import Dispatch

/// Writes chunks of forecasts while the next ones are encoded and hashed on the other processors.
// Unchecked: `concurrentPerform` returns only when all of its tasks have, and while they run each
// touches something else: the database, the frontier and the words, the randomness, or its own part
// of `coming`.
final class LoadingLine<Supply: ForecastSupply>: @unchecked Sendable {
  /// Small enough that no processor waits long for another at the end of a step.
  private static var parts: Int { 16 }

  private let encoder: ForecastEncoder<Supply>
  private let insert: ForecastInsert
  private var capture: Capture
  private(set) var words: WordLoad
  private(set) var quotes: PendingQuotes
  private(set) var frontier: MerkleFrontier
  /// Random numbers for the forecasts that are encoded next, and for those after them.
  private var random: [UInt64] = []
  private var laterRandom: [UInt64] = []
  private var ready = [EncodedForecasts](repeating: EncodedForecasts(), count: parts)
  private var coming = [EncodedForecasts](repeating: EncodedForecasts(), count: parts)
  private var failure: StoreError?

  init(
    _ encoder: ForecastEncoder<Supply>, _ insert: ForecastInsert, _ words: consuming WordLoad,
    _ capture: Capture, _ frontier: MerkleFrontier
  ) {
    self.encoder = encoder
    self.insert = insert
    self.words = words
    quotes = PendingQuotes(first: encoder.first)
    self.capture = capture
    self.frontier = frontier
  }

  /// Writes the chunks that are ready, makes the next ones ready, and draws for those after them.
  func advance(to next: Range<Int>, then later: Range<Int>) throws(StoreError) {
    let each = ForecastEncoder<Supply>.numbersEach
    if random.count < next.count * each { draw(next.count * each, into: &random) }
    coming.withUnsafeMutableBufferPointer { buffer in
      let place = Place(buffer)
      DispatchQueue.concurrentPerform(iterations: Self.parts + 3) { [self] task in
        switch task {
        case 0: write()
        case 1: index()
        case 2: draw(later.count * each, into: &laterRandom)
        default:
          let part = Self.part(task - 3, of: next)
          let start = (part.lowerBound - next.lowerBound) * each
          encoder.encode(
            part, random[start..<start + part.count * each], into: &place.buffer[task - 3])
        }
      }
    }
    if let failure { throw failure }
    swap(&ready, &coming)
    swap(&random, &laterRandom)
  }

  private func write() {
    do throws(StoreError) {
      for chunk in ready { try insert.run(chunk) }
    } catch {
      failure = error
    }
  }

  private func index() {
    for chunk in ready {
      frontier.append(chunk.leaves)
      quotes.append(chunk.quotes, ends: chunk.quoteEnds)
    }
    if quotes.isFull { quotes.take(into: &words) }
  }

  private func draw(_ count: Int, into numbers: inout [UInt64]) {
    numbers.removeAll(keepingCapacity: true)
    for _ in 0..<count { numbers.append(capture.random.next()) }
  }

  private static func part(_ number: Int, of range: Range<Int>) -> Range<Int> {
    let share = (range.count + parts - 1) / parts
    let start = min(range.lowerBound + number * share, range.upperBound)
    return start..<min(start + share, range.upperBound)
  }

  /// Lets several tasks write to different elements of one buffer.
  // Unchecked: each task has an element of its own, and the buffer outlives them all.
  private struct Place: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<EncodedForecasts>

    init(_ buffer: UnsafeMutableBufferPointer<EncodedForecasts>) { self.buffer = buffer }
  }
}

/// Writes encoded forecasts.
struct ForecastInsert {
  let entry: Statement
  let forecast: Statement
  let database: Database
  let deferred: DeferredIndex

  func run(_ encoded: EncodedForecasts) throws(StoreError) {
    guard let first = encoded.rows.first?.number else { return }
    try encoded.records.withUnsafeBufferPointer { (records) throws(StoreError) in
      var start = 0
      for index in encoded.rows.indices {
        let seq = first + Int64(index)
        let record = UnsafeBufferPointer(rebasing: records[start..<encoded.ends[index]])
        try insert(UnsafeRawBufferPointer(record), encoded.leaves[index], seq)
        try encoded.rows[index].insert(by: forecast, in: database, at: seq)
        start = encoded.ends[index]
      }
    }
    deferred.add(unnamed: encoded.ids, from: first)
  }

  private func insert(
    _ record: UnsafeRawBufferPointer, _ leaf: MerkleHash, _ seq: Int64
  ) throws(StoreError) {
    try leaf.withUnsafeBytes { (leaf) throws(StoreError) in
      entry.bind(1, .integer(seq))
      entry.bind(2, lent: record)
      entry.bind(3, lent: leaf)
      try entry.run()
    }
  }
}
