package import Augury
package import AuguryStore

/// What one look at a rule came to.
package struct RuleLook: Sendable {
  /// The question.
  package let question: Identifier
  /// What was found, in words; nothing where nothing new was.
  package let finding: String?
  /// Whether an outcome was recorded.
  package let isDecided: Bool
  /// Why the look failed, where that is to be told: another reason than the last time, or one that
  /// has gone on for long.
  package let failure: String?
  /// Whether it is the first look to go well after one that failed.
  package let isMended: Bool

  /// Creates what a look came to.
  init(
    _ question: Identifier, finding: String? = nil, isDecided: Bool = false,
    failure: String? = nil, isMended: Bool = false
  ) {
    self.question = question
    self.finding = finding
    self.isDecided = isDecided
    self.failure = failure
    self.isMended = isMended
  }
}

/// Looks at the rules of open questions when it is time to, and records what they find.
///
/// What a rule finds is recorded as a review, once; only an automatic rule that was approved on this
/// machine records the outcome too, in the same transaction. A source that fails is tried again later, and nothing is taken for
/// granted meanwhile.
package struct RuleLooks {
  private let ledger: Ledger
  private let capture: Capture
  private let runner: RuleRunner
  private let zone: (String?) throws -> ZoneRules

  /// Creates looks at the rules of a ledger.
  package init(
    _ ledger: Ledger, _ capture: Capture, _ runner: RuleRunner,
    zone: @escaping (String?) throws -> ZoneRules
  ) {
    self.ledger = ledger
    self.capture = capture
    self.runner = runner
    self.zone = zone
  }

  /// Takes in what rules there are now, and looks at those whose time has come.
  ///
  /// - Parameter isFollowed: Whether the rules are as they were at the last pass.
  /// - Returns: What came of each look that says something.
  /// - Throws: ``StoreError``, or what looking up a zone throws; what a source does throws nothing.
  package func run(isFollowed: Bool) throws -> [RuleLook] {
    let now = capture.clock()
    if !isFollowed { try follow(at: now) }
    let due = try ledger.read { () throws -> [LookState] in
      guard let book = try NoticeBook(ledger) else { return [] }
      return try LookBook(book).due(by: now)
    }
    return try due.compactMap { try look($0, at: now) }
  }

  private func follow(at now: Instant) throws {
    let rules = try ledger.read { () throws -> [(question: Int64, rule: Int64)] in
      let snapshot = try ledger.now()
      return try snapshot.questionsWithRules().compactMap { question in
        guard let rule = try snapshot.rule(of: question),
          try snapshot.question(question)?.outcome == nil
        else { return nil }
        return (question, rule.seq)
      }
    }
    let isKnown = try ledger.read { try NoticeBook(ledger) != nil }
    guard isKnown || !rules.isEmpty else { return }
    try ledger.write(capture) { _ in
      let book = LookBook(try NoticeBook(making: ledger))
      try book.follow(rules, at: now)
      // A look is never further ahead than its own interval, unless the clock was.
      for state in try book.due(by: Instant(microseconds: .max)) {
        guard let rule = try ledger.now().rule(of: state.question)?.rule else { continue }
        let latest = RuleRetry.next(after: 0, at: now, everyHours: rule.everyHours)
        guard state.next > latest else { continue }
        var state = state
        state.next = now
        try book.save(state)
      }
    }
  }

  private func look(_ state: LookState, at now: Instant) throws -> RuleLook? {
    let known = try ledger.read { () throws -> (Rule, RuleQuestion, Question)? in
      let snapshot = try ledger.now()
      guard let rule = try snapshot.rule(of: state.question), rule.seq == state.rule,
        let record = try snapshot.question(state.question), record.outcome == nil,
        let question = try snapshot.fullQuestion(state.question)
      else { return nil }
      let names = [record.due?.zone].compactMap(\.self)
      let zones = Zones(
        ledger: try zone(nil),
        named: Dictionary(try names.map { ($0, try zone($0)) }, uniquingKeysWith: { $1 }))
      guard let facts = try snapshot.ruleQuestion(state.question, zones: zones) else { return nil }
      return (rule.rule, facts, question)
    }
    guard let (rule, facts, question) = known else { return nil }
    let fault = try ledger.read {
      try NoticeBook(ledger).map(LookBook.init)?.last(of: state.question, by: state.rule)?.fault
    }
    var next = state
    do {
      let report = try runner.look(
        rule, facts, at: now, memory: state.memory.flatMap(RuleMemory.init))
      next.failures = 0
      next.memory = report.memory?.text
      next.next = RuleRetry.next(after: 0, at: now, everyHours: rule.everyHours)
      return try record(
        report, question, next, isAutomatic: rule.isAutomatic && runner.isApproved(rule),
        isMended: fault != nil, at: now)
    } catch let error as RuleError {
      next.failures = error.isPassing ? state.failures + 1 : 0
      next.next = RuleRetry.next(after: next.failures, at: now, everyHours: rule.everyHours)
      let fault = LookFault(error, after: fault, at: now)
      try ledger.write(capture) { _ in try save(next, LastLook(at: now, fault: fault)) }
      return fault.telling(at: now).map { RuleLook(question.id, failure: $0) }
    }
  }

  private func save(_ state: LookState, _ last: LastLook) throws {
    let book = LookBook(try NoticeBook(making: ledger))
    try book.save(state)
    try book.save(last, of: state.question, by: state.rule)
  }

  private func record(
    _ report: RuleReport, _ question: Question, _ next: LookState, isAutomatic: Bool,
    isMended: Bool, at now: Instant
  ) throws -> RuleLook? {
    try ledger.write(capture) { writer in
      try save(next, LastLook(at: now))
      let nothing = isMended ? RuleLook(question.id, isMended: true) : nil
      let snapshot = try ledger.now()
      // Another may have decided or changed it while the source was read.
      guard let review = report.review(of: question.id, at: now),
        try snapshot.rule(of: next.question)?.seq == next.rule,
        try snapshot.question(next.question)?.outcome == nil
      else { return nothing }
      let isNew = try !snapshot.reviews(of: next.question).contains { entry in
        guard case .review(let known) = entry.body, entry.seq > next.rule else { return false }
        return known.proposal == review.proposal && known.finding == review.finding
      }
      if isNew { try writer.append(.review(review)) }
      guard isAutomatic, let outcome = review.proposal else {
        return isNew ? RuleLook(question.id, finding: review.finding, isMended: isMended) : nothing
      }
      try writer.append(
        .resolution(
          Resolution(
            id: writer.identifier(.resolution), question: question.id, outcome: outcome,
            known: review.known, evidence: review.evidence, decidedBy: "its rule",
            reason: review.finding)))
      return RuleLook(question.id, finding: review.finding, isDecided: true, isMended: isMended)
    }
  }
}
