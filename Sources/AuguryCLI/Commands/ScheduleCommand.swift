import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Show when a question is asked about next and why, or change it.",
    usage: "augury schedule [<options>] <question>",
    discussion: """
      Without --grace, --review, --hazard, --hidden or --public it only shows. What is not named \
      stays as it is.

      EXAMPLE
        augury schedule q1a2b3
        augury schedule q1a2b3 --grace 7 --review 2w
        augury schedule q1a2b3 --hazard weibull:2 --hidden
      """)

  @OptionGroup var options: ReadOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Days after it is due before it is overdue, or default.", valueName: "days"))
  var grace: String?

  @Option(
    help: ArgumentHelp(
      "When it is looked at again: halving, never, or a time such as 2w, 30d, 3 months.",
      valueName: "plan"))
  var review: String?

  @Option(
    help: ArgumentHelp(
      "How its chance falls while nothing happens: constant, uniform, none or weibull:SHAPE.",
      valueName: "hazard"))
  var hazard: String?

  @Flag var visibility: Visibility?

  func run() throws {
    let request = ScheduleRequest(
      grace: grace, review: review, hazard: hazard, visibility: visibility)
    guard !request.isEmpty else {
      let vantage = try Vantage(options)
      return try vantage.ledger.read {
        let number = try vantage.snapshot.find(question, [.question]).number
        try ScheduleView(try vantage.snapshot.canonical(number), vantage).answer()
          .print(vantage.workspace)
      }
    }
    guard options.asOf == nil, options.at == nil else {
      throw UsageError(
        "Settings are recorded now; --as-of and --at are for reading.", "Leave them out.")
    }
    try record(request)
  }

  private func record(_ request: ScheduleRequest) throws {
    try Workspace(options.common).record { snapshot, writer in
      let (number, asked) = try snapshot.askedQuestion(question)
      var before = try snapshot.scheduling(of: number) ?? Scheduling(question: asked.id)
      before.question = asked.id
      let settings = try request.applied(to: before)
      let short = try snapshot.short(asked.id)
      guard settings != before else {
        throw ConflictError(
          "\(short) has these settings already.", "See them with `augury schedule \(short)`.")
      }
      let entry = try writer.append(.schedule(settings))
      return ActView(
        entry: entry,
        lines: ["Watched from now on, \(short): “\(asked.text)”"]
          + settings.changes(from: before).map { "  " + $0 },
        details: [("question", .string(asked.id.text)), ("settings", settings.json)])
    }
  }
}
