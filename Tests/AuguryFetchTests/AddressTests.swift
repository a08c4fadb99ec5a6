import Testing

@testable import AuguryFetch

/// Which addresses are not of the public internet.
struct AddressTests {
  private func refusal(_ text: String) throws -> String? {
    let address = try #require(IPAddress(version4: text) ?? IPAddress(version6: text), "\(text)")
    return AddressRange.refusal(of: address)
  }

  @Test(
    arguments: [
      ("0.0.0.0", "unspecified"), ("0.1.2.3", "unspecified"), ("10.0.0.0", "private"),
      ("10.255.255.255", "private"), ("100.64.0.0", "carrier's"), ("100.127.255.255", "carrier's"),
      ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("169.254.169.254", "link-local"),
      ("172.16.0.1", "private"), ("172.31.255.255", "private"), ("192.0.0.8", "protocol"),
      ("192.0.2.1", "documentation"), ("192.88.99.1", "6to4 relay"), ("192.168.0.1", "private"),
      ("198.18.0.1", "benchmarking"), ("198.19.255.255", "benchmarking"),
      ("198.51.100.7", "documentation"), ("203.0.113.9", "documentation"),
      ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"), ("240.0.0.1", "reserved"),
      ("255.255.255.255", "broadcast"), ("::", "unspecified"), ("::1", "loopback"),
      ("::2", "reserved"), ("::127.0.0.1", "reserved"), ("fc00::1", "private"),
      ("fdff:ffff::1", "private"), ("fe80::1", "link-local"), ("febf::1", "link-local"),
      ("fec0::1", "private"), ("ff02::1", "multicast"), ("2001::1", "protocol"),
      ("2001:1ff::1", "protocol"), ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
      ("100::1", "reserved"), ("64:ff9b:1::1", "reserved"), ("4000::1", "reserved"),
      ("::ffff:127.0.0.1", "loopback"), ("::ffff:7f00:1", "loopback"),
      ("::ffff:0:127.0.0.1", "reserved"), ("64:ff9b::10.0.0.1", "private"),
      ("64:ff9b::a9fe:a9fe", "link-local"), ("2002:7f00:1::", "loopback"),
      ("2002:c0a8:101::1", "private"),
    ])
  func `an address that is not public is refused by its kind`(_ text: String, _ kind: String) throws
  {
    #expect(try refusal(text) == kind)
  }

  @Test(
    arguments: [
      "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
      "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255",
      "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.167.255.255", "192.169.0.0",
      "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888",
      "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1",
    ])
  func `an address of the public internet is not`(_ text: String) throws {
    #expect(try refusal(text) == nil)
  }

  @Test func `each IPv4 address is judged alike in every form that carries it`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let number = UInt32.random(in: 0...UInt32.max, using: &generator)
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
      let plain = bytes.map(String.init).joined(separator: ".")
      let words = [bytes[0..<2], bytes[2..<4]].map {
        $0.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
      }
      let expected = try refusal(plain)
      for form in ["::ffff:\(plain)", "64:ff9b::\(plain)", "2002:\(words[0]):\(words[1])::5"] {
        #expect(try refusal(form) == expected, "\(form)")
      }
    }
  }

  @Test func `an address keeps its value through its text`() throws {
    for text in ["1.2.3.4", "255.0.0.1"] {
      #expect(IPAddress(version4: text)?.text == text)
    }
    for text in ["2001:db8::1", "::1", "fe80::a:b"] {
      #expect(IPAddress(version6: text)?.text == text)
    }
  }
}
