/// One row that is a part of a forecast.
struct AuguryCSVPart: Sendable {
  var offset: Int
  var line: Int32
  /// The next part of the same forecast, or -1.
  var next: Int32 = -1
  /// The number of its option, or -1 for a quantile.
  var option: Int32
  /// The probability of the option, or the quantile.
  var level: Double
  /// The number at the quantile, or the day's number.
  var value: Double
}

/// The rows that are joined into forecasts, as a list for each of them.
struct AuguryCSVParts: Sendable {
  private(set) var parts: [AuguryCSVPart] = []
  private var lists: [(first: Int32, last: Int32)] = []

  /// The number of joined forecasts.
  var count: Int { lists.count }

  /// Starts a forecast with its first part, and returns its number.
  mutating func start(_ part: AuguryCSVPart) -> Int {
    parts.append(part)
    let index = Int32(parts.count - 1)
    lists.append((index, index))
    return lists.count - 1
  }

  /// Adds a part to a forecast.
  mutating func add(_ part: AuguryCSVPart, to list: Int) {
    parts.append(part)
    let index = Int32(parts.count - 1)
    parts[Int(lists[list].last)].next = index
    lists[list].last = index
  }

  /// Returns the parts of a forecast in the order of their lines.
  func list(_ list: Int) -> [AuguryCSVPart] {
    var result: [AuguryCSVPart] = []
    var index = lists[list].first
    while index >= 0 {
      let part = parts[Int(index)]
      result.append(part)
      index = part.next
    }
    return result
  }
}

extension AuguryCSVBytes {
  /// Sees to it that the parts of a forecast are a distribution.
  func checkDistribution(
    _ parts: [AuguryCSVPart], options: [AuguryCSVCell]
  ) throws(Fault) {
    guard let first = parts.first else { return }
    guard first.option >= 0 else { return try checkQuantiles(parts) }
    var seen: [Int32: Int32] = [:]
    var sum = 0.0
    for part in parts {
      if let line = seen.updateValue(part.line, forKey: part.option) {
        let name = string(options[Int(part.option)])
        throw Fault(
          line: Int(part.line), column: .option, fault: .repeated(name, line: Int(line)))
      }
      sum += part.level
    }
    // A thousandth is allowed, and on top what doubles lose in a sum.
    guard (sum - 1).magnitude <= 0.001 + 1e-9 else {
      let shown = (sum * 1e6).rounded() / 1e6
      throw Fault(
        line: Int(first.line), column: .probability, fault: .sum("\(shown == 1 ? sum : shown)"))
    }
  }

  private func checkQuantiles(_ parts: [AuguryCSVPart]) throws(Fault) {
    let ordered = parts.sorted { ($0.level, $0.line) < ($1.level, $1.line) }
    for (lower, upper) in zip(ordered, ordered.dropFirst()) {
      if lower.level == upper.level {
        throw Fault(
          line: Int(upper.line), column: .quantile,
          fault: .repeated("\(upper.level)", line: Int(lower.line)))
      }
      if lower.value > upper.value {
        throw Fault(
          line: Int(upper.line), column: .value, fault: .falling("", line: Int(lower.line)))
      }
    }
  }
}
