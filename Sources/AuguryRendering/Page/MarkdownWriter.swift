/// Writes a page of Markdown; every text is escaped.
struct MarkdownWriter {
  /// A piece of a line.
  enum Piece: Sendable {
    case text(String)
    /// A text that leads to an address; the text and the address where that is none of the web.
    case link(String, String)

    fileprivate var markdown: String {
      switch self {
      case .text(let text): return MarkdownText.escape(text)
      case .link(let text, let address):
        guard let web = WebAddress(address) else {
          let shown = text == address ? text : "\(text) (\(address))"
          return MarkdownText.escape(shown)
        }
        return "[\(MarkdownText.escape(text))](<\(web.text)>)"
      }
    }
  }

  /// What was written.
  private(set) var text = ""

  mutating func heading(_ level: Int, _ title: String) {
    text += String(repeating: "#", count: level) + " " + MarkdownText.escape(title) + "\n\n"
  }

  mutating func paragraph(_ line: String) { text += MarkdownText.escape(line) + "\n\n" }

  mutating func quote(_ line: String) { text += "> " + MarkdownText.escape(line) + "\n\n" }

  /// Writes an item of a list, with its label; ``end()`` ends the list.
  mutating func item(_ label: String, _ pieces: Piece...) {
    text += "- \(MarkdownText.escape(label)): " + pieces.map(\.markdown).joined() + "\n"
  }

  mutating func list(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    for line in lines { text += "- " + MarkdownText.escape(line) + "\n" }
    end()
  }

  mutating func end() { text += "\n" }

  /// Writes a table whose first column is text and whose others are figures.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    table(header.enumerated().map { ($1, $0 == 0 || $1 == "verdict") }, rows)
  }

  /// Writes a table whose columns are words or figures.
  mutating func table(_ columns: [(title: String, isWords: Bool)], _ rows: [[String]]) {
    row(columns.map(\.title))
    row(columns.map { $0.isWords ? ":---" : "---:" }, isMarkup: true)
    for cells in rows { row(cells) }
    end()
  }

  private mutating func row(_ cells: [String], isMarkup: Bool = false) {
    text += "| " + cells.map { isMarkup ? $0 : MarkdownText.escape($0) }.joined(separator: " | ")
    text += " |\n"
  }

  /// Writes the foot of a page.
  mutating func stamp(_ stamp: ReportStamp) {
    text += "---\n\n"
    for line in stamp.lines { item(line.label, .text(line.text)) }
  }
}
