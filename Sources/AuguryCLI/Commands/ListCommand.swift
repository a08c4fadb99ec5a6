import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List questions, newest first.",
    usage: "augury list [<options>] [<word> ...]",
    discussion: """
      EXAMPLE
        augury list --status due --status overdue
        augury list --source "Abbas Gallyamov" --tag russia --due-before 2027-01-01
        augury list --scale icd-203
      """)

  @OptionGroup var options: ReadOptions

  @OptionGroup var scale: ScaleOptions

  @Argument(help: ArgumentHelp("Words that the question holds.", valueName: "word"))
  var words: [String] = []

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Only questions of this status.", valueName: "status")
  )
  var status: [Status] = []

  @Option(
    help: ArgumentHelp("Only questions on which this source has a forecast.", valueName: "source"))
  var source: String?

  @Option(help: ArgumentHelp("Only questions with this tag.", valueName: "tag"))
  var tag: String?

  @Option(help: ArgumentHelp("Only questions of this event.", valueName: "name"))
  var event: String?

  @Option(
    help: ArgumentHelp("Only questions whose deadline lies before this day.", valueName: "day"))
  var dueBefore: String?

  @Option(help: ArgumentHelp("How many at most; 0 for all.", valueName: "count"))
  var limit: Int = 50

  func run() throws {
    guard limit >= 0 else {
      throw UsageError("\(limit) is not a number of questions.", "Give 0 for all, or more.")
    }
    let vantage = try Vantage(options)
    try vantage.ledger.read {
      let (rows, more) = try page(vantage)
      let readings = try readings(rows, vantage)
      try QuestionList(rows: rows, hasMore: more, vantage, readings).answer()
        .print(vantage.workspace)
    }
  }

  /// What the words of forecasts on some questions are taken to mean by the table that is asked
  /// for, beside what is on record.
  private func readings(
    _ rows: [QuestionRecord], _ vantage: Vantage
  ) throws -> [Int64: [SecondLook.Glance]]? {
    guard let lexicon = try scale.scale.map(ScaleOptions.lexicon) else { return nil }
    let scales = try SourceScales(vantage.snapshot, chosen: lexicon)
    var readings: [Int64: [SecondLook.Glance]] = [:]
    for row in rows {
      let statements = try vantage.snapshot.statements(on: row.number)
      readings[row.number] =
        try SecondLook(vantage.snapshot, statements, scales, at: vantage.instant).glances
    }
    return readings
  }

  /// Reads on until the page is full: statuses are derived, so they are filtered here.
  private func page(_ vantage: Vantage) throws -> ([QuestionRecord], Bool) {
    var filter = try self.filter(vantage)
    let wanted = limit == 0 ? Int.max : limit
    var found: [QuestionRecord] = []
    while true {
      let rows = try vantage.snapshot.questions(filter)
      let zones = try vantage.zones(rows.map(\.due?.zone))
      for row in rows where status.isEmpty || status.contains(vantage.status(row, zones)) {
        guard found.count < wanted else { return (found, true) }
        found.append(row)
      }
      guard rows.count == filter.limit, let last = rows.last else { return (found, false) }
      filter.after = last.number
    }
  }

  private func filter(_ vantage: Vantage) throws -> QuestionFilter {
    var filter = QuestionFilter()
    filter.source = try source.map { try vantage.snapshot.findSource($0) }
    filter.tag = tag
    filter.event = event
    let today = try vantage.workspace.today(vantage.ledger)
    filter.dueBefore = try dueBefore.map { try ForecastInput.day($0, today: today) }
    filter.words = words.flatMap(Words.of)
    let decided = Set(status.map { [.resolved, .ambiguous, .annulled].contains($0) })
    filter.isDecided = decided.count == 1 ? decided.first : nil
    filter.limit = status.isEmpty && limit > 0 ? limit + 1 : 1000
    return filter
  }
}
