package import Augury

/// A question as a row of a list shows it.
package struct QuestionRecord: Sendable {
  package let number: Int64
  package let kind: QuestionKind
  package let text: String
  package let deadline: Deadline?
  /// The last day of the widest window among its forecasts, where it has no deadline of its own.
  package let window: CivilDate?
  /// The last day of its deadline and its forecasts' windows, where its outcome is that it was not
  /// seen through an earlier day: that decides what ended by then and leaves the question itself open.
  package let openThrough: CivilDate?
  package let event: String?
  /// How often its criteria or deadline were moved.
  package let moves: Int
  /// What its last standing resolution found.
  package let outcome: Outcome?
  /// When that became known, where the resolution says so.
  package let known: CivilDate?
  /// The number of that resolution.
  package let resolution: Int64?
  /// Days of grace after it is due before it is overdue.
  package let graceDays: Int

  /// When it is due: by its own deadline, else by the last of its forecasts' windows; once it was
  /// not seen through that, by the last of both.
  package var due: Deadline? {
    let own = deadline ?? window.map { Deadline(day: $0) }
    guard let own, let openThrough, case .notSeen(let day)? = outcome, own.day <= day else {
      return own
    }
    return Deadline(day: openThrough, zone: own.zone)
  }

  /// The outcome that leaves nothing to decide.
  package var decision: Outcome? { openThrough == nil ? outcome : nil }

  /// Derives where the question stands at an instant.
  ///
  /// - Parameters:
  ///   - instant: The instant to judge at.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  /// - Returns: The status.
  /// - Throws: What looking up a zone throws.
  package func status(
    at instant: Instant, _ zone: (String?) throws -> ZoneRules
  ) rethrows -> Status {
    guard let due else { return Status(outcome: decision, end: nil, now: instant) }
    let rules = try zone(due.zone)
    return Status(
      outcome: decision, end: rules.endOfDay(due.day), now: instant,
      grace: Grace(days: graceDays, in: rules))
  }
}

/// What a list of questions is to hold.
package struct QuestionFilter: Sendable {
  package var source: Int64?
  package var tag: String?
  package var event: String?
  package var dueBefore: CivilDate?
  package var words: [String] = []
  /// Whether it must be decided, or must not.
  package var isDecided: Bool?
  package var limit: Int = 50
  package var after: Int64 = .max

  package init() {}
}

extension Snapshot {
  /// So many numbers or fewer are named in a statement one by one.
  private static let shortList = 500

  /// The last settings of a question itself.
  private static let lastSettings = """
    (select max(a.number) from act a
      where a.subject = q.number and a.kind = 'schedule' and \(stands("a")))
    """

  static let questionColumns = """
    select q.number, q.kind, q.text, q.deadline, q.zone, q.event, q.moves,
      r.number, r.outcome, r.option, r.day, r.value, r.known,
      case when q.deadline is null or r.outcome = 'not seen' then
        \(lastWindow(of: "q.number")) end,
      \(lastSettings)
    from question q
    left join resolution r on r.number = (
      select max(number) from resolution s where s.question = q.number and \(stands("s")))
      and \(stands("r"))
    """

  /// Returns a question; nothing when it does not stand.
  package func question(_ number: Int64) throws(StoreError) -> QuestionRecord? {
    try database.first(
      "\(Snapshot.questionColumns) where q.number = $2 and \(Snapshot.stands("q"))",
      .integer(seq), .integer(number), make: questionRecord)
  }

  /// Returns the questions that a filter lets through, newest first.
  package func questions(_ filter: QuestionFilter) throws(StoreError) -> [QuestionRecord] {
    var sql = "\(Snapshot.questionColumns) where \(Snapshot.stands("q")) and q.number < $2"
    var values: [SQLValue] = [.integer(seq), .integer(filter.after)]
    func parameter(_ value: SQLValue) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    if let source = filter.source {
      let family = try family(source).map { parameter(.integer($0)) }.joined(separator: ", ")
      sql += """
         and q.number in (select question from forecast f
          where f.source in (\(family)) and \(Snapshot.stands("f")))
        """
    }
    if let tag = filter.tag {
      sql += """
         and q.number in (select question from tag t
          where t.tag = \(parameter(.text(tag))) and \(Snapshot.stands("t")))
        """
    }
    if let event = filter.event { sql += " and q.event = \(parameter(.text(event)))" }
    if let day = filter.dueBefore {
      let limit = parameter(.integer(Int64(day.dayNumber)))
      sql +=
        " and (q.deadline < \(limit) or q.deadline is null"
        + " and \(Snapshot.lastWindow(of: "q.number")) < \(limit))"
    }
    let terms = filter.words.map { Term(word: $0, isPrefix: false) }
    let holding = try terms.isEmpty ? nil : Set(numbers(holding: terms, .question))
    if let holding, holding.count <= Snapshot.shortList {
      sql += " and q.number in (\(holding.map { "\($0)" }.joined(separator: ", ")))"
    }
    if let isDecided = filter.isDecided {
      // What counts of a merged question is not told by its own row.
      let merged = try Set(loadedMerges().values).sorted().map(String.init).joined(separator: ", ")
      let own =
        isDecided
        ? "r.number is not null"
        : """
        r.number is null or r.outcome = 'not seen'
          and (r.day < q.deadline or r.day < \(Snapshot.lastWindow(of: "q.number")))
        """
      sql += " and (\(own) or q.number in (\(merged)))"
    }
    sql += " order by q.number desc"
    let statement = try database.statement(sql)
    statement.bind(values)
    defer { statement.reset() }
    var found: [QuestionRecord] = []
    while found.count < filter.limit, try statement.step() {
      let record = try questionRecord(statement)
      guard try loadedMerges()[record.number] == nil else { continue }
      if let holding, !holding.contains(record.number) { continue }
      if let limit = filter.dueBefore, record.due.map({ $0.day >= limit }) ?? true { continue }
      if let isDecided = filter.isDecided, isDecided != (record.decision != nil) { continue }
      // The index also holds words that a correction has taken out or will put in.
      if !filter.words.isEmpty, !Set(Words.of(record.text)).isSuperset(of: filter.words) {
        continue
      }
      found.append(record)
    }
    return found
  }

  private func questionRecord(_ row: Statement) throws(StoreError) -> QuestionRecord {
    guard let kind = QuestionKind(rawValue: row.text(1)) else {
      throw .damaged("question #\(row.integer(0)) has no kind")
    }
    let zone = row.optionalText(4)
    let deadline = row.optionalInteger(3).map {
      Deadline(day: CivilDate(dayNumber: Int($0)), zone: zone)
    }
    let settled = try settled(row)
    return QuestionRecord(
      number: row.integer(0), kind: kind, text: row.text(2), deadline: deadline,
      window: try deadline == nil ? lastWindow(row) : nil,
      openThrough: try openThrough(row, deadline?.day, settled?.outcome),
      event: row.optionalText(5), moves: Int(row.integer(6)),
      outcome: settled?.outcome, known: settled?.known, resolution: settled?.number,
      graceDays: try graceDays(row.integer(0), own: row.optionalInteger(14)))
  }
}

extension Outcome {
  /// Reads the columns `outcome, option, day, value`.
  init(_ row: Statement, from column: Int32) throws(StoreError) {
    let word = row.text(column)
    let day = row.optionalInteger(column + 2).map { CivilDate(dayNumber: Int($0)) }
    switch (word, day) {
    case ("happened", _): self = .happened(day)
    case ("not seen", let day?): self = .notSeen(through: day)
    case ("cannot happen", _): self = .cannotHappen
    case ("option", _): self = .option(row.text(column + 1))
    case ("number", _):
      guard let number = try? DecimalText(parsing: String(row.real(column + 3))) else {
        throw .damaged("a resolution's number is none")
      }
      self = .number(number)
    case ("date", let day?): self = .date(day)
    case ("ambiguous", _): self = .ambiguous
    case ("annulled", _): self = .annulled
    default: throw .damaged("a resolution has the outcome \"\(word)\"")
    }
  }
}
