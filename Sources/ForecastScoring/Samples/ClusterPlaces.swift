/// Clusters by place: the first that occurs is 0, the next new one is 1.
///
/// Clusters that are numbered so are looked up without a dictionary from then on.
///
///     ClusterPlaces([7, 3, 7]).places  // [0, 1, 0]
public struct ClusterPlaces: Sendable, Equatable {
  /// The place of each value's cluster.
  public let places: [Int]
  /// How many clusters there are.
  public let count: Int

  /// Numbers clusters, which may be any whole numbers.
  public init(_ clusters: [Int]) { self.init(clusters, prefix: clusters.count) }

  /// Numbers the first so many clusters.
  init(_ clusters: [Int], prefix: Int) {
    let clusters = clusters.prefix(prefix)
    guard let least = clusters.min(), let most = clusters.max() else {
      (places, count) = ([], 0)
      return
    }
    let (range, isTooWide) = most.subtractingReportingOverflow(least)
    var count = 0
    if !isTooWide, range < 4 * clusters.count + 64 {
      // Whole numbers that lie together need no dictionary.
      var known = [Int](repeating: -1, count: range + 1)
      places = clusters.map { cluster in
        if known[cluster - least] < 0 {
          known[cluster - least] = count
          count += 1
        }
        return known[cluster - least]
      }
    } else {
      var known: [Int: Int] = [:]
      places = clusters.map { cluster in
        let place = known[cluster, default: count]
        if place == count {
          known[cluster] = place
          count += 1
        }
        return place
      }
    }
    self.count = count
  }
}
