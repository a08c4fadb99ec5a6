import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct TickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: "Look once at what is to be asked by now, and tell it.",
    usage: "augury tick [<options>]",
    discussion: """
      One pass of the scheduler. Each notice is decided once, under a key of its question, its kind \
      and the instant it is due, however often and from how many processes this runs; what was \
      missed comes in one digest. What a channel did not take is tried again later. Run it by \
      cron or a timer, or let `augury watch` do it.

      EXAMPLE
        augury tick
        augury tick --dry-run
      """)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "Print what would be decided; write and tell nothing.")
  var dryRun = false

  func run() throws {
    let workspace = try Workspace(options)
    if dryRun { return try preview(workspace) }
    let setup = SchedulerSetup(workspace: workspace)
    var isShown = false
    let pass = try setup.pass { delivery in
      try setup.show(delivery)
      isShown = true
    }
    guard let report = try pass.run() else { throw TickBusyError(path: workspace.path) }
    if !isShown, try workspace.format() == .json { try setup.show(try setup.nothing()) }
    if let words = report.words { Terminal.say(words) }
    if report.hasFailed { throw ExitCode(FailureKind.unavailable.exitStatus) }
  }

  private func preview(_ workspace: Workspace) throws {
    let ledger = try workspace.open()
    let lookup = try ZoneLookup(ledger: ledger.zone)
    let report = try Tick(ledger, workspace.capture, recipients: [], zone: lookup.rules).preview()
    try ledger.read {
      let snapshot = try ledger.now()
      let items = try report.decided.map { try $0.ask.json($0.question, snapshot) }
      let lines = try report.decided.map { question, ask in
        let id = try snapshot.short(try snapshot.id(of: question))
        return "\(ask.asked.civilDate)  \(ask.step.kind.rawValue)  \(id)  "
          + TerminalText.escape(try snapshot.question(question)?.text ?? "") + "\n"
      }
      try Answer(
        items: items,
        in: [
          "at": .string(report.instant.rfc3339), "looked": .int(Int64(report.looked)),
          "decided": .array(items), "next": report.next.map { .string($0.rfc3339) } ?? .null,
        ], rows: []
      ) { _, style in
        let count = Sentence.count(lines.count, "notice")
        return lines.joined()
          + style.styled("\(count) would be decided; nothing was written.", .dim) + "\n"
      }.print(workspace)
    }
  }
}

/// Another process is telling notices.
struct TickBusyError: Explained {
  let path: String
  var kind: FailureKind { .unavailable }
  var what: String { "Another process looks at \(path) just now." }
  var remedy: String { "Nothing is lost: it tells what there is. Try again in a moment." }
}
