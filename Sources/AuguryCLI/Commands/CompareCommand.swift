import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set two sources beside each other on their common questions.",
    usage: "augury compare [<options>] <source> <other>",
    discussion: """
      Only questions count on which both were scored by the same last day.

      EXAMPLE
        augury compare "The Daily Beast" UPROXX
        augury compare NYT 538 --grade all --format json
      """)

  @OptionGroup var options: ReadOptions

  @OptionGroup var policy: PolicyOptions

  @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
  var source: String

  @Argument(help: ArgumentHelp("The other one.", valueName: "other"))
  var other: String

  func run() throws {
    let vantage = try Vantage(options)
    try vantage.ledger.read {
      let request = try ReportRequest(vantage, policy)
      let snapshot = request.vantage.snapshot
      let (one, two) = (try snapshot.findSource(source), try snapshot.findSource(other))
      guard one != two else {
        throw UsageError(
          "\"\(source.clipped)\" and \"\(other.clipped)\" are the same source.",
          "Name two different ones.")
      }
      guard let comparison = request.assessment.comparison(of: one, with: two) else {
        throw ConflictError(
          "\"\(source.clipped)\" and \"\(other.clipped)\" cannot be compared as of then.",
          "Leave out --as-of, or see `augury sources list`.")
      }
      let particulars = try ParticularsOf.all(
        comparison.pairs.flatMap { [$0.first, $0.second] }, request)
      let ids = (first: try snapshot.id(of: one).text, second: try snapshot.id(of: two).text)
      let text = SourceComparisonText(comparison, particulars)
      var answer = Answer(
        items: { comparison.pairs.map { $0.json(particulars) } },
        json: { .object(try request.json() + comparison.json(ids: ids, particulars)) },
        rows: { text.rows },
        text: { width, style in text.render(width: width, style: style) })
      answer.html = { text.page(try request.stamp()).html }
      answer.markdown = { text.page(try request.stamp()).markdown }
      try answer.print(vantage.workspace)
    }
  }
}
