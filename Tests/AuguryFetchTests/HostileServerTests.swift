import Foundation
import Glibc
import TestSupport
import Testing

/// The program against a server that tries everything.
struct HostileServerTests {
  /// The server of the reference data, with a second port that must never be contacted.
  private struct Hostile {
    let server: PythonServer
    let port: Int
    let fetch: FetchRun

    init?() throws {
      guard let script = ReferenceData.url("faults/ssrf_server.py") else { return nil }
      let ports = try Hostile.freePorts()
      server = try PythonServer(script, ports.map(String.init))
      port = ports[0]
      fetch = try FetchRun()
      try server.wait { [self] in try run("ok").status == 0 }
      try FileManager.default.removeItem(atPath: fetch.output)
    }

    func run(_ path: String, _ options: [String] = []) throws -> Command.Output {
      try fetch(options + arguments(path))
    }

    func arguments(_ path: String) -> [String] {
      let host = "127.0.0.1:\(port)"
      return ["--allow", host, "--output", fetch.output, "http://\(host)/\(path)"]
    }

    var isCanaryUnhurt: Bool { !server.lines.contains { $0.contains("CANARY HIT") } }

    /// Two ports that nobody listened at a moment ago.
    private static func freePorts() throws -> [Int] {
      let sockets = (0..<2).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
      defer { for one in sockets { close(one) } }
      return try sockets.map { one in
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let done = withUnsafeMutablePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(one, $0, length) == 0 && getsockname(one, $0, &length) == 0
          }
        }
        try #require(done)
        return Int(UInt16(bigEndian: address.sin_port))
      }
    }
  }

  @Test func `a hostile server gets neither its way nor a silent short answer`() throws {
    guard let hostile = try Hostile() else {
      return ReferenceData.skip("augury-fetch against the hostile server")
    }
    let refusals: [(path: String, status: Int32, words: String)] =
      [
        ("redir-file", 65, "\"file:///etc/passwd\" is neither"), ("redir-gopher", 65, "is neither"),
        ("redir-loop", 65, "more than 5 times"), ("redir-chain/6", 65, "more than 5 times"),
        ("infinite", 65, "longer than 10000000 bytes"),
        ("bigheader", 65, "breaks the rules of HTTP"), ("truncated", 65, "ended before its end"),
        ("badchunk", 65, "breaks the rules of HTTP"), ("500", 75, "status 500"),
        ("404", 66, "status 404"), ("redir-rebind", 66, "status 404"),
      ] + (0..<12).map { ("redir-canary\($0)", 65, "is not ") }
      // Python's server cannot send the full-width digits of the last one and hangs up.
      + [("redir-canary12", 75, "closed the connection")]
    for (path, status, words) in refusals {
      let (run, time) = try timed { try hostile.run(path, ["--timeout", "30"]) }
      #expect(run.status == status && run.stdout.isEmpty, "\(path): \(run.status)")
      #expect(run.errorText.contains(words), "\(path): \(run.errorText)")
      #expect(!hostile.fetch.hasOutput && time < .seconds(20), "\(path): \(time)")
    }
    #expect(hostile.isCanaryUnhurt && hostile.fetch.files.isEmpty)
  }

  @Test func `hostile pages are taken byte by byte, and nothing in them is followed`() throws {
    guard let hostile = try Hostile() else {
      return ReferenceData.skip("augury-fetch and hostile pages")
    }
    for path in [
      "ok", "redir-chain/5", "utf16", "latin1-lied", "nul", "bidi", "script", "base-href",
      "meta-refresh", "xxe", "204",
    ] {
      let run = try hostile.run(path)
      #expect(run.status == 0 && run.stderr.isEmpty, "\(path): \(run.errorText)")
      let line = try SummaryLine(run)
      #expect(line.bytes == (try Data(contentsOf: hostile.fetch.folder.file("out")).count))
      #expect(line.redirects.count == (path == "redir-chain/5" ? 5 : 0))
    }
    #expect(hostile.isCanaryUnhurt)
  }

  @Test func `an answer that drips ends at the time that was given`() throws {
    guard let hostile = try Hostile() else {
      return ReferenceData.skip("augury-fetch and an answer that drips")
    }
    let (run, time) = try timed { try hostile.run("slow", ["--timeout", "2"]) }
    #expect(run.status == 75 && run.errorText.contains("was not whole after 2 s"))
    #expect((.seconds(2) ... .seconds(8)).contains(time), "\(time)")
    #expect(hostile.fetch.files.isEmpty)
  }

  @Test func `a packed bomb is cut at the limit, and memory stays small`() throws {
    guard let hostile = try Hostile() else {
      return ReferenceData.skip("augury-fetch and a packed bomb")
    }
    let measure = """
      import resource, subprocess, sys
      status = subprocess.run(sys.argv[1:]).returncode
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      sys.exit(status)
      """
    let run = try hostile.fetch(
      under: "python3", ["-c", measure], ["--timeout", "50"] + hostile.arguments("gzbomb"))
    #expect(run.status == 65 && run.errorText.contains("longer than 10000000 bytes"))
    let kibibytes = try #require(Int(run.text.lines[0]))
    #expect((1_000...120_000).contains(kibibytes), "\(kibibytes) KiB")
    #expect(hostile.fetch.files.isEmpty)
  }

  @Test func `an interrupted fetch leaves nothing behind`() throws {
    guard let hostile = try Hostile() else {
      return ReferenceData.skip("augury-fetch interrupted")
    }
    for signal in ["INT", "TERM"] {
      let run = try hostile.fetch(
        under: "timeout", ["-s", signal, "0.5"], hostile.arguments("slow"))
      #expect(run.status == 124 && hostile.fetch.files.isEmpty)
    }
    // Cut off at any moment, the file is whole or not there.
    for step in 1...40 {
      let time = String(format: "%.3f", 0.005 * Double(step))
      _ = try hostile.fetch(under: "timeout", ["-s", "TERM", time], hostile.arguments("ok"))
      #expect(hostile.fetch.files == [] || hostile.fetch.files == ["out"], "after \(time) s")
      if hostile.fetch.hasOutput {
        #expect(try Data(contentsOf: hostile.fetch.folder.file("out")).count == 89)
        try FileManager.default.removeItem(atPath: hostile.fetch.output)
      }
    }
  }

  private func timed<Value>(_ body: () throws -> Value) throws -> (Value, Duration) {
    let start = ContinuousClock.now
    let value = try body()
    return (value, ContinuousClock.now - start)
  }
}
