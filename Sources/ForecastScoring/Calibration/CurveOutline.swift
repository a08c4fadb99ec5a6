/// Many forecasts, told apart only where the curve of their recalibration can bend.
///
/// As a line of running counts of events over running counts of forecasts, the curve's blocks are
/// the straight stretches of the greatest convex line below it. Here forecasts are counted in
/// narrow buckets of probability, and the line below the ends of the buckets is drawn first. The
/// line below all forecasts can leave it only where one inside a bucket lies lower, and that cannot
/// be where the bucket would stay above even if all its events came last. So the forecasts of few
/// buckets need to be sorted: of those that can, and of those at the ends of blocks, which give
/// each block its ends.
struct CurveOutline: Sequence {
  private let buckets: [Bucket]
  private let isSorted: [Bool]
  /// The forecasts of the buckets that are sorted, ascending.
  private let keys: [UInt64]

  /// Outlines forecasts, each within 0…1, and as many outcomes.
  init(_ probabilities: [Double], _ happened: [Bool]) {
    let scale = BucketScale(forecasts: probabilities.count)
    let buckets = scale.buckets(of: probabilities, happened)
    let isSorted = CurveOutline.bends(of: buckets)
    self.buckets = buckets
    self.isSorted = isSorted
    // Where the next forecast of each bucket is put.
    var next: [Int] = []
    var count = 0
    for (bucket, isSorted) in zip(buckets, isSorted) {
      next.append(count)
      count += isSorted ? bucket.count : 0
    }
    var keys = [UInt64](repeating: 0, count: count)
    for (probability, happened) in zip(probabilities, happened) {
      let place = scale.place(of: probability)
      guard isSorted[place] else { continue }
      keys[next[place]] = ForecastKeys.key(of: probability, happened: happened)
      next[place] += 1
    }
    var start = 0
    for end in next where end > start {
      keys[start..<end].sort()
      start = end
    }
    self.keys = keys
  }

  /// In which buckets the curve can bend.
  private static func bends(of buckets: [Bucket]) -> [Bool] {
    let groups = buckets.enumerated().lazy.filter { $1.count > 0 }.map { place, bucket in
      ForecastGroup(
        probability: Double(place), count: bucket.count, occurrences: bucket.occurrences)
    }
    var bends = [Bool](repeating: false, count: buckets.count)
    for block in Recalibration(groups).blocks {
      let places = Int(block.low)...Int(block.high)
      var count = 0
      var occurrences = 0
      for place in places {
        let bucket = buckets[place]
        let farthest = count + bucket.count - bucket.occurrences
        bends[place] = occurrences * block.count < block.occurrences * farthest
        count += bucket.count
        occurrences += bucket.occurrences
      }
      bends[places.lowerBound] = true
      bends[places.upperBound] = true
    }
    return bends
  }

  func makeIterator() -> Groups {
    Groups(buckets: buckets, isSorted: isSorted, sorted: SortedForecasts.Groups(keys: keys))
  }

  /// The groups of sorted buckets, and each other bucket as one.
  struct Groups: IteratorProtocol {
    fileprivate let buckets: [Bucket]
    fileprivate let isSorted: [Bool]
    fileprivate var sorted: SortedForecasts.Groups
    private var place = 0
    /// How many forecasts of the last sorted bucket are left.
    private var left = 0

    fileprivate init(buckets: [Bucket], isSorted: [Bool], sorted: SortedForecasts.Groups) {
      self.buckets = buckets
      self.isSorted = isSorted
      self.sorted = sorted
    }

    mutating func next() -> ForecastGroup? {
      while left == 0, place < buckets.count {
        let bucket = buckets[place]
        place += 1
        if isSorted[place - 1] {
          left = bucket.count
        } else if bucket.count > 0 {
          // Its probability is not asked for: it lies inside a block.
          return ForecastGroup(
            probability: .nan, count: bucket.count, occurrences: bucket.occurrences)
        }
      }
      guard left > 0, let group = sorted.next() else { return nil }
      left -= group.count
      return group
    }
  }
}

/// How many forecasts a narrow range of probabilities holds, and how many of their events happened.
struct Bucket {
  /// The forecasts, and in the upper half the events.
  private var counts: UInt64 = 0

  @inline(__always)
  mutating func add(_ happened: Bool) { counts &+= happened ? 1 << 32 | 1 : 1 }

  var count: Int { Int(counts & 0xffff_ffff) }
  var occurrences: Int { Int(counts >> 32) }
}

/// The buckets of probabilities: about one for 64 forecasts, and no more than a cache holds.
private struct BucketScale {
  private let last: Double

  init(forecasts: Int) {
    let bits = min(17, Int.bitWidth - (forecasts / 64).leadingZeroBitCount)
    last = Double(1 << bits - 1)
  }

  /// The bucket of a probability; greater ones are never in a lower one.
  @inline(__always)
  func place(of probability: Double) -> Int {
    // From 2⁵² up the last bit of a double is a one: the sum is rounded, its bits are the number.
    Int(truncatingIfNeeded: (probability * last + 0x1p52).bitPattern & 0xf_ffff)
  }

  func buckets(of probabilities: [Double], _ happened: [Bool]) -> [Bucket] {
    var buckets = [Bucket](repeating: Bucket(), count: Int(last) + 1)
    for (probability, happened) in zip(probabilities, happened) {
      buckets[place(of: probability)].add(happened)
    }
    return buckets
  }
}
