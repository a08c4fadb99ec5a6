/// The forecasts of one probability: how many there are, and in how many the event happened.
///
/// What calibration says depends on forecasts only through their groups, in ascending order.
struct ForecastGroup: Equatable {
  var probability: Double
  var count: Int
  var occurrences: Int
}

/// Forecasts in ascending order of probability, read group by group.
struct SortedForecasts: Sequence {
  private let keys: [UInt64]

  /// Sorts forecasts; nil unless there are some, each within 0…1, and as many outcomes.
  init?(_ probabilities: [Double], _ happened: [Bool]) {
    guard let keys = ForecastKeys.sorted(probabilities, happened) else { return nil }
    self.keys = keys
  }

  /// How many forecasts there are.
  var count: Int { keys.count }

  func makeIterator() -> Groups { Groups(keys: keys) }

  /// The groups of sorted keys.
  struct Groups: IteratorProtocol {
    private let keys: [UInt64]
    private var place = 0

    init(keys: [UInt64]) { self.keys = keys }

    @inline(__always)
    mutating func next() -> ForecastGroup? {
      guard place < keys.count else { return nil }
      let first = keys[place]
      var group = ForecastGroup(
        probability: ForecastKeys.probability(of: first), count: 1, occurrences: Int(first & 1))
      place += 1
      while place < keys.count, keys[place] >> 1 == first >> 1 {
        group.count += 1
        group.occurrences += Int(keys[place] & 1)
        place += 1
      }
      return group
    }
  }
}

extension Sequence where Element == ForecastGroup {
  /// How many forecasts the groups hold, and in how many of them the event happened.
  var totals: (count: Int, occurrences: Int) {
    reduce(into: (0, 0)) { totals, group in
      totals.0 += group.count
      totals.1 += group.occurrences
    }
  }
}
