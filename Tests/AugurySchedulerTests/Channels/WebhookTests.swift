import Augury
import AuguryRendering
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Notices by webhook")
struct WebhookTests {
  /// Returns what Python makes of a signature.
  private func code(_ key: [UInt8], _ message: String, _ folder: TemporaryFolder) throws -> String {
    try Data(key).write(to: folder.file("python-key"))
    let script = """
      import hashlib, hmac, sys
      key = open(sys.argv[1], "rb").read()
      print(hmac.new(key, sys.stdin.buffer.read(), hashlib.sha256).hexdigest(), end="")
      """
    let output = try Command(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", script, folder.file("python-key").path],
      input: Array(message.utf8)
    ).run()
    return output.text
  }

  @Test("The body goes to the program that posts, with a signature that Python finds right")
  func signed() throws {
    let folder = try TemporaryFolder()
    let program = try StandIn("augury-fetch")
    let key = Array("sëcret\u{0}key ".utf8)
    try Data(key + Array("\r\n".utf8)).write(to: folder.file("key"))
    let delivery = try SampleDelivery.delivery(
      SampleDelivery.hostile.map { try SampleDelivery.item($0) })
    try ChannelSender(try SampleDelivery.tools(fetch: program.path)).send(
      delivery,
      by: .webhook(
        url: "http://localhost:8080/x", secretFile: folder.file("key").path,
        allowed: ["localhost:8080", "a:1"]))
    let body = try program.input
    #expect(body == delivery.json.compact)
    let signature = try code(key, "1795421106." + body, folder)
    #expect(
      try program.arguments == [
        "--post", "-", "--content-type", "application/json", "--limit", "1000000",
        "--header", "X-Augury-Timestamp: 1795421106", "--header",
        "X-Augury-Delivery: \(delivery.id)",
        "--header", "X-Augury-Signature: sha256=\(signature)", "--allow", "localhost:8080",
        "--allow", "a:1", "--", "http://localhost:8080/x",
      ])
  }

  @Test("Without a key there is no signature; a key that is missing or empty is said so")
  func keys() throws {
    let folder = try TemporaryFolder()
    let program = try StandIn("augury-fetch")
    let sender = ChannelSender(try SampleDelivery.tools(fetch: program.path))
    func send(_ file: String?) throws {
      try sender.send(
        try SampleDelivery.delivery("x"),
        by: .webhook(url: "https://example.org", secretFile: file, allowed: []))
    }
    try send(nil)
    #expect(try !program.arguments.contains { $0.contains("Signature") })
    let path = folder.file("key").path
    #expect(throws: ChannelError.secret(path, code: ENOENT)) { try send(path) }
    try Data("\n".utf8).write(to: folder.file("key"))
    #expect(throws: ChannelError.emptySecret(path)) { try send(path) }
  }

  @Test("What the program says of the other end decides whether it is tried again")
  func answers() throws {
    for (status, isPermanent) in [(65, true), (66, true), (75, false)] {
      let program = try StandIn(
        "augury-fetch",
        ending: "echo 'Error: The server said no.' >&2; echo 'Hint: x' >&2; exit \(status)")
      let error = try #require(throws: ChannelError.self) {
        try ChannelSender(try SampleDelivery.tools(fetch: program.path)).send(
          try SampleDelivery.delivery("x"),
          by: .webhook(url: "https://example.org", secretFile: nil, allowed: []))
      }
      #expect(error.isPermanent == isPermanent)
      #expect(error.what.hasSuffix("(\(status)): The server said no."))
    }
  }

  /// The program that makes requests, where it is built.
  private static let fetch = BuiltProducts.augury.deletingLastPathComponent()
    .appending(path: "augury-fetch").path

  @Test(
    "A server receives the signed body, and what it answers decides",
    .enabled(if: FileManager.default.isExecutableFile(atPath: WebhookTests.fetch)))
  func server() throws {
    let folder = try TemporaryFolder()
    let script = """
      import http.server, hashlib, hmac, sys
      class Hook(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
          body = self.rfile.read(int(self.headers["Content-Length"]))
          message = self.headers["X-Augury-Timestamp"].encode() + b"." + body
          right = "sha256=" + hmac.new(b"key", message, hashlib.sha256).hexdigest()
          good = right == self.headers["X-Augury-Signature"]
          code = int(self.path[1:]) if good else 400
          self.send_response(code); self.send_header("Content-Length", "0"); self.end_headers()
        def log_message(self, *_): pass
      server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
      open(sys.argv[1] + ".part", "w").write(str(server.server_port))
      import os; os.rename(sys.argv[1] + ".part", sys.argv[1])
      server.serve_forever()
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder.file("port").path]
    try process.run()
    // It may have been started with the milder signals blocked.
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder.file("port").path) {
      usleep(20_000)
    }
    let port = String(decoding: try Data(contentsOf: folder.file("port")), as: UTF8.self)
    try Data("key".utf8).write(to: folder.file("key"))
    let sender = ChannelSender(try SampleDelivery.tools(fetch: WebhookTests.fetch))
    func send(_ status: Int, allowed: [String]) throws {
      try sender.send(
        try SampleDelivery.delivery("x"),
        by: .webhook(
          url: "http://127.0.0.1:\(port)/\(status)", secretFile: folder.file("key").path,
          allowed: allowed))
    }
    try send(200, allowed: ["127.0.0.1:\(port)"])
    for (status, isPermanent) in [(403, true), (503, false)] {
      let error = try #require(throws: ChannelError.self) {
        try send(status, allowed: ["127.0.0.1:\(port)"])
      }
      #expect(error.isPermanent == isPermanent, "\(error.what)")
    }
    let error = try #require(throws: ChannelError.self) { try send(200, allowed: []) }
    #expect(error.isPermanent, "a private address: \(error.what)")
  }
}
