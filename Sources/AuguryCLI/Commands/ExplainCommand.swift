import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

extension ExplainedFigure: ExpressibleByArgument {}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a figure of a report is made from.",
    usage: "augury explain [<options>] <figure> <source>",
    discussion: """
      Prints the value in full, its formula, the policy, the ledger's root, and every row that went \
      into it; --format csv gives the rows for a spreadsheet.

      EXAMPLE
        augury explain edge "Abbas Gallyamov"
        augury explain brier NYT --grade all --format csv
        augury explain rank 538 --grade all
      """)

  @OptionGroup var options: ReadOptions

  @OptionGroup var policy: PolicyOptions

  @Argument(help: ArgumentHelp("Which figure.", valueName: "figure"))
  var figure: ExplainedFigure

  @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
  var source: String

  func run() throws {
    let vantage = try Vantage(options)
    try vantage.ledger.read {
      let request = try ReportRequest(vantage, policy)
      let number = try request.vantage.snapshot.findSource(source)
      let page = try SourcePageView.page(number, request)
      let root = try request.vantage.ledger.root(size: request.vantage.snapshot.seq + 1)
      let explanation = FigureExplanation(
        figure, page, request.assessment.record, root: (root.size, root.hash.hex),
        try ParticularsOf.all(page.forecasts, request))
      var answer = Answer(
        items: { explanation.items },
        json: { .object(try request.json() + explanation.json) }, rows: { explanation.rows },
        text: { width, style in explanation.render(width: width, style: style) })
      answer.html = { explanation.page(try request.stamp()).html }
      answer.markdown = { explanation.page(try request.stamp()).markdown }
      try answer.print(vantage.workspace)
    }
  }
}
