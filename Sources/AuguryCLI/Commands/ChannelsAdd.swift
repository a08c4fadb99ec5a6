import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct ChannelsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a channel.",
    usage: "augury channels add [<options>] <kind> [-- <word> ...]",
    discussion: """
      The kind is terminal, ics, atom, desktop, mail, webhook or command. Notices go out at once \
      unless --daily or --weekly gathers them; what falls into quiet hours waits for their end. \
      Hours are those of --zone, else of the ledger's zone.

      EXAMPLE
        augury channels add desktop --quiet 22:00-07:00
        augury channels add mail --to me@example.org --daily 08:00
        augury channels add ics --file ~/agenda.ics
        augury channels add command --only-overdue -- /usr/local/bin/hook --loud
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("What the channel is.", valueName: "kind"))
  var kind: ChannelWord

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The program and its arguments, of a command.", valueName: "word"))
  var command: [String] = []

  @Option(help: ArgumentHelp("Its name (default: the kind).", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("The file, of a calendar or a feed.", valueName: "path"),
    completion: .file())
  var file: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The address, of a mail.", valueName: "address"))
  var to: String?

  @Option(help: ArgumentHelp("The address, of a webhook.", valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp("A file with the key that signs, of a webhook.", valueName: "path"),
    completion: .file())
  var secretFile: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A private host that a webhook may reach, with its port.", valueName: "host:port"))
  var allow: [String] = []

  @Option(help: ArgumentHelp("Gather notices for this time of each day.", valueName: "hh:mm"))
  var daily: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Gather notices for a weekday and time, as mon 09:00.", valueName: "when"))
  var weekly: [String] = []

  @Option(help: ArgumentHelp("Hours without notices, as 22:00-07:00.", valueName: "hours"))
  var quiet: String?

  @Option(help: ArgumentHelp("The zone of these times (default: the ledger's).", valueName: "zone"))
  var zone: String?

  @Flag(help: "Tell only of what is overdue.")
  var onlyOverdue = false

  func run() throws {
    let workspace = try Workspace(options)
    let draft = ChannelDraft(
      word: kind, command: command, file: file, to: to, url: url, secretFile: secretFile,
      allow: allow)
    let kind = try draft.kind()
    let timing = PlanDraft(
      daily: daily, weekly: weekly, quiet: quiet, zone: zone, onlyOverdue: onlyOverdue)
    let name = try ForecastInput.text(name ?? self.kind.rawValue, "name")
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw UsageError("A name is one line of text.", "Leave out control characters.")
    }
    let ledger = try workspace.openOrBegin()
    let channel = Channel(name: name, kind: kind, plan: try timing.plan(ledgerZone: ledger.zone))
    // Who types it has approved it.
    try workspace.approvals(ledger).add(kind)
    try ChannelStore(ledger).add(channel)
    try ChannelView.added(channel).print(workspace)
  }
}
