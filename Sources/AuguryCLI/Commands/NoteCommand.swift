import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Add a remark, a source's reply or a published correction.",
    usage: "augury note [<options>] <id> <text>",
    discussion: """
      Notes are shown with what they are about. A reply is the source's own answer.

      EXAMPLE
        augury note f1a2b3 "I said it could happen." --role reply --by "N. N."
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The identifier of what it is about.", valueName: "id"))
  var subject: String

  @Argument(help: ArgumentHelp("The words.", valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp("What the note is: reply, correction or remark.", valueName: "role"))
  var role: NoteRole = .remark

  @Option(help: ArgumentHelp("Whose words they are, when not yours.", valueName: "name"))
  var by: String?

  func run() throws {
    try Workspace(options).record { snapshot, writer in
      let thing = try snapshot.find(subject, [.forecast, .question, .source, .resolution])
      let note = Note(
        id: writer.identifier(.note), subject: thing.id, role: role,
        text: try ForecastInput.text(text, "note"), by: by)
      let entry = try writer.append(.note(note))
      return ActView(
        entry: entry, lines: ["Noted on \(try snapshot.short(thing.id)), as a \(role.rawValue)."],
        details: [("id", .string(note.id.text)), ("subject", .string(thing.id.text))])
    }
  }
}
