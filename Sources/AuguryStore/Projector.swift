internal import Augury

/// Turns entries into rows of the projections.
///
/// A thing's rows show what the entries up to some point make of it: its own entry, then every
/// standing act upon it in order. An act that changes a thing closes the row that stood and opens
/// a new one.
struct Projector {
  let database: Database
  /// Returns an entry of the ledger; nothing when it was redacted.
  let entry: (Int64) throws(StoreError) -> Entry?
  let numbers = NumberCache()
  /// Where identifiers and words wait for the end of a bulk load; nothing writes them at once.
  var deferred: DeferredIndex?

  /// Brings the projections in step with the next entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - last: When the entry before it was captured.
  /// - Throws: ``StoreError`` when the entry names what no entry introduces.
  func apply(_ entry: Entry, after last: Instant?) throws(StoreError) {
    if entry.recordedAt != last {
      try database.run(
        "insert into moment (seq, at, mark) values ($1, $2, $3)", .integer(entry.seq),
        .integer(entry.recordedAt.microseconds), .optional(entry.clock?.rawValue))
    }
    if let id = entry.body.id { try introduce(id, entry.seq) }
    try open(entry, at: entry.seq)
  }

  private func introduce(_ id: Identifier, _ number: Int64) throws(StoreError) {
    numbers[id] = number
    if let deferred { return deferred.add(id, number) }
    try database.run(
      "insert into identifier (id, number) values ($1, $2)", .text(id.text), .integer(number))
  }

  /// Opens what an entry contributes, as of a later or the same entry.
  func open(_ entry: Entry, at seq: Int64) throws(StoreError) {
    switch entry.body {
    case .ledger: break
    case .source, .question, .forecast: try refold(entry, at: seq)
    case .resolution(let resolution): try insert(resolution, entry, at: seq)
    case .retraction(let retraction):
      for (position, range) in retraction.entries.enumerated() {
        try insertAct(entry, position, range.lowerBound, range.upperBound, at: seq)
        try close(range, at: seq)
      }
    case .batch(let batch):
      try insertAct(entry, 0, entry.seq + 1, entry.seq + batch.count, at: seq)
    // They are upon the ledger as a whole.
    case .baseRate, .edition: try insertAct(entry, 0, entry.seq, nil, at: seq)
    case .redaction(let redaction): try insertAct(entry, 0, redaction.entry, nil, at: seq)
    case .merge(let merge):
      try insertAct(entry, 0, try number(merge.from), try number(merge.into), at: seq)
    default:
      guard let subject = entry.body.subject else { return }
      let number = try number(subject)
      try insertAct(entry, 0, number, nil, at: seq)
      // An undo can bring back an act on what is itself taken back; that opens no row.
      if entry.body.changesSubject, try stands(number, subject.kind) {
        if case .reading(let rereading) = entry.body, entry.seq == seq {
          try reread(number, rereading.reading, read: entry.recordedAt, at: seq)
        } else {
          try refold(number, at: seq)
        }
      }
    }
  }

  private func stands(_ number: Int64, _ kind: IdentifierKind?) throws(StoreError) -> Bool {
    let table = kind == .source ? "source" : kind == .question ? "question" : "forecast"
    let sql = "select 1 from \(table) where number = $1 and to_seq is null"
    return try database.first(sql, .integer(number), make: { _ in true }) ?? false
  }

  /// Returns the number of the thing with an identifier.
  func number(_ id: Identifier) throws(StoreError) -> Int64 {
    if let known = numbers[id] ?? deferred?.number(of: id) { return known }
    let sql = "select number from identifier where id = $1"
    guard let number = try database.first(sql, .text(id.text), make: { $0.integer(0) }) else {
      throw .damaged("\(id) is named by an entry, but no entry introduces it")
    }
    numbers[id] = number
    return number
  }

  /// Makes the rows of a thing anew.
  func refold(_ number: Int64, at seq: Int64) throws(StoreError) {
    guard let first = try entry(number) else { return }
    try refold(first, at: seq)
  }

  /// Makes the rows of the thing that an entry introduced anew.
  private func refold(_ first: Entry, at seq: Int64) throws(StoreError) {
    let acts = first.seq == seq ? [] : try acts(on: first.seq)
    switch first.body {
    case .source(let source): try fold(source, first.seq, acts, at: seq)
    case .question(let question): try fold(question, first.seq, acts, at: seq)
    case .forecast(let forecast):
      try fold(forecast, first.seq, acts, captured: first.recordedAt, at: seq)
    default: break
    }
  }

  /// Tells whether a standing retraction covers an entry.
  func isRetracted(_ seq: Int64) throws(StoreError) -> Bool {
    let sql = """
      select 1 from act where kind = 'retraction' and to_seq is null
        and subject <= $1 and object >= $1
      """
    return try database.first(sql, .integer(seq)) { _ in true } ?? false
  }

  /// Returns the entries of the standing acts upon a thing, in order.
  ///
  /// Of readings only the last one is among them: it takes the place of those before.
  func acts(on number: Int64) throws(StoreError) -> [Entry] {
    let sql = """
      select number from act where subject = $1 and to_seq is null and (
        kind in ('alias', 'correction', 'amendment', 'tagging', 'assignment')
        or kind = 'reading' and number = (
          select max(number) from act
          where subject = $1 and to_seq is null and kind = 'reading'))
      order by number
      """
    var entries: [Entry] = []
    for seq in try database.all(sql, .integer(number), make: { $0.integer(0) }) {
      if let found = try entry(seq) { entries.append(found) }
    }
    return entries
  }

  private func insertAct(
    _ entry: Entry, _ position: Int, _ subject: Int64, _ object: Int64?, at seq: Int64
  ) throws(StoreError) {
    try database.run(
      """
      insert into act (number, position, kind, subject, object, recorded_at, from_seq)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (number, position, from_seq) do update set to_seq = null
      """,
      .integer(entry.seq), .integer(Int64(position)), .text(entry.body.kind.rawValue),
      .integer(subject), .optional(object), .integer(entry.recordedAt.microseconds), .integer(seq))
  }
}

/// The last few identifiers that were looked up, with their numbers.
final class NumberCache {
  private static let limit = 8
  private var recent: [(id: Identifier, number: Int64)] = []

  subscript(id: Identifier) -> Int64? {
    get {
      for known in recent where known.id == id { return known.number }
      return nil
    }
    set {
      guard let newValue, id.kind == .source || id.kind == .question else { return }
      if recent.count == NumberCache.limit { recent.removeFirst() }
      recent.append((id, newValue))
    }
  }
}

extension EntryBody {
  /// The thing that an act is upon.
  var subject: Identifier? {
    switch self {
    case .alias(let source, _): source
    case .withdrawal(let withdrawal): withdrawal.forecast
    case .correction(let correction): correction.subject
    case .reading(let rereading): rereading.forecast
    case .scale(let scale): scale.source
    case .amendment(let amendment): amendment.question
    case .tagging(let tagging): tagging.question
    case .assignment(let question, _): question
    case .note(let note): note.subject
    case .schedule(let scheduling): scheduling.question
    case .snooze(let snooze): snooze.question
    case .rule(let change): change.question
    case .review(let review): review.question
    case .merge(let merge): merge.from
    default: nil
    }
  }

  /// Whether the act changes the row of its subject.
  var changesSubject: Bool {
    switch self {
    case .alias, .correction, .reading, .amendment, .tagging, .assignment: true
    default: false
    }
  }
}
