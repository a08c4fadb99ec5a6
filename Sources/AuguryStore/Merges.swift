internal import Augury

/// All merges of things of one kind, also those that no longer stand.
struct Merges {
  private var byGivenUp: [Int64: [(into: Int64, span: RowSpan)]] = [:]
  private var byKept: [Int64: [Int64]] = [:]
  private var count = 0

  /// Reads the rows of a query: what was given up, what was kept and the span, oldest first.
  init(_ sql: String, through last: Int64, in database: Database) throws(StoreError) {
    let merges = try database.all(sql, .integer(last)) {
      (from: $0.integer(0), into: $0.integer(1), span: RowSpan($0, from: 2))
    }
    for merge in merges {
      byGivenUp[merge.from, default: []].append((merge.into, merge.span))
      byKept[merge.into, default: []].append(merge.from)
    }
    count = merges.count
  }

  /// Whether there are none.
  var isEmpty: Bool { count == 0 }

  /// Returns whether something was ever given up.
  func isGivenUp(_ number: Int64) -> Bool { byGivenUp[number] != nil }

  /// Returns what stands for a thing after an entry.
  func head(of number: Int64, at seq: Int64) -> Int64 {
    var current = number
    // A chain cannot be longer than the merges there are, whatever they say.
    for _ in 0..<count {
      guard let next = byGivenUp[current]?.last(where: { $0.span.stands(at: seq) })?.into,
        next != number
      else { return current }
      current = next
    }
    return current
  }

  /// Returns all that was ever made part of a thing.
  func members(of number: Int64) -> [Int64] {
    var found: [Int64] = []
    var waiting = [number]
    while let into = waiting.popLast() {
      for from in byKept[into] ?? [] where from != number && !found.contains(from) {
        found.append(from)
        waiting.append(from)
      }
    }
    return found
  }

  /// Returns the entries at which what stands for a thing may have changed.
  func changes(of number: Int64) -> Set<Int64> {
    var changes: Set<Int64> = []
    var seen: Set<Int64> = [number]
    var waiting = [number]
    while let from = waiting.popLast() {
      for merge in byGivenUp[from] ?? [] {
        changes.insert(merge.span.from)
        if let to = merge.span.to { changes.insert(to) }
        if seen.insert(merge.into).inserted { waiting.append(merge.into) }
      }
    }
    return changes
  }

  /// Returns the entries at which one of some things was given up or something was for it, or at
  /// which that ended.
  func changes(about numbers: Set<Int64>) -> Set<Int64> {
    var changes: Set<Int64> = []
    for (from, merges) in byGivenUp {
      for merge in merges where numbers.contains(from) || numbers.contains(merge.into) {
        changes.insert(merge.span.from)
        if let to = merge.span.to { changes.insert(to) }
      }
    }
    return changes
  }
}
