/// The lines of a table whose layout is settled.
struct TableWriter {
  let layout: TableLayout
  let style: Styler
  private var output = ""

  init(layout: TableLayout, style: Styler) {
    self.layout = layout
    self.style = style
  }

  consuming func text() -> String {
    guard let first = layout.columns.first else { return "" }
    writeLine(layout.columns.map { (title(of: $0), .heading) })
    writeLine(layout.columns.map { (String(repeating: style.rule, count: $0.width), .dim) })
    for row in first.cells.indices { writeRow(row) }
    for (index, note) in layout.footnotes.enumerated() {
      writeNote("[\(index + 1)] ", note, indent: 4)
    }
    if !layout.hiddenTitles.isEmpty {
      let titles = Sentence.list(layout.hiddenTitles)
      writeNote("", "Not shown at this width: \(titles).", indent: 0)
    }
    return output
  }

  // MARK: Rows

  private mutating func writeRow(_ row: Int) {
    let blocks = layout.columns.map { lines(of: $0.cells[row], in: $0) }
    let height = blocks.map(\.count).max() ?? 1
    for line in 0..<height {
      writeLine(
        zip(layout.columns, blocks).map { column, block in
          (line < block.count ? block[line] : "", column.cells[row].style)
        })
    }
  }

  private func title(of column: TableLayout.ShownColumn) -> String {
    let text = TerminalText.truncated(column.title, to: column.width, ellipsis: style.ellipsis)
    return column.column.alignment == .leading
      ? text : TerminalText.padded(text, to: column.width, alignment: .trailing)
  }

  /// Returns the lines of a cell, with the spaces before them that their alignment asks for.
  private func lines(
    of cell: TableLayout.ShownCell, in column: TableLayout.ShownColumn
  ) -> [String] {
    let lines: [String]
    if layout.width != nil, column.column.fit == .wrapped {
      lines = TerminalText.wrapped(cell.fullText, to: column.width)
    } else if TerminalText.width(cell.fullText) > column.width {
      let room = max(0, column.width - TerminalText.width(cell.mark))
      let cut = TerminalText.truncated(cell.text, to: room, ellipsis: style.ellipsis) + cell.mark
      lines = [TerminalText.truncated(cut, to: column.width, ellipsis: style.ellipsis)]
    } else {
      lines = [cell.fullText]
    }
    return lines.map { aligned($0, in: column) }
  }

  private func aligned(_ text: String, in column: TableLayout.ShownColumn) -> String {
    var width = column.width
    switch column.column.alignment {
    case .leading: return text
    case .trailing: break
    case .decimal:
      if let part = DecimalPoint.fractionWidth(text) {
        width -= max(0, column.fractionWidth - part)
      }
    }
    return TerminalText.padded(text, to: width, alignment: .trailing)
  }

  // MARK: Lines

  /// Writes one line; the spaces before a text stay out of its style.
  private mutating func writeLine(_ texts: [(String, TextStyle?)]) {
    var pending = 0
    for ((text, textStyle), column) in zip(texts, layout.columns) {
      let spaces = text.utf8.prefix { $0 == 0x20 }.count
      let shown = String(text.unicodeScalars.dropFirst(spaces))
      if !shown.isEmpty {
        output += String(repeating: " ", count: pending + spaces)
        output += style.painted(shown, textStyle)
        pending = 0
      }
      let used = shown.isEmpty ? 0 : TerminalText.width(text)
      pending += max(0, column.width - used) + TableLayout.gap
    }
    output += "\n"
  }

  private mutating func writeNote(_ label: String, _ note: String, indent: Int) {
    let text = label + TerminalText.escape(note)
    let limit = layout.width.map { $0 - indent } ?? .max
    for (index, line) in TerminalText.wrapped(text, to: limit).enumerated() {
      let margin = String(repeating: " ", count: index == 0 ? 0 : indent)
      output += margin + style.painted(line, .dim) + "\n"
    }
  }
}
