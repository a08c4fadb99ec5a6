import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore
import Glibc

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Look again and again, as a service.",
    usage: "augury watch [<options>]",
    discussion: """
      Does what `augury tick` does each time something is due, and at least once a minute, until it \
      is told to stop (SIGTERM or an interrupt); a pass under way is finished first. Several of \
      them at once tell each thing once. When nobody reads its standard output any more, other \
      channels go on; without any it ends. With --install it prints units for systemd instead.

      EXAMPLE
        augury watch
        augury watch --install
      """)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "Print a user service and a timer for systemd, and stop.")
  var install = false

  func run() throws {
    let workspace = try Workspace(options)
    guard !install else {
      return Terminal.write(
        ServiceUnits(
          workspace, program: Environment.program, state: Environment.variable("XDG_STATE_HOME")
        ).text)
    }
    let ledger = try workspace.open()
    // A folder that takes no lock would fail each pass in the same way.
    _ = try TickLock(ledger.path)
    let setup = SchedulerSetup(workspace: workspace)
    // Who no longer reads what this writes does not end it.
    signal(SIGPIPE, SIG_IGN)
    try WatchService.runUntilStopped(now: Environment.now) {
      do {
        return try pass(setup)
      } catch {
        Program.say(error)
        return nil
      }
    }
  }

  /// Looks once, and returns when it is to look again.
  private func pass(_ setup: SchedulerSetup) throws -> Instant? {
    let isGone = Terminal.isGone
    if isGone { try endIfUnheard(setup.workspace) }
    let show: ((Delivery) throws -> Void)? = isGone ? nil : { try setup.show($0) }
    guard let report = try setup.pass(show).run() else { return nil }
    if let words = report.words { Terminal.say(words) }
    if isGone, !report.tick.decided.isEmpty {
      Terminal.say("\(OutputGoneError().what) What is for the terminal waits for another pass.")
    }
    return report.next
  }

  /// Ends the process where standard output was all that it could tell by; no pass is under way.
  private func endIfUnheard(_ workspace: Workspace) throws {
    let channels = try ChannelStore(try workspace.open()).all()
    guard channels.allSatisfy({ $0.kind == .terminal }) else { return }
    let error = OutputGoneError()
    Program.say(error)
    Glibc.exit(error.kind.exitStatus)
  }
}
