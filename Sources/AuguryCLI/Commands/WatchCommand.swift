import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Look again and again, as a service.",
    usage: "augury watch [<options>]",
    discussion: """
      Does what `augury tick` does each time something is due, and at least once a minute, until it \
      is told to stop (SIGTERM or an interrupt); a pass under way is finished first. Several of \
      them at once tell each thing once. With --install it prints units for systemd instead.

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
      return Terminal.write(ServiceUnits(workspace, program: Environment.program).text)
    }
    _ = try workspace.open()
    let setup = SchedulerSetup(workspace: workspace)
    try WatchService.runUntilStopped(now: Environment.now) {
      do {
        guard let report = try setup.pass(setup.show).run() else { return nil }
        if let words = report.words { Terminal.say(words) }
        return report.next
      } catch {
        Program.say(error)
        return nil
      }
    }
  }
}
