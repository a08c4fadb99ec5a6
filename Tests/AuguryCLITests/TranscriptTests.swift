import Foundation
import TestSupport
import Testing

/// The pages whose console blocks are run: the transcripts, README.md and all of Docs.
///
/// With `RECORD=1` in the environment a page is rewritten to what the commands wrote.
struct TranscriptTests {
  private static let pages =
    PackageRoot.files(under: "Tests/AuguryCLITests/Transcripts", withExtension: "md")
    + ["README.md"].filter(PackageRoot.exists)
    + PackageRoot.files(under: "Docs", withExtension: "md")

  @Test(arguments: pages)
  func `a page shows what its commands write`(_ path: String) throws {
    let transcript = try Transcript(path: path, text: PackageRoot.text(of: path))
    guard transcript.hasCommands else { return }
    var run = try TranscriptRun(of: transcript, augury: BuiltProducts.requireAugury())
    try run.run()
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    if isRecording {
      let text = run.recordedText
      // Output that looks like a command or a fence would change what the page means.
      _ = try Transcript(path: path, text: text)
      if text != transcript.lines.map({ $0 + "\n" }).joined() {
        try Data(text.utf8).write(to: PackageRoot.file(path))
        print("recorded: \(path)")
      }
    }
    for problem in run.problems where !isRecording || problem.outlivesRecording {
      Issue.record(
        "\(path):\(problem.line)\n\(problem.text)",
        sourceLocation: SourceLocation(
          fileID: "AuguryCLITests/\(path)", filePath: PackageRoot.file(path).path,
          line: problem.line, column: 1))
    }
  }

  @Test func `there are transcripts`() {
    #expect(TranscriptTests.pages.contains { $0.contains("/Transcripts/") })
  }
}

/// The rules by which a page is read, run, compared and recorded.
struct TranscriptRunTests {
  /// Returns what is wrong with a page whose only console block holds `lines`, and its recording.
  private func run(_ lines: String...) throws -> (problems: [String], recorded: [String]) {
    try run(page: ["```console"] + lines + ["```"])
  }

  private func run(page: [String]) throws -> (problems: [String], recorded: [String]) {
    let transcript = try Transcript(path: "page.md", text: page.map { $0 + "\n" }.joined())
    var run = try TranscriptRun(of: transcript, augury: nil)
    try run.run()
    return (run.problems.map(\.text), Array(run.recordedText.lines))
  }

  @Test func `standard error follows standard output and the status comes last`() throws {
    let page = ["$ echo bad >&2; echo good; exit 65", "good", "bad", "[65]", "", "$ true"]
    #expect(try run(page: ["```console"] + page + ["```"]).problems == [])
  }

  @Test func `a difference names the lines that were expected and came`() throws {
    let (problems, recorded) = try run("$ printf 'a\\nb\\nc\\n'; exit 1", "a", "x", "c")
    #expect(problems == ["$ printf 'a\\nb\\nc\\n'; exit 1\n  a\n- x\n+ b\n  c\n+ [1]"])
    #expect(recorded[2...] == ["a", "b", "c", "[1]", "```"])
  }

  @Test func `an id binds at first sight and must be the same afterwards`() throws {
    #expect(try run("$ echo q0abc1", "<q1>", "$ echo got <q1>", "got q0abc1").problems == [])
    #expect(try run("$ echo q0abc1", "<q1>", "$ echo q0abc2", "<q1>").problems.count == 1)
    #expect(try run("$ echo f0abc1", "<q1>").problems.count == 1)
    #expect(try run("$ echo q0ab", "<q1>").problems.count == 1)
    #expect(try run("$ echo <q1>", "x").problems.count == 1)
  }

  @Test func `columns may move in a line that holds placeholders and in no other`() throws {
    #expect(try run("$ echo 'q0abc1    open'", "<q1>  open").problems == [])
    #expect(try run("$ echo 'q0abc1 open'", "<q1>  open").problems.count == 1)
    #expect(try run("$ echo 'a    open'", "a  open").problems.count == 1)
  }

  @Test func `times, dates, hashes, numbers and the rest of a line have placeholders`() throws {
    let hash = String(repeating: "0f", count: 32)
    let (problems, recorded) = try run(
      "$ date -u +%FT%TZ; date -u +%F; echo \(hash) −1,234.5e-6 x y z", "<time>", "<date>",
      "<hash1> <n> x <…>", "$ echo '<date> <n>' <hash1>", "<date> <n> \(hash)")
    #expect(problems == [])
    #expect(recorded[2...4] == ["<time>", "<date>", "<hash1> <n> x <…>"])
    #expect(try run("$ echo 2026-13", "<time>").problems.count == 1)
    #expect(try run("$ echo 1999-01-01", "<date>").problems.count == 1)
  }

  @Test func `a day that the command names is recorded as that day, also on that day`() throws {
    let today = Date.now.formatted(.iso8601.year().month().day())
    #expect(try run("$ echo on \(today)", "on").recorded[2] == "on \(today)")
    #expect(try run("$ echo on; date -u +%F", "on").recorded[2...3] == ["on", "<date>"])
  }

  @Test func `three dots stand for any number of lines`() throws {
    #expect(try run("$ seq 9", "1", "...", "8", "9").problems == [])
    #expect(try run("$ seq 2", "1", "2", "...").problems == [])
    #expect(try run("$ seq 9", "1", "...", "7", "9").problems.count == 1)
    #expect(try run("$ seq 9; exit 3", "...").problems.count == 1)
  }

  @Test func `characters that look alike are not the same`() throws {
    #expect(try run("$ printf '\\xc3\\xa9\\n'", "\u{E9}").problems == [])
    #expect(try run("$ printf 'e\\xcc\\x81\\n'", "\u{E9}").problems.count == 1)
    #expect(try run("$ printf 'a\\r\\n'", "a").problems.count == 1)
  }

  @Test func `a command goes on after a backslash or on lines with an arrow`() throws {
    #expect(try run("$ cat <<END", "> a", ">", "> b", "> END", "a", "", "b").problems == [])
    #expect(try run("$ echo a \\", "  b", "a b").problems == [])
  }

  @Test func `a file block is written, a skipped block is not run, and blocks share`() throws {
    let page = [
      "```file in/a.csv", "x,y", "```", "```console skip", "$ false", "```", "```sh", "$ no", "```",
      "```console", "$ cat in/a.csv; touch here", "x,y", "```", "````console", "$ ls; cat",
      "here", "in", "````",
    ]
    #expect(try run(page: page).problems == [])
  }

  @Test func `a malformed page is refused with its line`() {
    for page in [
      ["```console", "$ true"], ["```console", "out"], ["- x", "  ```console", "  ```"],
      ["```console maybe", "```"], ["```file ../x", "```"], ["```file", "```"],
    ] {
      #expect(throws: Transcript.Malformed.self, "\(page)") { try run(page: page) }
    }
  }

  @Test func `the environment is clean and the same everywhere`() throws {
    let variables = "$HOME $USER $LOGNAME $TZ $LC_ALL $NO_COLOR ${COLUMNS-unset} $XDG_DATA_HOME"
    #expect(
      try run(
        "$ echo \(variables)", "/home/ada ada ada UTC C.UTF-8 1 unset /home/ada/.local/share",
        "$ pwd; echo $PATH; cat | wc -c", "/home/ada/work", "/bin:/usr/bin:/bin", "0"
      ).problems == [])
  }

  @Test func `recording keeps placeholders and gives new values their names`() throws {
    let hash = String(repeating: "0f", count: 32)
    let (_, recorded) = try run(
      "$ echo Noted q0abc1.; echo f1abcd source; date -u +%FT%T.5Z; echo \(hash)",
      "Recorded <q1>.", "", "$ echo <q1> <f1>; date -u +%F; exit 64", "$ echo q0abc1 and more",
      "<q1> <any>")
    #expect(
      recorded[1...] == [
        "$ echo Noted q0abc1.; echo f1abcd source; date -u +%FT%T.5Z; echo \(hash)",
        "Noted <q1>.", "<f1> source", "<time>", "<hash>", "",
        "$ echo <q1> <f1>; date -u +%F; exit 64", "<q1> <f1>", "<date>", "[64]",
        "$ echo q0abc1 and more", "<q1> <any>", "```",
      ])
  }

  @Test func `a command may write and read much more than a pipe holds`() throws {
    let bytes = [UInt8](repeating: 97, count: 1 << 20)
    let output = try Command(
      URL(filePath: "/bin/bash"), ["-c", "tee /dev/stderr; exit 3"], input: bytes
    ).run()
    #expect(output.stdout == bytes)
    #expect(output.stderr == bytes)
    #expect(output.status == 3)
  }

  @Test func `a command begins with no signal blocked`() throws {
    let status = try Command(URL(filePath: "/bin/cat"), ["/proc/self/status"]).run().text
    #expect(status.contains("SigBlk:\t0000000000000000"))
  }

  @Test func `a command that ends by a signal or takes too long says so`() throws {
    let bash = URL(filePath: "/bin/bash")
    let killed = try Command(bash, ["-c", "kill -TERM $$"]).run()
    #expect(killed.signal == 15)
    #expect(killed.status == 143)
    #expect(!killed.timedOut)
    let clock = ContinuousClock.now
    let late = try Command(bash, ["-c", "sleep 60; true"], timeout: .milliseconds(200)).run()
    #expect(late.timedOut && late.signal == 9)
    #expect(clock.duration(to: .now) < .seconds(20))
  }
}
