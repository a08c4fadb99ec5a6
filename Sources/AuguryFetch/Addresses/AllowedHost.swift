/// A host and a port that may be reached although they are not of the public internet.
struct AllowedHost: Hashable, Sendable {
  private let host: String
  private let port: Int

  /// Creates the one that `text` names as `HOST:PORT`.
  init(_ text: String) throws(FetchError) {
    guard let address = try? WebAddress("http://" + text),
      address.target == "/", let last = text.utf8.last, last.isDigit,
      text.hasSuffix(":\(address.port)")
    else { throw .badAllowance(text) }
    host = address.host.text
    port = address.port
  }

  /// Returns whether this is the host and the port of the address, by their text.
  func covers(_ address: WebAddress) -> Bool {
    host == address.host.text && port == address.port
  }
}
