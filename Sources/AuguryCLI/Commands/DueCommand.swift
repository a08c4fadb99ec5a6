import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Show what needs a decision now, and what comes next.",
    usage: "augury due [<options>]",
    discussion: """
      The longest wait stands first, with what was found so far and what is proposed. On a terminal \
      each can be answered in place; --no-input only shows them.

      EXAMPLE
        augury due
        augury due --within 2w --format json
      """)

  @OptionGroup var options: ReadOptions

  @Option(help: ArgumentHelp("How far to look ahead, such as 2w or 90d.", valueName: "time"))
  var within: String = "30d"

  @Option(help: ArgumentHelp("Only questions with this tag.", valueName: "tag"))
  var tag: String?

  @Option(help: ArgumentHelp("Only questions that this source spoke about.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Show so many of each part at most; 0 for all.", valueName: "n"))
  var limit: Int = 20

  @Flag(help: "Ask nothing.")
  var noInput = false

  func run() throws {
    let vantage = try Vantage(options)
    let lookup = try ZoneLookup(ledger: vantage.ledger.zone)
    let rules = try lookup.rules(nil)
    let today = rules.civilDate(at: vantage.instant)
    let last = today.adding(days: try SpanInput.days(within))
    let view = try vantage.ledger.read {
      let wanted = try wanted(vantage)
      let made = try AgendaMaker(vantage.snapshot, at: vantage.instant, zone: lookup.rules).agenda(
        in: vantage.ledger.zone, through: rules.endOfDay(last).advanced(byMicroseconds: -1),
        limit: limit > 0 ? limit : nil,
        showsChances: true
      ) { wanted?.contains($0) ?? true }
      return try AgendaView(made.agenda, now: made.now, next: made.next, rules, vantage)
    }
    try view.answer().print(vantage.workspace)
    let isTable = try vantage.workspace.format() == .table
    guard isTable, !noInput, !vantage.isMoved, Terminal.isInteractive, !view.agenda.now.isEmpty
    else { return }
    try DueDialogue(vantage.workspace, view.names, rules).run(view.agenda.now)
  }

  /// The numbers of the questions that are asked for; nothing for all.
  private func wanted(_ vantage: Vantage) throws -> Set<Int64>? {
    guard tag != nil || source != nil else { return nil }
    var filter = QuestionFilter()
    filter.tag = tag
    filter.limit = .max
    if let source { filter.source = try vantage.snapshot.findSource(source) }
    return Set(try vantage.snapshot.questions(filter).map(\.number))
  }
}
