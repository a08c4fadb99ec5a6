package import Augury

// How a question is watched, and what was found about it. What was said of any of the questions
// that are merged with it counts.
extension Snapshot {
  /// Returns the settings of a question that stand last; nothing where none were ever recorded.
  package func scheduling(of question: Int64) throws(StoreError) -> Scheduling? {
    guard case .schedule(let scheduling) = try last(.schedule, of: question)?.body else {
      return nil
    }
    return scheduling
  }

  /// Returns the snooze of a question that stands last, with when it was recorded.
  ///
  /// One without a day has ended the snooze before it.
  package func snooze(
    of question: Int64
  ) throws(StoreError) -> (snooze: Snooze, recorded: Instant)? {
    guard let entry = try last(.snooze, of: question), case .snooze(let snooze) = entry.body else {
      return nil
    }
    return (snooze, entry.recordedAt)
  }

  /// Returns the rule of a question, with the number of its entry and when it was recorded; nothing
  /// where it has none or has lost it.
  package func rule(
    of question: Int64
  ) throws(StoreError) -> (rule: Rule, seq: Int64, recorded: Instant)? {
    guard let entry = try last(.rule, of: question), case .rule(let change) = entry.body,
      let rule = change.rule
    else { return nil }
    return (rule, entry.seq, entry.recordedAt)
  }

  /// Returns the reviews of a question, oldest first.
  package func reviews(of question: Int64) throws(StoreError) -> [Entry] {
    var numbers: [Int64] = []
    for member in try family(question) {
      numbers += try database.all(
        "select number from act where subject = $2 and kind = 'review' and \(Snapshot.stands())",
        .integer(seq), .integer(member), make: { $0.integer(0) })
    }
    var entries: [Entry] = []
    for number in numbers.sorted() {
      if let entry = try ledger.entry(number) { entries.append(entry) }
    }
    return entries
  }

  /// The standing questions that rules were ever set for, as SQL.
  package static let ruledQuestions = """
    select distinct a.subject from act a join question q on q.number = a.subject
    where a.kind = 'rule' and \(stands("a")) and \(stands("q"))
    """

  /// Returns the numbers of all standing questions that have a rule, in order.
  package func questionsWithRules() throws(StoreError) -> [Int64] {
    var found: Set<Int64> = []
    for number in try database.all(
      Snapshot.ruledQuestions, .integer(seq), make: { $0.integer(0) })
    {
      found.insert(try canonical(number))
    }
    var numbers: [Int64] = []
    for number in found.sorted() where try rule(of: number) != nil {
      numbers.append(number)
    }
    return numbers
  }

  /// The last standing act of a kind upon a question or one that is merged with it.
  private func last(_ kind: EntryKind, of question: Int64) throws(StoreError) -> Entry? {
    var last: Int64?
    for member in try family(question) {
      let found = try database.first(
        """
        select max(number) from act where subject = $2 and kind = $3 and \(Snapshot.stands())
        """, .integer(seq), .integer(member), .text(kind.rawValue),
        make: { $0.optionalInteger(0) })
      if let number = found ?? nil { last = max(last ?? number, number) }
    }
    guard let last else { return nil }
    return try ledger.entry(last)
  }
}
