import ArgumentParser
import Augury
import AuguryRendering

extension SettingKey: ExpressibleByArgument {}

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print or change settings.",
    usage: "augury config [<options>] [<name>] [<value>]",
    discussion: """
      A flag comes before the environment (AUGURY_AUTHOR and so on), that before the file, that \
      before the default.

      EXAMPLE
        augury config
        augury config author "Ann Olsen"
        augury config author --unset
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The setting.", valueName: "name"))
  var key: SettingKey?

  @Argument(help: ArgumentHelp("Its new value.", valueName: "value"))
  var value: String?

  @Flag(help: "Take the setting out of the file.")
  var unset = false

  func run() throws {
    let workspace = try Workspace(options)
    guard let key else {
      guard !unset else { throw UsageError("No setting is named.", "Name the one to take out.") }
      return try list(workspace)
    }
    if unset || value != nil {
      guard !(unset && value != nil) else {
        throw UsageError("A value and --unset contradict one another.", "Give one of the two.")
      }
      try check(key)
      var settings = workspace.settings
      try settings.set(key, to: value)
    }
    let found = try Settings().lookUp(key)
    let json: JSONOutput = [
      "name": .string(key.rawValue), "value": found.map { .string($0.value) } ?? .null,
    ]
    try Answer(json: json) { _, _ in TerminalText.escape(found?.value ?? "") + "\n" }.print(
      workspace)
  }

  private func check(_ key: SettingKey) throws {
    guard let value else { return }
    guard !value.trimmed.isEmpty else {
      throw UsageError("The value is empty.", "Give one, or take the setting out with --unset.")
    }
    guard !value.utf8.contains(where: { $0 < 0x20 }) else {
      throw UsageError("A setting is one line of text.", "Leave out control characters.")
    }
    let allowed: [String]? =
      switch key {
      case .format: OutputFormat.allCases.map(\.rawValue)
      case .color: ColourChoice.allCases.map(\.rawValue)
      case .grade: GradeChoice.allCases.map(\.rawValue)
      default: nil
      }
    if let allowed, !allowed.contains(value) {
      throw UsageError(
        "\"\(value.clipped)\" is not a value of \(key.rawValue).",
        "Give \(Sentence.list(allowed, conjunction: "or")).")
    }
    if key == .zone { _ = try ZoneFiles.rules(value) }
  }

  private func list(_ workspace: Workspace) throws {
    let rows = SettingKey.allCases.map { key in
      let found = workspace.settings.lookUp(key)
      return (key: key, value: found?.value ?? "", origin: found?.origin ?? .standard)
    }
    let items = rows.map { row -> JSONOutput in
      [
        "name": .string(row.key.rawValue), "value": .string(row.value),
        "origin": .string(row.origin.description),
      ]
    }
    let fields = rows.map { [$0.key.rawValue, $0.value, $0.origin.description] }
    try Answer(
      items: items, in: ["settings": .array(items)], rows: [["name", "value", "origin"]] + fields
    ) { width, style in
      var table = TextTable(columns: [
        .init("name"), .init("value", minimumWidth: 40, fit: .wrapped), .init("from"),
        .init("what it is for", minimumWidth: 20, fit: .wrapped, dropOrder: 1),
      ])
      for row in rows {
        table.append([
          .init(row.key.rawValue), .init(row.value), .init(row.origin.name),
          .init(row.key.summary),
        ])
      }
      return table.render(width: width ?? 80, style: style) + "\n"
        + style.styled("File: \(Settings.path)", .dim) + "\n"
    }.print(workspace)
  }
}
