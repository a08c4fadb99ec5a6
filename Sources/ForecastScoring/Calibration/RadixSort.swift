/// Keys of forecasts, sorted by digits of their probabilities.
///
/// The first digit divides the keys into buckets that fit into the processor's cache; two more
/// digits put each bucket in order; what their 33 binary places have left equal is compared. No
/// distribution of probabilities makes it worse than O(n log n).
struct RadixSort {
  /// The keys, ascending; those of equal probability in any order.
  private(set) var keys: [UInt64]
  /// Room for one bucket.
  private var spare: [UInt64] = []

  /// The binary places that probabilities are told apart by: 9 in the first digit, 12 in the
  /// others.
  private static let places = 33
  private static let bits = 12
  private static let buckets = 1 << (places - 2 * bits)
  private static let digits = 1 << bits

  /// Sorts forecasts, each within 0…1, and as many outcomes.
  init(_ probabilities: [Double], _ happened: [Bool]) {
    var next = [Int](repeating: 0, count: RadixSort.buckets)
    for probability in probabilities {
      next[RadixSort.place(of: probability) >> (2 * RadixSort.bits)] += 1
    }
    next.withUnsafeMutableBufferPointer { RadixSort.turnIntoStarts($0) }
    let count = probabilities.count
    keys = [UInt64](unsafeUninitializedCapacity: count) { keys, filled in
      next.withUnsafeMutableBufferPointer { next in
        for (probability, happened) in zip(probabilities, happened) {
          let bucket = RadixSort.place(of: probability) >> (2 * RadixSort.bits)
          keys.initializeElement(
            at: next[bucket], to: ForecastKeys.key(of: probability, happened: happened))
          next[bucket] += 1
        }
      }
      filled = count
    }
    // Now each entry is where the next bucket starts.
    var start = 0
    for end in next where end > start {
      sortBucket(start..<end)
      start = end
    }
  }

  /// Sorts keys that have the first digit in common.
  private mutating func sortBucket(_ range: Range<Int>) {
    if spare.count < range.count { spare = [UInt64](repeating: 0, count: range.count) }
    keys.withUnsafeMutableBufferPointer { keys in
      spare.withUnsafeMutableBufferPointer { spare in
        let bucket = UnsafeMutableBufferPointer(rebasing: keys[range])
        let room = UnsafeMutableBufferPointer(rebasing: spare[..<range.count])
        RadixSort.sortByDigits(bucket, using: room)
        RadixSort.sortEqualPlaces(bucket)
      }
    }
  }

  /// Moves keys to the other buffer by the last digit, and back by the one before it.
  private static func sortByDigits(
    _ keys: UnsafeMutableBufferPointer<UInt64>, using room: UnsafeMutableBufferPointer<UInt64>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * digits) { counts in
      counts.initialize(repeating: 0)
      let last = UnsafeMutableBufferPointer(rebasing: counts[..<digits])
      let first = UnsafeMutableBufferPointer(rebasing: counts[digits...])
      for key in keys {
        let place = place(of: ForecastKeys.probability(of: key))
        last[place & (digits - 1)] += 1
        first[place >> bits & (digits - 1)] += 1
      }
      turnIntoStarts(last)
      turnIntoStarts(first)
      for key in keys {
        let digit = place(of: ForecastKeys.probability(of: key)) & (digits - 1)
        room[last[digit]] = key
        last[digit] += 1
      }
      for key in room {
        let digit = place(of: ForecastKeys.probability(of: key)) >> bits & (digits - 1)
        keys[first[digit]] = key
        first[digit] += 1
      }
    }
  }

  /// Sorts each run of keys whose digits are all equal, where it is not in order already.
  private static func sortEqualPlaces(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    var index = 1
    while index < keys.count {
      // Outcomes, in the lowest bit, need no order.
      guard keys[index - 1] >> 1 > keys[index] >> 1 else {
        index += 1
        continue
      }
      let place = place(of: ForecastKeys.probability(of: keys[index]))
      func hasPlace(_ key: UInt64) -> Bool {
        RadixSort.place(of: ForecastKeys.probability(of: key)) == place
      }
      let start = keys[..<index].lastIndex { !hasPlace($0) }.map { $0 + 1 } ?? 0
      let end = keys[index...].firstIndex { !hasPlace($0) } ?? keys.count
      keys[start..<end].sort()
      index = end
    }
  }

  /// Turns how many keys there are of each digit into where those of each digit start.
  private static func turnIntoStarts(_ counts: UnsafeMutableBufferPointer<Int>) {
    var sum = 0
    for digit in counts.indices {
      let count = counts[digit]
      counts[digit] = sum
      sum += count
    }
  }

  /// A probability as a whole number of 33 binary places.
  @inline(__always)
  private static func place(of probability: Double) -> Int {
    // From 2⁵² up the last bit of a double is a one: the sum is rounded, its bits are the number.
    let shifted = probability * (0x1p33 - 1) + 0x1p52
    return Int(truncatingIfNeeded: shifted.bitPattern & (1 << places - 1))
  }
}
