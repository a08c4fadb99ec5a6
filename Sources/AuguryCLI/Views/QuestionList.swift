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
  private let readings: [Int64: [SecondLook.Glance]]?

  /// Creates the list; with readings, what words are taken to mean stands in it as well.
  init(
    rows: [QuestionRecord], hasMore: Bool, _ vantage: Vantage,
    _ readings: [Int64: [SecondLook.Glance]]? = nil
  ) throws {
    self.readings = readings
    let zones = try vantage.zones(rows.map(\.due?.zone))
    self.rows = try rows.map { record in
      let id = try vantage.snapshot.id(of: record.number)
      return Row(
        record: record, id: id, short: try vantage.snapshot.short(id),
        status: vantage.status(record, zones),
        forecasts: try vantage.snapshot.forecastCount(on: record.number))
    }
    self.hasMore = hasMore
  }

  func answer() -> Answer {
    let items = rows.map(json)
    var header = ["id", "status", "outcome", "deadline", "forecasts", "kind", "question"]
    if readings != nil { header += ["on_record", "by_scale"] }
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
    var table = TextTable(
      columns: [
        .init("id"), .init("status", minimumWidth: 8, fit: .wrapped),
        .init("by", dropOrder: 2), .init("n", alignment: .trailing, dropOrder: 1),
        .init("question", minimumWidth: 20, fit: .wrapped),
      ]
        + (readings == nil
          ? []
          : [
            .init("on record", minimumWidth: 14, fit: .wrapped),
            .init("by this scale", minimumWidth: 14, fit: .wrapped),
          ]))
    for row in rows {
      var cells: [TextTable.Cell] = [
        .init(row.short, style: .identifier),
        .init(
          Phrases.status(row.status, row.record.outcome), style: Phrases.style(row.status)),
        .init(row.record.due?.day.description ?? "–"), .init("\(row.forecasts)"),
        .init(row.record.text + (row.record.moves > 0 ? " (moved \(row.record.moves)×)" : "")),
      ]
      if readings != nil {
        cells += [.init(told(row) { $0.worded.forecast }), .init(told(row) { $0.forecast })]
      }
      table.append(cells)
    }
    return table
  }

  /// The chances of a question's forecasts in words, each way of reading once.
  private func told(_ row: Row, _ forecast: (SecondLook.Glance) -> Forecast) -> String {
    var told: [String] = []
    for glance in readings?[row.record.number] ?? [] {
      guard let text = forecast(glance).readChance.map(ReadingText.beside) else { continue }
      if !told.contains(text) { told.append(text) }
    }
    guard told.count > 4 else { return told.isEmpty ? "–" : told.joined(separator: "; ") }
    return told.prefix(3).joined(separator: "; ") + "; \(told.count - 3) more"
  }

  private func fields(_ row: Row) -> [String] {
    [
      row.id.text, row.status.rawValue, Phrases.outcome(row.record.outcome),
      row.record.due?.day.description ?? "", "\(row.forecasts)",
      row.record.kind.rawValue, row.record.text,
    ]
      + (readings == nil
        ? [] : [told(row) { $0.worded.forecast }, told(row) { $0.forecast }])
  }

  private func json(_ row: Row) -> JSONOutput {
    [
      "id": .string(row.id.text), "text": .string(row.record.text),
      "kind": .string(row.record.kind.rawValue), "status": .string(row.status.rawValue),
      "outcome": row.record.outcome.map { .string(Phrases.outcome($0)) } ?? .null,
      "deadline": row.record.deadline.map { .string($0.day.description) } ?? .null,
      "due": row.record.due.map { .string($0.day.description) } ?? .null,
      "zone": row.record.deadline?.zone.map { .string($0) } ?? .null,
      "event": row.record.event.map { .string($0) } ?? .null,
      "moves": .int(Int64(row.record.moves)), "forecasts": .int(Int64(row.forecasts)),
      "readings": readings.map { .array(($0[row.record.number] ?? []).map(json)) } ?? .null,
    ]
  }

  private func json(_ glance: SecondLook.Glance) -> JSONOutput {
    [
      "forecast": .string(glance.worded.forecast.id.text),
      "on_record": glance.worded.forecast.reading.map(ReadingText.json) ?? .null,
      "by_scale": glance.reading.map(ReadingText.json) ?? .null,
    ]
  }
}
