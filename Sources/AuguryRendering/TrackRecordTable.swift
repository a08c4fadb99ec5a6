package import Augury

/// The track record as text: what counts, the funnel, a table, and what it means.
package struct TrackRecordTable {
  private let record: TrackRecord
  private let note: String?
  private let words: TrackRecordWords

  /// Creates the text of a track record, with a note about how it was made.
  package init(_ record: TrackRecord, note: String? = nil) {
    self.record = record
    self.note = note
    words = TrackRecordWords(record)
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    var text = TrackRecordTable.fit(header(style), width) + "\n"
    guard !record.lines.isEmpty else { return text }
    text += "\n" + table().render(width: width, style: style) + "\n"
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
      + [note, words.funnel, words.losses].compactMap(\.self)).joined(separator: "\n")
  }

  /// Breaks the lines of a text where a terminal's width is known.
  private static func fit(_ text: String, _ width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n").flatMap { line -> [String] in
      // A heading holds codes of style, which take no room.
      line.utf8.contains(0x1b) ? [String(line)] : TerminalText.wrapped(String(line), to: width)
    }.joined(separator: "\n")
  }

  private func table() -> TextTable {
    var columns: [TextTable.Column] = [
      .init("source", minimumWidth: 12, fit: .wrapped),
      .init("scored of recorded", alignment: .trailing, dropOrder: 3),
      .init("events", alignment: .trailing, dropOrder: 1),
      .init("mean Brier", alignment: .decimal),
    ]
    if words.hasRanges { columns.append(.init("range", alignment: .trailing, dropOrder: 2)) }
    if words.hasEdges {
      columns += [
        .init("edge", alignment: .decimal), .init("90 % range", alignment: .trailing, dropOrder: 5),
        .init("rank", alignment: .trailing, dropOrder: 4),
        .init("verdict", minimumWidth: 12, fit: .wrapped),
      ]
    }
    var table = TextTable(columns: columns)
    for line in record.lines { table.append(cells(line)) }
    return table
  }

  private func cells(_ line: TrackRecord.Line) -> [TextTable.Cell] {
    let funnel = line.funnel
    var cells: [TextTable.Cell] = [
      .init(line.name),
      .init("\(NumberText.grouped(funnel.scored)) of \(NumberText.grouped(funnel.recorded))"),
      .init(line.figures.map { NumberText.grouped($0.events) } ?? "–"),
      .init(line.brier.map { NumberText.fixed($0, 3) } ?? "–"),
    ]
    if words.hasRanges { cells.append(.init(TrackRecordTable.range(line.brierBounds))) }
    guard words.hasEdges else { return cells }
    let edge = line.figures?.edge
    cells.append(.init(edge.map { TrackRecordTable.signed($0.shrunken ?? $0.mean) } ?? "–"))
    cells.append(
      .init(
        edge?.interval.map {
          "\(TrackRecordTable.signed($0.low)) to \(TrackRecordTable.signed($0.high))"
        } ?? "–"))
    cells.append(.init(edge?.rank.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "–"))
    cells.append(.init(edge?.verdict.rawValue ?? (line.figures == nil ? "–" : "no reference")))
    return cells
  }

  private static func range(_ bounds: ScoreBounds?) -> String {
    guard let bounds, bounds.isOpen else { return "–" }
    return "\(NumberText.fixed(bounds.best, 3))–\(NumberText.fixed(bounds.worst, 3))"
  }

  /// A figure with its sign, which is the point of it.
  private static func signed(_ value: Double) -> String {
    let text = NumberText.fixed(abs(value), 3)
    return value == 0 || text == "0.000" ? text : (value > 0 ? "+" : "−") + text
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
