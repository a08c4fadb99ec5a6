internal import Augury
internal import AuguryStore

/// What waits for a decision at an instant, and what is asked next, in the order of time.
struct AgendaAsks {
  /// An ask with the number of its question, and why that waits for a decision then.
  typealias Ask = (question: Int64, ask: PlannedAsk, waits: OccasionKind?)

  /// What waits.
  private(set) var now: [Ask] = []
  /// What comes next, or the first of it.
  private(set) var next: [Ask] = []
  /// How much comes next in all.
  private(set) var nextCount = 0

  private let reader: TimelineReader
  private let snapshot: Snapshot
  private let instant: Instant
  private let horizon: Instant

  /// Finds the asks of a ledger.
  ///
  /// Where the scheduler has been run, only questions are looked at that can wait or come next by
  /// its appointments, else all.
  ///
  /// - Parameters:
  ///   - snapshot: The state of the ledger.
  ///   - instant: The instant.
  ///   - horizon: Through when what comes next is found.
  ///   - limit: How much of what comes next is worked out; nothing for all.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  ///   - isWanted: Whether a question counts, by its number.
  /// - Throws: ``StoreError``, or what looking up a zone throws.
  init(
    _ snapshot: Snapshot, at instant: Instant, through horizon: Instant, limit: Int?,
    zone: @escaping (String?) throws -> ZoneRules, _ isWanted: (Int64) -> Bool
  ) throws {
    self.snapshot = snapshot
    self.instant = instant
    self.horizon = horizon
    reader = try TimelineReader(
      snapshot.ledger, through: snapshot.seq, after: snapshot.seq, at: instant, zone: zone)
    if let book = try NoticeBook(snapshot.ledger),
      let changed = try book.questionsThatMayWait(
        in: snapshot.ledger, through: snapshot.seq, at: instant)
    {
      try findByAppointments(book, changed, limit, isWanted)
    } else {
      try reader.allTimelines { number, timeline in
        if isWanted(number) { take(number, timeline) }
      }
      nextCount = next.count
    }
    now.sort(by: AgendaAsks.comesBefore)
    next.sort(by: AgendaAsks.comesBefore)
  }

  private mutating func findByAppointments(
    _ book: NoticeBook, _ changed: [Int64], _ limit: Int?, _ isWanted: (Int64) -> Bool
  ) throws {
    let looked = Set(changed)
    try reader.timelines(of: changed.filter(isWanted)) { take($0, $1) }
    let others = try book.appointments(after: instant, through: horizon).filter {
      isWanted($0.question) && !looked.contains($0.question)
    }
    nextCount = next.count + others.count
    // Those with appointments are in the order of time, so that the first of them are enough.
    let first = others.prefix(limit ?? .max).map(\.question).sorted()
    try reader.timelines(of: first) { take($0, $1) }
  }

  private mutating func take(_ number: Int64, _ timeline: QuestionTimeline) {
    guard let facts = timeline.facts else { return }
    if let standing = facts.standing(at: instant) {
      now.append((number, PlannedAsk(standing, asked: standing.at), standing.kind))
    } else if case .ask(let ask) = Schedule.next(facts, after: instant), ask.asked <= horizon {
      next.append((number, ask, facts.standing(at: ask.asked)?.kind))
    }
  }

  private static func comesBefore(_ one: Ask, _ other: Ask) -> Bool {
    (one.ask.asked, one.question) < (other.ask.asked, other.question)
  }
}
