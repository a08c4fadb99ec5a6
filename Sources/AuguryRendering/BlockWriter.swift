/// The lines of a block and of the sections in it.
struct BlockWriter {
  /// The width beyond which labels no longer push values to the right.
  private static let widestLabel = 24
  private static let deepestIndent = 12
  private static let leastValueWidth = 16

  let width: Int
  let style: Styler
  private(set) var output = ""

  init(width: Int, style: Styler) {
    self.width = width
    self.style = style
  }

  mutating func write(_ block: KeyValueBlock, indent: Int) {
    if let title = block.title {
      writeLines(title, first: indent, rest: indent, style: .heading)
    }
    let labelWidth = Self.labelWidth(of: block)
    for (index, item) in block.items.enumerated() {
      switch item {
      case .field(let label, let value, let valueStyle):
        let column = writeLabel(label, labelWidth: labelWidth, indent: indent)
        writeLines(value, first: column.first, rest: column.rest, style: valueStyle)
      case .bullets(let label, let entries):
        writeBullets(label, entries, labelWidth: labelWidth, indent: indent)
      case .paragraph(let text, let textStyle):
        writeLines(text, first: indent, rest: indent, style: textStyle)
      case .section(let section):
        if index > 0 || block.title != nil { output += "\n" }
        let isNested = block.title != nil
        write(section, indent: min(indent + (isNested ? 2 : 0), Self.deepestIndent))
      }
    }
  }

  private static func labelWidth(of block: KeyValueBlock) -> Int {
    let widths = block.items.compactMap { item -> Int? in
      switch item {
      case .field(let label, _, _), .bullets(let label, _):
        return TerminalText.width(TerminalText.escape(label))
      case .paragraph, .section: return nil
      }
    }
    return widths.filter { $0 <= widestLabel }.max() ?? 0
  }

  private mutating func writeBullets(
    _ label: String, _ entries: [String], labelWidth: Int, indent: Int
  ) {
    var column = writeLabel(label, labelWidth: labelWidth, indent: indent)
    if entries.isEmpty { writeLines("", first: column.first, rest: column.rest, style: nil) }
    for entry in entries {
      let margin = column.first > 0 ? column.first : 0
      output += String(repeating: " ", count: margin) + style.bullet + " "
      writeLines(entry, first: -(column.rest + 2), rest: column.rest + 2, style: nil)
      column.first = column.rest
    }
  }

  /// Writes a label and returns the column of its value: in the first line as a margin still to be
  /// written (or, negative, as the cells already written), and in the lines below.
  private mutating func writeLabel(
    _ label: String, labelWidth: Int, indent: Int
  ) -> (first: Int, rest: Int) {
    let text = TerminalText.escape(label)
    let used = TerminalText.width(text)
    let valueColumn = indent + labelWidth + 2
    let isNarrow = valueColumn + Self.leastValueWidth > width
    guard used <= labelWidth, !isNarrow else {
      writeLines(label, first: indent, rest: indent, style: .dim)
      return (indent + 2, indent + 2)
    }
    output += String(repeating: " ", count: indent) + style.painted(text, .dim)
    output += String(repeating: " ", count: valueColumn - indent - used)
    return (-valueColumn, valueColumn)
  }

  /// Writes text as lines from a column on; a negative first column says that the line has begun.
  private mutating func writeLines(
    _ text: String, first: Int, rest: Int, style textStyle: TextStyle?
  ) {
    let limit = width == .max ? .max : width - max(abs(first), rest)
    let lines = TerminalText.wrapped(TerminalText.escapeLines(text), to: limit)
    for (index, line) in lines.enumerated() {
      let margin = index == 0 ? max(0, first) : rest
      if line.isEmpty {
        trimLine()
      } else {
        output += String(repeating: " ", count: margin) + style.painted(line, textStyle)
      }
      output += "\n"
    }
  }

  private mutating func trimLine() {
    while output.utf8.last == 0x20 { output.removeLast() }
  }
}
