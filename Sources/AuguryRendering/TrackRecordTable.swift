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
      "source", "kind", "recorded", "scoreable", "due", "resolved", "scored", "brier", "best",
      "worst",
    ]
    return [header]
      + record.lines.map { line in
        let funnel = line.funnel
        return [
          line.name, line.kind, "\(funnel.recorded)", "\(funnel.scoreable)", "\(funnel.due)",
          "\(funnel.resolved)", "\(funnel.scored)", line.brier.map { "\($0)" } ?? "",
          line.brierBounds.map { "\($0.best)" } ?? "", line.brierBounds.map { "\($0.worst)" } ?? "",
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
      .init("source", minimumWidth: 12, fit: .wrapped), .init("kind", dropOrder: 3),
      .init("recorded", alignment: .trailing, dropOrder: 1),
      .init("resolved", alignment: .trailing, dropOrder: 2),
      .init("scored", alignment: .trailing), .init("mean Brier", alignment: .decimal),
    ]
    if hasWords { columns.append(.init("words allow", alignment: .trailing)) }
    var table = TextTable(columns: columns)
    for line in record.lines {
      var cells: [TextTable.Cell] = [
        .init(line.name), .init(line.kind), .init(NumberText.grouped(line.funnel.recorded)),
        .init(NumberText.grouped(line.funnel.resolved)),
        .init(NumberText.grouped(line.funnel.scored)),
        .init(line.brier.map { NumberText.fixed($0, 3) } ?? "–"),
      ]
      if hasWords { cells.append(.init(TrackRecordTable.bounds(line.brierBounds))) }
      table.append(cells)
    }
    return table
  }

  /// Whether any score rests on words.
  private var hasWords: Bool { record.lines.contains { $0.brierBounds?.isOpen == true } }

  private static func bounds(_ bounds: ScoreBounds?) -> String {
    guard let bounds, bounds.isOpen else { return "–" }
    return "\(NumberText.fixed(bounds.best, 3))–\(NumberText.fixed(bounds.worst, 3))"
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
    if hasWords {
      notes.append(
        "Words count with the score expected over all that readers take them for; beside it stand "
          + "the best and the worst mean that they allow.")
    }
    notes.append("Means over different questions do not rank sources against one another.")
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
