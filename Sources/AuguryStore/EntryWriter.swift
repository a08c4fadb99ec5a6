package import Augury

/// Appends entries to a ledger inside one transaction, and keeps its projections in step.
package struct EntryWriter {
  let database: Database
  var head: Head
  private(set) var capture: Capture
  private let now: Instant
  var projector: Projector
  private let first: Int64
  /// Whether bytes were deleted that must not stay anywhere.
  private(set) var hasRedacted = false
  private var writer = CanonicalWriter(reserving: 1024)
  private var record: [UInt8] = []
  /// What records share, until the clock's mark changes.
  private var frame: (record: RecordFrame, clock: ClockMark?)?

  init(database: Database, head: Head, capture: Capture) {
    self.database = database
    self.head = head
    self.capture = capture
    now = capture.clock()
    first = head.size
    projector = Projector(database: database) { (seq) throws(StoreError) in
      try Ledger.entry(seq, in: database)
    }
  }

  /// The instant at which the entries of this transaction are captured.
  package var instant: Instant { now }

  /// The sequence number that the next entry gets.
  package var next: Int64 { head.size }

  /// What the clock did since the entries before, where that needs saying.
  package var clockMark: ClockMark? { head.clock.lastMark }

  /// Returns a new identifier.
  package mutating func identifier(_ kind: IdentifierKind) -> Identifier {
    capture.identifier(kind)
  }

  /// Appends an entry and returns its sequence number.
  @discardableResult
  package mutating func append(_ body: EntryBody) throws(StoreError) -> Int64 {
    let last = head.clock.last
    let entry = Entry(
      seq: head.size, ledger: head.ledger, recordedAt: now, author: capture.author,
      salt: capture.salt(), clock: head.clock.mark(now), body: body)
    writer.reset()
    body.encode(into: &writer)
    record.removeAll(keepingCapacity: true)
    frame(entry.clock).append(
      writer.bytes, body.kind, seq: entry.seq, salt: entry.salt, to: &record)
    try insert(record, seq: entry.seq)
    try projector.apply(entry, after: last)
    return entry.seq
  }

  private mutating func frame(_ clock: ClockMark?) -> RecordFrame {
    if let frame, frame.clock == clock { return frame.record }
    let record = RecordFrame(
      ledger: head.ledger, recordedAt: now, author: capture.author, clock: clock)
    frame = (record, clock)
    return record
  }

  /// Appends the bytes of a record as they are, for a ledger that is being restored.
  mutating func append(record: [UInt8], entry: Entry) throws(StoreError) {
    head.ledger = entry.ledger
    let last = head.clock.last
    _ = head.clock.mark(entry.recordedAt)
    try insert(record, seq: entry.seq)
    try projector.apply(entry, after: last)
  }

  /// Redacts an entry: its bytes go, its leaf hash stays, and all projections are made anew.
  package mutating func redact(_ seq: Int64, reason: String?) throws(StoreError) -> Int64 {
    let number = try append(.redaction(Redaction(entry: seq, reason: reason)))
    try database.execute("pragma secure_delete = on")
    try database.run("update entry set record = null where seq = $1", .integer(seq))
    try Rebuild.run(in: database)
    hasRedacted = true
    return number
  }

  private mutating func insert(_ record: [UInt8], seq: Int64) throws(StoreError) {
    let leaf = MerkleHash.leaf(record)
    try database.run(
      "insert into entry (seq, record, leaf) values ($1, $2, $3)",
      .integer(seq), .blob(record), .blob(leaf.bytes))
    head.frontier.append(leaf)
  }

  /// Stores where the ledger now ends.
  func finish() throws(StoreError) {
    guard head.size > first || first == 0 else { return }
    try head.save(in: database)
  }
}
