import Augury
import AuguryRendering
import AuguryStore

/// Forecasts put together by something else than their source, in every form.
struct GroupsView {
  private let grouping: Grouping
  private let request: ReportRequest
  private let source: (number: Int64, name: String)?
  private let groups: [TrackRecord.Group]

  init(_ grouping: Grouping, _ source: Int64?, _ request: ReportRequest) throws {
    self.grouping = grouping
    self.request = request
    let snapshot = request.vantage.snapshot
    self.source = try source.map { ($0, try snapshot.source($0)?.source.name ?? "?") }
    groups = request.assessment.groups(
      by: grouping, of: source, relays: grouping == .relay ? try snapshot.relays() : [:])
  }

  func answer() throws -> Answer {
    let table = GroupTable(groups, by: grouping, of: source?.name, request.policy)
    var answer = Answer(
      items: { groups.map(\.json) },
      json: {
        .object(
          try request.json() + [
            ("group_by", .string(grouping.rawValue)),
            ("source", .optional(source?.name)), ("groups", .array(groups.map(\.json))),
          ])
      }, rows: { table.rows },
      text: { width, style in table.render(width: width, style: style) })
    answer.html = { table.page(try request.stamp()).html }
    answer.markdown = { table.page(try request.stamp()).markdown }
    return answer
  }
}
