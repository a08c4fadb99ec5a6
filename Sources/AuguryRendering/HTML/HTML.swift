/// A piece of HTML or SVG: a tree that is escaped when it is written.
///
/// Tags and attributes come from lists, and texts are escaped whatever they hold, so that nothing
/// from outside can become markup.
package enum HTML: Sendable, Equatable {
  /// Text, not yet escaped.
  case text(String)
  /// An element with its attributes and what is in it.
  case element(HTMLTag, [HTMLAttribute], [HTML])
  /// Pieces one after another.
  case pieces([HTML])

  /// Creates an element.
  package init(
    _ tag: HTMLTag, _ attributes: HTMLAttribute..., @HTMLBuilder content: () -> [HTML] = { [] }
  ) {
    self = .element(tag, attributes, content())
  }

  /// Creates an element from attributes that were gathered before.
  package init(
    _ tag: HTMLTag, all attributes: [HTMLAttribute], @HTMLBuilder content: () -> [HTML] = { [] }
  ) {
    self = .element(tag, attributes, content())
  }

  /// Creates text from outside whose direction of writing is its own.
  package static func foreign(_ text: String) -> HTML { HTML(.bdi) { text } }

  /// Creates a link, or just its text where the address is not one of the web.
  package static func link(
    _ address: String, @HTMLBuilder content: () -> [HTML]
  ) -> HTML {
    guard let address = WebAddress(address) else { return .pieces(content()) }
    return HTML(.a, .link(address), content: content)
  }
}

extension HTML: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}
