import ArgumentParser
import Augury
import AuguryFormats
import AuguryRendering
import AuguryStore
import Lexicons

struct InterpretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interpret",
    abstract: "Say what the words of a forecast are taken to mean.",
    usage: "augury interpret [<options>] <text> ...",
    discussion: """
      Reads how likely the words say something is, and by when. A range comes from a public table \
      (augury scales lists them), the windows of vague words such as "soon" are a convention of \
      Augury's own. Nothing is written. The text - reads standard input.

      EXAMPLE
        augury interpret "a military coup is likely imminent" --on 2023-05-20
        augury interpret --scale icd-203 "very unlikely before the end of 2027"
        augury interpret --batch < forecasts.jsonl
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The words, or - for standard input.", valueName: "text"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp("The day on which it was said (default: today).", valueName: "day"))
  var on: String?

  @OptionGroup var scale: ScaleOptions

  @Flag(
    help: """
      Read one JSON object a line from standard input, with id, text and reference (a day), and \
      write one a line.
      """)
  var batch = false

  func run() throws {
    let workspace = try Workspace(options)
    let chances = try scale.reader()
    let today = Environment.now().civilDate
    if batch {
      guard words.isEmpty else {
        throw UsageError("--batch reads from standard input.", "Leave out the text.")
      }
      return try InterpretBatch(chances, today).run()
    }
    let day = try on.map { try ForecastInput.day($0, today: today) } ?? today
    let text =
      try words == ["-"]
      ? String(decoding: Files.read("-"), as: UTF8.self) : Words.line(words)
    guard !text.trimmed.isEmpty else {
      throw UsageError("There is no text.", "Write it in quotes, or give - and pipe it in.")
    }
    let reading = TextReading(text, saidOn: day, by: chances)
    try InterpretView(reading).answer().print(workspace)
  }
}

/// Which table of words is read first.
struct ScaleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The table to read words by first: a name from augury scales, or a file.",
      valueName: "name"))
  var scale: String?

  func reader() throws -> ChanceReader {
    guard let scale else { return .standard }
    return ChanceReader(scale: try ScaleOptions.lexicon(scale))
  }

  /// Returns the built-in table of a name, or the one in a file.
  static func lexicon(_ name: String) throws -> Lexicon {
    if let lexicon = Lexicon.named(name) { return lexicon }
    guard Files.exists(name) else {
      let names = Lexicon.builtIn.map(\.id).joined(separator: ", ")
      throw UsageError(
        "There is no table \"\(name.clipped)\".", "Give one of \(names), or the path of a file.")
    }
    let lexicon = try LexiconFile.read(try Files.read(name))
    if let known = Lexicon.builtIn.first(where: { $0.id == lexicon.id }), known != lexicon {
      throw ConflictError(
        "The file calls its table \"\(lexicon.id.clipped)\", which is the name of a built-in one.",
        "Give the table an id of its own.")
    }
    return lexicon
  }

  /// Returns how a ledger keeps the table of a name, or the one in a file.
  static func table(_ name: String) throws -> Scale.Table {
    if name == "none" { return .none }
    let lexicon = try lexicon(name)
    if Lexicon.named(name) != nil { return .named(lexicon.id) }
    return .file(String(decoding: try Files.read(name), as: UTF8.self))
  }
}
