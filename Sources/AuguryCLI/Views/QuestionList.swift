import Augury
import AuguryRendering
import AuguryStore

/// Questions as a table, newest first.
struct QuestionList {
  private struct Row {
    let record: QuestionRecord
    let id: Identifier
    let short: String
    let status: Status
    let forecasts: Int
  }

  private let rows: [Row]
  private let hasMore: Bool

  init(rows: [QuestionRecord], hasMore: Bool, _ reading: Reading) throws {
    let zones = try reading.zones(rows.map(\.deadline?.zone))
    self.rows = try rows.map { record in
      let id = try reading.snapshot.id(of: record.number)
      return Row(
        record: record, id: id, short: try reading.snapshot.short(id),
        status: reading.status(record, zones),
        forecasts: try reading.snapshot.forecastCount(on: record.number))
    }
    self.hasMore = hasMore
  }

  func answer() -> Answer {
    let items = rows.map(json)
    let header = ["id", "status", "outcome", "deadline", "forecasts", "kind", "question"]
    return Answer(
      items: items, in: ["questions": .array(items), "more": .bool(hasMore)],
      rows: [header] + rows.map(fields)
    ) { [self] width, style in
      guard !rows.isEmpty else { return "No question fits.\n" }
      let more = hasMore ? style.styled("More fit; give --limit 0 for all.", .dim) + "\n" : ""
      return table().render(width: width, style: style) + more
    }
  }

  private func table() -> TextTable {
    var table = TextTable(columns: [
      .init("id"), .init("status", minimumWidth: 8, fit: .wrapped),
      .init("by", dropOrder: 2), .init("n", alignment: .trailing, dropOrder: 1),
      .init("question", minimumWidth: 20, fit: .wrapped),
    ])
    for row in rows {
      table.append([
        .init(row.short, style: .identifier),
        .init(
          Phrases.status(row.status, row.record.outcome), style: Phrases.style(row.status)),
        .init(row.record.deadline?.day.description ?? "–"), .init("\(row.forecasts)"),
        .init(row.record.text + (row.record.moves > 0 ? " (moved \(row.record.moves)×)" : "")),
      ])
    }
    return table
  }

  private func fields(_ row: Row) -> [String] {
    [
      row.id.text, row.status.rawValue, Phrases.outcome(row.record.outcome),
      row.record.deadline?.day.description ?? "", "\(row.forecasts)",
      row.record.kind.rawValue, row.record.text,
    ]
  }

  private func json(_ row: Row) -> JSONOutput {
    [
      "id": .string(row.id.text), "text": .string(row.record.text),
      "kind": .string(row.record.kind.rawValue), "status": .string(row.status.rawValue),
      "outcome": row.record.outcome.map { .string(Phrases.outcome($0)) } ?? .null,
      "deadline": row.record.deadline.map { .string($0.day.description) } ?? .null,
      "zone": row.record.deadline?.zone.map { .string($0) } ?? .null,
      "event": row.record.event.map { .string($0) } ?? .null,
      "moves": .int(Int64(row.record.moves)), "forecasts": .int(Int64(row.forecasts)),
    ]
  }
}
