import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print how accurate each source has been, or all about one of them.",
    usage: "augury report [<options>] [<source>]",
    discussion: """
      Counts forecasts that were on record, here or in another system, before their outcome was \
      known; --grade live counts only those captured here, --grade all every one. A claim that \
      something happens by a day counts once that day has passed, even if it came true early.

      EXAMPLE
        augury report
        augury report "Abbas Gallyamov"
        augury report --grade all --take last --format json
        augury report --tag russia --since 2024-01-01 --group-by lead-time
        augury report --group-by relay
        augury report "Abbas Gallyamov" --format html > gallyamov.html
        augury report --open
        augury report --scores --format csv
      """)

  @OptionGroup var options: ReadOptions

  @OptionGroup var policy: PolicyOptions

  @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
  var source: String?

  @Option(help: ArgumentHelp("Put forecasts together by something else.", valueName: "what"))
  var groupBy: Grouping?

  @Flag(
    help: ArgumentHelp(
      "Only how many forecasts each source has, with their mean Brier and logarithmic scores."))
  var scores = false

  @Flag(help: "Write the page as an HTML file and show it in the browser.")
  var open = false

  func run() throws {
    let vantage = try Vantage(options)
    guard !open || options.common.format == nil else {
      throw UsageError("--open shows a page in HTML.", "Leave out --format.")
    }
    guard !scores || (source == nil && groupBy == nil && !open && policy.scale.scale == nil) else {
      throw UsageError(
        "--scores is one table of all sources, of chances that were given as numbers.",
        "Leave out the source, --group-by, --scale and --open.")
    }
    var page: String?
    try vantage.ledger.read {
      guard !scores else {
        return try ScoresView(try ReportScope(vantage, policy)).answer().print(vantage.workspace)
      }
      let request = try ReportRequest(vantage, policy)
      let number = try source.map { try request.vantage.snapshot.findSource($0) }
      let answer = try answer(request, number)
      guard open else { return try answer.print(vantage.workspace) }
      page = try answer.html.map { try $0() }
    }
    // Others may write while the page is looked at.
    if open { try Browser.show(page) }
  }

  private func answer(_ request: ReportRequest, _ source: Int64?) throws -> Answer {
    if let groupBy { return try GroupsView(groupBy, source, request).answer() }
    guard let source else { return try RecordView(request).answer() }
    return try SourcePageView(source, request).answer()
  }
}
