package import Augury

/// Forecasts by what they have in common, as a table.
package struct GroupTable: Sendable {
  private let groups: [TrackRecord.Group]
  private let words: GroupWords
  private let counts: [String]

  /// Creates the table of groups of forecasts, of all sources or of one by its name, that a policy
  /// counts.
  package init(
    _ groups: [TrackRecord.Group], by grouping: Grouping, of source: String? = nil,
    _ policy: Policy
  ) {
    self.groups = groups
    words = GroupWords(grouping)
    let policy = PolicyWords(policy)
    counts =
      [source.map { "Only what \($0) said." }].compactMap(\.self)
      + [policy.counts, policy.window, policy.filter].compactMap(\.self)
  }

  /// Returns the lines, each ended by a line feed: what the groups are, then their figures.
  package func render(width: Int?, style: Styler) -> String {
    let text = [words.heading] + counts + (groups.isEmpty ? [words.none] : [])
    // Names come from outside: each sentence stays on its line.
    let items = text.map { KeyValueBlock.Item.paragraph(TerminalText.escape($0)) }
    let head = KeyValueBlock(items: items).render(width: width, style: style)
    return groups.isEmpty ? head : head + "\n" + table.render(width: width, style: style)
  }

  /// The groups as a page.
  package func page(_ stamp: ReportStamp) -> TablePage {
    TablePage(
      title: "Track record \(words.title)",
      sentences: [words.heading] + counts + (groups.isEmpty ? [words.none] : []),
      columns: [
        .words(words.column), .figures("scored of recorded"), .figures("events"),
        .figures("mean Brier"), .figures("edge"), .figures("90 % range"),
      ],
      rows: groups.map { group in
        let cells = FigureCells(group.funnel, group.figures)
        return [group.name]
          + [
            cells.share, cells.events, cells.brier, cells.edge, cells.range,
          ].map(\.text)
      }, stamp: stamp)
  }

  /// The figures with a header, for a spreadsheet.
  package var rows: [[String]] {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let header = [
      "group", "sources", "recorded", "scoreable", "due", "resolved", "scored", "events", "brier",
      "best", "worst", "edge", "edge_low", "edge_high",
    ]
    return [header]
      + groups.map { group in
        let (funnel, figures, edge) = (group.funnel, group.figures, group.figures?.edge)
        let counts = [
          group.sources, funnel.recorded, funnel.scoreable, funnel.due, funnel.resolved,
          funnel.scored, figures?.events ?? 0,
        ]
        return [group.name] + counts.map { "\($0)" } + [
          number(figures?.brier), number(figures?.bounds.best), number(figures?.bounds.worst),
          number(edge?.mean), number(edge?.interval?.low), number(edge?.interval?.high),
        ]
      }
  }

  /// The figures alone.
  package var table: TextTable {
    var table = TextTable(columns: [
      .init(words.column, minimumWidth: 12, fit: .wrapped),
      .init("scored of recorded", alignment: .trailing, dropOrder: 1),
      .init("events", alignment: .trailing, dropOrder: 2),
      .init("mean Brier", alignment: .decimal), .init("edge", alignment: .decimal),
      .init("90 % range", alignment: .trailing, dropOrder: 3),
    ])
    for group in groups {
      let cells = FigureCells(group.funnel, group.figures)
      table.append([
        .init(group.name), cells.share, cells.events, cells.brier, cells.edge, cells.range,
      ])
    }
    return table
  }
}

/// What is said of groups of forecasts.
package struct GroupWords: Sendable {
  private let grouping: Grouping

  /// Creates the words for a way of grouping.
  package init(_ grouping: Grouping) {
    self.grouping = grouping
  }

  /// What the groups are.
  package var heading: String {
    switch grouping {
    case .relay:
      "How the claims that each outlet passed on turned out. An outlet that relays a claim does not "
        + "forecast it."
    case .tag:
      "By the tags of the questions. A question with several tags counts under each of them."
    case .leadTime: "By lead time: the days from saying it to its deadline."
    case .kind: "By the kind of question."
    case .sourceKind: "By the kind of source."
    }
  }

  /// What the title of a page says of the groups.
  package var title: String {
    switch grouping {
    case .relay: "of what outlets passed on"
    case .tag: "by tag"
    case .leadTime: "by lead time"
    case .kind: "by kind of question"
    case .sourceKind: "by kind of source"
    }
  }

  /// The name of the column of groups.
  package var column: String {
    switch grouping {
    case .relay: "passed on by"
    case .tag: "tag"
    case .leadTime: "lead time"
    case .kind: "kind"
    case .sourceKind: "kind of source"
    }
  }

  /// What is said when there is no group.
  package var none: String {
    switch grouping {
    case .relay: "No forecast names an outlet that passed it on."
    case .tag: "No question has a tag."
    default: "There are no forecasts."
    }
  }
}
