import ArgumentParser
import AuguryRendering
import AuguryStore

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a new ledger.",
    usage: "augury init [<options>]",
    discussion: """
      The first `augury log` begins the default ledger by itself; this command is for choosing \
      its zone, or another place.

      EXAMPLE
        augury init --ledger desk.db --zone Europe/Berlin
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: ArgumentHelp("The zone that deadlines are read in.", valueName: "name"))
  var zone: String?

  func run() throws {
    let workspace = try Workspace(options)
    let zone = zone ?? workspace.settings.value(.zone) ?? "UTC"
    _ = try ZoneFiles.rules(zone)
    guard try workspace.openIfThere() == nil else {
      throw StoreError.exists(path: workspace.path)
    }
    try Files.makeFolder(Files.folder(of: workspace.path))
    let ledger = try Ledger.create(workspace.path, zone: zone, capture: workspace.capture)
    let json: JSONOutput = [
      "ledger": .string(ledger.id), "path": .string(ledger.path), "zone": .string(zone),
    ]
    try Answer(json: json) { _, _ in
      "Began ledger \(ledger.id.prefix(8)) at \(TerminalText.escape(ledger.path)), "
        + "with deadlines in \(zone).\n"
    }.print(workspace)
  }
}
