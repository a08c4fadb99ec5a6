/// The path and query of a URL as a request sends them.
enum WebTarget {
  /// Returns the target that the end of a URL writes: percent-encoded, without dot segments.
  ///
  /// Escapes that are there stay; what may not stand in a request is escaped, a bare `%` too.
  static func text(of bytes: Substring.UTF8View) -> String {
    let encoded = encode(Array(bytes))
    let path = encoded.prefix { $0 != "?" }
    return withoutDots(path) + encoded[path.endIndex...]
  }

  private static func encode(_ bytes: [UInt8]) -> String {
    var text = ""
    for (place, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && bytes.count > place + 2
        && bytes[place + 1].isHexDigit && bytes[place + 2].isHexDigit
      if isEscape || isAllowed(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x7A).contains(byte | 0x20) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
  }

  /// Returns the path after RFC 3986, section 5.2.4, with a slash at its beginning.
  private static func withoutDots(_ path: Substring) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for segment in segments {
      switch segment.lowercased().replacing("%2e", with: ".") {
      case ".": break
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    let ends = segments.last.map {
      [".", ".."].contains($0.lowercased().replacing("%2e", with: "."))
    }
    return "/" + kept.joined(separator: "/") + (ends == true && !kept.isEmpty ? "/" : "")
  }
}
