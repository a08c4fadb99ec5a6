import Augury
import AuguryRendering
import AuguryStore

/// One forecast as a line of a list.
struct ForecastLine {
  let number: Int64
  let forecast: Forecast
  let short: String
  let source: String
  let question: String
  let judgement: Judgement?
  /// What is left of it now, where it is its source's last word on an open question.
  let now: Reevaluation?
  /// The statement that is scored: with the corrections and the reading that count.
  let counted: ScoredStatement?

  /// The forecasts on a question, oldest first.
  static func lines(on question: Int64, _ vantage: Vantage) throws -> [ForecastLine] {
    let snapshot = vantage.snapshot
    let numbers = try snapshot.forecasts(on: question)
    return try lines(numbers, vantage) { _ in question }
  }

  /// Forecasts by their numbers.
  static func lines(
    _ numbers: [Int64], _ vantage: Vantage, question: ((Forecast) throws -> Int64)? = nil
  ) throws -> [ForecastLine] {
    let snapshot = vantage.snapshot
    var judged: [Int64: Judged] = [:]
    var lines: [ForecastLine] = []
    for number in numbers {
      guard let forecast = try snapshot.forecast(number) else { continue }
      let place =
        try question?(forecast)
        ?? snapshot.canonical(try snapshot.find(forecast.question.text, [.question]).number)
      if judged[place] == nil { judged[place] = try Judged(place, vantage) }
      let source = try snapshot.canonical(try snapshot.find(forecast.source.text, [.source]).number)
      lines.append(
        ForecastLine(
          number: number, forecast: forecast, short: try snapshot.short(forecast.id),
          source: try snapshot.source(source)?.source.name ?? "?",
          question: try snapshot.question(place)?.text ?? "?",
          judgement: judged[place]?.judgements[number], now: judged[place]?.now[number],
          counted: try judged[place].flatMap {
            try snapshot.scoredStatement(number, among: $0.statements)
          }))
    }
    return lines
  }

  /// The forecasts on one question as they are judged, and looked at again.
  private struct Judged {
    let statements: Statements
    let judgements: [Int64: Judgement]
    let now: [Int64: Reevaluation]

    init(_ question: Int64, _ vantage: Vantage) throws {
      let statements = try vantage.snapshot.statements(on: question)
      let zones = try vantage.zones(statements.zoneNames)
      let words = statements.reevaluations(
        of: question, at: vantage.instant,
        hazard: try vantage.snapshot.scheduling(of: question)?.hazard ?? .constant, zones,
        dates: try vantage.snapshot.dateQuantiles(of: statements))
      self.statements = statements
      judgements = TrackRecord.judgements(
        statements, Policy(grade: .afterwards, at: vantage.instant), zones)
      now = Dictionary(uniqueKeysWithValues: words.map { ($0.forecast, $0) })
    }
  }

  static func table(_ lines: [ForecastLine], showsQuestion: Bool = false) -> TextTable {
    let showsNow = lines.contains { $0.now != nil }
    var table = TextTable(
      columns: [
        .init("id"), .init("said", dropOrder: 3),
        .init(showsQuestion ? "question" : "source", minimumWidth: 16, fit: .wrapped),
        .init("chance", alignment: .trailing, fit: .wrapped),
      ] + (showsNow ? [.init("now", alignment: .trailing, fit: .wrapped)] : []) + [
        .init("grade", dropOrder: 2), .init("Brier", alignment: .decimal),
        .init("standing", dropOrder: 1),
      ])
    for line in lines {
      let now = line.now.map { ReevaluationWords($0).short } ?? "–"
      table.append(
        [
          .init(line.short, style: .identifier),
          .init(line.forecast.said.isUnknown ? "unknown" : line.forecast.said.edtf),
          .init(showsQuestion ? line.question : line.source),
          .init((line.told.isNegated ? "not: " : "") + Phrases.chance(line.told)),
        ] + (showsNow ? [.init(now)] : []) + [
          .init(line.judgement?.grade.rawValue ?? "–"),
          .init(line.judgement?.brier.map { NumberText.fixed($0, 3) } ?? "–"),
          .init(line.judgement?.scoreability.rawValue ?? "–"),
        ])
    }
    return table
  }

  static func fields(_ lines: [ForecastLine]) -> [[String]] {
    let header = ["id", "said", "source", "question", "probability", "grade", "brier", "standing"]
    return [header]
      + lines.map {
        [
          $0.forecast.id.text, $0.forecast.said.edtf, $0.source, $0.question,
          $0.forecast.probability?.value ?? "", $0.judgement?.grade.rawValue ?? "",
          $0.judgement?.brier.map { "\($0)" } ?? "", $0.judgement?.scoreability.rawValue ?? "",
        ]
      }
  }

  /// The forecast as it counts.
  var told: Forecast { counted?.forecast ?? forecast }

  var json: JSONOutput {
    [
      "id": .string(forecast.id.text), "source": .string(source),
      "said": .string(forecast.said.edtf), "negated": .bool(forecast.isNegated),
      "probability": forecast.probability.map { .double($0.double) } ?? .null,
      "reading": told.reading.map(ReadingText.json) ?? .null,
      "last_reading": forecast.reading.map(ReadingText.json) ?? .null,
      "quote": forecast.wording.map { .string($0.quote) } ?? .null,
      "grade": judgement.map { .string($0.grade.rawValue) } ?? .null,
      "brier": judgement?.brier.map { .double($0) } ?? .null,
      "brier_bounds": judgement?.brierBounds.map { [.double($0.best), .double($0.worst)] } ?? .null,
      "depends_on_window": .bool(judgement?.dependsOnWindow ?? false),
      "standing": judgement.map { .string($0.scoreability.rawValue) } ?? .null,
      "now": now.map(\.json) ?? .null,
    ]
  }
}
