import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Record what happened to a question.",
    usage: "augury resolve [<options>] <question> <outcome>",
    discussion: """
      The outcome is yes, no, never (it cannot happen any more), ambiguous, or for other kinds of \
      question an option, a number or a date. A no says until when nothing was seen: the deadline, \
      unless --through names another day. A later resolution supersedes; nothing is erased.

      EXAMPLE
        augury resolve q1a2b3 yes --on 2026-12-03 --evidence https://example.org/snow
        augury resolve q1a2b3 no --through 2023-12-31 --evidence front-page.pdf
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Argument(
    help: ArgumentHelp(
      "yes, no, never, ambiguous, an option, a number or a date.", valueName: "outcome"))
  var outcome: String

  @Option(help: ArgumentHelp("The day it happened, or unknown.", valueName: "day"))
  var on: String?

  @Option(
    help: ArgumentHelp("The last day on which it was looked for and not seen.", valueName: "day"))
  var through: String?

  @Option(help: ArgumentHelp("The day this became known.", valueName: "day"))
  var known: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("An address, or a file to keep beside the ledger.", valueName: "url|file"))
  var evidence: [String] = []

  @Option(help: ArgumentHelp("Who decided, when not you.", valueName: "name"))
  var decidedBy: String?

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let archive = Archive(of: ledger.path)
    let request = ResolutionRequest(
      question: question, outcome: outcome, on: on, through: through, known: known,
      evidence: try evidence.map(archive.evidence), decidedBy: decidedBy, because: because)
    try request.record(workspace, ledger).answer().print(workspace)
  }
}

struct AnnulCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annul",
    abstract: "Take a question out of judgement, with the reason.",
    usage: "augury annul [<options>] <question> --because <text>",
    discussion: """
      An annulled question stays in the ledger and is counted, but no forecast on it is scored.

      EXAMPLE
        augury annul q1a2b3 --because "the match was called off"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
  var question: String

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let written = try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let before = try snapshot.resolutions(of: number).last
      let resolution = Resolution(
        id: writer.identifier(.resolution), question: asked.id, outcome: .annulled,
        reason: try ForecastInput.text(because, "reason"))
      try writer.append(.resolution(resolution))
      return (resolution, asked, before)
    }
    try ResolvedView(written.0, written.1, before: written.2, ledger).answer().print(workspace)
  }
}
