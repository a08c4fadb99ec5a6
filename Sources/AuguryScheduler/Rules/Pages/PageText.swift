/// The visible text of a page: what stands between its tags, without scripts, styles and comments.
///
/// It is a reader's view only as far as the page itself says so; what a style sheet hides counts as
/// visible.
enum PageText {
  /// The elements that stand within a line of text; any other begins a new block.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  /// Returns the visible text, a paragraph, heading, cell or the like each.
  static func blocks(of page: String) -> [String] {
    var scanner = MarkupScanner(Array(page.utf8), isXML: false)
    var blocks: [String] = []
    var block: [UInt8] = []
    func close() {
      let text = tidied(block)
      if !text.isEmpty { blocks.append(text) }
      block.removeAll(keepingCapacity: true)
    }
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): CharacterReference.decode(scanner.bytes[range], into: &block)
      case .literal(let range): block += scanner.bytes[range]
      case .open("br", _, _): block.append(0x20)
      case .open(let name, _, _), .close(let name):
        if !inline.contains(name) { close() }
      }
    }
    close()
    return blocks
  }

  /// Returns text with single spaces for all white space, and none at its ends.
  static func tidied(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard byte.isSpace else {
        text.append(byte)
        continue
      }
      if let last = text.last, last != 0x20 { text.append(0x20) }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
