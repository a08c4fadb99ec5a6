extension HTML {
  /// The markup, as text; also well-formed XML.
  package var markup: String {
    var output = ""
    write(to: &output)
    return output
  }

  func write(to output: inout String) {
    switch self {
    case .text(let text): output += HTMLText.escape(text)
    case .pieces(let pieces): for piece in pieces { piece.write(to: &output) }
    case .element(let tag, let attributes, let content):
      output += "<" + tag.rawValue
      for attribute in attributes {
        output += " \(attribute.name)=\"\(HTMLText.escape(attribute.value))\""
      }
      if tag.isVoid {
        output += "/>"
      } else {
        output += ">"
        for piece in content { piece.write(to: &output) }
        output += "</\(tag.rawValue)>"
      }
      if tag.endsLine { output += "\n" }
    }
  }
}
