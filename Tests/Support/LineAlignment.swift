/// The way expected and actual lines are laid side by side.
///
/// It leaves as few lines unexplained as possible. An expected line `...` explains any number of
/// actual lines.
package struct LineAlignment: Sendable {
  /// A step from the first line to the last.
  package enum Step: Equatable, Sendable {
    /// Both lines agree.
    case same(expected: String, actual: String)
    /// An expected line that did not come.
    case missing(String)
    /// An actual line that nothing expects.
    case extra(String)
    /// A line `...`, and how many actual lines it stands for.
    case skipped(Int)
  }

  /// The steps in order.
  package private(set) var steps: [Step] = []
  /// What the placeholders are bound to afterwards.
  package private(set) var bindings: Bindings

  /// Whether the actual lines are what was expected.
  package var isExact: Bool {
    steps.allSatisfy { step in
      switch step {
      case .same, .skipped: true
      case .missing, .extra: false
      }
    }
  }

  /// Lays `actual` beside `expected`.
  package init(expected: [String], actual: [String], bindings: Bindings) {
    self.bindings = bindings
    let patterns = expected.map { LinePattern($0) }
    let costs = LineAlignment.costs(expected, patterns, actual, bindings)
    var (row, column) = (0, 0)
    while row < expected.count {
      if expected[row] == "..." {
        var end = column
        while end < actual.count, costs[row][end] != costs[row + 1][end] { end += 1 }
        steps.append(.skipped(end - column))
        (row, column) = (row + 1, end)
      } else if column < actual.count, costs[row][column] == costs[row + 1][column + 1],
        let matched = patterns[row].match(actual[column], with: self.bindings)
      {
        self.bindings = matched
        steps.append(.same(expected: expected[row], actual: actual[column]))
        (row, column) = (row + 1, column + 1)
      } else if column < actual.count, costs[row][column + 1] < costs[row + 1][column] {
        steps.append(.extra(actual[column]))
        column += 1
      } else {
        steps.append(.missing(expected[row]))
        row += 1
      }
    }
    steps += actual[column...].map { .extra($0) }
  }

  /// Returns, for every pair of positions, the fewest lines that stay unexplained from there on.
  ///
  /// Whether a pair agrees is judged by the bindings at the start.
  private static func costs(
    _ expected: [String], _ patterns: [LinePattern], _ actual: [String], _ bindings: Bindings
  ) -> [[Int]] {
    var rows = [Array((0...actual.count).reversed())]
    for row in expected.indices.reversed() {
      let below = rows[rows.count - 1]
      let isSkip = expected[row] == "..."
      var costs = below
      costs[actual.count] += isSkip ? 0 : 1
      for column in actual.indices.reversed() {
        if isSkip {
          costs[column] = min(below[column], costs[column + 1])
        } else if patterns[row].match(actual[column], with: bindings) != nil {
          costs[column] = below[column + 1]
        } else {
          costs[column] = 1 + min(below[column], costs[column + 1])
        }
      }
      rows.append(costs)
    }
    return rows.reversed()
  }

  /// The lines as a person reads a difference: `-` was expected, `+` came instead.
  package var difference: [String] {
    var lines: [String] = []
    var added: [String] = []
    for step in steps {
      switch step {
      case .missing(let line): lines.append("- " + line)
      case .extra(let line): added.append("+ " + line)
      case .same(_, let actual): lines += added + ["  " + actual]
      case .skipped: lines += added + ["  ..."]
      }
      if case .extra = step { continue }
      if case .missing = step { continue }
      added = []
    }
    return lines + added
  }
}
