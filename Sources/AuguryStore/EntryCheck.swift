internal import Augury

/// Walks all entries and derives leaves, tree, clock and projections from their bytes.
struct EntryCheck {
  private let database: Database
  private let ledger: String
  private let kept: Root?
  private var result = Verification(root: Root(size: 0, hash: .emptyRoot))
  private var frontier = MerkleFrontier()
  private var clock = LedgerClock()
  private var zone: String?
  /// Whether the clock follows from the entries: after one without bytes it does not, until an
  /// entry without a mark.
  private var isClockSure = true
  private var named: Set<Int64> = []
  private var replay: Replay
  /// Whether the projections could be derived so far.
  private(set) var isReplayed = true

  init(_ database: Database, ledger: String, kept: Root?, replay: Replay) {
    self.database = database
    self.replay = replay
    self.ledger = ledger
    self.kept = kept
  }

  mutating func run() throws(StoreError) -> Verification {
    let statement = try database.prepare("select seq, record, leaf from entry order by seq")
    while try statement.step() {
      let seq = statement.integer(0)
      let expected = Int64(frontier.size)
      guard seq == expected else {
        report(expected, "Entry #\(expected) is missing; #\(seq) stands in its place.")
        break
      }
      let stored = statement.withBlob(2) { MerkleHash(bytes: $0) }
      if statement.isNull(1) {
        result.redacted.append(seq)
        isClockSure = false
        frontier.append(stored ?? .emptyRoot)
      } else {
        check(statement.blob(1), seq, stored)
      }
      if Int64(frontier.size) == kept?.size { compare(kept) }
    }
    result.root = Root(size: Int64(frontier.size), hash: frontier.root)
    for seq in result.redacted where !named.contains(seq) {
      report(seq, "Entry #\(seq) has lost its bytes, and no redaction names it.")
    }
    if let kept, kept.size > result.root.size {
      report(
        nil, "The ledger has \(result.root.size) entries; the root kept elsewhere has \(kept.size)."
      )
    }
    derive { (replay) throws(StoreError) in try replay.finish() }
    try compareHead()
    return result
  }

  /// Goes on deriving the projections, until that fails.
  private mutating func derive(_ step: (inout Replay) throws(StoreError) -> Void) {
    guard isReplayed else { return }
    do {
      try step(&replay)
    } catch {
      isReplayed = false
      report(nil, "The projections cannot be derived: \(error.what)")
    }
  }

  private mutating func check(_ record: [UInt8], _ seq: Int64, _ stored: MerkleHash?) {
    result.checked += 1
    let leaf = MerkleHash.leaf(record)
    frontier.append(leaf)
    if leaf != stored { report(seq, "The bytes of entry #\(seq) do not have its leaf hash.") }
    let entry: Entry
    do {
      entry = try Ledger.decode(record, seq: seq)
    } catch {
      report(seq, error.what)
      derive { (_) throws(StoreError) in throw error }
      return
    }
    derive { (replay) throws(StoreError) in try replay.apply(entry) }
    if entry.ledger != ledger { report(seq, "Entry #\(seq) belongs to another ledger.") }
    checkClock(entry)
    if case .ledger(let zone) = entry.body, seq == 0 { self.zone = zone }
    result.marked[seq] = entry.clock
    if case .redaction(let redaction) = entry.body { named.insert(redaction.entry) }
    for document in entry.body.documents where result.documents[document.sha256] == nil {
      result.documents[document.sha256] = seq
    }
  }

  private mutating func checkClock(_ entry: Entry) {
    if isClockSure {
      guard clock.mark(entry.recordedAt) != entry.clock else { return }
      report(
        entry.seq,
        "The clock mark of entry #\(entry.seq) is not what its time and those before it give.")
    } else {
      isClockSure = entry.clock == nil
      clock = LedgerClock(
        last: entry.recordedAt, lastSteady: isClockSure ? entry.recordedAt : nil,
        lastMark: entry.clock)
    }
  }

  private mutating func compare(_ kept: Root?) {
    guard let kept, frontier.root != kept.hash else { return }
    report(
      nil,
      "The first \(kept.size) entries have another root hash than the one kept elsewhere: at least "
        + "one of them was changed.")
  }

  private mutating func compareHead() throws(StoreError) {
    let heads = try database.first("select count(*) from head", make: { $0.integer(0) })
    var head: Head
    do { head = try Head(in: database) } catch {
      report(nil, error.what)
      return
    }
    if head.frontier != frontier || heads != 1 {
      report(nil, "The stored frontier of \(head.size) entries is not the one their bytes give.")
    }
    if head.ledger != ledger { report(nil, "The stored identifier is not the entries' own.") }
    if let zone, head.zone != zone { report(nil, "The stored zone is not the first entry's.") }
    if !isClockSure { clock.lastSteady = head.clock.lastSteady }
    if head.clock != clock {
      report(nil, "The stored clock is not the one the entries give.")
    }
    head.frontier = frontier
  }

  private mutating func report(_ entry: Int64?, _ what: String) {
    guard result.findings.count < 100 else { return }
    result.findings.append(Finding(entry: entry, what: what))
  }
}

extension EntryBody {
  /// The archived documents that the entry names.
  var documents: [Document] {
    switch self {
    case .forecast(let forecast): forecast.citations.compactMap(\.document)
    case .resolution(let resolution): resolution.evidence.compactMap(\.document)
    case .review(let review): review.evidence.compactMap(\.document)
    default: []
    }
  }
}

extension Evidence {
  /// The document, where it is one.
  fileprivate var document: Document? {
    if case .document(let document) = self { document } else { nil }
  }
}
