import ArgumentParser
import Augury

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Record a forecast.",
    usage: "augury log [<options>] [<question> ...]",
    discussion: """
      The source and the question are created when they are new. A question that resembles one \
      in the ledger is pointed out. Without a probability the forecast is recorded, not scored. \
      `augury log -` reads forecasts from standard input, one a line, written like the arguments \
      of this command; all of them are recorded, or none.

      EXAMPLE
        augury log "A coup removes the president" --by "Abbas Gallyamov" -p 70% \\
          --said "a military coup is likely imminent" --translated --on 2023 \\
          --until 2023-12-31 --via "The Daily Beast" \\
          --via UPROXX=https://example.org/article
        augury log "It snows in Oslo tomorrow" 70% --until tomorrow
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var input: LogInput

  func run() throws { try LogRun(options.values, input.request).run() }
}

/// What a forecast is written with.
struct LogInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The question as one sentence, then perhaps a probability; or - for lines of input.",
      valueName: "question"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Add to the question with this identifier.", valueName: "id"))
  var question: String?

  @Option(help: ArgumentHelp("Who said it (default: you).", valueName: "source"))
  var by: String?

  @Option(help: ArgumentHelp("What a new source is.", valueName: "kind"))
  var sourceKind: SourceKind?

  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp("The probability: 70%, 0.7, 7/10 or odds 3:1.", valueName: "chance"))
  var probability: String?

  @Flag(help: "The source says that it will not happen.")
  var not = false

  @Option(help: ArgumentHelp("The words, as quoted.", valueName: "quote"))
  var said: String?

  @Flag(help: "The quote is a translation.")
  var translated = false

  @Flag(help: "The quote is a paraphrase.")
  var paraphrased = false

  @Option(help: ArgumentHelp("The language of the quote (BCP 47).", valueName: "tag"))
  var language: String?

  @Option(
    help: ArgumentHelp(
      "When it was said; may be partial (2023, 2023-05) or unknown.", valueName: "when"))
  var on: String?

  @Option(help: ArgumentHelp("The last day on which it still counts.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The zone of that day.", valueName: "name"))
  var zone: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Where it was said, then each outlet that passed it on.", valueName: "name[=url]"))
  var via: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Where you read it: an address, or a file to keep beside the ledger.", valueName: "url|file"))
  var evidence: [String] = []

  @Option(help: ArgumentHelp("What would count, in words.", valueName: "text"))
  var criteria: String?

  @Option(help: ArgumentHelp("The event that the question belongs to.", valueName: "name"))
  var event: String?

  @Option(parsing: .singleValue, help: ArgumentHelp("A tag of the question.", valueName: "word"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("What a reference gave the same claim.", valueName: "chance"))
  var baseline: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("An option of a categorical question.", valueName: "name=chance"))
  var option: [String] = []

  @Flag(help: "The options stand in an order.")
  var ordered = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A quantile of a number or a date.", valueName: "level=value"))
  var quantile: [String] = []

  @Option(help: ArgumentHelp("The unit of a number.", valueName: "unit"))
  var unit: String?

  @Option(help: ArgumentHelp("Depend on another question (not supported).", visibility: .hidden))
  var `if`: String?

  @Flag(help: "Put a new question even if it resembles another.")
  var new = false

  /// The options as plain values.
  var request: LogRequest {
    var request = LogRequest()
    request.words = words
    request.question = question
    request.by = by
    request.sourceKind = sourceKind
    request.probability = probability
    request.not = not
    request.said = said
    request.translated = translated
    request.paraphrased = paraphrased
    request.language = language
    request.on = on
    request.until = until
    request.zone = zone
    request.via = via
    request.evidence = evidence
    request.criteria = criteria
    request.event = event
    request.tag = tag
    request.baseline = baseline
    request.option = option
    request.ordered = ordered
    request.quantile = quantile
    request.unit = unit
    request.condition = self.if
    request.new = new
    return request
  }
}
