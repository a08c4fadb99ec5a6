import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play the schedule over a span of time, without writing anything.",
    usage: "augury simulate [<options>] --from <day> --to <day>",
    discussion: """
      Prints what would have been asked, and when. A question that was entered after the span began \
      is taken as entered when it was first asked or spoken about; what was decided, moved or put \
      off counts from when it was recorded.

      EXAMPLE
        augury simulate --from 2024-06-01 --to 2024-12-31
        augury simulate --from 2026-01-01 --to 2026-12-31 --format csv > year.csv
      """)

  @OptionGroup var options: ReadOptions

  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String

  @Option(help: ArgumentHelp("The last day.", valueName: "day"))
  var to: String

  @Option(help: ArgumentHelp("Print so many lines at most; 0 for all.", valueName: "n"))
  var limit: Int = 0

  func run() throws {
    let vantage = try Vantage(options)
    let lookup = try ZoneLookup(ledger: vantage.ledger.zone)
    let rules = try lookup.rules(nil)
    let today = rules.civilDate(at: vantage.instant)
    let first = try ForecastInput.day(from, today: today)
    let last = try ForecastInput.day(to, today: today)
    guard first <= last else {
      throw UsageError(
        "The span ends on \(last), before it begins on \(first).", "Turn the two round.")
    }
    try vantage.ledger.read {
      let simulation = try Simulation(
        vantage.snapshot, from: rules.startOfDay(first),
        through: rules.endOfDay(last).advanced(byMicroseconds: -1), now: vantage.instant,
        zone: lookup.rules)
      try SimulationView(simulation, first...last, rules, limit: limit, vantage).answer()
        .print(vantage.workspace)
    }
  }
}
