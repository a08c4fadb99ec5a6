import Augury
import AuguryRendering
import AuguryStore
import ForecastScoring

/// How many number forecasts each source has, with their mean scores, in every form.
struct ScoresView {
  private let scope: ReportScope
  private let lines: [ScoreLine]

  init(_ scope: ReportScope) throws {
    self.scope = scope
    let found = try scope.vantage.snapshot.scoreColumns(scope.policy, .processors) {
      try scope.vantage.zones($0)
    }
    guard let columns = found?.columns, let tallies = columns.tallies() else {
      throw ConflictError(
        "The table of scores holds 65,536 sources at most.", "Use `augury report --format csv`.")
    }
    lines = zip(columns.sources, tallies).filter { $1.count > 0 }.map {
      ScoreLine(
        name: $0.name, count: $1.count, brier: $1.brier, log: $1.log,
        clippedMisses: $1.clippedMisses)
    }.sorted { $0.name < $1.name }
  }

  func answer() throws -> Answer {
    let table = ScoreTable(lines, scope.policy, note: scope.note)
    return Answer(
      items: { lines.map(\.json) },
      json: { .object(try scope.json() + [("scores", .array(lines.map(\.json)))]) },
      rows: { table.rows },
      text: { width, style in table.render(width: width, style: style) })
  }
}
