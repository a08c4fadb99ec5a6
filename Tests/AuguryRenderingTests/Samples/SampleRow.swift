import Augury

/// One forecast of a made-up record, as a reader of a newspaper would note it down.
struct SampleRow {
  /// What was said of the chance.
  enum Chance {
    case number(Double)
    /// Words with what readers take them for.
    case words(Double, Double)
    case hedge, none
    /// Chances of options, of which the first comes true.
    case options([String: Double])
    case quantiles
  }

  /// What is known of the outcome.
  enum Result {
    /// It happened, on a day.
    case happened(String)
    /// The deadline passed without it.
    case not
    case open, ambiguous, annulled
    case option(String)
  }

  var chance = Chance.number(0.8)
  var result = Result.not
  var isNegated = false
  /// The day it was said; nothing where that is not known.
  var said: String? = "2026-01-10"
  /// The day it was entered; nothing for the day it was said.
  var captured: String?
  var deadline: String? = "2026-06-30"
  /// What its words of time may mean at the earliest and at the latest, beside the deadline.
  var widths: (strict: String, generous: String)?
  var isUnfalsifiable = false
  var withdrawn: String?
  var baseline: Double?
  var event: String?
  /// Rows with one name are statements on one question.
  var question: String?
}

/// A record of one source, with a name for what is odd about it.
struct SampleRecord {
  var name: String
  var source = "Ada Bell"
  var rows: [SampleRow]
  /// The instant at which it is looked at.
  var day = "2026-11-01"
  /// The weakest grade that counts.
  var grade = CaptureGrade.documented

  static let number: Int64 = 1

  var page: SourcePage {
    get throws {
      let assessment = Assessment(
        try statements, Policy(grade: grade, at: try instant(day)), Zones())
      guard let page = assessment.page(of: SampleRecord.number) else { throw Missing() }
      return page
    }
  }

  private struct Missing: Error {}

  /// The record as a ledger has it.
  var statements: Statements {
    get throws {
      var statements = Statements()
      statements.sources = [SourceColumn(number: SampleRecord.number, name: source, kind: "person")]
      var places: [String: Int32] = [:]
      for (place, row) in rows.enumerated() {
        let name = row.question ?? "question \(place)"
        let question = places[name] ?? Int32(statements.questions.count)
        if places[name] == nil {
          places[name] = question
          statements.questions.append(try column(row, number: Int64(100 + place)))
        }
        try add(row, Int64(10_000 + place), question, &statements)
      }
      return statements
    }
  }

  private func column(_ row: SampleRow, number: Int64) throws -> QuestionColumn {
    var kind = QuestionKind.binary
    if case .options = row.chance { kind = .categorical }
    if case .quantiles = row.chance { kind = .numeric }
    let deadline = try row.deadline.map { Deadline(day: try CivilDate(iso: $0)) }
    let outcome: Outcome? =
      switch row.result {
      case .happened(let day): .happened(try CivilDate(iso: day))
      case .not: deadline.map { .notSeen(through: $0.day) } ?? .cannotHappen
      case .open: nil
      case .ambiguous: .ambiguous
      case .annulled: .annulled
      case .option(let name): .option(name)
      }
    var column = QuestionColumn(number: number, kind: kind, deadline: deadline, outcome: outcome)
    column.event = row.event
    return column
  }

  private func add(
    _ row: SampleRow, _ number: Int64, _ question: Int32, _ statements: inout Statements
  ) throws {
    let said = try row.said.map { try instant($0).microseconds }
    let captured = try (row.captured ?? row.said).map { try instant($0).microseconds } ?? 0
    statements.number.append(number)
    statements.source.append(0)
    statements.question.append(question)
    statements.isNegated.append(row.isNegated)
    statements.saidFrom.append(said ?? Statements.missing)
    statements.saidUntil.append(said.map { $0 + 86_400_000_000 } ?? Statements.missing)
    statements.captured.append(captured)
    statements.stamped.append(Statements.missing)
    statements.window.append(Statements.missing)
    statements.zone.append(0)
    statements.withdrawn[number] = try row.withdrawn.map { try instant($0).microseconds }
    statements.baseline[number] = row.baseline
    if let widths = row.widths, let deadline = row.deadline {
      func day(_ text: String) throws -> Int64 { Int64(try CivilDate(iso: text).dayNumber) }
      statements.window[statements.window.count - 1] = try day(deadline)
      statements.widths[number] = (try day(widths.strict), try day(widths.generous))
    }
    var reading: (kind: ChanceReading.Kind?, meaning: ChanceMeaning?)?
    var probability = Double.nan
    switch row.chance {
    case .number(let value): probability = value
    case .words(let low, let high):
      var meaning = ChanceMeaning(point: (low + high) / 2)
      (meaning.low, meaning.high) = (low, high)
      meaning.variance = (high - low) * (high - low) / 12
      probability = meaning.mean
      reading = (.verbal, meaning)
    case .hedge: reading = (.hedge, nil)
    case .none, .quantiles: break
    case .options(let options): statements.options[number] = options
    }
    statements.probability.append(probability)
    if row.isUnfalsifiable { reading = reading ?? (nil, nil) }
    statements.readings[number] = reading.map {
      ReadingColumn(
        recorded: captured, kind: $0.kind, meaning: $0.meaning, isUnfalsifiable: row.isUnfalsifiable
      )
    }
  }

  private func instant(_ day: String) throws -> Instant {
    try Instant(rfc3339: day + "T00:00:00Z")
  }
}
