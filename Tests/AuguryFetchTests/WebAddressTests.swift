import Testing

@testable import AuguryFetch

/// How URLs are read.
struct WebAddressTests {
  @Test(
    arguments: [
      ("http://example.org", "http://example.org/"),
      ("HTTPS://Example.ORG:443/A?b#c", "https://example.org/A?b"),
      ("http://example.org:80?x", "http://example.org/?x"),
      ("http://example.org:/", "http://example.org/"),
      ("http://example.org:8080/a/../b/./c/..", "http://example.org:8080/b/"),
      ("http://example.org/%2E%2e/%2e/x", "http://example.org/x"),
      ("http://example.org/../../x//y", "http://example.org/x//y"),
      (
        "http://example.org/a b\"<é>%zz%41[]|\\",
        "http://example.org/a%20b%22%3C%C3%A9%3E%25zz%41%5B%5D%7C%5C"
      ),
      ("http://[2606:4700::1111]:81/x", "http://[2606:4700::1111]:81/x"),
      ("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"),
      ("http://a_b.example-1.org/", "http://a_b.example-1.org/"),
      ("http://example.org/@a:b@c", "http://example.org/@a:b@c"),
      ("http://1.2.3.4.example/", "http://1.2.3.4.example/"),
      ("http://127.evil.example/", "http://127.evil.example/"),
    ])
  func `a URL is read, and written in one form`(_ text: String, _ form: String) throws {
    let address = try WebAddress(text)
    #expect(address.text == form)
    #expect(try WebAddress(form) == address)
  }

  @Test(
    arguments: [
      "", "example.org", "/path", "//example.org/", "http:", "http:/example.org",
      "http:example.org",
      "http:\\\\example.org", "http:/\\example.org/", " http://example.org/",
      "http://example.org:0/", "http://example.org:65536/", "http://example.org:8x/",
      "http://example.org:-1/", "http://example.org:+80/", "http://example.org:080000/",
      "http://example.org/a\nb", "http://example.org/a\r\nHost: b", "http://example.org/\u{0}",
      "1http://example.org/",
    ])
  func `what is no URL is refused`(_ text: String) {
    #expect(throws: FetchError.badAddress(text)) { try WebAddress(text) }
  }

  @Test(arguments: [
    "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1:1/x", "javascript:alert(1)",
    "data:,x", "httpx://example.org/", "http+unix://%2Ftmp%2Fs/", "unix:/tmp/s",
  ])
  func `another scheme is refused`(_ text: String) {
    #expect(throws: FetchError.otherScheme(text)) { try WebAddress(text) }
  }

  @Test(arguments: [
    "http://u:p@example.org/", "http://u@example.org/", "http://@example.org/",
    "http://example.org@127.0.0.1/", "http://example.org:80@127.0.0.1/",
  ])
  func `credentials are refused`(_ text: String) {
    #expect(throws: FetchError.credentials) { try WebAddress(text) }
  }

  @Test(
    arguments: [
      "", "127.1", "0", "2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "127.0.0.01",
      "127.0.0.1.", "127.0.0.256", "1.2.3", "1.2.3.4.5", "①②⑦.⓪.⓪.①", "１２７.0.0.1", "127。0。0。1",
      "example.org.", "a..b", ".a", "exämple.org", "a b", "a%2eb", "a\\b", "[::1", "::1]", "[]",
      "[::1%25eth0]", "[::1%lo]", "[127.0.0.1]", "[v1.x]", "a*b", "a,b", "0x", "example.0x7f",
      String(repeating: "a", count: 64) + ".org",
      String(repeating: "abcdefg.", count: 32) + "org",
    ])
  func `a host in another than its plain form is refused`(_ host: String) {
    #expect(Host(host) == nil)
    #expect(throws: FetchError.self) { try WebAddress("http://\(host)/") }
  }

  @Test(
    arguments: [
      ("/x?y", "http://example.org:81/x?y"), ("c", "http://example.org:81/a/c"),
      ("../c", "http://example.org:81/c"), ("?z", "http://example.org:81/a/b?z"),
      ("", "http://example.org:81/a/b?q"), ("#top", "http://example.org:81/a/b?q"),
      ("//other.example/x", "http://other.example/x"), ("./d/", "http://example.org:81/a/d/"),
      ("https://other.example", "https://other.example/"),
      ("c?u=http://x/", "http://example.org:81/a/c?u=http://x/"),
    ])
  func `a redirect is followed as RFC 3986 says`(_ location: String, _ target: String) throws {
    let address = try WebAddress("http://example.org:81/a/b?q")
    #expect(try address.following(location).text == target)
  }

  @Test func `a redirect cannot lead to another scheme, to credentials or to an odd host`() throws {
    let address = try WebAddress("http://example.org/")
    #expect(throws: FetchError.otherScheme("file:///x")) { try address.following("file:///x") }
    #expect(throws: FetchError.credentials) { try address.following("//u@example.org/") }
    #expect(throws: FetchError.oddHost("127.1")) { try address.following("//127.1/") }
    #expect(throws: FetchError.self) { try address.following("http:127.0.0.1/") }
  }
}
