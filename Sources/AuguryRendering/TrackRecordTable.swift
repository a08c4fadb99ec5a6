package import Augury

/// The track record as text: what counts, the funnel, a table, and what it means.
package struct TrackRecordTable {
  private let record: TrackRecord
  private let notes: [String]
  private let words: TrackRecordWords

  /// Creates the text of a track record, with notes about how it was made.
  package init(_ record: TrackRecord, notes: [String] = []) {
    self.record = record
    self.notes = notes
    words = TrackRecordWords(record)
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    var text = TrackRecordTable.fit(header(style), width) + "\n"
    guard !record.lines.isEmpty else { return text }
    for (heading, table) in tables(width, style) {
      let heading = heading.map { TrackRecordTable.fit($0, width) + "\n" } ?? ""
      text += "\n" + heading + table.render(width: width, style: style)
    }
    text += "\n"
    for note in words.notes {
      for line in TrackRecordTable.fit(note, width).split(separator: "\n") {
        text += style.styled(String(line), .dim) + "\n"
      }
    }
    return text
  }

  /// The rows, with a header, for a spreadsheet.
  package var rows: [[String]] {
    let header = [
      "source", "kind", "recorded", "scoreable", "due", "resolved", "scored", "events", "brier",
      "best", "worst", "edge", "edge_low", "edge_high", "edge_shrunken", "rank_low", "rank_high",
      "verdict",
    ]
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    func count(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
    return [header]
      + record.lines.map { line in
        let (funnel, figures, edge) = (line.funnel, line.figures, line.figures?.edge)
        let counts = [
          funnel.recorded, funnel.scoreable, funnel.due, funnel.resolved, funnel.scored,
        ]
        return [line.name, line.kind] + counts.map { "\($0)" } + [
          count(figures?.events), number(figures?.brier), number(figures?.bounds.best),
          number(figures?.bounds.worst), number(edge?.mean), number(edge?.interval?.low),
          number(edge?.interval?.high), number(edge?.shrunken), count(edge?.rank?.lowerBound),
          count(edge?.rank?.upperBound), edge?.verdict.rawValue ?? "",
        ]
      }
  }

  private func header(_ style: Styler) -> String {
    ([style.styled(words.heading, .heading), words.counts.joined(separator: " ")]
      + notes + [words.funnel, words.losses].compactMap(\.self)).joined(separator: "\n")
  }

  /// Breaks the lines of a text where a terminal's width is known.
  private static func fit(_ text: String, _ width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n").flatMap { line -> [String] in
      // A heading holds codes of style, which take no room.
      line.utf8.contains(0x1b) ? [String(line)] : TerminalText.wrapped(String(line), to: width)
    }.joined(separator: "\n")
  }

  /// The ranked sources first, then all others, then what the references would have scored,
  /// each with its heading.
  private func tables(_ width: Int?, _ style: Styler) -> [(String?, TextTable)] {
    let ranked = record.lines.filter { $0.figures?.edge?.rank != nil }
    let others = record.lines.filter { $0.figures?.edge?.rank == nil }
    let bar = bar(width)
    func table(_ rows: [[TextTable.Cell]]) -> TextTable {
      TextTable(columns: columns(isDrawn: bar != nil), rows: rows)
    }
    let parts = [
      (nil, ranked.map { cells($0, bar, style) }),
      (ranked.isEmpty ? nil : words.unranked, others.map { cells($0, bar, style) }),
    ]
    return parts.filter { !$0.1.isEmpty }.map { ($0.0, table($0.1)) }
      + (words.references.isEmpty ? [] : [(words.referenceHeading, references)])
  }

  private func columns(isDrawn: Bool) -> [TextTable.Column] {
    // On a narrow terminal the edge, its range, the rank and the verdict stay longest.
    let hasEdges = words.hasEdges
    var columns: [TextTable.Column] = [
      .init("source", minimumWidth: 12, fit: .wrapped),
      .init("scored of recorded", alignment: .trailing, dropOrder: 3),
      .init("events", alignment: .trailing, dropOrder: hasEdges ? 4 : 1),
      .init("mean Brier", alignment: .decimal, dropOrder: hasEdges ? 5 : nil),
    ]
    if words.hasRanges {
      columns.append(.init("range", alignment: .trailing, dropOrder: hasEdges ? 6 : 2))
    }
    guard hasEdges else { return columns }
    columns += [
      .init("compared", alignment: .trailing, dropOrder: 7),
      .init("raw edge", alignment: .decimal, dropOrder: 8), .init("edge", alignment: .decimal),
    ]
    if isDrawn { columns.append(.init("worse | better", dropOrder: 9)) }
    return columns + [
      .init("90 % range", alignment: .trailing, dropOrder: 1),
      .init("rank", alignment: .trailing, dropOrder: 2),
      .init("verdict", minimumWidth: 12, fit: .wrapped),
    ]
  }

  /// The axis of the ranges, where a terminal is wide enough for it.
  private func bar(_ width: Int?) -> RangeBar? {
    guard words.hasEdges, let width, width >= TrackRecordTable.leastDrawnWidth else { return nil }
    let edges = record.lines.compactMap { $0.figures?.edge }.filter(\.isStated)
    let ends = edges.flatMap { [$0.mean, $0.interval?.low, $0.interval?.high].compactMap(\.self) }
    return ends.isEmpty ? nil : RangeBar(holding: ends, width: 25)
  }

  private static let leastDrawnWidth = 120

  private func cells(
    _ line: TrackRecord.Line, _ bar: RangeBar?, _ style: Styler
  ) -> [TextTable.Cell] {
    cells(line.name, FigureCells(line.funnel, line.figures), bar, style)
      + (words.hasEdges ? [.init(words.rank(line) ?? "–"), .init(words.verdict(line))] : [])
  }

  private func cells(
    _ name: String, _ figures: FigureCells, _ bar: RangeBar?, _ style: Styler
  ) -> [TextTable.Cell] {
    [.init(name), figures.share, figures.events, figures.brier]
      + (words.hasRanges ? [figures.bounds] : [])
      + (words.hasEdges ? [figures.compared, figures.rawEdge, figures.edge] : [])
      + (bar.map { [figures.drawn(on: $0, style)] } ?? [])
      + (words.hasEdges ? [figures.range] : [])
  }

  /// What the references would have scored.
  private var references: TextTable {
    let edges: [TextTable.Column] = [
      .init("compared", alignment: .trailing, dropOrder: 4), .init("edge", alignment: .decimal),
      .init("90 % range", alignment: .trailing, dropOrder: 2),
      .init("rank", alignment: .trailing, dropOrder: 1),
    ]
    var table = TextTable(
      columns: [
        .init("reference", minimumWidth: 12, fit: .wrapped),
        .init("questions", alignment: .trailing),
        .init("events", alignment: .trailing, dropOrder: 3),
        .init("mean Brier", alignment: .decimal),
      ] + (words.hasEdges ? edges : []))
    for reference in words.references {
      let figures = FigureCells(nil, reference.figures)
      let edges = [
        figures.compared, figures.edge, figures.range, .init(words.rank(reference) ?? "–"),
      ]
      table.append(
        [.init(words.name(of: reference.kind)), figures.share, figures.events, figures.brier]
          + (words.hasEdges ? edges : []))
    }
    return table
  }
}

extension Funnel {
  /// The funnel as a JSON value.
  package var json: JSONOutput {
    let reasons = Scoreability.allCases.compactMap { reason in
      self.reasons[reason].map { (reason.rawValue, JSONOutput.int(Int64($0))) }
    }
    return [
      "recorded": .int(Int64(recorded)), "scoreable": .int(Int64(scoreable)),
      "due": .int(Int64(due)), "resolved": .int(Int64(resolved)), "scored": .int(Int64(scored)),
      "reasons": .object(reasons),
    ]
  }
}
