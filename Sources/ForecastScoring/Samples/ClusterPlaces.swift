/// Clusters by place: the first that occurs is 0, the next new one is 1.
struct ClusterPlaces {
  /// The place of each value's cluster.
  let places: [Int]
  /// How many clusters there are.
  let count: Int

  /// Numbers the first so many clusters; they may be any whole numbers.
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
