import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find questions, quotes and sources by their words.",
    usage: "augury search [<options>] <word> ...",
    discussion: """
      All words must stand in the text; case and accents do not matter, and a word that ends in * \
      stands for all that begin like it.

      EXAMPLE
        augury search coup putin
        augury search 'gallya*'
      """)

  @OptionGroup var options: ReadOptions

  @Argument(help: ArgumentHelp("The words.", valueName: "word"))
  var words: [String]

  @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
  var limit: Int = 20

  func run() throws {
    let query = words.joined(separator: " ")
    guard !Words.of(query).isEmpty else {
      throw UsageError("\"\(query.clipped)\" holds no word.", "Give at least one letter or digit.")
    }
    guard limit > 0 else {
      throw UsageError("\(limit) is not a number of answers.", "Give at least 1.")
    }
    let vantage = try Vantage(options)
    try vantage.ledger.read {
      let hits = try vantage.snapshot.search(query, limit: limit)
      let rows = try hits.map { hit in
        let id = try vantage.snapshot.id(of: hit.number)
        return (hit: hit, id: id, short: try vantage.snapshot.short(id))
      }
      let items = rows.map { row -> JSONOutput in
        [
          "id": .string(row.id.text), "in": .string(row.hit.place.rawValue),
          "text": .string(row.hit.text),
        ]
      }
      let fields = rows.map { [$0.id.text, $0.hit.place.rawValue, $0.hit.text] }
      try Answer(
        items: items, in: ["hits": .array(items)], rows: [["id", "in", "text"]] + fields
      ) { width, style in
        guard !rows.isEmpty else { return "Nothing holds all of these words.\n" }
        var table = TextTable(columns: [
          .init("id"), .init("in"), .init("text", minimumWidth: 20, fit: .wrapped),
        ])
        for row in rows {
          table.append([
            .init(row.short, style: .identifier), .init(row.hit.place.rawValue),
            .init(row.hit.text),
          ])
        }
        return table.render(width: width, style: style)
      }.print(vantage.workspace)
    }
  }
}
