import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Record that a source took a forecast back.",
    usage: "augury withdraw [<options>] <forecast>",
    discussion: """
      A forecast that was withdrawn before its outcome was known is shown and not scored. To take \
      out a forecast that should never have been entered, use `augury undo`.

      EXAMPLE
        augury withdraw f1a2b3 --on 2026-03-01 --because "no longer stands by it"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The forecast's identifier.", valueName: "forecast"))
  var forecast: String

  @Option(help: ArgumentHelp("When it was withdrawn.", valueName: "when"))
  var on: String?

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let said = try ForecastInput.time(on, today: try workspace.today(ledger))
    let view = try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let thing = try snapshot.find(forecast, [.forecast])
      guard try snapshot.stands(forecast: thing.number) else {
        throw LookupError.noSuch(forecast, nouns: ["forecast"])
      }
      let withdrawal = Withdrawal(forecast: thing.id, said: said, reason: because)
      let entry = try writer.append(.withdrawal(withdrawal))
      return ActView(
        entry: entry, lines: ["Withdrew \(try snapshot.short(thing.id))."],
        details: [("forecast", .string(thing.id.text))])
    }
    try view.answer().print(workspace)
  }
}
