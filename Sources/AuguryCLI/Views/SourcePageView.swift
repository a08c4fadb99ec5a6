import Augury
import AuguryRendering
import AuguryStore

/// The page of one source in every form.
struct SourcePageView {
  private let request: ReportRequest
  private let id: Identifier
  private let page: SourcePage
  private let particulars: [Int64: Particulars]

  init(_ source: Int64, _ request: ReportRequest) throws {
    self.request = request
    let snapshot = request.vantage.snapshot
    id = try snapshot.id(of: source)
    page = try SourcePageView.page(source, request)
    particulars = try ParticularsOf.all(page.forecasts, request)
  }

  /// Returns the page of a source, or says that there is none.
  static func page(_ source: Int64, _ request: ReportRequest) throws -> SourcePage {
    let snapshot = request.vantage.snapshot
    if let page = request.assessment.page(
      of: source, hazards: try snapshot.hazards(),
      dates: try snapshot.dateQuantiles(of: request.statements, by: source))
    {
      return page
    }
    let name = try snapshot.source(source)?.source.name ?? "?"
    throw ConflictError(
      "Nothing that \"\(name.clipped)\" said is among what was asked for.",
      "Leave out options that filter, or see `augury sources show`.")
  }

  func answer() throws -> Answer {
    var answer = Answer(
      items: { page.forecasts.map { $0.json(particulars[$0.number]) } },
      json: { .object(try request.json() + page.json(id: id.text, particulars)) },
      rows: { SourcePageFields(page, particulars).rows },
      text: { width, style in
        SourcePageText(page, particulars, notes: request.notes).render(width: width, style: style)
      })
    answer.html = { SourcePageHTML(page, particulars, try request.stamp()).file }
    answer.markdown = { SourcePageMarkdown(page, particulars, try request.stamp()).file }
    return answer
  }
}
