import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Lexicons

struct RereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reread",
    abstract: "Read the words of recorded forecasts anew.",
    usage: "augury reread [<options>]",
    discussion: """
      Adds a new reading where the words are now read otherwise, and lists what moved. Numbers and \
      days that were given are never read again, and a reading made when the outcome was known \
      changes no score. To compare tables without writing, use `augury report --scale`.

      EXAMPLE
        augury reread --dry-run
        augury reread --scale icd-203 --source "Joint Intelligence Committee"
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var scale: ScaleOptions

  @Option(help: ArgumentHelp("Only what this source said.", valueName: "source"))
  var source: String?

  @Flag(help: "Say what would move, and record nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let lexicon = try scale.scale.map(ScaleOptions.lexicon)
    let reason = try because.map { try ForecastInput.text($0, "reason") }
    func look(at instant: Instant) throws -> SecondLook {
      let snapshot = try ledger.now()
      return try SecondLook(
        snapshot, try snapshot.statements(), try SourceScales(snapshot, chosen: lexicon),
        source: try source.map { try snapshot.findSource($0) }, at: instant)
    }
    if dryRun {
      let look = try ledger.read { try look(at: Environment.now()) }
      return try RereadView(look, by: lexicon?.title, entries: nil).answer(workspace.format())
        .print(workspace)
    }
    let view = try ledger.write(workspace.capture) { writer in
      let look = try look(at: writer.instant)
      let first = writer.next
      for glance in look.moved {
        let id = glance.worded.forecast.id
        try writer.append(
          .reading(Rereading(forecast: id, reading: glance.reading, reason: reason)))
      }
      return RereadView(
        look, by: lexicon?.title, entries: first < writer.next ? first...(writer.next - 1) : nil)
    }
    try view.answer(workspace.format()).print(workspace)
  }
}
