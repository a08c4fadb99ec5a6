/// What a stretch of text means to the reader; how it looks is the styler's business.
package enum TextStyle: Sendable, CaseIterable {
  case heading, emphasis, dim, good, bad, warning, identifier, quote
}

/// The look of terminal output, with or without colour.
///
/// Rules, ellipses and bullets may be limited to ASCII. Nothing else emits escape codes.
package struct Styler: Sendable, Equatable {
  /// No escape codes.
  package static let plain = Styler(usesColour: false)
  /// The codes of ECMA-48 that every terminal knows, in the terminal's own palette.
  package static let ansi = Styler(usesColour: true)

  package var usesColour: Bool
  package var isASCII: Bool

  /// Creates a look; the caller knows what the terminal can do.
  package init(usesColour: Bool, isASCII: Bool = false) {
    self.usesColour = usesColour
    self.isASCII = isASCII
  }

  /// Returns one line of text in a style.
  ///
  /// The text is escaped, so that only our codes get through.
  package func styled(_ text: String, _ style: TextStyle?) -> String {
    painted(TerminalText.escape(text), style)
  }

  /// Returns text that was escaped as a whole before it was cut into lines: a line may begin with a
  /// mark, which another escape would make longer.
  func painted(_ text: String, _ style: TextStyle?) -> String {
    guard usesColour, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(Self.code(of: style))m\(text)\u{1B}[0m"
  }

  package var rule: String { isASCII ? "-" : "─" }
  package var ellipsis: String { isASCII ? "..." : "…" }
  package var bullet: String { isASCII ? "*" : "•" }

  private static func code(of style: TextStyle) -> String {
    switch style {
    case .heading, .emphasis: "1"
    case .dim: "2"
    case .good: "32"
    case .bad: "31"
    case .warning: "33"
    case .identifier: "36"
    case .quote: "3"
    }
  }
}
