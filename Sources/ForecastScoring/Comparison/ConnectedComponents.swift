/// Returns the rows of each set of sources and questions that hang together, in order of their
/// first rows.
func connectedComponents(of rows: [ScoredRow]) -> [[ScoredRow]] {
  let sourceCount = (rows.map(\.source).max() ?? -1) + 1
  let questionCount = (rows.map(\.question).max() ?? -1) + 1
  var forest = DisjointSets(count: sourceCount + questionCount)
  for row in rows { forest.join(row.source, sourceCount + row.question) }
  var numbers: [Int: Int] = [:]
  var components: [[ScoredRow]] = []
  for row in rows {
    let root = forest.root(of: row.source)
    if let number = numbers[root] {
      components[number].append(row)
    } else {
      numbers[root] = components.count
      components.append([row])
    }
  }
  return components
}

/// Sets of places that are joined one by one, after [Tarjan 1975].
///
/// [Tarjan 1975]: https://doi.org/10.1145/321879.321884
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  /// The place that stands for the set of a place; the way to it is halved in passing.
  mutating func root(of place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ first: Int, _ second: Int) {
    parents[root(of: first)] = root(of: second)
  }
}
