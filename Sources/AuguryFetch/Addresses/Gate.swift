/// What decides where a fetch may go.
struct Gate: Sendable {
  let allowed: [AllowedHost]
  /// Looks a name up; a test may put another in its place.
  let look: @Sendable (String) throws(FetchError) -> [IPAddress]

  /// Creates the gate that lets through the public internet and what is allowed by name.
  init(
    allowed: [AllowedHost],
    look: @escaping @Sendable (String) throws(FetchError) -> [IPAddress] = Resolver.look
  ) {
    self.allowed = allowed
    self.look = look
  }

  /// Returns the addresses that a connection for `address` may go to, in the order to try them.
  ///
  /// One address among them that is not public refuses them all. Who connects uses these and does
  /// not look the name up again: a second answer might be another.
  func addresses(of address: WebAddress) throws(FetchError) -> [IPAddress] {
    let found =
      if let literal = address.host.address { [literal] } else { try look(address.host.text) }
    guard !allowed.contains(where: { $0.covers(address) }) else { return found }
    for one in found {
      guard let kind = AddressRange.refusal(of: one) else { continue }
      throw .notPublic(
        host: address.host.text, port: address.port, address: one.text, kind: kind)
    }
    return found
  }
}
