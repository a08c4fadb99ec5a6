import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print what the program runs on and whether its settings hold.",
    usage: "augury doctor [<options>]",
    discussion: """
      EXAMPLE
        augury doctor
      """)

  @OptionGroup var options: LedgerOptions

  func run() throws {
    let workspace = try Workspace(options)
    var facts: [(String, String)] = [
      ("augury", AuguryCommand.configuration.version), ("SQLite", Ledger.engineVersion),
      ("ledger", workspace.path), ("settings", Settings.path), ("author", workspace.author),
      ("machine's zone", Environment.zoneName),
    ]
    var faults: [String] = []
    if let ledger = try workspace.openIfThere() {
      facts.append(("identifier", ledger.id))
      facts.append(("zone", ledger.zone))
      facts.append(("entries", NumberText.grouped(Int(try ledger.size()))))
      facts.append(("size", Sentence.bytes(Files.size(ledger.path) ?? 0)))
      for (name, value) in try ledger.settings() {
        facts.append((name, value))
        if let wanted = DoctorCommand.wanted[name], wanted != value {
          faults.append("\(name) is \(value), not \(wanted)")
        }
      }
    } else {
      facts.append(("entries", "none: the ledger does not exist yet"))
    }
    let json: JSONOutput = [
      "facts": .object(facts.map { ($0.0, .string($0.1)) }),
      "faults": .array(faults.map { .string($0) }),
    ]
    try Answer(json: json, rows: [["name", "value"]] + facts.map { [$0.0, $0.1] }) { width, style in
      var block = KeyValueBlock()
      for (name, value) in facts { block.add(name, value) }
      let text = block.render(width: width, style: style)
      return faults.reduce(text) { $0 + style.styled("✗", .bad) + " " + $1 + "\n" }
    }.print(workspace)
    if !faults.isEmpty { throw ExitCode(1) }
  }

  private static let wanted = [
    "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1", "recursive_triggers": "1",
    "trusted_schema": "0", "cell_size_check": "1",
  ]
}
