/// The host of a URL: a name in ASCII, or an address in its plain form.
struct Host: Hashable, Sendable {
  /// The host as the URL writes it, in lower case, an IPv6 address with its brackets.
  let text: String
  /// The address that the host is; nothing when it is a name to be looked up.
  let address: IPAddress?

  /// Creates the host that `text` writes; nothing for what is neither a name nor an address.
  ///
  /// Refused are empty labels, hence a point at the end, other characters than letters, digits,
  /// `-` and `_`, and numbers that some programs read as addresses, such as `127.1`, `0x7f000001`
  /// and `2130706433`: what ends in a number must be four decimal numbers.
  init?(_ text: some StringProtocol) {
    self.text = text.lowercased()
    if text.hasPrefix("["), text.hasSuffix("]") {
      guard let address = IPAddress(version6: String(self.text.dropFirst().dropLast())) else {
        return nil
      }
      self.address = address
      return
    }
    let labels = self.text.utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard self.text.utf8.count <= 253, labels.allSatisfy(Host.isLabel), let last = labels.last
    else { return nil }
    address = IPAddress(version4: self.text)
    guard address != nil || !Host.isNumber(last) else { return nil }
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    (1...63).contains(label.count)
      && label.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
  }

  private static func isNumber(_ label: Substring.UTF8View) -> Bool {
    label.allSatisfy(\.isDigit)
      || (label.starts(with: "0x".utf8) && label.dropFirst(2).allSatisfy(\.isHexDigit))
  }
}
