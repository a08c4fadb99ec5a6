package import Augury

/// Why entries cannot be retracted or redacted.
package enum RetractionError: Error, Sendable, Equatable {
  case nothing
  case beginning
  case redaction(Int64)
  case already(Int64)
  case redacted(Int64)
  case antecedent(Int64)
  case counted(Int64)
  case dependents([String], more: Int)
  case named([String], more: Int)
}

extension RetractionError: Explained {
  package var kind: FailureKind { .conflict }

  package var what: String {
    switch self {
    case .nothing: "There is nothing to undo."
    case .beginning: "The first entry begins the ledger and cannot be taken out."
    case .redaction(let seq): "Entry #\(seq) is a redaction; deleted bytes do not come back."
    case .already(let seq): "Entry #\(seq) is retracted already."
    case .redacted(let seq): "Entry #\(seq) is redacted already."
    case .antecedent(let seq):
      "What would come back stands on entry #\(seq), which is retracted."
    case .counted(let seq):
      "Entry #\(seq) is the reading that counts, and the outcome is known."
    case .dependents(let names, let more), .named(let names, let more):
      "Other entries depend on it: \(names.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more." : ".")
    }
  }

  package var remedy: String {
    switch self {
    case .nothing, .beginning: "See what there is with `augury list`."
    case .redaction: "Enter it again from another record, if there is one."
    case .already: "See `augury show` with its number for the entry that retracts it."
    case .redacted: "There is nothing left of it but its hash."
    case .antecedent(let seq): "Undo first what took out entry #\(seq)."
    case .counted: "It stays: a record is not read anew once it is known what happened."
    case .named: "Redact those first."
    case .dependents: "Undo those first, or give `--cascade` to take them out with it."
    }
  }
}

extension EntryWriter {
  /// Retracts entries, unless others that stand depend on them.
  ///
  /// - Parameters:
  ///   - ranges: The entries, as ranges of their numbers.
  ///   - cascade: Whether to take the dependents out as well.
  ///   - reason: Why, in words.
  /// - Returns: The number of the retraction and all ranges that it takes out.
  /// - Throws: ``RetractionError`` when the ledger does not allow it.
  @discardableResult
  package mutating func retract(
    _ ranges: [ClosedRange<Int64>], cascade: Bool, reason: String?
  ) throws -> (entry: Int64, ranges: [ClosedRange<Int64>]) {
    var ranges = ranges.joined
    guard let first = ranges.first else { throw RetractionError.nothing }
    guard first.lowerBound > 0 else { throw RetractionError.beginning }
    try checkStanding(ranges)
    let again = try takenAgain(by: ranges)
    var dependents = try dependents(of: (ranges + again).joined)
    while cascade, !dependents.isEmpty {
      ranges = (ranges + dependents.map { $0...$0 }).joined
      dependents = try self.dependents(of: (ranges + again).joined)
    }
    try checkAntecedents(ranges)
    guard dependents.isEmpty else {
      throw RetractionError.dependents(
        try dependents.prefix(10).map(name), more: max(0, dependents.count - 10))
    }
    return (try append(.retraction(Retraction(entries: ranges, reason: reason))), ranges)
  }

  /// Redacts an entry that nothing else depends on.
  package mutating func redactEntry(_ seq: Int64, reason: String?) throws -> Int64 {
    guard seq > 0 else { throw RetractionError.beginning }
    guard seq < next else { throw LookupError.noEntry(seq, last: next - 1) }
    guard let entry = try projector.entry(seq) else { throw RetractionError.redacted(seq) }
    if case .redaction = entry.body { throw RetractionError.redaction(seq) }
    let dependents = try dependents(of: [seq...seq], standingOnly: false)
    guard dependents.isEmpty else {
      throw RetractionError.named(
        try dependents.prefix(10).map(name), more: max(0, dependents.count - 10))
    }
    return try redact(seq, reason: reason)
  }

  /// What an undo had taken out, another had brought back, and goes again when that is undone.
  private func takenAgain(by ranges: [ClosedRange<Int64>]) throws -> [ClosedRange<Int64>] {
    func retractions(_ ranges: [ClosedRange<Int64>]) throws -> [ClosedRange<Int64>] {
      var named: [ClosedRange<Int64>] = []
      for range in ranges where range.count < 100 {
        for seq in range {
          guard case .retraction(let retraction)? = try projector.entry(seq)?.body else { continue }
          named += retraction.entries
        }
      }
      return named
    }
    let again = try retractions(retractions(ranges))
    return try again.isEmpty ? [] : again + takenAgain(by: again)
  }

  /// What an undone undo brings back must not stand on something that stays retracted.
  private func checkAntecedents(_ ranges: [ClosedRange<Int64>]) throws {
    for range in ranges where range.count < 100 {
      for seq in range {
        guard case .retraction(let undone)? = try projector.entry(seq)?.body else { continue }
        // With an undo of an undo that comes back, what it had brought back comes back as well.
        let all = undone.entries + (try takenAgain(by: undone.entries))
        for back in undone.entries { try checkAntecedents(of: back, undoneBy: seq, all) }
      }
    }
  }

  private func checkAntecedents(
    of back: ClosedRange<Int64>, undoneBy seq: Int64, _ all: [ClosedRange<Int64>]
  ) throws {
    for (table, column) in [
      ("forecast", "source"), ("forecast", "question"), ("resolution", "question"),
      ("act", "subject"),
    ] {
      let kinds = table == "act" ? "and kind not in ('retraction', 'redaction', 'batch')" : ""
      let named = try database.all(
        """
        select distinct \(column) from \(table)
        where number between $1 and $2 and to_seq = $3 \(kinds)
        """, .integer(back.lowerBound), .integer(back.upperBound), .integer(seq),
        make: { $0.integer(0) })
      for number in named where !all.contains(where: { $0.contains(number) }) {
        if try projector.isRetracted(number) { throw RetractionError.antecedent(number) }
      }
    }
  }

  private func checkStanding(_ ranges: [ClosedRange<Int64>]) throws {
    for range in ranges {
      guard range.upperBound < next else {
        throw LookupError.noEntry(range.upperBound, last: next - 1)
      }
      // A range of an import is not walked: a part of it may be retracted already.
      guard range.count == 1 else { continue }
      guard let entry = try projector.entry(range.lowerBound) else {
        throw RetractionError.redacted(range.lowerBound)
      }
      if case .redaction = entry.body { throw RetractionError.redaction(entry.seq) }
      if try projector.isRetracted(entry.seq) { throw RetractionError.already(entry.seq) }
    }
  }

  /// The entries outside some ranges that name entries inside them, in order.
  private func dependents(
    of ranges: [ClosedRange<Int64>], standingOnly: Bool = true
  ) throws(StoreError) -> [Int64] {
    var found: Set<Int64> = []
    for range in ranges {
      for (table, columns) in [
        ("forecast", ["source", "question"]), ("resolution", ["question"]),
        ("act", ["subject", "object"]),
      ] {
        for column in columns {
          let kinds = table == "act" ? "and kind not in ('retraction', 'redaction', 'batch')" : ""
          found.formUnion(
            try database.all(
              """
              select number from \(table) where \(column) between $1 and $2 \(standingOnly ? "and to_seq is null" : "")
                and not number between $1 and $2 \(kinds)
              """, .integer(range.lowerBound), .integer(range.upperBound),
              make: { $0.integer(0) }))
        }
      }
    }
    return found.filter { number in !ranges.contains { $0.contains(number) } }.sorted()
  }

  private func name(_ seq: Int64) throws(StoreError) -> String {
    guard let entry = try projector.entry(seq) else { return "#\(seq)" }
    guard let id = entry.body.id else { return "#\(seq) (\(entry.body.kind.rawValue))" }
    return "\(try IdentifierIndex.short(id, in: database)) (\(entry.body.kind.rawValue))"
  }
}

extension Array where Element == ClosedRange<Int64> {
  /// The same numbers as ranges that neither overlap nor touch, in ascending order.
  var joined: [ClosedRange<Int64>] {
    var joined: [ClosedRange<Int64>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] =
          last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension EntryWriter {
  /// The entries of the last command.
  package func lastCommand() throws -> ClosedRange<Int64> {
    let first = try database.first("select max(seq) from moment", make: { $0.integer(0) }) ?? 0
    guard first > 0 else { throw RetractionError.nothing }
    return first...(next - 1)
  }

  /// The source and the question that one command made for a forecast and nothing else uses.
  package func madeFor(_ forecast: Entry) throws -> [ClosedRange<Int64>] {
    guard case .forecast(let body) = forecast.body else { return [] }
    var ranges = [forecast.seq...forecast.seq]
    for id in [body.question, body.source] {
      let number = try projector.number(id)
      guard number < forecast.seq, try projector.entry(number)?.recordedAt == forecast.recordedAt,
        try dependents(of: (ranges + [number...number]).joined).isEmpty
      else { continue }
      ranges = (ranges + [number...number]).joined
    }
    return ranges
  }
}
