/// Sums of values by cluster, such as edges by event, which is all that a clustered mean needs.
public struct ClusterTotals: Sendable, Equatable {
  /// By cluster: the sum of its values.
  public let sums: [Double]
  /// By cluster: how many values it has, above 0.
  public let counts: [Int]

  /// Adds values up by cluster, in order of the clusters' first values.
  ///
  /// `clusters` holds each value's cluster, any whole numbers. The columns are read up to the end
  /// of the shorter.
  ///
  ///     ClusterTotals(of: [0.1, 0.2, 0.4], clusters: [7, 3, 7]).sums  // [0.5, 0.2]
  public init(of values: [Double], clusters: [Int]) {
    let places = ClusterPlaces(clusters, prefix: values.count)
    var sums = [Double](repeating: 0, count: places.count)
    var counts = [Int](repeating: 0, count: places.count)
    for (value, place) in zip(values, places.places) {
      sums[place] += value
      counts[place] += 1
    }
    self.sums = sums
    self.counts = counts
  }

  /// How many values there are.
  public var count: Int { counts.reduce(0, +) }

  /// The mean of all values, or nothing when there are none.
  public var mean: Double? {
    meanOf(sums).map { $0 * Double(sums.count) / Double(count) }
  }
}
