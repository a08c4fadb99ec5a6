/// What forecasts would have had to be, had they been in the same order and calibrated.
///
/// The event's frequency is regressed on the probability under the sole condition that it must not
/// fall as the probability rises (isotonic regression), by pooling adjacent violators after
/// [Ayer et al. 1955]. Equal probabilities are one point. The result is a staircase of blocks; all
/// comparisons are of whole numbers, so that no rounding decides where a block ends. It is the
/// calibration curve of [Dimitriadis, Gneiting and Jordan 2021], and needs no bins.
///
///     let curve = Recalibration(of: [0.1, 0.1, 0.3, 0.9], happened: [false, true, false, true])
///     curve?.blocks.count  // 2: 0.1 to 0.3 happened 1 time in 3, 0.9 happened
///
/// [Ayer et al. 1955]: https://doi.org/10.1214/aoms/1177728423
/// [Dimitriadis, Gneiting and Jordan 2021]: https://doi.org/10.1073/pnas.2016191118
public struct Recalibration: Sendable, Equatable {
  /// A stretch of probabilities whose events happened equally often, as far as the data can say.
  public struct Block: Sendable, Equatable {
    /// The lowest probability of the block.
    public let low: Double
    /// The highest probability of the block.
    public let high: Double
    /// How many forecasts it holds.
    public let count: Int
    /// In how many of them the event happened.
    public let occurrences: Int

    /// The share of its forecasts whose event happened: their recalibrated probability, 0…1.
    public var frequency: Double { Double(occurrences) / Double(count) }
  }

  /// The blocks, their probabilities and their frequencies ascending.
  public let blocks: [Block]

  /// Recalibrates forecasts by their outcomes.
  ///
  /// Nil without forecasts, when there are not as many outcomes, and when a probability is not
  /// within 0…1.
  ///
  /// - Complexity: O(n log n), for sorting.
  public init?(of probabilities: [Double], happened: [Bool]) {
    if probabilities.count < Recalibration.leastForOutline {
      guard let forecasts = SortedForecasts(probabilities, happened) else { return nil }
      self.init(forecasts)
    } else {
      guard ForecastKeys.exist(probabilities, happened) else { return nil }
      self.init(CurveOutline(probabilities, happened))
    }
  }

  /// From how many forecasts on an outline saves more than it costs.
  private static let leastForOutline = 16_384

  /// Pools adjacent violators; blocks of equal frequency are joined too.
  init(_ groups: some Sequence<ForecastGroup>) {
    var blocks: [Block] = []
    var groups = groups.makeIterator()
    guard let first = groups.next() else {
      self.blocks = []
      return
    }
    // The last block is held outside the array, where most groups join it.
    var open = Block(first)
    while let group = groups.next() {
      let single = Block(group)
      if open.occursAtLeastAsOften(as: single) {
        open = open.joined(with: single)
        while let last = blocks.last, last.occursAtLeastAsOften(as: open) {
          open = last.joined(with: open)
          blocks.removeLast()
        }
      } else {
        blocks.append(open)
        open = single
      }
    }
    blocks.append(open)
    self.blocks = blocks
  }

  /// Returns the recalibrated probability of a forecast, 0…1.
  ///
  /// Between two blocks it runs along the straight line that joins them; nil below the lowest and
  /// above the highest probability that was forecast.
  ///
  ///     Recalibration(of: [0.2, 0.6], happened: [false, true])?.frequency(at: 0.3)  // 0.25
  ///
  /// - Complexity: O(log n).
  public func frequency(at probability: Double) -> Double? {
    var start = 0
    var end = blocks.count
    while start < end {
      let middle = (start + end) / 2
      if blocks[middle].high < probability { start = middle + 1 } else { end = middle }
    }
    guard start < blocks.count else { return nil }
    let right = blocks[start]
    if probability >= right.low { return right.frequency }
    guard start > 0 else { return nil }
    let left = blocks[start - 1]
    let share = (probability - left.high) / (right.low - left.high)
    return left.frequency + share * (right.frequency - left.frequency)
  }
}

extension Recalibration.Block {
  fileprivate init(_ group: ForecastGroup) {
    self.init(
      low: group.probability, high: group.probability, count: group.count,
      occurrences: group.occurrences)
  }

  @inline(__always)
  fileprivate func occursAtLeastAsOften(as other: Recalibration.Block) -> Bool {
    occurrences &* other.count >= other.occurrences &* count
  }

  @inline(__always)
  fileprivate func joined(with next: Recalibration.Block) -> Recalibration.Block {
    Recalibration.Block(
      low: low, high: next.high, count: count + next.count,
      occurrences: occurrences + next.occurrences)
  }
}
