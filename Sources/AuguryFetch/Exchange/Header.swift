/// One line of the head of a request.
struct Header: Hashable, Sendable {
  let name: String
  let value: String

  /// The headers that frame a message; whoever sets them could smuggle a second one.
  private static let own: Set = [
    "accept-encoding", "connection", "content-length", "expect", "host", "keep-alive",
    "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]

  /// Creates a header; the value must be printable ASCII, with tabs.
  init(name: String, value: String) throws(FetchError) {
    let isToken = !name.isEmpty && name.utf8.allSatisfy(Header.isNameByte)
    guard isToken, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x09 }) else {
      throw .badHeader("\(name): \(value)")
    }
    guard !Header.own.contains(name.lowercased()) else { throw .ownHeader(name) }
    self.name = name
    self.value = value
  }

  /// Creates the header that `text` writes as `NAME: VALUE`.
  init(_ text: String) throws(FetchError) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .badHeader(text) }
    let value = text[text.utf8.index(after: colon)...]
    try self.init(name: String(text[..<colon]), value: String(value.drop { $0 == " " }))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
