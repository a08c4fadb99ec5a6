internal import Augury

/// Quotes of forecasts that follow one another, whose words wait for a processor that is idle.
struct PendingQuotes {
  /// When so many bytes wait, their words are taken at once: memory has an end.
  private static let most = 64 << 20

  /// The number of the first forecast.
  private var first: Int64
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(first: Int64) { self.first = first }

  /// Whether it is time to take the words.
  var isFull: Bool { bytes.count + ends.count * MemoryLayout<Int>.size > PendingQuotes.most }

  /// Adds the quotes of the next forecasts, one after the other, with the place where each ends;
  /// one without a quote ends where it begins.
  mutating func append(_ quotes: [UInt8], ends: [Int]) {
    let start = bytes.count
    bytes += quotes
    self.ends.append(contentsOf: ends.lazy.map { $0 + start })
  }

  /// Adds the words of all quotes to a load.
  mutating func take(into words: inout WordLoad) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (index, end) in ends.enumerated() where end > start {
        let quote = UnsafeBufferPointer(rebasing: bytes[start..<end])
        words.add(quote, .quote, first + Int64(index))
        start = end
      }
    }
    first += Int64(ends.count)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
