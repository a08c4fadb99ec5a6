import AuguryRendering

/// What is said after an act was recorded.
struct ActView {
  /// The number of the entry.
  let entry: Int64
  /// The number of the last entry, where there are several.
  var last: Int64?
  /// What was done, as lines; hostile text in them is escaped here.
  let lines: [String]
  /// What a program wants to know beside the entry's number.
  var details: [(String, JSONOutput)] = []
  /// Whether it can be undone.
  var isUndoable = true

  /// The entries, as `undo` takes them.
  private var entries: String {
    guard let last, last > entry else { return "\(entry)" }
    return "\(entry)-\(last)"
  }

  func answer() -> Answer {
    Answer(json: .object([("entry", .int(entry))] + details)) { [self] _, style in
      let text = lines.map { TerminalText.escape($0) + "\n" }.joined()
      guard isUndoable else { return text }
      return text + style.styled("Undo with: augury undo \(entries)", .dim) + "\n"
    }
  }
}
