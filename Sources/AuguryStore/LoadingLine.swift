internal import Augury
internal import Dispatch

/// Writes chunks of forecasts while the next ones are encoded and hashed on the other processors.
// Unchecked: `concurrentPerform` returns only when all of its tasks have, and while they run each
// touches something else: the database and the frontier, the words, or its own part of `coming`.
final class LoadingLine<Supply: ForecastSupply>: @unchecked Sendable {
  private typealias Chunk = ForecastEncoder<Supply>.Chunk

  private static var parts: Int { 4 }

  private let encoder: ForecastEncoder<Supply>
  private let insert: ChunkInsert
  private let words: WordLoad
  private var capture: Capture
  private(set) var frontier: MerkleFrontier
  private var ready: [Chunk] = []
  private var coming: [Chunk]
  private var failure: StoreError?

  init(
    _ encoder: ForecastEncoder<Supply>, _ insert: ChunkInsert, _ words: WordLoad,
    _ capture: Capture, _ frontier: MerkleFrontier
  ) {
    self.encoder = encoder
    self.insert = insert
    self.words = words
    self.capture = capture
    self.frontier = frontier
    coming = [Chunk](repeating: Chunk(), count: Self.parts)
  }

  /// Writes the chunks that are ready and makes the next ones ready.
  func advance(to next: Range<Int>) throws(StoreError) {
    let each = ForecastEncoder<Supply>.numbersEach
    let random = (0..<next.count * each).map { _ in capture.random.next() }
    coming.withUnsafeMutableBufferPointer { buffer in
      let place = Place(buffer)
      DispatchQueue.concurrentPerform(iterations: Self.parts + 2) { [self] task in
        switch task {
        case 0: write()
        case 1: index()
        default:
          let part = Self.part(task - 2, of: next)
          let start = (part.lowerBound - next.lowerBound) * each
          place.buffer[task - 2] = encoder.encode(part, random[start..<start + part.count * each])
        }
      }
    }
    if let failure { throw failure }
    swap(&ready, &coming)
    if coming.isEmpty { coming = [Chunk](repeating: Chunk(), count: Self.parts) }
  }

  private func write() {
    do throws(StoreError) {
      for chunk in ready { try insert.run(chunk, &frontier) }
    } catch {
      failure = error
    }
  }

  private func index() {
    for chunk in ready {
      for row in chunk.rows {
        if let quote = row.forecast.wording?.quote { words.add(quote, .quote, row.number) }
      }
    }
  }

  private static func part(_ number: Int, of range: Range<Int>) -> Range<Int> {
    let share = (range.count + parts - 1) / parts
    let start = min(range.lowerBound + number * share, range.upperBound)
    return start..<min(start + share, range.upperBound)
  }

  /// Lets several tasks write to different elements of one buffer.
  // Unchecked: each task has an element of its own, and the buffer outlives them all.
  private struct Place: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Chunk>

    init(_ buffer: UnsafeMutableBufferPointer<Chunk>) { self.buffer = buffer }
  }
}

/// Writes encoded forecasts.
struct ChunkInsert {
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
