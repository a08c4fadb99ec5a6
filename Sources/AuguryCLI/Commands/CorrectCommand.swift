import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Put a slip of the pen right.",
    usage: "augury correct [<options>] <id>",
    discussion: """
      What was entered first is kept. A forecast that is put right while its outcome is unknown \
      keeps its original capture time; afterwards the original is scored and both are shown. \
      What a source said later is no correction but a new forecast: use `augury log`.

      EXAMPLE
        augury correct f1a2b3 -p 70% --because "typed 7%"
        augury correct s1a2b3 --name "Abbas Gallyamov"
        augury correct q1a2b3 --text "It snows in Oslo in December"
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(
    help: ArgumentHelp("The forecast's, question's or source's identifier.", valueName: "id"))
  var subject: String

  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp("A forecast's probability.", valueName: "chance"))
  var probability: String?

  @Option(help: ArgumentHelp("A forecast's quote.", valueName: "quote"))
  var said: String?

  @Option(help: ArgumentHelp("When a forecast was said.", valueName: "when"))
  var on: String?

  @Option(help: ArgumentHelp("A forecast's own last day.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("A forecast's source.", valueName: "source"))
  var by: String?

  @Option(help: ArgumentHelp("A question's text.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("A source's name.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("What a source is.", valueName: "kind"))
  var kind: SourceKind?

  @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
  var because: String?

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let today = try workspace.today(ledger)
    let view = try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let thing = try snapshot.find(subject, [.forecast, .question, .source])
      let body = try snapshot.standingBody(thing)
      let changes = try changes(to: body, snapshot, today)
      guard !changes.isEmpty else {
        throw UsageError(
          "Nothing of \(try snapshot.short(thing.id)) is to be put right.",
          "Give what is wrong anew: -p, --said, --on, --until, --by, --text, --name or --kind.")
      }
      let correction = Correction(
        subject: thing.id, changes: JSONObject(members: changes), reason: because)
      let corrected = try body.corrected(by: correction)
      let entry = try writer.append(.correction(correction))
      var lines = [
        "Corrected \(try snapshot.short(thing.id)): \(changes.map(\.key).joined(separator: ", "))."
      ]
      var last = entry
      if let reading = try newReading(of: corrected, changes, thing, snapshot) {
        last = try writer.append(
          .reading(Rereading(forecast: thing.id, reading: reading, reason: because)))
        lines.append("  " + ReadingText.sentence(reading))
      }
      return ActView(
        entry: entry, last: last, lines: lines, details: [("subject", .string(thing.id.text))])
    }
    try view.answer().print(workspace)
  }

  /// What is read of a forecast whose words, or the day they count from, were put right.
  private func newReading(
    of corrected: EntryBody, _ changes: [JSONObject.Member], _ thing: Thing, _ snapshot: Snapshot
  ) throws -> Reading? {
    guard changes.contains(where: { ["wording", "said", "negated"].contains($0.key) }),
      case .forecast(let forecast) = corrected,
      let captured = try snapshot.ledger.entry(thing.number)?.recordedAt
    else { return nil }
    let place = try snapshot.canonical(
      try snapshot.find(forecast.question.text, [.question]).number)
    guard let question = try snapshot.fullQuestion(place) else { return nil }
    let source = try snapshot.find(forecast.source.text, [.source]).number
    let reader = try SourceScales(snapshot).reader(
      source: try snapshot.canonical(source), venue: forecast.citations.first?.venue)
    let reading = forecast.reread(
      by: reader, captured: captured.civilDate, on: question.kind,
      hasDeadline: question.deadline != nil, isAfresh: changes.contains { $0.key == "wording" })
    return Reading.areAlike(reading, forecast.reading) ? nil : reading
  }

  private func changes(
    to body: EntryBody, _ snapshot: Snapshot, _ today: CivilDate
  ) throws -> [JSONObject.Member] {
    switch body {
    case .source(var source):
      source.name = try name.map { try ForecastInput.text($0, "name") } ?? source.name
      source.kind = kind ?? source.kind
      return EntryBody.source(source).members(changedFrom: body)
    case .question(var question):
      question.text = try text.map { try ForecastInput.text($0, "question") } ?? question.text
      return EntryBody.question(question).members(changedFrom: body)
    case .forecast(var forecast):
      guard probability == nil || forecast.parts.isEmpty else {
        throw LoggingError.probabilityOnDistribution
      }
      if let probability { forecast.probability = try Probability(parsing: probability) }
      if let said {
        forecast.wording = Wording(
          quote: said, language: forecast.wording?.language,
          form: forecast.wording?.form ?? .verbatim, by: forecast.wording?.by)
      }
      if let on { forecast.said = try ForecastInput.time(on, today: today) }
      if let until {
        forecast.window = Window(
          default: try ForecastInput.day(until, today: today), zone: forecast.window?.zone)
      }
      if let by { forecast.source = try snapshot.id(of: try snapshot.findSource(by)) }
      return EntryBody.forecast(forecast).members(changedFrom: body)
    default: return []
    }
  }
}
