import ArgumentParser
import AuguryRendering
import AuguryStore

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make all tables anew from the records.",
    usage: "augury rebuild [<options>]",
    discussion: """
      The records are the ledger; every other table follows from them.

      EXAMPLE
        augury rebuild
      """)

  @OptionGroup var options: LedgerOptions

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let changed = try ledger.rebuild()
    try Answer(json: ["changed": .bool(changed)]) { _, _ in
      changed
        ? "Made the tables anew; they had not been what the records give.\n"
        : "Made the tables anew; they are as they were.\n"
    }.print(workspace)
  }
}
