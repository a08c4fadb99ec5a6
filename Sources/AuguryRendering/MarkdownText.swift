/// Text for Markdown (CommonMark with the tables of GitHub).
package enum MarkdownText {
  /// Returns the text safe in a line or a table cell: it is shown as it is and starts no markup.
  ///
  /// Runs of line ends become one space, characters of markup get a backslash (also those that
  /// would start a heading, list or quotation at the beginning), `&` and `<` become references,
  /// and unsafe scalars visible ASCII as on a terminal.
  package static func escape(_ text: String) -> String {
    var output = ""
    var isAtLineEnd = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        isAtLineEnd = true
        continue
      }
      if isAtLineEnd, !output.isEmpty { output += " " }
      isAtLineEnd = false
      append(scalar, to: &output)
    }
    return output
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout String) {
    switch scalar {
    case "&": output += "&amp;"
    case "<": output += "&lt;"
    case "\\", "`", "*", "_", "[", "]", ">", "|", "~", "#", "$":
      output += "\\"
      output.unicodeScalars.append(scalar)
    case "-", "+", "=":
      if output.allSatisfy({ $0 == " " }) { output += "\\" }
      output.unicodeScalars.append(scalar)
    case "\u{200C}", "\u{200D}": output.unicodeScalars.append(scalar)
    case _ where scalar.isUnsafe: output += "\\" + scalar.visibleEscape
    default: output.unicodeScalars.append(scalar)
    }
  }
}
