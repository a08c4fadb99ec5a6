/// Text for HTML.
package enum HTMLText {
  /// Returns the text safe in element content and in quoted attributes.
  ///
  /// The five characters of markup and the backtick become references; controls except tab and
  /// line feed, bidi and other unsafe scalars become visible ASCII, as on a terminal.
  package static func escape(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "`": output += "&#96;"
      case "\n", "\t", "\u{200C}", "\u{200D}": output.unicodeScalars.append(scalar)
      case _ where scalar.isUnsafe: output += scalar.visibleEscape
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
