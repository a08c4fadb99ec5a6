/// The side of a column that text stands at.
package enum TextAlignment: Sendable {
  case leading, trailing
}

extension TerminalText {
  /// Returns the text, or as much of its beginning as fits into the cells before an ellipsis.
  ///
  /// Never splits a grapheme. A limit of 0 gives the empty text.
  package static func truncated(
    _ text: String, to limit: Int, ellipsis: String = "…"
  ) -> String {
    guard limit > 0 else { return "" }
    if text.utf8.count <= limit || width(text) <= limit { return text }
    let room = limit - width(ellipsis)
    guard room >= 0 else { return String(repeating: ".", count: limit) }
    var kept = ""
    var cells = 0
    for grapheme in text {
      cells += width(of: grapheme)
      if cells > room { break }
      kept.append(grapheme)
    }
    while kept.utf8.last == 0x20 { kept.removeLast() }
    return kept + ellipsis
  }

  /// Returns the text with spaces after it (before it, if trailing) up to that many cells.
  package static func padded(
    _ text: String, to cells: Int, alignment: TextAlignment = .leading
  ) -> String {
    let missing = cells - width(text)
    guard missing > 0 else { return text }
    let spaces = String(repeating: " ", count: missing)
    return alignment == .leading ? text + spaces : spaces + text
  }
}
