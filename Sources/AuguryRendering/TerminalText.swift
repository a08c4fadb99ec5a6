/// Text as a terminal shows it: made safe, measured in cells, cut and wrapped.
package enum TerminalText {
  /// The marks that may follow one base before the rest are summed up.
  static let longestMarkRun = 8
  /// The joiners that may follow one another: the longest emoji in use have three.
  static let longestJoinRun = 5

  /// Returns the text with everything that could steer a terminal, or hide, as visible ASCII.
  ///
  /// Controls, bidi and zero-width characters, stray variation selectors, tags, private and
  /// unassigned scalars become `\u{202e}` and the like (`\n`, `\r`, `\t` for those three). A joiner
  /// stays between emoji. After eight marks in a row the rest become one `\u{301}×1992`. A mark
  /// with nothing before it is escaped, since it would land on the text printed earlier. Escaping
  /// twice changes nothing; a backslash of the text itself stays as it is.
  package static func escape(_ text: String) -> String {
    isPlain(text) ? text : escaped(text, keepsLines: false)
  }

  /// Returns the text made safe as by `escape(_:)`, except that line feeds stay.
  ///
  /// A carriage return before a line feed is dropped.
  package static func escapeLines(_ text: String) -> String {
    isPlain(text) ? text : escaped(text, keepsLines: true)
  }

  /// Returns whether the text is printable ASCII throughout, as most is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    var escaper = TerminalEscaper(keepsLines: keepsLines)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let following = scalars.index(after: index)
      escaper.take(
        scalars[index], before: following < scalars.endIndex ? scalars[following] : nil)
      index = following
    }
    return escaper.finish()
  }
}
