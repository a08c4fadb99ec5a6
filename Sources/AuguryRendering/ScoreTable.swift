package import Augury

/// One source's line in the table of scores.
package struct ScoreLine: Sendable {
  /// The source's name.
  package let name: String
  private let count: Int
  private let brier: Double?
  private let log: Double?
  private let clippedMisses: Int

  /// Creates the line of a source: over how many forecasts, its mean Brier and logarithmic scores,
  /// and how many gave what came about a chance below the clip.
  package init(name: String, count: Int, brier: Double?, log: Double?, clippedMisses: Int) {
    self.name = name
    self.count = count
    self.brier = brier
    self.log = log
    self.clippedMisses = clippedMisses
  }

  /// The line as a JSON value.
  package var json: JSONOutput {
    [
      "name": .string(name), "n": .int(count), "brier": .number(brier),
      "log": .number(log), "clipped_misses": .int(clippedMisses),
    ]
  }

  /// The line as cells of a spreadsheet.
  var fields: [String] {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return [name, "\(count)", number(brier), number(log), "\(clippedMisses)"]
  }

  /// The line as cells of a table.
  var cells: [TextTable.Cell] {
    [
      .init(name), .init(NumberText.grouped(count)),
      .init(brier.map { NumberText.fixed($0, 3) } ?? "–"),
      .init(log.map { NumberText.fixed($0, 3) } ?? "–"),
      .init(NumberText.grouped(clippedMisses)),
    ]
  }
}

/// The mean scores of all sources, by name, without any comparison.
package struct ScoreTable: Sendable {
  private let lines: [ScoreLine]
  private let policy: PolicyWords
  private let note: String?

  /// Creates the table of some lines, by the policy that they were counted by.
  package init(_ lines: [ScoreLine], _ policy: Policy, note: String? = nil) {
    self.lines = lines
    self.policy = PolicyWords(policy)
    self.note = note
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    let head =
      [note, policy.counts, policy.window, policy.filter].compactMap(\.self) + [
        "Only chances of yes or no that were given as numbers. Means over different questions do not rank "
          + "sources against one another."
      ]
    let text = KeyValueBlock(items: head.map { .paragraph($0) }).render(width: width, style: style)
    guard !lines.isEmpty else { return text + "Nothing was scored.\n" }
    var table = TextTable(columns: [
      .init("source", minimumWidth: 12, fit: .wrapped), .init("scored", alignment: .trailing),
      .init("mean Brier", alignment: .decimal), .init("mean log", alignment: .decimal),
      .init("clipped misses", alignment: .trailing, dropOrder: 1),
    ])
    for line in lines { table.append(line.cells) }
    return text + "\n" + table.render(width: width, style: style)
  }

  /// The lines, with a header, for a spreadsheet.
  package var rows: [[String]] {
    [["source", "n", "brier", "log", "clipped_misses"]] + lines.map(\.fields)
  }
}
