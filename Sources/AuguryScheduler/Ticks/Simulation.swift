package import Augury
package import AuguryStore

/// What is asked over a span of time, worked out from the entries without writing anything.
package struct Simulation: Sendable {
  /// What is asked about a question.
  package struct Item: Sendable {
    /// The question.
    package let question: Int64
    /// Why and when.
    package let ask: PlannedAsk
  }

  /// What is asked, in the order of time.
  package let items: [Item]
  /// How many questions were looked at.
  package let questions: Int

  /// Plays the schedule of a ledger over a span.
  ///
  /// A question that was entered after the span began is taken as entered when it was first asked or
  /// spoken about; what is decided, moved or put off counts from when it was recorded.
  ///
  /// - Parameters:
  ///   - snapshot: The state of the ledger.
  ///   - from: The first instant; what waits for a decision then is asked then.
  ///   - through: The last instant.
  ///   - now: The instant at which the clocks of entries are believed.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  /// - Throws: ``StoreError``, or what looking up a zone throws.
  package init(
    _ snapshot: Snapshot, from: Instant, through: Instant, now: Instant,
    zone: @escaping (String?) throws -> ZoneRules
  ) throws {
    var items: [Item] = []
    var questions = 0
    let reader = try TimelineReader(
      snapshot.ledger, through: snapshot.seq, at: max(now, through), zone: zone)
    for start in stride(from: 0, through: snapshot.seq, by: 16_384) {
      try reader.timelines(start...min(start + 16_383, snapshot.seq), asIfFrom: from) {
        question, timeline in
        questions += 1
        for ask in timeline.asks(from: from, through: through) {
          items.append(Item(question: question, ask: ask))
        }
      }
    }
    self.items = items.sorted {
      ($0.ask.asked, $0.ask.step.kind.rawValue, $0.question)
        < ($1.ask.asked, $1.ask.step.kind.rawValue, $1.question)
    }
    self.questions = questions
  }
}
