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
      """)

  @OptionGroup var options: ReadOptions

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
    let reading = try Reading(options)
    try reading.ledger.read {
      let (rows, more) = try page(reading)
      try QuestionList(rows: rows, hasMore: more, reading).answer().print(reading.workspace)
    }
  }

  /// Reads on until the page is full: statuses are derived, so they are filtered here.
  private func page(_ reading: Reading) throws -> ([QuestionRecord], Bool) {
    var filter = try self.filter(reading)
    let wanted = limit == 0 ? Int.max : limit
    var found: [QuestionRecord] = []
    while true {
      let rows = try reading.snapshot.questions(filter)
      let zones = try reading.zones(rows.map(\.deadline?.zone))
      for row in rows where status.isEmpty || status.contains(reading.status(row, zones)) {
        guard found.count < wanted else { return (found, true) }
        found.append(row)
      }
      guard rows.count == filter.limit, let last = rows.last else { return (found, false) }
      filter.after = last.number
    }
  }

  private func filter(_ reading: Reading) throws -> QuestionFilter {
    var filter = QuestionFilter()
    filter.source = try source.map { try reading.snapshot.findSource($0) }
    filter.tag = tag
    filter.event = event
    let today = try reading.workspace.today(reading.ledger)
    filter.dueBefore = try dueBefore.map { try ForecastInput.day($0, today: today) }
    filter.words = words.flatMap(Words.of)
    let decided = Set(status.map { [.resolved, .ambiguous, .annulled].contains($0) })
    filter.isDecided = decided.count == 1 ? decided.first : nil
    filter.limit = status.isEmpty && limit > 0 ? limit + 1 : 1000
    return filter
  }
}
