import Glibc

/// An IPv4 or IPv6 address as its bytes, 4 or 16 of them.
struct IPAddress: Hashable, Sendable {
  let bytes: [UInt8]

  /// Creates the address that a socket address holds; nothing for other families.
  init?(_ address: UnsafePointer<sockaddr>) {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      bytes = withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
    case AF_INET6:
      bytes = withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
    default: return nil
    }
  }

  /// Creates the IPv4 address that `text` writes in its plain form: four decimal numbers.
  ///
  /// Short forms, octal, hexadecimal and leading zeros are no plain form.
  init?(version4 text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> UInt8? in
      let isPlain = part.allSatisfy(\.isDigit) && (part.count == 1 || part.first != 0x30)
      return isPlain ? UInt8(Substring(part)) : nil
    }
    guard parts.count == 4, numbers.count == 4 else { return nil }
    bytes = numbers
  }

  /// Creates the IPv6 address that `text` writes, without brackets and without a zone.
  init?(version6 text: String) {
    var address = in6_addr()
    guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
    bytes = withUnsafeBytes(of: address) { Array($0) }
  }

  private init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The IPv4 address that a mapped, translated (NAT64) or 6to4 address leads to, if it is one.
  var embedded: IPAddress? {
    guard bytes.count == 16 else { return nil }
    if AddressRange.mapped.contains(self) || AddressRange.translated.contains(self) {
      return IPAddress(bytes: bytes[12...])
    }
    return AddressRange.sixToFour.contains(self) ? IPAddress(bytes: bytes[2..<6]) : nil
  }

  /// The address as text, without brackets.
  var text: String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count))
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte is one of the ASCII digits.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte is one of the digits that hexadecimal numbers have.
  var isHexDigit: Bool {
    isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
