import Foundation
import TestSupport
import Testing

/// A watcher whose standard output is a pipe that nobody reads any more.
struct OutputGoneTests {
  /// Opens a pipe as descriptor 3 and closes its reading end.
  private static let pipe = "mkfifo pipe; exec 4<>pipe; exec 3>pipe; exec 4<&-\n"
  private let folder: TemporaryFolder
  private let machine: Machine

  init() throws {
    folder = try TemporaryFolder()
    machine = try Machine(folder.file("ledger.db").path)
    try machine.augury("init", "--zone", "UTC")
    try machine.augury("tick")
  }

  @Test("Other channels go on, and what was for the terminal waits for one that is read")
  func others() throws {
    let hook = try NotedProgram()
    try machine.augury("channels", "add", "command", "--name", "hook", "--", hook.path)
    _ = try machine.ask("It snows")
    let runs = hook.path.dropLast("program".count) + "runs"
    let watched = try machine.bash(
      OutputGoneTests.pipe + """
        "$0" watch >&3 &
        for turn in {1..200}; do [ -s \(runs) ] && break; sleep 0.1; done
        sleep 1
        kill -TERM $!
        wait $!
        """)
    #expect(watched.status == 0, "\(watched.errorText)")
    #expect(watched.errorText.contains("Nobody reads standard output any more"))
    #expect(try hook.runs.count == 1)
    #expect(try machine.augury("tick").contains("It snows"))
    #expect(try hook.runs.count == 1)
  }

  @Test("Where the terminal is all it can tell by, it ends and says why, and nothing is lost")
  func alone() throws {
    _ = try machine.ask("It snows")
    let watched = try machine.bash(OutputGoneTests.pipe + "exec timeout 30 \"$0\" watch >&3")
    #expect(watched.status == 75)
    #expect(watched.errorText.hasPrefix("Error: Nobody reads standard output any more."))
    #expect(try machine.augury("tick").contains("It snows"))
  }
}
