/// The parts that drawings are made of.
///
/// A length across is a share of the drawing's width, so that a drawing becomes narrower on a
/// small screen and its letters do not become smaller; a length down is in pixels.
package enum SVG {
  /// Returns a number as SVG reads it: with a point, and without needless zeros.
  package static func number(_ value: Double, decimals: Int = 1) -> String {
    guard value.isFinite else { return "0" }
    let text = NumberText.fixed(value, decimals).replacingMinus
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var digits = Substring(text)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
    return String(digits)
  }

  /// Returns a drawing with its name and its description, which stand for it where it is not seen.
  ///
  /// Its identifiers begin with `id`, which no other drawing of the page has. It has either a
  /// height in pixels and the width of its place, or coordinates and is scaled as a whole.
  static func drawing(
    id: String, title: String, description: String, class name: String, height: Double? = nil,
    viewBox: String? = nil, @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    var attributes: [HTMLAttribute] = [
      .class(name), .init(.role, "img"), .init(.labelledBy, id + "-title"),
      .init(.describedBy, id + "-desc"),
    ]
    if let height {
      attributes += [.init(.width, "100%"), .init(.height, height)]
    }
    if let viewBox { attributes.append(.init(.viewBox, viewBox)) }
    return HTML(.svg, all: attributes) {
      HTML(.title, .id(id + "-title")) { title }
      HTML(.desc, .id(id + "-desc")) { description }
      content()
    }
  }

  /// Returns a line from one share across to another, level, so many pixels down.
  static func level(_ name: String, from start: Double, to end: Double, at y: Double) -> HTML {
    HTML(
      .line, .class(name), .init(.x1, share: start), .init(.x2, share: end), .init(.y1, y),
      .init(.y2, y))
  }

  /// Returns a line from one height down to another, upright, at a share across.
  static func upright(_ name: String, at share: Double, from top: Double, to bottom: Double) -> HTML
  {
    HTML(
      .line, .class(name), .init(.x1, share: share), .init(.x2, share: share), .init(.y1, top),
      .init(.y2, bottom))
  }

  /// Returns a disc at a share across.
  static func disc(_ name: String, at share: Double, _ y: Double, radius: Double) -> HTML {
    HTML(.circle, .class(name), .init(.cx, share: share), .init(.cy, y), .init(.r, radius))
  }

  /// Returns a text at a share across; near the edges it stands inside of them.
  static func label(
    _ text: String, at share: Double, _ y: Double, class name: String = "tick",
    anchor: String? = nil
  ) -> HTML {
    let usual = share < 0.06 ? "start" : share > 0.94 ? "end" : "middle"
    return HTML(
      .label, .class(name), .init(.x, share: share), .init(.y, y),
      .init(.anchor, anchor ?? usual)
    ) { text }
  }
}

extension String {
  /// The text with the hyphen that machines read as minus.
  fileprivate var replacingMinus: String {
    hasPrefix("−") ? "-" + dropFirst() : self
  }
}
