import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put a question off: ask nothing about it until a day.",
    usage: "augury snooze [<options>] <question> <until>",
    discussion: """
      On that day the last thing that asked for a decision meanwhile is asked. `now` ends the snooze \
      that there is. Its status and its scores stay as they are.

      EXAMPLE
        augury snooze q1a2b3 "in 2 weeks" --because "the count goes on"
        augury snooze q1a2b3 now
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Argument(help: ArgumentHelp("The day on which it is asked about again.", valueName: "until"))
  var until: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var because: String?

  func run() throws {
    let workspace = try Workspace(options)
    try SnoozeRequest(question: question, until: until, because: because).record(workspace)
      .answer().print(workspace)
  }
}
