import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take out what was entered; nothing is erased.",
    usage: "augury undo [<options>] [<id> ...]",
    discussion: """
      Names a forecast, question, source, resolution, note or import by its identifier, or an \
      entry by its number. Without one, the last command is undone; undoing an undo brings back \
      what it took out. Entries that others depend on are refused, unless with --cascade.

      EXAMPLE
        augury undo f1a2b3
        augury undo
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(
    help: ArgumentHelp("Identifiers, or numbers of entries: 12, or 12-40.", valueName: "id"))
  var references: [String] = []

  @Flag(help: "Take out what depends on it as well.")
  var cascade = false

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    try Workspace(options).record { snapshot, writer in
      let ranges =
        try references.isEmpty
        ? [writer.lastCommand()]
        : references.flatMap { try Reference.ranges($0, snapshot, writer) }
      try snapshot.checkReadings(in: ranges, at: writer.instant)
      let undone = try writer.retract(ranges, cascade: cascade, reason: because)
      let count = undone.ranges.reduce(0) { $0 + $1.count }
      return ActView(
        entry: undone.entry,
        lines: [
          "Took out \(Sentence.count(count, "entry")): "
            + undone.ranges.map(Reference.text).joined(separator: ", ") + "."
        ],
        details: [
          (
            "retracted",
            .array(undone.ranges.map { [.int($0.lowerBound), .int($0.upperBound)] })
          )
        ])
    }
  }
}

/// References to entries, as people write them.
enum Reference {
  /// Returns the entries that a reference names.
  ///
  /// A forecast brings along the question and the source that the same command made for it, as
  /// long as nothing else uses them; an import brings along all of its entries.
  static func ranges(
    _ text: String, _ snapshot: Snapshot, _ writer: EntryWriter
  ) throws -> [ClosedRange<Int64>] {
    if let seq = number(text) { return [seq...seq] }
    if let range = range(text) { return [range] }
    let thing = try snapshot.find(text, IdentifierKind.allCases)
    guard let entry = try snapshot.ledger.entry(thing.number) else { return [] }
    switch entry.body {
    case .batch(let batch): return [entry.seq...(entry.seq + batch.count)]
    case .forecast: return try [entry.seq...entry.seq] + writer.madeFor(entry)
    default: return [entry.seq...entry.seq]
    }
  }

  /// Reads `12` or `#12`.
  static func number(_ text: String) -> Int64? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int64(digits)
  }

  /// Reads `12-40` or `#12-#40`.
  private static func range(_ text: String) -> ClosedRange<Int64>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = number(String(ends[0])), let last = number(String(ends[1])),
      first <= last
    else { return nil }
    return first...last
  }

  static func text(_ range: ClosedRange<Int64>) -> String {
    range.count == 1 ? "#\(range.lowerBound)" : "#\(range.lowerBound)–#\(range.upperBound)"
  }
}

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Delete the bytes of an entry for good; its hash stays.",
    usage: "augury redact [<options>] <id> --because <text>",
    discussion: """
      For what must not be kept, such as personal data. It cannot be undone. The ledger still \
      verifies, and `augury verify` names the entry as redacted. Backups and exports made before \
      still hold it.

      EXAMPLE
        augury redact f1a2b3 --because "request under data protection law"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("An identifier, or the number of an entry.", valueName: "id"))
  var reference: String

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String

  @Flag(help: "Do not ask.")
  var yes = false

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let snapshot = try ledger.now()
    let seq =
      try Reference.number(reference)
      ?? snapshot.find(reference, IdentifierKind.allCases).number
    if Terminal.isInteractive, !yes {
      guard Terminal.confirm("Delete the bytes of entry #\(seq) for good?") else {
        throw ExitCode(1)
      }
    }
    let entry = try ledger.write(workspace.capture) { writer in
      try writer.redactEntry(seq, reason: try ForecastInput.text(because, "reason"))
    }
    try ActView(
      entry: entry, lines: ["Redacted entry #\(seq): its bytes are deleted, its hash stays."],
      details: [("redacted", .int(seq))], isUndoable: false
    ).answer().print(workspace)
  }
}
