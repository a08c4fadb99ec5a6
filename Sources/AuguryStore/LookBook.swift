package import Augury

/// Where the looks at the rule of one question stand.
package struct LookState: Sendable, Equatable {
  /// The question.
  package var question: Int64
  /// The entry that gave it its rule.
  package var rule: Int64
  /// When to look next.
  package var next: Instant
  /// How many looks have failed since the last that did not.
  package var failures: Int
  /// What the next look is to be given of what this one saw.
  package var memory: String?

  /// Creates the state of a rule that was never looked at.
  package init(question: Int64, rule: Int64, next: Instant) {
    self.question = question
    self.rule = rule
    self.next = next
    failures = 0
  }
}

/// When the rules of questions are looked at; operational, as ``NoticeBook`` is.
package struct LookBook {
  let database: Database

  /// Opens the looks beside a book of notices.
  package init(_ book: NoticeBook) { database = book.database }

  /// Returns the looks that are to be made by an instant, the longest wait first.
  package func due(by now: Instant) throws(StoreError) -> [LookState] {
    try database.all(
      """
      select question, rule, next_at, failures, memory from look
      where next_at <= $1 order by next_at, question
      """, .integer(now.microseconds), make: LookState.init)
  }

  /// Returns the state of a question's looks.
  package func state(of question: Int64) throws(StoreError) -> LookState? {
    try database.first(
      "select question, rule, next_at, failures, memory from look where question = $1",
      .integer(question), make: LookState.init)
  }

  /// Returns the next instant at which any rule is to be looked at.
  package func next() throws(StoreError) -> Instant? {
    let next = try database.first("select min(next_at) from look") { $0.optionalInteger(0) }
    return (next ?? nil).map(Instant.init)
  }

  /// Stores the state of a question's looks.
  package func save(_ state: LookState) throws(StoreError) {
    try database.run(
      """
      insert into look (question, rule, next_at, failures, memory) values ($1, $2, $3, $4, $5)
      on conflict (question) do update set rule = excluded.rule, next_at = excluded.next_at,
        failures = excluded.failures, memory = excluded.memory
      """, .integer(state.question), .integer(state.rule), .integer(state.next.microseconds),
      .integer(Int64(state.failures)), .optional(state.memory))
  }

  /// Has just the rules of some questions looked at: new ones at once, others as they stand.
  ///
  /// What was seen goes along with its rule to the question that its own is merged into.
  package func follow(
    _ rules: [(question: Int64, rule: Int64)], at now: Instant
  ) throws(StoreError) {
    for (question, rule) in rules where try state(of: question)?.rule != rule {
      try forget(question)
      for table in ["last_look", "look"] {
        try database.run(
          "update \(table) set question = $1 where rule = $2", .integer(question), .integer(rule))
      }
      if database.changes == 0 {
        try save(LookState(question: question, rule: rule, next: now))
      }
    }
    let kept = Set(rules.map(\.question))
    for question in try database.all("select question from look", make: { $0.integer(0) })
    where !kept.contains(question) {
      try forget(question)
    }
  }

  private func forget(_ question: Int64) throws(StoreError) {
    try database.run("delete from last_look where question = $1", .integer(question))
    try database.run("delete from look where question = $1", .integer(question))
  }
}

extension LookState {
  fileprivate init(_ row: Statement) {
    question = row.integer(0)
    rule = row.integer(1)
    next = Instant(microseconds: row.integer(2))
    failures = Int(row.integer(3))
    memory = row.optionalText(4)
  }
}

extension Snapshot {
  /// Returns how chances fall on those questions for which that was set, by their numbers.
  package func hazards() throws(StoreError) -> [Int64: HazardChoice] {
    let sql = "select distinct subject from act where kind = 'schedule' and \(Snapshot.stands())"
    var hazards: [Int64: HazardChoice] = [:]
    for subject in try database.all(sql, .integer(seq), make: { $0.integer(0) }) {
      let question = try canonical(subject)
      hazards[question] = try scheduling(of: question)?.hazard
    }
    return hazards
  }
}
