import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one question, forecast, source, resolution, note, import or entry.",
    usage: "augury show [<options>] <id>",
    discussion: """
      EXAMPLE
        augury show q1a2b3
        augury show q1a2b3 --what-if
        augury show 12
      """)

  @OptionGroup var options: ReadOptions

  @Argument(help: ArgumentHelp("An identifier, or the number of an entry.", valueName: "id"))
  var reference: String

  @Flag(
    help: "Of a question: what no and yes, recorded today, would do to its sources' records.")
  var whatIf = false

  func run() throws {
    let vantage = try Vantage(options)
    try vantage.ledger.read {
      try answer(vantage).print(vantage.workspace)
    }
  }

  private func answer(_ vantage: Vantage) throws -> Answer {
    if !whatIf, let seq = Reference.number(reference) {
      return try EntryView(seq, vantage).answer()
    }
    let thing = try vantage.snapshot.find(
      reference, whatIf ? [.question] : IdentifierKind.allCases)
    switch thing.id.kind {
    case .question:
      let number = try vantage.snapshot.canonical(thing.number)
      return try QuestionView(number, vantage, showsConsequences: whatIf).answer()
    case .forecast: return try ForecastView(thing.number, vantage).answer()
    case .source:
      return try SourceView(try vantage.snapshot.canonical(thing.number), vantage).answer()
    default: return try EntryView(thing.number, vantage).answer()
    }
  }
}
