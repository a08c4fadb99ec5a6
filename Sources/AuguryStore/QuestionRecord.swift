package import Augury

/// A question as a row of a list shows it.
package struct QuestionRecord: Sendable {
  package let number: Int64
  package let kind: QuestionKind
  package let text: String
  package let deadline: Deadline?
  /// The last day of the widest window among its forecasts, where it has no deadline of its own.
  package let window: CivilDate?
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

  /// When it is due: by its own deadline, else by the last of its forecasts' windows.
  package var due: Deadline? { deadline ?? window.map { Deadline(day: $0) } }

  /// Derives where the question stands at an instant.
  ///
  /// - Parameters:
  ///   - outcome: The outcome that counts, which may be another than its own where it was merged.
  ///   - instant: The instant to judge at.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  /// - Returns: The status.
  /// - Throws: What looking up a zone throws.
  package func status(
    _ outcome: Outcome?, at instant: Instant, _ zone: (String?) throws -> ZoneRules
  ) rethrows -> Status {
    guard let due else { return Status(outcome: outcome, end: nil, now: instant) }
    let rules = try zone(due.zone)
    return Status(
      outcome: outcome, end: rules.endOfDay(due.day), now: instant,
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
  /// Whether a resolution must stand, or must not.
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
      case when q.deadline is null then \(lastWindow(of: "q.number")) end, \(lastSettings)
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

  /// Returns the last day of a question's deadline and of the windows of its forecasts.
  package func lastEnd(of number: Int64) throws(StoreError) -> CivilDate? {
    var last: Int64?
    for member in try family(number) {
      let found = try database.first(
        """
        select max(day) from (
          select deadline as day from question where number = $2 and \(Snapshot.stands())
          union all
          select default_day from forecast f
            where question = $2 and \(Snapshot.stands("f")) and \(Snapshot.isKept))
        """, .integer(seq), .integer(member), make: { $0.optionalInteger(0) })
      if let day = found ?? nil { last = max(last ?? day, day) }
    }
    return last.map { CivilDate(dayNumber: Int($0)) }
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
      sql += " and (r.number is \(isDecided ? "not " : "")null or q.number in (\(merged)))"
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
      if let isDecided = filter.isDecided, isDecided != (record.outcome != nil) { continue }
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
    let settled = try settled(row)
    return QuestionRecord(
      number: row.integer(0), kind: kind, text: row.text(2),
      deadline: row.optionalInteger(3).map {
        Deadline(day: CivilDate(dayNumber: Int($0)), zone: zone)
      },
      window: try window(row),
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
