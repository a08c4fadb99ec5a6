import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List sources, give them other names, merge two into one.",
    discussion: """
      EXAMPLE
        augury sources list
        augury sources alias "Abbas Gallyamov" "Аббас Галлямов"
        augury sources merge "A. Gallyamov" "Abbas Gallyamov"
      """,
    subcommands: [List.self, Show.self, Alias.self, SetScale.self, MergeInto.self, Unmerge.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List sources with their forecasts.",
      usage: "augury sources list [<options>]",
      discussion: """
        EXAMPLE
          augury sources list --format csv
        """)

    @OptionGroup var options: ReadOptions

    func run() throws {
      let vantage = try Vantage(options)
      try vantage.ledger.read {
        let snapshot = vantage.snapshot
        let counts = try snapshot.forecastCounts()
        let rows = try snapshot.sources().map { source in
          let id = try snapshot.id(of: source.number)
          return (
            id: id, short: try snapshot.short(id), name: source.name, kind: source.kind,
            count: counts[source.number] ?? 0
          )
        }
        let items = rows.map { row -> JSONOutput in
          [
            "id": .string(row.id.text), "name": .string(row.name), "kind": .string(row.kind),
            "forecasts": .int(Int64(row.count)),
          ]
        }
        let fields = rows.map { [$0.id.text, $0.name, $0.kind, "\($0.count)"] }
        try Answer(
          items: items, in: ["sources": .array(items)],
          rows: [["id", "name", "kind", "forecasts"]] + fields
        ) { width, style in
          guard !rows.isEmpty else { return "There are no sources yet.\n" }
          var table = TextTable(columns: [
            .init("id"), .init("name", minimumWidth: 12, fit: .wrapped),
            .init("kind", dropOrder: 1),
            .init("forecasts", alignment: .trailing),
          ])
          for row in rows {
            table.append([
              .init(row.short, style: .identifier), .init(row.name), .init(row.kind),
              .init(NumberText.grouped(row.count)),
            ])
          }
          return table.render(width: width, style: style)
        }.print(vantage.workspace)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one source with its latest forecasts.",
      usage: "augury sources show [<options>] <source>",
      discussion: """
        EXAMPLE
          augury sources show "Abbas Gallyamov"
        """)

    @OptionGroup var options: ReadOptions

    @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
    var source: String

    func run() throws {
      let vantage = try Vantage(options)
      try vantage.ledger.read {
        let number = try vantage.snapshot.findSource(source)
        try SourceView(number, vantage).answer().print(vantage.workspace)
      }
    }
  }

  struct Alias: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "alias",
      abstract: "Give a source another name.",
      usage: "augury sources alias [<options>] <source> <name>",
      discussion: """
        EXAMPLE
          augury sources alias "Abbas Gallyamov" "Аббас Галлямов"
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
    var source: String

    @Argument(help: ArgumentHelp("The other name.", valueName: "name"))
    var name: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        let number = try snapshot.findSource(source)
        let id = try snapshot.id(of: number)
        if let other = try snapshot.source(named: name) {
          let owner =
            other == number ? "this source" : try snapshot.short(try snapshot.id(of: other))
          throw ConflictError(
            "\"\(name.clipped)\" already names \(owner).",
            other == number
              ? "There is nothing to do." : "Merge the two with `augury sources merge`.")
        }
        let entry = try writer.append(
          .alias(source: id, name: try ForecastInput.text(name, "name")))
        return ActView(
          entry: entry, lines: ["Source \(try snapshot.short(id)) is also known as “\(name)”."],
          details: [("source", .string(id.text))])
      }
    }
  }

  struct MergeInto: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Declare two sources to be one.",
      usage: "augury sources merge [<options>] <from> <into>",
      discussion: """
        Each forecast keeps the name it was entered under; lists and reports show the second.

        EXAMPLE
          augury sources merge "A. Gallyamov" "Abbas Gallyamov"
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The source that is given up.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The source that stands for both.", valueName: "into"))
    var into: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        let (one, other) = (try snapshot.findSource(from), try snapshot.findSource(into))
        return try Merging.merge(one, other, "source", snapshot, &writer)
      }
    }
  }

  struct SetScale: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scale",
      abstract: "Say by which table a source means its words.",
      usage: "augury sources scale [<options>] <source> <table>",
      discussion: """
        The table is one of `augury scales`, a lexicon file (see Docs/Wording.md), or none. It is \
        kept in the ledger, and what is recorded from then on is read by it; `augury reread` reads \
        what is there already. What stands in a venue that has a scale is read by that, where its \
        speaker has none.

        EXAMPLE
          augury sources scale "National Intelligence Council" icd-203
          augury sources scale "Weather Service" weather-words.json
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("A name or an identifier.", valueName: "source"))
    var source: String

    @Argument(help: ArgumentHelp("A table's name, a file, or none.", valueName: "table"))
    var table: String

    func run() throws {
      let table = try ScaleOptions.table(table)
      try Workspace(options).record { snapshot, writer in
        let number = try snapshot.findSource(source)
        let id = try snapshot.id(of: number)
        let before = try snapshot.scale(of: number) ?? Scale.Table.none
        guard before != table else {
          throw ConflictError(
            "\"\(source.clipped)\" has that scale already, or none.", "There is nothing to do.")
        }
        let entry = try writer.append(.scale(Scale(source: id, table: table)))
        let name = try snapshot.source(number)?.source.name ?? source
        let title = try SourceScales.title(table)
        return ActView(
          entry: entry,
          lines: [
            title.map { "The words of \(name) are read by \($0) from now on." }
              ?? "The words of \(name) are read in the usual order from now on."
          ],
          details: [("source", .string(id.text)), ("scale", title.map { .string($0) } ?? .null)])
      }
    }
  }

  struct Unmerge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unmerge",
      abstract: "Take back the merge of a source.",
      usage: "augury sources unmerge [<options>] <source>",
      discussion: """
        EXAMPLE
          augury sources unmerge "A. Gallyamov"
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The source that was given up.", valueName: "source"))
    var source: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        guard let merge = try snapshot.merge(givingUp: source) else {
          throw ConflictError(
            "\"\(source.clipped)\" is not merged into another source.", "See `augury sources list`."
          )
        }
        let undone = try writer.retract([merge...merge], cascade: false, reason: "unmerged")
        return ActView(
          entry: undone.entry, lines: ["“\(source)” is a source of its own again."],
          details: [("retracted", .int(merge))])
      }
    }
  }
}

/// Declaring two things to be one.
enum Merging {
  static func merge(
    _ from: Int64, _ into: Int64, _ noun: String, _ snapshot: Snapshot, _ writer: inout EntryWriter
  ) throws -> ActView {
    guard from != into else {
      throw ConflictError("Both name the same \(noun).", "There is nothing to merge.")
    }
    let merge = Merge(from: try snapshot.id(of: from), into: try snapshot.id(of: into))
    let entry = try writer.append(.merge(merge))
    return ActView(
      entry: entry,
      lines: ["Merged \(try snapshot.short(merge.from)) into \(try snapshot.short(merge.into))."],
      details: [("from", .string(merge.from.text)), ("into", .string(merge.into.text))])
  }
}

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "Merge two questions into one.",
    discussion: """
      EXAMPLE
        augury questions merge q1a2b3 q4d5e6
      """,
    subcommands: [MergeInto.self])

  struct MergeInto: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Declare two questions to be one.",
      usage: "augury questions merge [<options>] <from> <into>",
      discussion: """
        The facts of both hold for all of their forecasts. `augury undo` takes the merge back.

        EXAMPLE
          augury questions merge q1a2b3 q4d5e6
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The question that is given up.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The question that stands for both.", valueName: "into"))
    var into: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        let (one, first) = try snapshot.askedQuestion(from)
        let (other, second) = try snapshot.askedQuestion(into)
        guard first.kind == second.kind else {
          throw ConflictError(
            "\(try snapshot.short(first.id)) is \(first.kind.rawValue), "
              + "\(try snapshot.short(second.id)) is \(second.kind.rawValue).",
            "Only questions of one kind can be merged.")
        }
        return try Merging.merge(one, other, "question", snapshot, &writer)
      }
    }
  }
}
