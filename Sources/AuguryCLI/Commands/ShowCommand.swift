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
        augury show 12
      """)

  @OptionGroup var options: ReadOptions

  @Argument(help: ArgumentHelp("An identifier, or the number of an entry.", valueName: "id"))
  var reference: String

  func run() throws {
    let reading = try Reading(options)
    try reading.ledger.read {
      try answer(reading).print(reading.workspace)
    }
  }

  private func answer(_ reading: Reading) throws -> Answer {
    if let seq = Reference.number(reference) { return try EntryView(seq, reading).answer() }
    let thing = try reading.snapshot.find(reference, IdentifierKind.allCases)
    switch thing.id.kind {
    case .question:
      return try QuestionView(try reading.snapshot.canonical(thing.number), reading).answer()
    case .forecast: return try ForecastView(thing.number, reading).answer()
    case .source:
      return try SourceView(try reading.snapshot.canonical(thing.number), reading).answer()
    default: return try EntryView(thing.number, reading).answer()
    }
  }
}
