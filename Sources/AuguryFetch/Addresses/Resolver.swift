import Glibc

/// Names looked up by the system.
enum Resolver {
  /// Returns the addresses that the system knows for a name, at least one.
  ///
  /// It waits for the answer; the deadline of the fetch ends it.
  @Sendable static func look(_ name: String) throws(FetchError) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(name, nil, &hints, &first)
    defer { if let first { freeaddrinfo(first) } }
    guard code == 0 else {
      throw .unresolved(host: name, detail: String(cString: gai_strerror(code)))
    }
    let found = sequence(first: first) { $0?.pointee.ai_next }.prefix { $0 != nil }
      .compactMap { $0?.pointee.ai_addr }.compactMap { IPAddress($0) }
    guard !found.isEmpty else { throw .unresolved(host: name, detail: "No address") }
    return found
  }
}
