import Augury
import Testing

@testable import AuguryFetch

/// What is sent, and what of it goes on to where a redirect leads.
struct RequestTests {
  private func post() throws -> FetchRequest {
    var request = FetchRequest(address: try WebAddress("http://example.org/a"))
    request.headers = [try Header("X-Key: secret")]
    request.body = FetchRequest.Body(bytes: [1, 2], type: nil)
    return request
  }

  @Test(arguments: [(301, false), (302, false), (303, false), (307, true), (308, true)])
  func `a POST stays one by 307 and 308 alone`(_ status: Int, _ stays: Bool) throws {
    #expect(try (post().following("/b", status: status).body != nil) == stays)
  }

  @Test func `extra headers stay with the origin that they were given for`() throws {
    for location in ["/b", "http://example.org/b", "http://EXAMPLE.org:80/b"] {
      #expect(try post().following(location, status: 307).headers.count == 1, "\(location)")
    }
    for location in [
      "https://example.org/b", "http://example.org:81/b", "http://www.example.org/", "//a.example/",
    ] {
      #expect(try post().following(location, status: 307).headers.isEmpty, "\(location)")
    }
  }

  @Test func `headers do not come back on the way home`() throws {
    let away = try post().following("http://other.example/", status: 307)
    #expect(try away.following("http://example.org/a", status: 307).headers.isEmpty)
  }

  @Test(arguments: [
    "", "X", ": x", "X Y: z", "X\n: z", "X: a\r\nY: b", "X: a\nb", "X: a\0b", "X: \u{7F}", "X: é",
    "Ä: x", "X(: y", "[X]: y", "{: y",
  ])
  func `what is no header is refused`(_ text: String) {
    let error = #expect(throws: FetchError.self) { try Header(text) }
    #expect(error?.kind == .usage)
  }

  @Test(arguments: ["Host", "content-length", "Transfer-Encoding", "CONNECTION", "accept-encoding"])
  func `a header that frames the message is refused`(_ name: String) {
    #expect(throws: FetchError.ownHeader(name)) { try Header("\(name): x") }
  }

  @Test func `a header keeps its value as it is`() throws {
    let header = try Header("X-Signature:  sha256=a:b\tc ")
    #expect(header.name == "X-Signature" && header.value == "sha256=a:b\tc ")
  }

  @Test(
    arguments: [
      ("text/html", "text/html", nil), ("Text/HTML ; Charset=UTF-8", "text/html", "utf-8"),
      ("text/csv;header=present; charset=\"ISO-8859-1\"", "text/csv", "iso-8859-1"),
      ("", "", nil), ("text/plain; charset=", "text/plain", ""),
    ] as [(String, String, String?)])
  func `a media type is read with its charset`(
    _ text: String, _ name: String, _ charset: String?
  ) {
    let type = MediaType(text)
    #expect(type.name == name && type.charset == charset)
  }
}
