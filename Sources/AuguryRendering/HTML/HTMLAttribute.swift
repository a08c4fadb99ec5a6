/// An attribute of an element.
///
/// There is none that runs a script or loads anything; a link takes a checked address only.
package struct HTMLAttribute: Sendable, Equatable {
  /// The names that may be set to any text.
  package enum Name: String, Sendable {
    case id, `class`, colspan, datetime, dir, open, role, scope, tabindex, title
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case describedBy = "aria-describedby"
    case hidden = "aria-hidden"
    /// What a cell holds, for screens on which a table is shown as cards.
    case column = "data-column"
    case cx, cy, d, height, points, preserveAspectRatio, r, rx, viewBox, width, x, x1, x2, y, y1, y2
    case anchor = "text-anchor"
    case transform
  }

  let name: String
  let value: String

  private init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Sets an attribute to a text.
  package init(_ name: Name, _ value: String) {
    self.init(name: name.rawValue, value: value)
  }

  /// Sets an attribute to a number of pixels, to a tenth.
  package init(_ name: Name, _ value: Double) {
    self.init(name: name.rawValue, value: SVG.number(value))
  }

  /// Sets an attribute to a share of the drawing's width, 0…1.
  package init(_ name: Name, share: Double) {
    self.init(name: name.rawValue, value: SVG.number(share * 100, decimals: 2) + "%")
  }

  /// The classes of an element, by which its style is chosen.
  package static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute(.class, names) }

  /// The identifier of an element.
  package static func id(_ id: String) -> HTMLAttribute { HTMLAttribute(.id, id) }

  /// The address that a link leads to.
  package static func link(_ address: WebAddress) -> HTMLAttribute {
    HTMLAttribute(name: "href", value: address.text)
  }

  /// The element of the same page that a link leads to.
  package static func jump(to id: String) -> HTMLAttribute {
    HTMLAttribute(name: "href", value: "#" + id)
  }
}
