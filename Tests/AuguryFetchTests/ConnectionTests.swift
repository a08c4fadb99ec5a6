import Testing

@testable import AuguryFetch

/// Which address a connection goes to.
struct ConnectionTests {
  private let loopback = [IPAddress(version4: "127.0.0.1")].compactMap(\.self)

  /// A request with more time than a busy machine needs.
  private func request(_ url: String) throws -> FetchRequest {
    FetchRequest(address: try WebAddress(url), deadline: .now + .seconds(900))
  }

  @Test func `a connection goes to the address that was checked, whatever the name says`()
    async throws
  {
    let server = try AnswerServer()
    let request = try request("http://rebound.invalid:\(server.port)/e?x=%41")
    let answer = try await Exchange(request: request, addresses: loopback).run()
    let echo = try Echo(answer.body)
    #expect(echo.path == "/e?x=%41")
    #expect(echo.headers["host"] == "rebound.invalid:\(server.port)")
  }

  @Test(arguments: [
    "xn--bcher-kva.invalid", "xn--80ak6aa92e.invalid", "A_B.invalid", "1.2.3.4.invalid",
    "-a-.invalid",
    "xn--.invalid", "xn--a.invalid",
  ])
  func `no spelling of a name makes the library look it up again`(_ name: String) async throws {
    let server = try AnswerServer()
    let request = try request("http://\(name):\(server.port)/echo")
    let echo = try Echo(await Exchange(request: request, addresses: loopback).run().body)
    #expect(echo.headers["host"] == "\(name.lowercased()):\(server.port)")
  }

  @Test func `the next address is tried when the first cannot be reached`() async throws {
    let server = try AnswerServer()
    let request = try request("http://two.invalid:\(server.port)/echo")
    // Nothing listens at the port of this address.
    let dead = try #require(IPAddress(version6: "::1"))
    let answer = try await Exchange(request: request, addresses: [dead] + loopback).run()
    #expect(answer.status == 200)
    await #expect(throws: FetchError.self) {
      try await Exchange(request: request, addresses: [dead]).run()
    }
  }

  @Test func `every stop of a chain is looked up and checked once`() async throws {
    let server = try AnswerServer()
    let port = server.port
    let names = Names()
    let gate = Gate(allowed: [try AllowedHost("one.invalid:\(port)")]) { [loopback] name in
      names.add(name)
      return loopback
    }
    let there = try request("http://one.invalid:\(port)/found?/temporary")
    let outcome = try await Fetch(gate: gate).run(there)
    #expect(outcome.redirects.map(\.target) == ["/temporary", "/echo"])
    #expect(names.all == ["one.invalid", "one.invalid", "one.invalid"])
    let away = try request("http://one.invalid:\(port)/found?http://two.invalid:\(port)/echo")
    await #expect(
      throws: FetchError.notPublic(
        host: "two.invalid", port: port, address: "127.0.0.1", kind: "loopback")
    ) { try await Fetch(gate: gate).run(away) }
    #expect(server.server.lines.filter { $0 == "GET /echo" }.count == 1)
  }
}
