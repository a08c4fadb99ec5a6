import Foundation
import TestSupport

/// A run of a page's commands, in a folder, a home and an environment of its own.
struct TranscriptRun {
  /// A command that did not write what the page says.
  struct Problem {
    /// The line of the page on which the command begins, from 1.
    let line: Int
    /// What was wrong, as a person reads it.
    let text: String
    /// Whether recording the page leaves it wrong.
    var outlivesRecording = false
  }

  private let transcript: Transcript
  private let folder: TemporaryFolder
  private let environment: [String: String]
  private var bindings = Bindings()
  private var recorded: [(range: Range<Int>, lines: [String])] = []
  /// What did not hold.
  private(set) var problems: [Problem] = []

  /// Creates a run in which the command `augury` is the executable `augury`, if one is given.
  init(of transcript: Transcript, augury: URL?) throws {
    self.transcript = transcript
    folder = try TemporaryFolder()
    try folder.makeFolder("bin")
    try folder.makeFolder("tmp")
    try folder.makeFolder("home/ada/work")
    if let augury {
      try FileManager.default.createSymbolicLink(
        at: folder.file("bin/augury"), withDestinationURL: augury)
    }
    let home = folder.file("home/ada").path
    environment = [
      "HOME": home, "USER": "ada", "LOGNAME": "ada", "SHELL": "/bin/bash",
      "XDG_CONFIG_HOME": home + "/.config", "XDG_DATA_HOME": home + "/.local/share",
      "XDG_STATE_HOME": home + "/.local/state", "XDG_CACHE_HOME": home + "/.cache",
      "TMPDIR": folder.file("tmp").path, "PATH": folder.file("bin").path + ":/usr/bin:/bin",
      "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
    ]
  }

  /// Runs the whole page.
  mutating func run() throws {
    for (index, step) in transcript.steps.enumerated() {
      switch step {
      case .write(let name, let text):
        let file = folder.file("home/ada/work/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      case .run(let command):
        try run(command, at: index)
      }
    }
  }

  private mutating func run(_ command: Transcript.Command, at index: Int) throws {
    let text: String
    do {
      text = try bindings.substitute(in: command.text)
    } catch {
      let what = "$ \(command.text)\n\(error)"
      problems.append(Problem(line: command.line, text: what, outlivesRecording: true))
      return
    }
    bindings.today = [TranscriptRun.today()]
    let output = try Command(
      URL(filePath: "/bin/bash"), ["-c", text], environment: environment,
      directory: folder.file("home/ada/work")
    ).run()
    bindings.today.insert(TranscriptRun.today())
    compare(output, with: command, at: index)
  }

  private mutating func compare(
    _ output: Command.Output, with command: Transcript.Command, at index: Int
  ) {
    let page = transcript.lines[command.expectation]
    let body = page.trimmingBlankEnd()
    let hasStatus = body.last.map(TranscriptRun.isStatus) ?? false
    let expected = hasStatus ? body.dropLast() : body
    let status = output.status == 0 ? [] : ["[\(output.status)]"]
    let actual = (shown(output.stdout) + shown(output.stderr))[...].trimmingBlankEnd()
    let alignment = LineAlignment(
      expected: Array(expected.trimmingBlankEnd()), actual: Array(actual), bindings: bindings)
    bindings = alignment.bindings

    let expectedStatus = Array(body.suffix(hasStatus ? 1 : 0))
    var difference = alignment.difference
    if expectedStatus != status {
      difference += expectedStatus.map { "- " + $0 } + status.map { "+ " + $0 }
    }
    if output.timedOut { difference.append("(stopped, since it did not end in time)") }
    let isExact = alignment.isExact && expectedStatus == status
    if !isExact || output.timedOut {
      let lines = ["$ " + command.text] + difference
      problems.append(
        Problem(
          line: command.line, text: lines.joined(separator: "\n"),
          outlivesRecording: output.timedOut))
    }
    // A day that the command names is that day also when the page is recorded on it.
    bindings.today = bindings.today.filter { !command.text.contains($0) }
    let lines = isExact ? Array(body) : respelled(alignment, after: index) + status
    recorded.append((command.expectation, lines + page.dropFirst(body.count)))
  }

  /// Returns the lines of an output, in which the run's own folder is the root of all files.
  private func shown(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self)
      .replacing(folder.url.path + "/", with: "/").lines
  }

  private static func isStatus(_ line: String) -> Bool {
    line.wholeMatch(of: /\[[0-9]{1,3}\]/) != nil
  }

  private static func today() -> String {
    Date.now.formatted(.iso8601.year().month().day())
  }
}

// MARK: - Recording

extension TranscriptRun {
  /// The page with what the commands wrote in place of what was expected.
  ///
  /// Placeholders stay wherever a line still agrees with them.
  var recordedText: String {
    var lines = transcript.lines
    for (range, replacement) in recorded.reversed() {
      lines.replaceSubrange(range, with: replacement)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func respelled(_ alignment: LineAlignment, after index: Int) -> [String] {
    bindings.preferred = alignment.steps.flatMap { step -> [String] in
      if case .missing(let line) = step { LinePattern.names(in: line) } else { [] }
    }
    bindings.reserved = namesFirstShown(after: index)
    return alignment.steps.compactMap { step in
      switch step {
      case .same(let expected, _): expected
      case .skipped: "..."
      case .missing: nil
      case .extra(let line): bindings.spell(line)
      }
    }
  }

  /// Returns the names that later outputs show before any command uses them.
  ///
  /// A name that a command uses first must be bound by an output before it.
  private func namesFirstShown(after index: Int) -> Set<String> {
    var used: Set<String> = []
    var shown: Set<String> = []
    for case .run(let command) in transcript.steps[(index + 1)...] {
      used.formUnion(Set(LinePattern.names(in: command.text)).subtracting(shown))
      let names = transcript.lines[command.expectation].flatMap { LinePattern.names(in: $0) }
      shown.formUnion(Set(names).subtracting(used))
    }
    return shown
  }
}

extension ArraySlice<String> {
  /// Returns the lines without the blank ones at the end.
  fileprivate func trimmingBlankEnd() -> ArraySlice<String> {
    let last = lastIndex { !$0.isEmpty }
    return self[startIndex..<(last.map { $0 + 1 } ?? startIndex)]
  }
}
