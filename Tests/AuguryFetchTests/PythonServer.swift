import Foundation
import TestSupport
import Testing

/// A server that a script of Python is; it ends when nothing refers to it any more.
final class PythonServer {
  private let process = Process()
  private let input = Pipe()
  private let folder: TemporaryFolder

  /// Starts the script with its arguments; what it prints goes to a file.
  init(_ script: URL, _ arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    let log = folder.file("log")
    try Data().write(to: log)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path] + arguments
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The lines that the script has printed by now.
  var lines: [String] {
    ((try? String(contentsOf: folder.file("log"), encoding: .utf8)) ?? "").lines
  }

  /// Waits until `isReady` holds, for ten seconds at most.
  func wait(until isReady: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(10)
    while try !isReady() {
      try #require(ContinuousClock.now < end && process.isRunning, "the server does not start")
      usleep(20_000)
    }
  }
}

/// The server `answers.py`.
struct AnswerServer {
  let server: PythonServer
  let port: Int
  let securePort: Int

  init() throws {
    server = try PythonServer(PackageRoot.file("Tests/AuguryFetchTests/answers.py"))
    try server.wait { [server] in !server.lines.isEmpty }
    let ports = server.lines[0].split(separator: " ").compactMap { Int($0) }
    try #require(ports.count == 2)
    (port, securePort) = (ports[0], ports[1])
  }

  /// The argument that allows to reach the server.
  var allow: [String] { ["--allow", "127.0.0.1:\(port)"] }

  /// Returns the URL of a path.
  func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }
}
