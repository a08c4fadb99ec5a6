/// A range of addresses that share their first bits.
struct AddressRange: Sendable {
  /// What the range is for, as an error names it.
  let name: String
  private let prefix: [UInt8]
  private let length: Int
  private let size: Int

  /// Creates the range of the IPv4 addresses that begin with `length` bits of `prefix`.
  private static func v4(_ prefix: [UInt8], _ length: Int, _ name: String) -> AddressRange {
    AddressRange(name: name, prefix: prefix, length: length, size: 4)
  }

  /// Creates the range of the IPv6 addresses that begin with `length` bits of `prefix`.
  private static func v6(_ prefix: [UInt8], _ length: Int, _ name: String) -> AddressRange {
    AddressRange(name: name, prefix: prefix, length: length, size: 16)
  }

  /// Returns whether the address lies in the range.
  func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == size else { return false }
    return (0..<length).allSatisfy { position in
      let mask = UInt8(0x80) >> (position % 8)
      let wanted = position / 8 < prefix.count ? prefix[position / 8] : 0
      return address.bytes[position / 8] & mask == wanted & mask
    }
  }

  static let mapped = v6([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96, "IPv4-mapped")
  static let translated = v6([0, 0x64, 0xFF, 0x9B], 96, "NAT64")
  static let sixToFour = v6([0x20, 0x02], 16, "6to4")
  private static let global = v6([0x20], 3, "global")

  /// The ranges of IANA's special-purpose registries that the public internet does not hold.
  ///
  /// https://www.iana.org/assignments/iana-ipv4-special-registry and
  /// https://www.iana.org/assignments/iana-ipv6-special-registry
  private static let special = [
    v4([0], 8, "unspecified"),
    v4([10], 8, "private"),
    v4([100, 64], 10, "carrier's"),
    v4([127], 8, "loopback"),
    v4([169, 254], 16, "link-local"),
    v4([172, 16], 12, "private"),
    v4([192, 0, 0], 24, "protocol"),
    v4([192, 0, 2], 24, "documentation"),
    v4([192, 88, 99], 24, "6to4 relay"),
    v4([192, 168], 16, "private"),
    v4([198, 18], 15, "benchmarking"),
    v4([198, 51, 100], 24, "documentation"),
    v4([203, 0, 113], 24, "documentation"),
    v4([224], 4, "multicast"),
    v4([255, 255, 255, 255], 32, "broadcast"),
    v4([240], 4, "reserved"),
    v6([], 128, "unspecified"),
    v6([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, "loopback"),
    v6([0xFC], 7, "private"),
    v6([0xFE, 0x80], 10, "link-local"),
    v6([0xFE, 0xC0], 10, "private"),
    v6([0xFF], 8, "multicast"),
    v6([0x20, 0x01], 23, "protocol"),
    v6([0x20, 0x01, 0x0D, 0xB8], 32, "documentation"),
    v6([0x3F, 0xFF], 20, "documentation"),
  ]

  /// Returns what kind of address it is when it is not one of the public internet.
  ///
  /// An IPv6 address that leads to an IPv4 address is what that one is. Of IPv6 only `2000::/3` is
  /// public at all.
  static func refusal(of address: IPAddress) -> String? {
    if let embedded = address.embedded { return refusal(of: embedded) }
    if let range = special.first(where: { $0.contains(address) }) { return range.name }
    return address.bytes.count == 16 && !global.contains(address) ? "reserved" : nil
  }
}
