/// A media type and the charset that it names.
struct MediaType: Hashable, Sendable {
  /// Type and subtype, in lower case.
  let name: String
  /// The charset, in lower case and without quotes; nothing when none is named.
  let charset: String?

  /// Creates the type that the value of `Content-Type` writes.
  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { MediaType.trim($0.lowercased()) }
    name = parts.first ?? ""
    charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
      .map { MediaType.trim($0.dropFirst(8).filter { $0 != "\"" && $0 != "'" }) }
  }

  private static func trim(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let rest = text.drop(while: isBlank)
    return String(rest.prefix(rest.count - rest.reversed().prefix(while: isBlank).count))
  }
}
