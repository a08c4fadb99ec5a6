import Augury
import Testing

@testable import AuguryFetch

/// Where a fetch may go.
struct GateTests {
  private func gate(_ addresses: [String], allowed: [String] = []) throws -> Gate {
    let found = addresses.compactMap { IPAddress(version4: $0) ?? IPAddress(version6: $0) }
    return Gate(allowed: try allowed.map { try AllowedHost($0) }) { _ in found }
  }

  @Test func `a name is let through with all its public addresses, in their order`() throws {
    let found = try gate(["2606:4700::1111", "8.8.8.8"])
      .addresses(of: WebAddress("http://example.org/"))
    #expect(found.map(\.text) == ["2606:4700::1111", "8.8.8.8"])
  }

  @Test(arguments: ["10.0.0.1", "::1", "::ffff:169.254.169.254"])
  func `one private address among many refuses the name`(_ address: String) throws {
    for addresses in [["8.8.8.8", address], [address, "8.8.8.8"], [address]] {
      let error = #expect(throws: FetchError.self) {
        try gate(addresses).addresses(of: WebAddress("http://example.org/"))
      }
      #expect(error?.what.contains("example.org:80 is not of the public internet") == true)
      #expect(error?.kind == .invalid)
    }
  }

  @Test func `a host that is allowed is let through by its own text and port only`() throws {
    let gate = try gate(["127.0.0.1"], allowed: ["LocalHost:8080", "[::1]:80"])
    #expect(try gate.addresses(of: WebAddress("http://LOCALHOST:8080/x")).count == 1)
    #expect(try gate.addresses(of: WebAddress("http://[::1]/")).map(\.text) == ["::1"])
    for text in [
      "http://localhost/", "http://localhost:8081/", "https://localhost/",
      "http://127.0.0.1:8080/", "http://[::1]:8080/", "http://[0::1]/", "http://local:8080/",
    ] {
      #expect(throws: FetchError.self, "\(text)") { try gate.addresses(of: WebAddress(text)) }
    }
  }

  @Test func `an address is not looked up`() throws {
    let gate = Gate(allowed: []) { (name) throws(FetchError) in
      throw .unresolved(host: name, detail: "looked up")
    }
    #expect(try gate.addresses(of: WebAddress("http://8.8.8.8/")).map(\.text) == ["8.8.8.8"])
  }

  @Test(arguments: [
    "", "localhost", "localhost:", ":80", "localhost:0", "localhost:80/", "localhost:80?80",
    "localhost:80#80", "u@localhost:80", "http://localhost:80", "localhost:080", "*:80",
    "127.1:80", "[::1]", "::1:80", "localhost:80 ",
  ])
  func `what is no host and port allows nothing`(_ text: String) {
    #expect(throws: FetchError.badAllowance(text)) { try AllowedHost(text) }
  }
}
