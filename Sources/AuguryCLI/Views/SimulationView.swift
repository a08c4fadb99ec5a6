import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

/// What would have been asked over a span, by day.
struct SimulationView {
  private struct Row {
    let item: Simulation.Item
    let day: CivilDate
    let id: Identifier
    let short: String
    let text: String
  }

  private let rows: [Row]
  private let total: Int
  private let questions: Int
  private let span: ClosedRange<CivilDate>
  private let zone: String

  init(
    _ simulation: Simulation, _ span: ClosedRange<CivilDate>, _ rules: ZoneRules, limit: Int,
    _ vantage: Vantage
  ) throws {
    self.span = span
    zone = vantage.ledger.zone
    total = simulation.items.count
    questions = simulation.questions
    var known: [Int64: (Identifier, String, String)] = [:]
    let shown = limit > 0 ? simulation.items.prefix(limit) : simulation.items[...]
    rows = try shown.map { item in
      let (id, short, text) =
        try known[item.question]
        ?? {
          let id = try vantage.snapshot.id(of: item.question)
          let text = try vantage.snapshot.question(item.question)?.text ?? ""
          return (id, try vantage.snapshot.short(id), text)
        }()
      known[item.question] = (id, short, text)
      return Row(
        item: item, day: rules.civilDate(at: item.ask.asked), id: id, short: short, text: text)
    }
  }

  func answer() -> Answer {
    let items = rows.map(json)
    let header = ["day", "asked_at", "kind", "due_at", "question", "text"]
    let fields = rows.map { row in
      [
        row.day.description, row.item.ask.asked.rfc3339, row.item.ask.step.kind.rawValue,
        row.item.ask.step.at.rfc3339, row.id.text, row.text,
      ]
    }
    return Answer(
      items: items,
      in: [
        "from": .string(span.lowerBound.description), "to": .string(span.upperBound.description),
        "zone": .string(zone), "questions": .int(Int64(questions)), "asked": .int(Int64(total)),
        "asks": .array(items),
      ],
      rows: [header] + fields
    ) { [self] width, style in
      var table = TextTable(columns: [
        .init("day"), .init("asked about"), .init("id"),
        .init("question", minimumWidth: 20, fit: .wrapped),
      ])
      var day: CivilDate?
      for row in rows {
        table.append([
          .init(row.day == day ? "" : row.day.description),
          .init(row.item.ask.step.kind.comingWords, style: row.item.ask.step.kind.style),
          .init(row.short, style: .identifier), .init(row.text),
        ])
        day = row.day
      }
      return (rows.isEmpty ? "" : table.render(width: width, style: style) + "\n") + sentence + "\n"
    }
  }

  private var sentence: String {
    let asked = Set(rows.map(\.item.question)).count
    let part = rows.count < total ? " The first \(rows.count) are shown." : ""
    guard total > 0 else {
      return "Nothing would be asked from \(span.lowerBound) to \(span.upperBound) (\(zone))."
    }
    return
      "\(Sentence.count(total, "ask")) about \(Sentence.count(asked, "question")) of \(questions), "
      + "\(span.lowerBound) to \(span.upperBound) (\(zone))." + part
  }

  private func json(_ row: Row) -> JSONOutput {
    [
      "day": .string(row.day.description), "asked_at": .string(row.item.ask.asked.rfc3339),
      "kind": .string(row.item.ask.step.kind.rawValue),
      "due_at": .string(row.item.ask.step.at.rfc3339), "question": .string(row.id.text),
      "key": .string(
        Occasion(question: row.id, kind: row.item.ask.step.kind, due: row.item.ask.step.at).key),
      "text": .string(row.text),
    ]
  }
}

extension OccasionKind {
  /// How it stands out in a table.
  var style: TextStyle? {
    switch self {
    case .due, .overdue, .reopened, .returned: .warning
    case .review, .silent: .dim
    default: nil
    }
  }
}
