import ArgumentParser
import Augury
import AuguryFormats
import AuguryRendering
import AuguryStore
import Glibc

/// The forms of file that can be imported.
enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, jsonl
}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the forecasts of a file, all of them or none.",
    usage: "augury import [<options>] <file>",
    discussion: """
      Reads Augury CSV and Augury JSONL (Docs/Formats.md has both). A file that was imported \
      before adds only what is new in it. A JSONL export restores the very same ledger where there \
      is none yet; elsewhere its forecasts arrive as documented by the ledger they come from.

      EXAMPLE
        augury import forecasts.csv --dry-run
        augury import forecasts.csv
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(
    help: ArgumentHelp("The file, or - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The form of the file: csv or jsonl (default: by its name).", valueName: "form"))
  var from: ImportFormat?

  @Flag(help: "Say what would be added and write nothing.")
  var dryRun = false

  func run() throws {
    let workspace = try Workspace(options)
    let bytes = try Files.read(file)
    let format = from ?? (file.hasSuffix(".jsonl") || file.hasSuffix(".ndjson") ? .jsonl : .csv)
    if format == .jsonl, try restores(workspace) {
      return try restore(bytes, workspace)
    }
    let source = ImportFile(
      format: "augury-\(format.rawValue)",
      name: file == "-" ? "standard input" : Files.name(of: file),
      sha256: Archive.hash(bytes))
    switch format {
    case .csv:
      try load(try AuguryCSVFile(bytes, progress: Progress("reading").report), source, workspace)
    case .jsonl:
      let supply = try RecordSupply(try RecordFile(bytes))
      var named = source
      named.ledger = supply.ledger
      try load(supply, named, workspace)
    }
  }

  private func load(
    _ supply: some ForecastSupply, _ source: ImportFile, _ workspace: Workspace
  ) throws {
    let ledger = try dryRun ? rehearsalLedger(workspace) : workspace.openOrBegin()
    let progress = Progress("writing")
    let result = try ledger.importForecasts(
      supply, from: source, workspace.capture, isRehearsal: dryRun, progress: progress.report)
    progress.finish()
    try ImportView(result, isRehearsal: dryRun, ledger).answer().print(workspace)
  }

  /// Whether the file is the whole of a ledger that is about to come back.
  private func restores(_ workspace: Workspace) throws -> Bool {
    guard let ledger = try workspace.openIfThere() else { return true }
    return try ledger.size() <= 1
  }

  private func restore(_ bytes: [UInt8], _ workspace: Workspace) throws {
    let records = try RecordFile(bytes)
    if dryRun {
      return try Answer(json: ["entries": .int(Int64(records.lines.count))]) { _, _ in
        "Would restore \(Sentence.count(records.lines.count, "entry")).\n"
      }.print(workspace)
    }
    try Files.makeFolder(Files.folder(of: workspace.path))
    let lines = records.lines.map { line -> StoredLine in
      switch line {
      case .record(let bytes, let entry): .record(bytes, entry)
      case .redacted(let leaf): .redacted(leaf)
      }
    }
    let root = try Ledger.restore(lines, to: workspace.path)
    let restored = try workspace.open()
    let unapproved = try UnapprovedView(restored, workspace.approvals(restored))
    let json: JSONOutput = [
      "entries": .int(root.size), "root": .string(root.hash.hex), "unapproved": unapproved.json,
    ]
    try Answer(json: json) { _, _ in
      "Restored \(Sentence.count(Int(root.size), "entry")); root \(root.hash.hex)\n"
        + unapproved.line
    }.print(workspace)
  }

  /// A rehearsal needs no ledger of its own: where there is none, an empty one serves.
  private func rehearsalLedger(_ workspace: Workspace) throws -> Ledger {
    if let ledger = try workspace.openIfThere() { return ledger }
    return try Ledger.create("", zone: "UTC", capture: workspace.capture)
  }
}

/// Shows on a terminal how far a long command has come.
struct Progress {
  private let verb: String
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ verb: String) { self.verb = verb }

  func report(_ done: Int, _ total: Int) {
    guard isShown, total > 0 else { return }
    Terminal.show("\r\(verb) \(done * 100 / total) %")
    if done == total { finish() }
  }

  func finish() {
    if isShown { Terminal.show("\r\u{1b}[K") }
  }
}
