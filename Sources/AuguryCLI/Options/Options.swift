import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

/// How an answer is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case table, json, jsonl, csv, markdown, html
}

extension ColourChoice: ExpressibleByArgument {}

/// What every command takes, as plain values.
struct CommonOptions {
  var ledger: String?
  var format: OutputFormat?
  var color: ColourChoice?
}

/// What every command takes.
struct LedgerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The ledger file.", valueName: "path"), completion: .file())
  var ledger: String?

  @Option(help: ArgumentHelp("How to print the answer.", valueName: "form"))
  var format: OutputFormat?

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color: ColourChoice?

  var values: CommonOptions { CommonOptions(ledger: ledger, format: format, color: color) }
}

/// What every reading command takes: the two clocks.
struct ReadOptions: ParsableArguments {
  @OptionGroup var common: LedgerOptions

  @Option(
    help: ArgumentHelp(
      "Read what the ledger knew at an instant or after an entry (#12).", valueName: "when"))
  var asOf: String?

  @Option(help: ArgumentHelp("Judge statuses as if it were this time.", valueName: "instant"))
  var at: String?
}

/// A call that was put wrongly in a way that the parser cannot see.
struct UsageError: Explained {
  let what: String
  let remedy: String
  var kind: FailureKind { .usage }

  init(_ what: String, _ remedy: String) {
    self.what = what
    self.remedy = remedy
  }
}

/// A request that the state of the ledger does not allow.
struct ConflictError: Explained {
  let what: String
  let remedy: String
  var kind: FailureKind { .conflict }

  init(_ what: String, _ remedy: String) {
    self.what = what
    self.remedy = remedy
  }
}
