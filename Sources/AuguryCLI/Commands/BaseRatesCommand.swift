import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

/// How long a time a base rate is for.
enum RatePeriod: String, CaseIterable, ExpressibleByArgument {
  case week, month, year

  var days: Int {
    switch self {
    case .week: 7
    case .month: 30
    case .year: 365
    }
  }
}

struct BaseRatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "base-rates",
    abstract: "Document how often what a tag stands for happens.",
    discussion: """
      A base rate is the reference for forecasts on questions with its tag where no baseline was \
      stated and fewer than three others spoke. It counts for outcomes that became known after it \
      was recorded; `report --grade all` lets it count for all.

      EXAMPLE
        augury base-rates set coup 2% --per year --basis "Powell and Thyne, 1990-2010"
        augury base-rates list
        augury base-rates drop coup
      """,
    subcommands: [List.self, Set.self, Drop.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List base rates with what they rest on.",
      usage: "augury base-rates list [<options>]",
      discussion: """
        EXAMPLE
          augury base-rates list --format csv
        """)

    @OptionGroup var options: ReadOptions

    func run() throws {
      let vantage = try Vantage(options)
      try vantage.ledger.read {
        let rates = try vantage.snapshot.baseRates()
        let items = rates.map { seq, recorded, rate -> JSONOutput in
          [
            "entry": .int(seq), "recorded_at": .string(recorded.rfc3339), "tag": .string(rate.tag),
            "chance": rate.chance.map { .double($0.double) } ?? .null,
            "days": rate.days.map { .int(Int64($0)) } ?? .null,
            "basis": rate.basis.map { .string($0) } ?? .null,
          ]
        }
        let fields = rates.map { seq, recorded, rate in
          [
            "\(seq)", recorded.rfc3339, rate.tag, rate.chance?.value ?? "",
            rate.days.map { "\($0)" } ?? "", rate.basis ?? "",
          ]
        }
        try Answer(
          items: items, in: ["base_rates": .array(items)],
          rows: [["entry", "recorded_at", "tag", "chance", "days", "basis"]] + fields
        ) { width, style in
          guard !rates.isEmpty else { return "There are no base rates yet.\n" }
          var table = TextTable(columns: [
            .init("entry", dropOrder: 1), .init("since"),
            .init("tag", minimumWidth: 8, fit: .wrapped),
            .init("base rate"), .init("basis", minimumWidth: 16, fit: .wrapped),
          ])
          for (seq, recorded, rate) in rates {
            table.append([
              .init("#\(seq)", style: .identifier), .init("\(recorded.civilDate)"), .init(rate.tag),
              .init(BaseRatesCommand.phrase(rate)), .init(rate.basis ?? "–"),
            ])
          }
          return table.render(width: width, style: style)
        }.print(vantage.workspace)
      }
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Document the base rate of a tag.",
      usage: "augury base-rates set [<options>] <tag> <chance> --basis <text>",
      discussion: """
        With --per the chance is one for a time, and grows with a forecast's lead time as \
        1 − (1 − p)^(days / period); without it each question has that chance, however long it runs.

        EXAMPLE
          augury base-rates set coup 2% --per year --basis "Powell and Thyne, 1990-2010"
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The tag.", valueName: "tag"))
    var tag: String

    @Argument(help: ArgumentHelp("The chance, such as 2% or 1/40.", valueName: "chance"))
    var chance: String

    @Option(help: ArgumentHelp("The time that it is the chance for.", valueName: "period"))
    var per: RatePeriod?

    @Option(
      help: ArgumentHelp("What it rests on: which cases, counted by whom.", valueName: "text"))
    var basis: String

    func run() throws {
      let rate = BaseRate(
        tag: try ForecastInput.text(tag, "tag"), chance: try Probability(parsing: chance),
        days: per?.days, basis: try ForecastInput.text(basis, "basis"))
      try Workspace(options).record { _, writer in
        let entry = try writer.append(.baseRate(rate))
        return ActView(
          entry: entry,
          lines: [
            "The base rate of “\(tag)” is \(BaseRatesCommand.phrase(rate)) from now on.",
            "  it counts for outcomes that become known from now on",
          ],
          details: [("tag", .string(tag))])
      }
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop",
      abstract: "Give the base rate of a tag up.",
      usage: "augury base-rates drop [<options>] <tag>",
      discussion: """
        Outcomes that are known already keep it as their reference, except under --grade all.

        EXAMPLE
          augury base-rates drop coup
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The tag.", valueName: "tag"))
    var tag: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        let last = try snapshot.baseRates().last { $0.rate.tag == tag }
        guard last?.rate.chance != nil else {
          throw ConflictError(
            "\"\(tag.clipped)\" has no base rate.", "See `augury base-rates list`.")
        }
        let entry = try writer.append(.baseRate(BaseRate(tag: tag, chance: nil)))
        return ActView(
          entry: entry, lines: ["“\(tag)” has no base rate from now on."],
          details: [("tag", .string(tag))])
      }
    }
  }

  /// A base rate in words, such as "2 % in 365 days".
  static func phrase(_ rate: BaseRate) -> String {
    guard let chance = rate.chance else { return "given up" }
    return chance.percentDescription + (rate.days.map { " in \(Sentence.count($0, "day"))" } ?? "")
  }
}
