package import Augury

/// Why the looks at a rule fail.
package struct LookFault: Sendable, Equatable {
  /// When the first of the looks was that have failed in a row.
  package var since: Instant
  /// Why the last look failed, and what to do about it.
  package var reason: String
  /// What contradicted, in any of these looks, what the rule had found before.
  ///
  /// It stays until a look goes well: another reason to fail does not take it back.
  package var contradiction: String?
  /// When the keeper was last told of it.
  package var told: Instant

  /// Creates the fault of a rule.
  package init(since: Instant, reason: String, contradiction: String?, told: Instant) {
    self.since = since
    self.reason = reason
    self.contradiction = contradiction
    self.told = told
  }

  /// The reason, after it a contradiction that came before it, and what follows.
  package var words: String {
    guard let contradiction else { return reason }
    let before = reason.hasPrefix(contradiction) ? "" : " Before that: “\(contradiction)”"
    return "\(reason)\(before) Nothing is proposed meanwhile."
  }
}

/// The last look at the rule of a question.
package struct LastLook: Sendable, Equatable {
  /// When it was.
  package var at: Instant
  /// Why it failed; nothing where it went well.
  package var fault: LookFault?

  /// Creates a look.
  package init(at instant: Instant, fault: LookFault? = nil) {
    at = instant
    self.fault = fault
  }
}

extension LookBook {
  /// Returns the last look at a question's rule, if that rule was looked at.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - rule: The entry that gave it its rule.
  /// - Returns: The look; nothing where another rule was looked at, or none.
  /// - Throws: ``StoreError``.
  package func last(of question: Int64, by rule: Int64) throws(StoreError) -> LastLook? {
    // Opened for reading only, a ledger that an older program watched lacks the table.
    guard try Schema.holds("last_look", in: database) else { return nil }
    return try database.first(
      """
      select at, failing_since, reason, contradiction, told_at from last_look
      where question = $1 and rule = $2
      """, .integer(question), .integer(rule), make: LastLook.init)
  }

  /// Stores the last look at a question's rule.
  package func save(_ last: LastLook, of question: Int64, by rule: Int64) throws(StoreError) {
    try database.run(
      """
      insert or replace into last_look
        (question, rule, at, failing_since, reason, contradiction, told_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, .integer(question), .integer(rule), .integer(last.at.microseconds),
      .optional(last.fault?.since.microseconds), .optional(last.fault?.reason),
      .optional(last.fault?.contradiction), .optional(last.fault?.told.microseconds))
  }
}

extension LastLook {
  fileprivate init(_ row: Statement) {
    at = Instant(microseconds: row.integer(0))
    guard let since = row.optionalInteger(1), let told = row.optionalInteger(4) else { return }
    fault = LookFault(
      since: Instant(microseconds: since), reason: row.text(2), contradiction: row.optionalText(3),
      told: Instant(microseconds: told))
  }
}

/// Where the looks at a rule stand.
package struct RuleWatch: Sendable, Equatable {
  /// When it is looked at next; nothing before a pass of the scheduler has taken it in.
  package var next: Instant?
  /// The last look at it.
  package var last: LastLook?

  /// Creates where looks stand, by default before any.
  package init(next: Instant? = nil, last: LastLook? = nil) {
    self.next = next
    self.last = last
  }

  /// Why looks at it fail, if they do.
  package var fault: LookFault? { last?.fault }
}

extension Snapshot {
  /// Returns where the looks at a question's rule stand.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - rule: The entry that gave it its rule.
  ///   - instant: The instant that is looked from: what came later is left out.
  /// - Returns: When it is looked at next, and the last look.
  /// - Throws: ``StoreError``.
  package func watch(
    of question: Int64, by rule: Int64, at instant: Instant
  ) throws(StoreError) -> RuleWatch {
    guard let book = try NoticeBook(ledger).map(LookBook.init) else { return RuleWatch() }
    let state = try book.state(of: question)
    var watch = RuleWatch(next: state?.rule == rule ? state?.next : nil)
    if let last = try book.last(of: question, by: rule), last.fault?.since ?? last.at <= instant {
      watch.last = last
    }
    return watch
  }
}
