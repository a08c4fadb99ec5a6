internal import Augury

extension Ledger {
  /// So many entries are looked through for what they are about; with more, all questions are.
  private static let fewEntries: Int64 = 5000

  /// Returns the questions whose schedule entries may have changed, ascending.
  ///
  /// - Parameters:
  ///   - first: The first of the entries.
  ///   - last: The last of them.
  /// - Returns: The numbers of the questions; nothing when that may be any.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func questions(
    touchedBy first: Int64, through last: Int64
  ) throws(StoreError) -> [Int64]? {
    guard last - first < Ledger.fewEntries else { return nil }
    var found: Set<Int64> = []
    guard try touch(first...max(first, last), &found, budget: Ledger.fewEntries) else { return nil }
    try addHeads(of: &found)
    return found.sorted()
  }

  /// Adds what questions were ever made part of.
  private func addHeads(of found: inout Set<Int64>) throws(StoreError) {
    var waiting = Array(found)
    while let from = waiting.popLast() {
      for into in try database.all(
        "select object from act where subject = $1 and kind = 'merge'", .integer(from),
        make: { $0.integer(0) })
      where found.insert(into).inserted { waiting.append(into) }
    }
  }

  /// Adds the questions that entries are about; false when there are too many to say.
  private func touch(
    _ entries: ClosedRange<Int64>, _ found: inout Set<Int64>, budget: Int64
  ) throws(StoreError) -> Bool {
    var left = budget
    for seq in entries {
      left -= 1
      // What is redacted may have been about anything.
      guard left > 0, let entry = try entry(seq) else { return false }
      switch entry.body {
      case .retraction(let retraction):
        for range in retraction.entries {
          left -= Int64(range.count)
          guard left > 0, try touch(range, &found, budget: left) else { return false }
        }
      case .redaction: return false
      case .merge(let merge):
        for id in [merge.from, merge.into] where id.kind == .question {
          found.insert(try number(id))
        }
        if merge.from.kind == .source { return false }
      default: if let question = try question(entry) { found.insert(question) }
      }
    }
    return true
  }

  /// The question that an entry is about.
  private func question(_ entry: Entry) throws(StoreError) -> Int64? {
    switch entry.body {
    case .question: return entry.seq
    case .forecast(let forecast): return try number(forecast.question)
    case .resolution(let resolution): return try number(resolution.question)
    default:
      guard let subject = entry.body.subject else { return nil }
      switch subject.kind {
      case .question: return try number(subject)
      case .forecast:
        let forecast = try number(subject)
        guard case .forecast(let said)? = try self.entry(forecast)?.body else { return nil }
        return try number(said.question)
      default: return nil
      }
    }
  }

  private func number(_ id: Identifier) throws(StoreError) -> Int64 {
    let sql = "select number from identifier where id = $1"
    guard let number = try database.first(sql, .text(id.text), make: { $0.integer(0) }) else {
      throw .damaged("\(id) is named by an entry, but no entry introduces it")
    }
    return number
  }
}
