package import Augury
internal import AuguryRendering
package import AuguryStore

/// Makes what is to be asked readable, from a state of a ledger at an instant.
package struct AgendaMaker {
  private let snapshot: Snapshot
  private let instant: Instant
  private let zone: (String?) throws -> ZoneRules

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - snapshot: The state of the ledger.
  ///   - instant: The instant that statuses are judged at.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  package init(
    _ snapshot: Snapshot, at instant: Instant, zone: @escaping (String?) throws -> ZoneRules
  ) {
    self.snapshot = snapshot
    self.instant = instant
    self.zone = zone
  }

  /// Returns what is asked about questions, with what a person needs to answer.
  ///
  /// - Parameter asks: What is asked, each with the number of its question.
  /// - Returns: The items in the same order, without those whose question no longer stands.
  /// - Throws: ``StoreError``, or what looking up a zone throws.
  package func items(_ asks: [(question: Int64, ask: PlannedAsk)]) throws -> [AgendaItem] {
    let reader = try TimelineReader(
      snapshot.ledger, through: snapshot.seq, after: snapshot.seq, at: instant, zone: zone)
    var waits: [Int64: OccasionKind] = [:]
    let questions = Set(try asks.map { try snapshot.canonical($0.question) })
    try reader.timelines(of: questions.sorted()) { question, timeline in
      waits[question] = timeline.facts?.standing(at: instant)?.kind
    }
    return try asks.compactMap { number, ask in
      try item(ask, about: number, waits: waits[try snapshot.canonical(number)])
    }
  }

  private func item(
    _ ask: PlannedAsk, about number: Int64, waits: OccasionKind?
  ) throws -> AgendaItem? {
    guard let record = try snapshot.question(try snapshot.canonical(number)) else { return nil }
    let status = try record.status(at: instant, zone)
    let reviews = try snapshot.reviews(of: record.number)
    var item = AgendaItem(
      occasion: Occasion(
        question: try snapshot.id(of: number), kind: ask.step.kind, due: ask.step.at),
      asked: ask.asked, text: record.text, deadline: record.due, status: status, waits: waits)
    item.goesByWindows = record.due != record.deadline
    if ask.step.kind == .generous, case .notSeen(let day)? = record.outcome,
      try zone(record.due?.zone).endOfDay(day) < ask.step.at
    {
      item.isSettled = false
    }
    item.evidence = reviews.compactMap { entry in
      guard case .review(let review) = entry.body else { return nil }
      return "\(review.looked.civilDate): \(review.finding)"
    }
    guard record.decision == nil else { return item }
    let rule = try snapshot.rule(of: record.number)?.seq
    let fault = try rule.flatMap {
      try snapshot.watch(of: record.number, by: $0, at: instant).fault
    }
    if let fault {
      item.evidence.append("its rule has failed since \(fault.since.civilDate): \(fault.words)")
    }
    item.proposal =
      try found(reviews, by: rule, fault) ?? silence(record, status, reviews, fault)
    return item
  }

  /// What the rule that stands found last, unless its source has said something else since.
  ///
  /// A rule that was dropped or replaced proposes nothing any more; what it found is evidence.
  private func found(_ reviews: [Entry], by rule: Int64?, _ fault: LookFault?) -> Proposal? {
    guard let rule, fault?.contradiction == nil else { return nil }
    for entry in reviews.reversed() where entry.seq > rule {
      guard case .review(let review) = entry.body, let outcome = review.proposal else { continue }
      return Proposal(
        outcome, reason: review.finding, known: review.known, evidence: review.evidence)
    }
    return nil
  }

  /// What follows from silence when the time of grace has passed: nothing where the rule cannot
  /// look, or where an outcome was ever found.
  private func silence(
    _ record: QuestionRecord, _ status: Status, _ reviews: [Entry], _ fault: LookFault?
  ) throws -> Proposal? {
    let isSilent = !reviews.contains { entry in
      if case .review(let review) = entry.body { review.proposal != nil } else { false }
    }
    guard isSilent, fault == nil, status == .overdue, record.kind == .binary,
      let day = record.due?.day
    else { return nil }
    let isHidden = try snapshot.scheduling(of: record.number)?.isHidden ?? false
    return isHidden
      ? Proposal(.ambiguous, reason: "it could have happened unseen, and nothing was found")
      : Proposal(.notSeen(through: day), reason: "it would have been seen, and nothing was")
  }

  /// What is left of each source's last word on a question, as lines of words; three at most.
  private func chances(_ number: Int64) throws -> [String] {
    let hazard = try snapshot.scheduling(of: number)?.hazard ?? .constant
    let found = try snapshot.reevaluations(of: number, at: instant, hazard: hazard) { names in
      let named = try Set(names.compactMap(\.self)).map { ($0, try zone($0)) }
      return Zones(
        ledger: try zone(nil), named: Dictionary(named, uniquingKeysWith: { $1 }))
    }
    let lines = try found.prefix(3).map { left in
      let name = try snapshot.source(try snapshot.canonical(left.source))?.source.name ?? "?"
      return "\(name): \(ReevaluationWords(left).sentence)"
    }
    return lines + (found.count > 3 ? ["\(found.count - 3) more sources: `augury show`"] : [])
  }

  /// Returns the agenda: what waits for a decision, and what comes next.
  ///
  /// - Parameters:
  ///   - zoneName: The zone that days are counted in.
  ///   - horizon: Through when what comes next is listed.
  ///   - limit: How many items of each part are made at most; nothing for all.
  ///   - showsChances: Whether items say what is left of the sources' last words.
  ///   - isWanted: Whether a question is to be listed, by its number.
  /// - Returns: The agenda, and how many items each part would have without the limit.
  /// - Throws: ``StoreError``, or what looking up a zone throws.
  package func agenda(
    in zoneName: String, through horizon: Instant, limit: Int?, showsChances: Bool = false,
    _ isWanted: (Int64) -> Bool = { _ in true }
  ) throws -> (agenda: Agenda, now: Int, next: Int) {
    let asks = try AgendaAsks(
      snapshot, at: instant, through: horizon, limit: limit, zone: zone, isWanted)
    func items(_ asks: [AgendaAsks.Ask]) throws -> [AgendaItem] {
      try asks.prefix(limit ?? .max).compactMap { ask in
        guard var item = try item(ask.ask, about: ask.question, waits: ask.waits) else {
          return nil
        }
        if showsChances { item.chances = try chances(ask.question) }
        return item
      }
    }
    let agenda = Agenda(
      instant: instant, zone: zoneName, now: try items(asks.now), next: try items(asks.next))
    return (agenda, asks.now.count, asks.nextCount)
  }
}
