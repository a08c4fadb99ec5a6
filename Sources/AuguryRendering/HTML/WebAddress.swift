/// An address that a page may link to: one of the web, which runs nothing and hides nothing.
package struct WebAddress: Sendable, Equatable {
  /// The address as it was given.
  package let text: String

  /// Checks an address; nothing for a text that is none.
  ///
  /// It begins with `http://` or `https://` and a host without a user's name before it, and holds
  /// no scalar that is unsafe, blank, or a mark of HTML or Markdown.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.hasASCIIPrefix($0) }) else {
      return nil
    }
    let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    let authority = rest.prefix { !"/?#".unicodeScalars.contains($0) }
    guard let first = authority.first, first != ":", !authority.contains("@"),
      text.unicodeScalars.allSatisfy(WebAddress.isAllowed)
    else { return nil }
    self.text = text
  }

  /// The host, for people: what stands between the scheme and the path.
  package var host: String {
    let rest = text.drop { $0 != "/" }.drop { $0 == "/" }
    let host = rest.prefix { !"/?#".contains($0) }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "\"", "'", "`", "\\", "^", "{", "}", "|": false
    default: !scalar.isUnsafe && !scalar.properties.isWhitespace
    }
  }
}

extension String {
  /// Whether it begins with the letters, large or small.
  fileprivate func hasASCIIPrefix(_ prefix: String) -> Bool {
    let lower = utf8.prefix(prefix.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.elementsEqual(prefix.utf8)
  }
}
