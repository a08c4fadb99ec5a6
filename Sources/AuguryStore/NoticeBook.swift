package import Augury

/// Where the scheduler stands.
package struct SchedulerState: Sendable, Equatable {
  /// When it was first run: nothing is asked for the time before.
  package var began: Instant
  /// The last entry that it has taken in; -1 when it must look at all questions.
  package var cursor: Int64
  /// The last instant through which it has decided.
  package var through: Instant

  /// Creates a state.
  package init(began: Instant, cursor: Int64, through: Instant) {
    self.began = began
    self.cursor = cursor
    self.through = through
  }
}

/// A recorded decision to ask about a question.
package struct Notice: Sendable, Equatable {
  /// Its place in the order of decisions.
  package let number: Int64
  /// The question.
  package let question: Int64
  /// Why, and the instant that gives the reason: with the question, the key.
  package let step: ScheduleStep
  /// When it was to be asked.
  package let asked: Instant
  /// When it was decided, by the machine's clock then.
  package let decided: Instant
}

/// What the clock did between two looks.
package enum ClockJump: String, Sendable {
  /// It went back by more than a day.
  case back
  /// It went on by more than a day: it jumped, or nothing ran.
  case ahead
}

/// The scheduler's own tables: appointments, notices and where it stands.
///
/// They are no projections: `rebuild` leaves them alone, so that nobody is told anything again.
package struct NoticeBook {
  let database: Database

  /// Opens the tables of a ledger; nothing where it has none yet.
  package init?(_ ledger: Ledger) throws(StoreError) {
    guard try Schema.hasOperational(ledger.database) else { return nil }
    database = ledger.database
  }

  /// Opens the tables of a ledger that is held for writing, and makes them where it has none.
  package init(making ledger: Ledger) throws(StoreError) {
    try Schema.makeOperational(ledger.database)
    database = ledger.database
  }

  /// Returns where the scheduler stands; nothing before it first ran.
  package func state() throws(StoreError) -> SchedulerState? {
    try database.first("select began, cursor, through from scheduler") {
      SchedulerState(
        began: Instant(microseconds: $0.integer(0)), cursor: $0.integer(1),
        through: Instant(microseconds: $0.integer(2)))
    }
  }

  /// Stores where the scheduler stands.
  package func save(_ state: SchedulerState) throws(StoreError) {
    try database.run(
      """
      insert into scheduler (one, began, cursor, through) values (1, $1, $2, $3)
      on conflict (one) do update set began = excluded.began, cursor = excluded.cursor,
        through = excluded.through
      """, .integer(state.began.microseconds), .integer(state.cursor),
      .integer(state.through.microseconds))
  }

  /// Returns the next instant at which anything is to be asked; nothing where nothing is.
  package func nextAppointment() throws(StoreError) -> Instant? {
    let next = try database.first("select min(at) from appointment") { $0.optionalInteger(0) }
    return (next ?? nil).map(Instant.init)
  }

  /// Returns questions of which something is to be asked by an instant, in the order of numbers.
  package func questions(dueBy now: Instant, limit: Int) throws(StoreError) -> [Int64] {
    try database.all(
      "select question from appointment where at <= $1 order by at, question limit \(limit)",
      .integer(now.microseconds)
    ) { $0.integer(0) }.sorted()
  }

  /// Stores when a question is next asked about, or that it is not.
  package func appoint(_ question: Int64, at instant: Instant?) throws(StoreError) {
    guard let instant else {
      return try database.run("delete from appointment where question = $1", .integer(question))
    }
    try database.run(
      """
      insert into appointment (question, at) values ($1, $2)
      on conflict (question) do update set at = excluded.at
      """, .integer(question), .integer(instant.microseconds))
  }

  /// Records the decision to ask, under its key.
  ///
  /// - Returns: The notice's number; nothing when it was recorded before, unless the clock had run
  ///   ahead then.
  package func record(
    _ ask: PlannedAsk, about question: Int64, decided now: Instant
  ) throws(StoreError) -> Int64? {
    let statement = try database.statement(
      """
      insert into notice (question, kind, due, asked, decided_at) values ($1, $2, $3, $4, $5)
      on conflict (question, kind, due) do update
        set early = 0, asked = excluded.asked, decided_at = excluded.decided_at where early = 1
      returning number
      """)
    statement.bind([
      .integer(question), .text(ask.step.kind.rawValue), .integer(ask.step.at.microseconds),
      .integer(ask.asked.microseconds), .integer(now.microseconds),
    ])
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Returns whether the decision to ask is on record and counts.
  package func isRecorded(_ ask: PlannedAsk, about question: Int64) throws(StoreError) -> Bool {
    try database.first(
      "select 1 from notice where question = $1 and kind = $2 and due = $3 and early = 0",
      .integer(question), .text(ask.step.kind.rawValue), .integer(ask.step.at.microseconds)
    ) { _ in true } ?? false
  }

  /// Has what was decided for later than an instant asked again when its time comes.
  ///
  /// - Returns: How many notices that are.
  package func rearm(after instant: Instant) throws(StoreError) -> Int {
    try database.run(
      "update notice set early = 1 where asked > $1 and early = 0",
      .integer(instant.microseconds))
    return database.changes
  }

  /// Records what the clock did.
  package func note(
    _ jump: ClockJump, from before: Instant, to now: Instant
  ) throws(StoreError) {
    try database.run(
      "insert into clock_jump (before, after, mark) values ($1, $2, $3)",
      .integer(before.microseconds), .integer(now.microseconds), .text(jump.rawValue))
  }

  /// Returns what the clock did, the oldest first.
  package func jumps() throws(StoreError) -> [(mark: ClockJump, before: Instant, after: Instant)] {
    try database.all("select mark, before, after from clock_jump order by number") {
      (row) throws(StoreError) in
      guard let mark = ClockJump(rawValue: row.text(0)) else {
        throw .damaged("a jump of the clock has no mark")
      }
      return (mark, Instant(microseconds: row.integer(1)), Instant(microseconds: row.integer(2)))
    }
  }

  /// Returns all notices in the order of decision.
  package func notices() throws(StoreError) -> [Notice] {
    try database.all(
      "select number, question, kind, due, asked, decided_at from notice order by number",
      make: Notice.init)
  }
}

extension Notice {
  /// Reads the columns `number, question, kind, due, asked, decided_at`.
  init(_ row: Statement) throws(StoreError) {
    guard let kind = OccasionKind(rawValue: row.text(2)) else {
      throw .damaged("notice \(row.integer(0)) has no kind")
    }
    number = row.integer(0)
    question = row.integer(1)
    step = ScheduleStep(kind, at: Instant(microseconds: row.integer(3)))
    asked = Instant(microseconds: row.integer(4))
    decided = Instant(microseconds: row.integer(5))
  }
}
