package import Augury

extension NoticeBook {
  /// Takes a question out that is no longer to be asked about.
  package func forget(_ question: Int64) throws(StoreError) {
    try appoint(question, at: nil)
    try set(question, waits: false)
  }

  /// Stores whether a question waits for a decision.
  package func set(_ question: Int64, waits: Bool) throws(StoreError) {
    try database.run(
      waits
        ? "insert into waiting (question) values ($1) on conflict (question) do nothing"
        : "delete from waiting where question = $1",
      .integer(question))
  }

  /// Returns the questions that can wait for a decision at an instant: those that waited at the last
  /// pass, those asked about since, and those that entries since are about.
  ///
  /// - Parameters:
  ///   - ledger: The ledger that the tables are in.
  ///   - last: The last entry that counts.
  ///   - instant: The instant.
  /// - Returns: The numbers, ascending; nothing where that may be any question: the last pass was
  ///   later than the instant or the entry, or is too long ago.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func questionsThatMayWait(
    in ledger: Ledger, through last: Int64, at instant: Instant
  ) throws(StoreError) -> [Int64]? {
    guard let changed = try questionsThatMayBeAsked(in: ledger, through: last, at: instant) else {
      return nil
    }
    let waiting = try database.all("select question from waiting") { $0.integer(0) }
    return Set(waiting).union(changed).sorted()
  }

  /// Returns the questions about which something can be asked between the last pass and an instant:
  /// those whose appointment has come, and those that entries since are about.
  ///
  /// - Parameters:
  ///   - ledger: The ledger that the tables are in.
  ///   - last: The last entry that counts.
  ///   - instant: The instant.
  /// - Returns: The numbers, ascending; nothing where that may be any question: the last pass was
  ///   later than the instant or the entry, or is too long ago.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func questionsThatMayBeAsked(
    in ledger: Ledger, through last: Int64, at instant: Instant
  ) throws(StoreError) -> [Int64]? {
    guard let state = try state(), state.through <= instant,
      (0...max(0, last)).contains(state.cursor), try Schema.holds("waiting", in: database)
    else { return nil }
    var found = Set(try questions(dueBy: instant, limit: .max))
    if state.cursor < last {
      guard let touched = try ledger.questions(touchedBy: state.cursor + 1, through: last) else {
        return nil
      }
      found.formUnion(touched)
    }
    return found.sorted()
  }

  /// Returns appointments after one instant and not after another, the first ones in the order of
  /// time.
  package func appointments(
    after first: Instant, through last: Instant = Instant(microseconds: .max), limit: Int = .max
  ) throws(StoreError) -> [(question: Int64, at: Instant)] {
    try database.all(
      """
      select question, at from appointment where at > $1 and at <= $2
      order by at, question limit \(limit)
      """, .integer(first.microseconds), .integer(last.microseconds)
    ) { ($0.integer(0), Instant(microseconds: $0.integer(1))) }
  }
}
