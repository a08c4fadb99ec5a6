import ArgumentParser
import Augury
import AuguryFormats
import AuguryRendering
import Lexicons

struct ScalesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scales",
    abstract: "List the tables that words are read by, print one, or compare a phrase.",
    usage: "augury scales [<options>] [<name>]",
    discussion: """
      Without a name it lists the tables; with one it prints that table. --format json prints it \
      in the form in which a table of your own is written. --phrase shows what a phrase means in \
      every table.

      EXAMPLE
        augury scales
        augury scales icd-203
        augury scales --phrase "highly likely"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("A table's name, or a file.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The phrase to compare.", valueName: "words"))
  var phrase: String?

  func run() throws {
    let workspace = try Workspace(options)
    switch (name, phrase) {
    case (nil, nil): try ScalesView.list(Lexicon.builtIn).print(workspace)
    case (let name?, nil):
      try ScalesView.table(try ScaleOptions.lexicon(name)).print(workspace)
    case (nil, let phrase?):
      try ScalesView.comparison(try ForecastInput.text(phrase, "phrase"), Lexicon.builtIn)
        .print(workspace)
    case (let name?, let phrase?):
      try ScalesView.comparison(
        try ForecastInput.text(phrase, "phrase"), [try ScaleOptions.lexicon(name)]
      ).print(workspace)
    }
  }
}
