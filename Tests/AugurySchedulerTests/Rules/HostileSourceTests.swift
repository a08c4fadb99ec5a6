import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import Glibc
import TestSupport
import Testing

/// The server of the reference data that tries everything, with a port that must never be contacted.
private final class HostileServer {
  let port: UInt16
  private let process = Process()
  private let log: URL
  private let folder: TemporaryFolder

  /// Starts the server; nothing where there is no reference data.
  init?() throws {
    guard let script = ReferenceData.url("faults/ssrf_server.py") else { return nil }
    folder = try TemporaryFolder()
    log = folder.file("log")
    try Data().write(to: log)
    port = try HostileServer.freePort()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "\(port)", "\(try HostileServer.freePort())"]
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(20)
    while !HostileServer.isListening(on: port) {
      try #require(ContinuousClock.now < end, "the server does not start")
      usleep(20_000)
    }
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// What the server was asked.
  var lines: [String] { ((try? String(contentsOf: log, encoding: .utf8)) ?? "").lines }

  private static func freePort() throws -> UInt16 {
    try socket { bound in
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      var address = local(0)
      let isBound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(bound, $0, length) == 0 && getsockname(bound, $0, &length) == 0
        }
      }
      try #require(isBound)
      return UInt16(bigEndian: address.sin_port)
    }
  }

  private static func isListening(on port: UInt16) -> Bool {
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return socket { opened in
      var address = local(port)
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(opened, $0, length) == 0 }
      }
    }
  }

  private static func socket<Result>(_ body: (Int32) throws -> Result) rethrows -> Result {
    let opened = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(opened) }
    return try body(opened)
  }

  private static func local(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

@Suite("Rules against a server that tries everything", .serialized)
struct HostileSourceTests {
  /// The built program: named in `AUGURY_FETCH`, else beside the tests.
  private static let fetcher: String? = {
    let named = ProcessInfo.processInfo.environment["AUGURY_FETCH"] ?? ""
    let path =
      named.isEmpty
      ? BuiltProducts.augury.deletingLastPathComponent().appending(path: "augury-fetch").path
      : named
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  @Test("It is slow, huge, broken or leads astray: each time there is a reason, and no hang")
  func reasons() throws {
    guard let fetcher = HostileSourceTests.fetcher, let server = try HostileServer() else {
      return ReferenceData.skip("rules against a hostile server")
    }
    let host = "127.0.0.1:\(server.port)"
    var bench = try RuleBench(fetcher: fetcher, allowed: [host])
    func look(_ path: String, _ words: String = "odds") throws -> RuleReport {
      try bench.runner.look(
        Rule(place: .url("http://\(host)/\(path)"), test: .words([words])),
        try RuleTesting.question(), at: try RuleTesting.noon("2026-11-20"))
    }
    let found = try look("ok", "70% odds")
    #expect(found.finding.words == "The page holds “70% odds”: “We expect 70% odds.”")
    #expect(found.evidence.first == .url("http://\(host)/ok"))
    #expect(found.evidence.count == 2)
    for (path, words) in [
      ("utf16", "head é"), ("latin1-lied", "quoted"), ("nul", "a"), ("bidi", "paypal"),
      ("script", "x"), ("meta-refresh", "secret"), ("xxe", "root"), ("204", "x"),
    ] {
      let start = ContinuousClock.now
      _ = try? look(path, words)
      #expect(ContinuousClock.now - start < .seconds(15), "\(path)")
    }
    let paths: [(String, isPassing: Bool)] = [
      ("redir-canary0", false), ("redir-canary3", false), ("redir-canary8", false),
      ("redir-canary10", false), ("redir-file", false), ("redir-gopher", false),
      ("redir-loop", false), ("redir-chain/6", false), ("slow", true), ("infinite", false),
      ("gzbomb", false), ("bigheader", false), ("truncated", false), ("badchunk", false),
      ("500", true), ("gone", true),
    ]
    for (path, isPassing) in paths {
      bench.runner.fetchSeconds = path == "slow" ? 2 : 30
      let start = ContinuousClock.now
      let fault = bench.fault { try look(path) }
      guard case .notFetched(_, let what, let remedy) = fault else {
        Issue.record("\(path): \(String(describing: fault))")
        continue
      }
      #expect(!what.isEmpty && !remedy.isEmpty, "\(path)")
      #expect(fault?.isPassing == isPassing, "\(path): \(what)")
      #expect(
        ContinuousClock.now - start < .seconds(bench.runner.fetchSeconds + 10), "\(path)")
    }
    #expect(!server.lines.contains { $0.contains("CANARY HIT") })
    #expect(bench.leftovers.isEmpty)
  }

  @Test("A private address that is not allowed is not reached")
  func notAllowed() throws {
    guard let fetcher = HostileSourceTests.fetcher, let server = try HostileServer() else {
      return ReferenceData.skip("rules against a private address")
    }
    let bench = try RuleBench(fetcher: fetcher)
    let fault = bench.fault {
      try bench.runner.look(
        Rule(place: .url("http://127.0.0.1:\(server.port)/ok"), test: .words(["odds"])),
        try RuleTesting.question(), at: try RuleTesting.noon("2026-11-20"))
    }
    #expect(fault?.kind == .invalid)
    #expect(fault?.what.contains("is not of the public internet") == true)
    #expect(!server.lines.contains { $0.contains("/ok") })
  }
}
