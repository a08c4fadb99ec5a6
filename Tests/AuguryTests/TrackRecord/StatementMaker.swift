import Augury
import TestSupport

func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

func instant(_ text: String) throws -> Instant {
  try Instant(rfc3339: text.utf8.contains(UInt8(ascii: "T")) ? text : text + "T00:00:00Z")
}

/// Statements by hand: every forecast is made as it is told, or as plain as can be.
struct StatementMaker {
  var statements = Statements()

  init(sources: Int = 1) {
    for number in 0..<sources {
      statements.sources.append(
        SourceColumn(number: Int64(number), name: "S\(number)", kind: "person"))
    }
  }

  /// Adds a question and returns its place.
  mutating func question(
    _ kind: QuestionKind = .binary, by deadline: String? = "2026-06-30", _ outcome: Outcome? = nil,
    known: String? = nil, moves: [(at: String, to: String)] = []
  ) throws -> Int32 {
    let moves = try moves.map {
      (at: try instant($0.at).microseconds, to: Deadline(day: try day($0.to)))
    }
    statements.questions.append(
      QuestionColumn(
        number: Int64(100 + statements.questions.count), kind: kind,
        deadline: try deadline.map { Deadline(day: try day($0)) }, moves: moves, outcome: outcome,
        known: try known.map(day)))
    return Int32(statements.questions.count - 1)
  }

  /// Adds a forecast and returns its number.
  @discardableResult
  mutating func forecast(
    on question: Int32, by source: Int32 = 0, _ probability: Double? = 0.8, negated: Bool = false,
    captured: String = "2026-01-01", said: String? = nil, stamped: String? = nil,
    window: String? = nil, withdrawn: String? = nil, options: [String: Double]? = nil,
    words: ChanceReading.Kind? = nil, meaning: ChanceMeaning? = nil, unfalsifiable: Bool = false,
    read: String? = nil
  ) throws -> Int64 {
    let number = Int64(1000 + statements.count)
    statements.number.append(number)
    statements.source.append(source)
    statements.question.append(question)
    let isRead = words != nil || unfalsifiable
    let meaning = words == .hedge ? nil : meaning
    statements.probability.append((words == nil ? probability : meaning?.mean) ?? .nan)
    statements.isNegated.append(negated)
    let from = try said.map { try instant($0).microseconds }
    statements.saidFrom.append(from ?? Statements.missing)
    statements.saidUntil.append(from.map { $0 + 86_400_000_000 } ?? Statements.missing)
    statements.captured.append(try instant(captured).microseconds)
    statements.stamped.append(
      try stamped.map { try instant($0).microseconds } ?? Statements.missing)
    statements.window.append(
      try window.map { Int64(try day($0).dayNumber) } ?? Statements.missing)
    statements.zone.append(0)
    if let withdrawn { statements.withdrawn[number] = try instant(withdrawn).microseconds }
    statements.options[number] = options
    if isRead {
      statements.readings[number] = ReadingColumn(
        recorded: try instant(read ?? captured).microseconds, kind: words, meaning: meaning,
        isUnfalsifiable: unfalsifiable)
    }
    return number
  }

  func judgement(
    _ number: Int64, at text: String = "2027-01-01", grade: CaptureGrade = .documented
  ) throws -> Judgement? {
    let policy = Policy(grade: grade, at: try instant(text))
    return TrackRecord.judgements(statements, policy, Zones())[number]
  }

  func record(
    take: Take = .first, at text: String = "2027-01-01", grade: CaptureGrade = .documented
  ) throws -> TrackRecord {
    TrackRecord(statements, Policy(grade: grade, take: take, at: try instant(text)), Zones())
  }
}

func isNear(_ one: Double?, _ other: Double) -> Bool {
  one.map { abs($0 - other) <= 1e-12 } ?? false
}
