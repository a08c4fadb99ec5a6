/// Forecasts in ascending order of probability, equal probabilities taken together.
///
/// What calibration says depends on the forecasts only through this: which probabilities were
/// given, how often, and how often the event then happened.
struct TiedForecasts {
  /// The forecasts of one probability.
  struct Group: Equatable {
    var probability: Double
    var count: Int
    var occurrences: Int
  }

  private(set) var groups: [Group] = []
  /// How many forecasts there are.
  let count: Int
  /// In how many of them the event happened.
  let occurrences: Int

  /// Ties forecasts; nil unless there are some, each within 0…1, and as many outcomes.
  init?(_ probabilities: [Double], _ happened: [Bool]) {
    guard let keys = ForecastKeys.sorted(probabilities, happened) else { return nil }
    count = keys.count
    var all = 0
    for key in keys {
      let occurred = Int(truncatingIfNeeded: key & 1)
      let probability = ForecastKeys.probability(of: key)
      all += occurred
      if let last = groups.indices.last, groups[last].probability == probability {
        groups[last].count += 1
        groups[last].occurrences += occurred
      } else {
        groups.append(Group(probability: probability, count: 1, occurrences: occurred))
      }
    }
    occurrences = all
  }

  /// Ties what is already in order; for simulations that draw new counts for known probabilities.
  init(groups: [Group]) {
    self.groups = groups
    count = groups.reduce(0) { $0 + $1.count }
    occurrences = groups.reduce(0) { $0 + $1.occurrences }
  }

  /// The share of all the forecasts whose event happened.
  var baseRate: Double { Double(occurrences) / Double(count) }
}
