import Foundation
import TestSupport
import Testing

/// A user of one machine, who runs the real program on a ledger.
struct Machine {
  let home: TemporaryFolder
  let ledger: String
  private let program: URL

  /// Creates a user with an empty home.
  init(_ ledger: String) throws {
    home = try TemporaryFolder()
    self.ledger = ledger
    program = try BuiltProducts.requireAugury()
  }

  private var environment: [String: String] {
    [
      "HOME": home.url.path, "TZ": "UTC", "NO_COLOR": "1", "LOGNAME": "ada",
      "PATH": "/usr/bin:/bin", "AUGURY_LEDGER": ledger,
    ]
  }

  /// Runs the program to its end, however that is.
  func run(_ arguments: String...) throws -> Command.Output {
    try Command(program, arguments, environment: environment, directory: home.url).run()
  }

  /// Runs the program, which has to succeed, and returns what it printed.
  @discardableResult
  func augury(_ arguments: String...) throws -> String {
    let output = try Command(program, arguments, environment: environment, directory: home.url)
      .run()
    try #require(output.status == 0, "\(arguments): \(output.errorText)")
    return output.text
  }

  /// Runs a script of bash to its end, in which `$0` is the program.
  func bash(_ script: String) throws -> Command.Output {
    try Command(
      URL(filePath: "/bin/bash"), ["-c", script, program.path], environment: environment,
      directory: home.url
    ).run()
  }

  /// Runs the program and returns its answer as JSON.
  func json(_ arguments: String...) throws -> [String: Any] {
    let output = try Command(
      program, arguments + ["--format", "json"], environment: environment, directory: home.url
    ).run()
    try #require(output.status == 0, "\(arguments): \(output.errorText)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(output.stdout)) as? [String: Any])
  }

  /// Logs a forecast on a question whose deadline is past, which is to be asked about at once, and
  /// returns the question's identifier.
  func ask(_ text: String, by day: String = "2026-01-10") throws -> String {
    let logged = try json("log", text, "--by", "Eve", "-p", "30%", "--until", day)
    let question = try #require(logged["question"] as? [String: Any], "\(logged)")
    return try #require(question["id"] as? String)
  }

  /// The channel of a name as `channels list` tells of it.
  func channel(_ name: String) throws -> [String: Any] {
    let channels = try #require(try json("channels", "list")["channels"] as? [[String: Any]])
    return try #require(channels.first { $0["name"] as? String == name })
  }
}

/// A program that notes each of its runs, and ends as a file beside it says.
final class NotedProgram {
  private let folder: TemporaryFolder
  var path: String { folder.file("program").path }

  init() throws {
    folder = try TemporaryFolder()
    let script = """
      #!/bin/sh
      here=$(dirname "$0")
      text=$(cat)
      printf '%s\\n' "$text" >> "$here/runs"
      . "$here/ending"
      """
    try Data(script.utf8).write(to: folder.file("program"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try end("exit 0")
  }

  /// Has the next run do something at its end.
  func end(_ commands: String) throws {
    try Data((commands + "\n").utf8).write(to: folder.file("ending"))
  }

  /// What it was given at each run.
  var runs: [String] {
    get throws {
      guard FileManager.default.fileExists(atPath: folder.file("runs").path) else { return [] }
      return try String(contentsOf: folder.file("runs"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
  }
}
