import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Move a question's criteria or deadline for forecasts said from now on.",
    usage: "augury amend [<options>] <question>",
    discussion: """
      Each forecast is judged by the deadline that stood when it was said. Both deadlines are \
      kept, and the moves are counted and shown.

      EXAMPLE
        augury amend q1a2b3 --until 2027-06-30 --because "the vote was put off"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Option(help: ArgumentHelp("The new deadline.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The zone of that day.", valueName: "name"))
  var zone: String?

  @Option(help: ArgumentHelp("The new criteria.", valueName: "text"))
  var criteria: String?

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    guard until != nil || criteria != nil else {
      throw UsageError("Nothing is to be moved.", "Give --until, --criteria, or both.")
    }
    let workspace = try Workspace(options)
    let request = AmendRequest(
      question: question, until: until, zone: zone, criteria: criteria, because: because)
    try request.record(workspace).answer().print(workspace)
  }
}

extension Snapshot {
  /// Returns the question that a reference names, after merging.
  func askedQuestion(_ reference: String) throws -> (Int64, Question) {
    let number = try canonical(try find(reference, [.question]).number)
    guard let question = try fullQuestion(number) else {
      throw LookupError.noSuch(reference, nouns: ["question"])
    }
    return (number, question)
  }
}
