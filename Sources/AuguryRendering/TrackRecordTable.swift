package import Augury

/// The track record as text: what counts, the funnel, a table, and what it means.
package struct TrackRecordTable {
  private let record: TrackRecord
  private let note: String?

  /// Creates the text of a track record, with a note about how it was made.
  package init(_ record: TrackRecord, note: String? = nil) {
    self.record = record
    self.note = note
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    var text = TrackRecordTable.fit(header(style) + "\n" + funnel(), width) + "\n"
    guard !record.lines.isEmpty else { return text }
    text += "\n" + table().render(width: width, style: style) + "\n"
    for note in notes() {
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
    let grade =
      switch record.policy.grade {
      case .live: "forecasts captured here before their outcome was known"
      case .documented: "forecasts on record, here or elsewhere, before their outcome was known"
      case .afterwards:
        "all forecasts, also those that nothing shows to have been on record before the outcome"
      }
    let take =
      switch record.policy.take {
      case .first: "a source's first statement on a question counts"
      case .last: "a source's last statement on a question counts"
      case .average: "the mean over a source's statements on a question counts"
      }
    return style.styled("Track record at \(record.policy.instant.rfc3339)", .heading)
      + "\nCounts \(grade); \(take)." + (note.map { "\n" + $0 } ?? "")
  }

  /// Breaks the lines of a text where a terminal's width is known.
  private static func fit(_ text: String, _ width: Int?) -> String {
    guard let width else { return text }
    return text.split(separator: "\n").flatMap { line -> [String] in
      // A heading holds codes of style, which take no room.
      line.utf8.contains(0x1b) ? [String(line)] : TerminalText.wrapped(String(line), to: width)
    }.joined(separator: "\n")
  }

  private func funnel() -> String {
    let funnel = record.funnel
    let stages = [
      ("recorded", funnel.recorded), ("scoreable", funnel.scoreable), ("due", funnel.due),
      ("resolved", funnel.resolved), ("scored", funnel.scored),
    ]
    let path = stages.map { "\(NumberText.grouped($0.1)) \($0.0)" }.joined(separator: " → ")
    let losses = record.orderedReasons.map { "\(NumberText.grouped($0.1)) \($0.0)" }
    return losses.isEmpty ? path : path + "\nNot scored: " + Sentence.list(losses) + "."
  }

  private func table() -> TextTable {
    var columns: [TextTable.Column] = [
      .init("source", minimumWidth: 12, fit: .wrapped),
      .init("scored of recorded", alignment: .trailing, dropOrder: 3),
      .init("events", alignment: .trailing, dropOrder: 1),
      .init("mean Brier", alignment: .decimal),
    ]
    if hasRanges { columns.append(.init("range", alignment: .trailing, dropOrder: 2)) }
    if hasEdges {
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
    if hasRanges { cells.append(.init(TrackRecordTable.range(line.brierBounds))) }
    guard hasEdges else { return cells }
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

  /// Whether a mean depends on what words mean or on what is disputed.
  private var hasRanges: Bool { record.lines.contains { $0.brierBounds?.isOpen == true } }

  /// Whether anything could be compared with a reference.
  private var hasEdges: Bool { record.lines.contains { $0.figures?.edge != nil } }

  private static func range(_ bounds: ScoreBounds?) -> String {
    guard let bounds, bounds.isOpen else { return "–" }
    return "\(NumberText.fixed(bounds.best, 3))–\(NumberText.fixed(bounds.worst, 3))"
  }

  /// A figure with its sign, which is the point of it.
  private static func signed(_ value: Double) -> String {
    let text = NumberText.fixed(abs(value), 3)
    return value == 0 || text == "0.000" ? text : (value > 0 ? "+" : "−") + text
  }

  private func notes() -> [String] {
    var notes = ["Brier: the mean of (p − y)², from 0 (best) to 1; always saying 50 % gives 0.25."]
    if let afterwards = record.grades[.afterwards], afterwards > 0 {
      notes.append(
        "Of the scored forecasts, \(NumberText.grouped(afterwards)) "
          + "\(afterwards == 1 ? "is" : "are") graded afterwards: such a record proves no foresight."
      )
    } else if let left = record.funnel.reasons[.afterwards], left > 0 {
      notes.append(
        "Found afterwards: entered when the outcome was known or its time was over, with no earlier "
          + "record; --grade all counts them.")
    }
    if hasRanges {
      notes.append(
        "Words count with the score expected over all that readers take them for. The range has every "
          + "word, and every disputed or undecided claim, at its best and at its worst.")
    }
    guard hasEdges else {
      guard record.lines.contains(where: { $0.figures != nil }) else { return notes }
      notes.append(
        "Nothing could be compared with a reference: no baseline was stated, and no three other "
          + "sources spoke on the same question. Means over different questions do not rank sources "
          + "against one another.")
      return notes
    }
    notes.append(
      "Edge: Brier of the reference less that of the source, drawn towards the common mean where it is "
        + "unsure; above 0 the source was closer. Ranked from \(EvidenceBar.units) questions on "
        + "\(EvidenceBar.events) events; no range below \(EdgeFigure.leastEvents) events.")
    let verdicts = Set(record.lines.compactMap { $0.figures?.edge?.verdict })
    if verdicts == [.tooFew] {
      notes.append("Nothing here is enough to tell a source from its reference.")
    } else if record.spread == 0 || verdicts.isDisjoint(with: [.better, .worse]) {
      notes.append("Differences between most sources here are within chance.")
    }
    return notes
  }
}

extension TrackRecord {
  /// The reasons for losses in the order in which they are tried.
  var orderedReasons: [(String, Int)] {
    Scoreability.allCases.compactMap { reason in
      funnel.reasons[reason].map { (reason.rawValue, $0) }
    }
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
