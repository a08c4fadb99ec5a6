import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct EditionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "editions",
    abstract: "Fix dated editions of the track record.",
    discussion: """
      An edition fixes an instant, a policy and with them a state of the ledger: it shows what was \
      known at its instant, or when it was announced where that was later. One that is announced \
      before its day is a look at the evidence that was decided on beforehand.

      EXAMPLE
        augury editions announce 2026 --on 2026-12-31
        augury editions list
        augury report --edition 2026
      """,
    subcommands: [List.self, Announce.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List editions.",
      usage: "augury editions list [<options>]",
      discussion: """
        EXAMPLE
          augury editions list
        """)

    @OptionGroup var options: ReadOptions

    func run() throws {
      let vantage = try Vantage(options)
      try vantage.ledger.read {
        let editions = try vantage.snapshot.editions()
        let items = editions.map { seq, announced, edition -> JSONOutput in
          [
            "entry": .int(seq), "name": .string(edition.name),
            "as_of": .string(edition.instant.rfc3339),
            "announced_at": .string(announced.rfc3339),
            "announced_beforehand": .bool(announced < edition.instant),
            "policy": edition.policy.json(),
          ]
        }
        let fields = editions.map { seq, announced, edition in
          ["\(seq)", edition.name, edition.instant.rfc3339, announced.rfc3339]
        }
        try Answer(
          items: items, in: ["editions": .array(items)],
          rows: [["entry", "name", "as_of", "announced_at"]] + fields
        ) { width, style in
          guard !editions.isEmpty else { return "There are no editions yet.\n" }
          var table = TextTable(columns: [
            .init("entry", dropOrder: 2), .init("edition", minimumWidth: 8, fit: .wrapped),
            .init("as of"), .init("announced", dropOrder: 1), .init("counts", dropOrder: 3),
          ])
          for (seq, announced, edition) in editions {
            table.append([
              .init("#\(seq)", style: .identifier), .init(edition.name),
              .init(edition.instant.rfc3339),
              .init("\(announced.civilDate)" + (announced < edition.instant ? ", beforehand" : "")),
              .init("\(GradeChoice(edition.grade).rawValue), \(edition.take.rawValue)"),
            ])
          }
          return table.render(width: width, style: style)
        }.print(vantage.workspace)
      }
    }
  }

  struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "announce",
      abstract: "Fix the instant and the policy of an edition.",
      usage: "augury editions announce [<options>] <name>",
      discussion: """
        EXAMPLE
          augury editions announce 2026 --on 2026-12-31
          augury editions announce "First look" --grade live
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
    var name: String

    @Option(
      help: ArgumentHelp("The day at whose end it judges (default: now).", valueName: "day"))
    var on: String?

    @Option(help: ArgumentHelp("The weakest capture grade that counts.", valueName: "grade"))
    var grade: GradeChoice = .documented

    @Option(
      help: ArgumentHelp("Which statement of a source on a question counts.", valueName: "which"))
    var take: Take = .first

    @Option(
      help: ArgumentHelp("Which window counts where words leave it open.", valueName: "which"))
    var window: WindowChoice = .default

    func run() throws {
      let workspace = try Workspace(options)
      let ledger = try workspace.open()
      let rules = try ZoneFiles.rules(ledger.zone)
      let now = Environment.now()
      let day = try on.map { try ForecastInput.day($0, today: rules.civilDate(at: now)) }
      let instant = day.map { rules.endOfDay($0).advanced(byMicroseconds: -1) } ?? now
      let edition = Edition(
        name: try ForecastInput.text(name, "name"), instant: instant, grade: grade.grade,
        take: take, window: window)
      try workspace.record { snapshot, writer in
        guard try !snapshot.editions().contains(where: { $0.edition.name == name }) else {
          throw ConflictError(
            "There is an edition \"\(name.clipped)\" already.",
            "Choose another name; `augury editions list` has them all.")
        }
        let entry = try writer.append(.edition(edition))
        return ActView(
          entry: entry,
          lines: [
            "The edition “\(name)” is as of \(instant.rfc3339).",
            "  print it \(now < instant ? "from then on " : "")with: "
              + "augury report --edition \"\(name)\"",
          ],
          details: [("name", .string(name)), ("as_of", .string(instant.rfc3339))])
      }
    }
  }
}
