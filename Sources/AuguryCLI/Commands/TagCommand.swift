import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Put tags on a question, or take them off.",
    usage: "augury tag [<options>] <question> [<tag> ...]",
    discussion: """
      EXAMPLE
        augury tag q1a2b3 russia politics --remove draft
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Argument(help: ArgumentHelp("Tags to put on.", valueName: "tag"))
  var tags: [String] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("A tag to take off.", valueName: "tag"))
  var remove: [String] = []

  func run() throws {
    guard !tags.isEmpty || !remove.isEmpty else {
      throw UsageError("There is no tag.", "Write the tags after the question, or give --remove.")
    }
    let tags = try tags.map { try ForecastInput.text($0, "tag") }
    try Workspace(options).record { snapshot, writer in
      var (_, asked) = try snapshot.askedQuestion(question)
      let tagging = Tagging(question: asked.id, added: tags, removed: remove)
      let entry = try writer.append(.tagging(tagging))
      asked.tag(by: tagging)
      let now = asked.tags.isEmpty ? "no tags" : asked.tags.joined(separator: ", ")
      return ActView(
        entry: entry, lines: ["Tagged \(try snapshot.short(asked.id)): \(now)."],
        details: [
          ("question", .string(asked.id.text)), ("tags", .array(asked.tags.map { .string($0) })),
        ])
    }
  }
}

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: "Say which event a question belongs to.",
    usage: "augury event [<options>] <question> [<name>]",
    discussion: """
      Questions of one event stand or fall together, so the uncertainty of a record is reckoned \
      by event. Without a name the question is its own event again.

      EXAMPLE
        augury event q1a2b3 "Russian mutiny 2023"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Argument(help: ArgumentHelp("The event's name.", valueName: "name"))
  var name: String?

  func run() throws {
    try Workspace(options).record { snapshot, writer in
      let (number, asked) = try snapshot.askedQuestion(question)
      let isDecided = try !snapshot.resolutions(of: number).isEmpty
      let entry = try writer.append(
        .assignment(
          question: asked.id, event: try name.map { try ForecastInput.text($0, "event's name") }))
      var lines = [
        "Question \(try snapshot.short(asked.id)) "
          + (name.map { "belongs to “\($0)”." } ?? "is its own event.")
      ]
      if isDecided { lines.append("  its outcome was known already; the change is flagged") }
      return ActView(
        entry: entry, lines: lines,
        details: [
          ("question", .string(asked.id.text)), ("event", name.map { .string($0) } ?? .null),
          ("after_known", .bool(isDecided)),
        ])
    }
  }
}
