import Augury
import AuguryRendering
import AuguryStore

/// What a reading command works with: what the ledger knew, and what time it is taken to be.
struct Vantage {
  let workspace: Workspace
  let ledger: Ledger
  let snapshot: Snapshot
  /// The instant that statuses are judged at.
  let instant: Instant
  /// Whether another state of the ledger, or another time, was asked for.
  let isMoved: Bool

  init(_ options: ReadOptions) throws {
    workspace = try Workspace(options.common)
    let ledger = try workspace.open()
    self.ledger = ledger
    snapshot = try Vantage.snapshot(ledger, options.asOf)
    instant = try options.at.map { try Vantage.instant($0, ledger) } ?? Environment.now()
    isMoved = options.asOf != nil || options.at != nil
  }

  /// Another state of the same ledger, at another instant.
  init(_ other: Vantage, _ snapshot: Snapshot, at instant: Instant) {
    workspace = other.workspace
    ledger = other.ledger
    self.snapshot = snapshot
    self.instant = instant
    isMoved = true
  }

  /// The zones that deadlines name.
  func zones(_ names: some Sequence<String?> = []) throws -> Zones {
    try workspace.zones(ledger, Set(names.compactMap(\.self)))
  }

  private static func snapshot(_ ledger: Ledger, _ asOf: String?) throws -> Snapshot {
    guard let asOf else { return try ledger.now() }
    if asOf.hasPrefix("#") {
      guard let seq = Reference.number(asOf) else {
        throw UsageError("\"\(asOf.clipped)\" is not the number of an entry.", "Write it as '#12'.")
      }
      return try ledger.asOf(entry: seq)
    }
    return try ledger.asOf(instant(asOf, ledger))
  }

  /// Reads an instant, or a date, which stands for its end.
  private static func instant(_ text: String, _ ledger: Ledger) throws -> Instant {
    if let instant = try? Instant(rfc3339: text) { return instant }
    let rules = try ZoneFiles.rules(ledger.zone)
    let today = rules.civilDate(at: Environment.now())
    let day = try DatePhrase.parse(text, today: today).last
    return rules.endOfDay(day).advanced(byMicroseconds: -1)
  }

  /// The root of the prefix that is read.
  var root: Root { get throws { try ledger.root(size: snapshot.seq + 1) } }

  /// The same as a JSON value.
  func rootJSON() throws -> JSONOutput {
    let root = try root
    return ["size": .int(root.size), "hash": .string(root.hash.hex)]
  }

  /// The status of a question.
  func status(_ question: QuestionRecord, _ zones: Zones) -> Status {
    question.status(at: instant) { zones.rules($0) }
  }
}
