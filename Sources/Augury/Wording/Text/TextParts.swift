/// The parts of a text's sentences: between full stops, semicolons, colons, dashes, brackets and
/// paragraphs, and before a comma with "and", "with" or the like.
enum TextParts {
  /// Returns the part that holds a byte of a text, in UTF-8 bytes from the beginning.
  ///
  /// Nothing ends inside the spans to spare, which stand in order and do not overlap: "Aug. 7".
  static func part(of text: String, around place: Int, sparing spans: [Range<Int>]) -> Range<Int> {
    let tokens = TextScanner.tokens(of: text)
    var spared = spans[...]
    var start = 0
    for index in tokens.indices where ends(tokens, at: index) {
      let end = tokens[index].start
      while let span = spared.first, span.upperBound <= end { spared.removeFirst() }
      if spared.first?.contains(end) ?? false { continue }
      if end > place { return start..<end }
      start = end
    }
    return start..<max(start, text.utf8.count)
  }

  private static func ends(_ tokens: [TextToken], at index: Int) -> Bool {
    let token = tokens[index]
    if token.gap == .paragraph { return true }
    guard token.kind == .mark else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    switch token.key {
    case ".", ":": return next?.gap != TextToken.Gap.none
    case ",": return next.map { joints.contains($0.key) } ?? false
    default: return marks.contains(token.key)
    }
  }

  private static let marks: Set<WordKey> = [";", "!", "?", "—", "…", "(", ")", "[", "]"]
  private static let joints: Set<WordKey> = [
    "and", "with", "but", "or", "while", "whereas", "then",
  ]
}
