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
    let ledger = try workspace.open()
    let deadline = try ForecastInput.deadline(
      until, zone: zone, today: try workspace.today(ledger))
    let view = try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let amendment = Amendment(
        question: asked.id, criteria: criteria, deadline: deadline, reason: because)
      let entry = try writer.append(.amendment(amendment))
      var lines = ["Amended \(try snapshot.short(asked.id)): “\(asked.text)”"]
      if let deadline {
        lines.append("  deadline \(asked.deadline?.day.description ?? "none") → \(deadline.day)")
      }
      if let criteria { lines.append("  criteria: \(criteria)") }
      let standing = try snapshot.forecasts(on: number).count
      if standing > 0 {
        lines.append("  forecasts already said (\(standing)) keep the deadline they had")
      }
      return ActView(
        entry: entry, lines: lines, details: [("question", .string(asked.id.text))])
    }
    try view.answer().print(workspace)
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
