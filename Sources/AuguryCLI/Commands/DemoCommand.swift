import ArgumentParser
import Augury
import AuguryFormats
import AuguryRendering
import AugurySamples
import AuguryStore
import Glibc

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the main job on a ledger of its own, which is thrown away.",
    usage: "augury demo [<options>]",
    discussion: """
      With --ledger the ledger of the demo is kept at that path.

      EXAMPLE
        augury demo
        augury demo --ledger demo.db
      """)

  @OptionGroup var options: LedgerOptions

  func run() throws {
    let folder = options.ledger == nil ? try DemoCommand.temporaryFolder() : ""
    defer { if options.ledger == nil { DemoCommand.remove(folder) } }
    let path = options.ledger ?? folder + "/demo.db"
    guard !Files.exists(path) else { throw StoreError.exists(path: path) }
    var demo = Demo(
      path: path, format: options.format, style: Terminal.styler(options.color ?? .auto))
    try demo.run()
  }

  private static func temporaryFolder() throws -> String {
    let base = Environment.variable("TMPDIR") ?? "/tmp"
    var template = Array((base + "/augury-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(path: base, action: "written", code: errno)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func remove(_ folder: String) {
    for name in ["demo.db", "demo.db-journal", "sample.csv"] { Files.remove(folder + "/" + name) }
    rmdir(folder)
  }
}

/// Plays the commands of the demo, each shown before its answer.
private struct Demo {
  let path: String
  let format: OutputFormat?
  let style: Styler

  mutating func run() throws {
    say("One command records who predicted what, with the words and the way they came.")
    try play(
      [
        "log", "Vladimir Putin is removed from power by a military coup", "--by", "Abbas Gallyamov",
        "--said", "a military coup is likely imminent", "--translated", "-p", "70%", "--on", "2023",
        "--until", "2023-12-31", "--via", "Mozhem Obyasnit", "--via", "The Daily Beast", "--via",
        "UPROXX",
      ], creating: true)
    let question = try firstQuestion()
    say("Another records what happened.")
    try play([
      "resolve", question, "no", "--through", "2023-12-31", "--evidence",
      "https://example.org/evidence",
    ])
    say("A sample of invented sources, stamped by an invented system, comes in from a table.")
    try importSample()
    say("A third prints how accurate each source has been.")
    try play(["report"])
    say("And nothing that was written can be changed unseen.")
    try play(["verify"])
  }

  private func say(_ sentence: String) {
    Terminal.write(style.styled(sentence, .emphasis) + "\n\n")
  }

  private func play(_ arguments: [String], creating: Bool = false) throws {
    Terminal.write(
      style.styled("$ augury " + arguments.map(Demo.quoted).joined(separator: " "), .dim) + "\n")
    if creating {
      _ = try Ledger.create(
        path, zone: "UTC",
        capture: Capture(
          author: Environment.login, clock: Environment.now, random: SecureRandom()))
    }
    let form = format.map { ["--format", $0.rawValue] } ?? []
    var command = try AuguryCommand.parseAsRoot(arguments + ["--ledger", path] + form)
    try command.run()
    Terminal.write("\n")
  }

  private func importSample() throws {
    let ledger = try Ledger.open(path)
    let bytes = Array(Sample.csv.utf8)
    Terminal.write(style.styled("$ augury import sample.csv", .dim) + "\n")
    let file = ImportFile(format: "augury-csv", name: "sample.csv", sha256: Archive.hash(bytes))
    let result = try ledger.importForecasts(
      try AuguryCSVFile(bytes), from: file,
      Capture(
        author: Environment.login, clock: Environment.now, random: SecureRandom()))
    let answer = try ImportView(result, isRehearsal: false, ledger).answer()
    Terminal.write(answer.text(Terminal.width, style) + "\n")
  }

  private func firstQuestion() throws -> String {
    let snapshot = try Ledger.open(path).now()
    guard let question = try snapshot.questions(QuestionFilter()).first else { return "" }
    return try snapshot.short(try snapshot.id(of: question.number))
  }

  private static func quoted(_ word: String) -> String {
    word.contains(" ") || word.contains("=") ? "\"\(word)\"" : word
  }
}
