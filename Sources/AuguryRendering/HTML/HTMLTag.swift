/// The elements that pages and charts are made of.
package enum HTMLTag: String, Sendable {
  case a, article, b, bdi, blockquote, body, br, cite, code, dd, details, div, dl, dt, em,
    figcaption, figure, footer, h1, h2, h3, h4, header, li, main, nav, ol, p, section, small, span,
    strong, summary, table, tbody, td, th, thead, time, tr, ul
  case circle, desc, g, line, path, polygon, polyline, rect, svg, title
  /// The text of a drawing.
  case label = "text"

  /// Whether the element has no content and no end tag.
  var isVoid: Bool { self == .br }

  /// Whether a line ends after the element, so that the file can be read and compared by lines.
  var endsLine: Bool {
    switch self {
    case .a, .b, .bdi, .br, .cite, .code, .em, .small, .span, .strong, .time, .td, .th, .summary:
      false
    default: true
    }
  }
}
