import Augury
import AuguryRendering
import AuguryStore

/// The leaderboard in every form.
struct RecordView {
  private let request: ReportRequest
  private let record: TrackRecord

  init(_ request: ReportRequest) {
    self.request = request
    record = request.assessment.record
  }

  func answer() throws -> Answer {
    let table = TrackRecordTable(record, notes: request.notes)
    var answer = Answer(
      items: { try items() },
      json: {
        .object(
          try request.json() + [
            ("funnel", record.funnel.json), ("sources", .array(try items())),
            ("references", .array(record.references.map(\.json))),
          ])
      }, rows: { table.rows },
      text: { width, style in table.render(width: width, style: style) })
    answer.html = { TrackRecordHTML(record, try request.stamp()).file }
    answer.markdown = { TrackRecordMarkdown(record, try request.stamp()).file }
    return answer
  }

  private func items() throws -> [JSONOutput] {
    let snapshot = request.vantage.snapshot
    return try record.lines.map { $0.json(id: try snapshot.id(of: $0.number).text) }
  }
}
