internal import Augury

/// Bytes of a page as text, by its byte order mark, what its server says, or what it says itself.
enum PageDecoding {
  /// How many bytes of a page are looked through for the name of its encoding.
  private static let head = 1024

  /// Returns a page as text, with U+FFFD for bytes that mean nothing in its encoding.
  ///
  /// A page that names no encoding is read as UTF-8. Known beside it are UTF-16 and Windows-1252,
  /// which also serves what is called Latin-1 or ASCII; any other is refused.
  static func text(
    _ bytes: [UInt8], charset: String?, of source: String
  ) throws(RuleError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), isBigEndian: true) }
    if let charset { return try text(bytes, in: charset, of: source) }
    guard let own = ownName(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    // Who could read the name as ASCII has no UTF-16 in hand, whatever the name says.
    if own.lowercased().hasPrefix("utf-16") { return String(decoding: bytes, as: UTF8.self) }
    return try text(bytes, in: own, of: source)
  }

  /// Returns the encoding that a content type names: `text/html; charset=utf-8`.
  static func charset(of contentType: String) -> String? {
    for part in contentType.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      let name = String(pair[0].filter { $0 != " " })
      guard pair.count == 2, name.lowercased() == "charset" else { continue }
      let value = String(pair[1].filter { $0 != " " && $0 != "\"" && $0 != "'" })
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static func text(
    _ bytes: [UInt8], in charset: String, of source: String
  ) throws(RuleError) -> String {
    switch charset.lowercased() {
    case "utf-8", "utf8": return String(decoding: bytes, as: UTF8.self)
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252",
      "cp1252", "x-cp1252":
      return WesternText.decode(bytes[...])
    case "utf-16", "utf-16le": return wide(bytes[...], isBigEndian: false)
    case "utf-16be": return wide(bytes[...], isBigEndian: true)
    default:
      throw .malformed(
        source, fault: "it is in the encoding “\(charset.clipped)”, which is not read")
    }
  }

  /// The encoding that a page names in `<meta>`, or in the declaration of XML.
  private static func ownName(_ bytes: [UInt8]) -> String? {
    let start = Array(bytes.prefix(head))
    let text = WesternText.decode(start[...])
    if text.hasPrefix("<?xml"), let declaration = text.split(separator: ">").first {
      return MarkupAttributes.value("encoding", in: Array(declaration.utf8)[...])
    }
    var scanner = MarkupScanner(Array(text.utf8), isXML: false)
    while let piece = scanner.next() {
      guard case .open("meta", let range, _) = piece else { continue }
      let attributes = scanner.bytes[range]
      if let name = MarkupAttributes.value("charset", in: attributes) { return name }
      if let content = MarkupAttributes.value("content", in: attributes),
        let name = charset(of: content)
      {
        return name
      }
    }
    return nil
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self)
  }
}
