import Augury
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Programs run without a shell", .serialized)
struct ChildProcessTests {
  private func shell(
    _ script: String, input: [UInt8] = [], environment: [String: String]? = nil, seconds: Int = 20,
    limit: Int = 1 << 20
  ) throws(ChildError) -> ChildResult {
    try ChildProcess.run(
      ["/bin/bash", "-c", script], input: input, environment: environment, seconds: seconds,
      outputLimit: limit)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("Arguments, input, outputs and the status go through as they are")
  func goesThrough() throws {
    let result = try ChildProcess.run(
      [
        "bash", "-c", "cat; printf '<%s>' \"$@\"; echo bad >&2; exit 7", "x", "a b", "$HOME;`id`",
        "",
      ],
      input: Array("in\u{0}é\n".utf8), seconds: 20, outputLimit: 1000)
    #expect(text(result.output) == "in\u{0}é\n<a b><$HOME;`id`><>")
    #expect(text(result.errors) == "bad\n")
    #expect(result.end == .exited(7))
  }

  @Test("A signal that ends it is told apart from a status")
  func signal() throws {
    #expect(try shell("kill -9 $$").end == .signalled(9))
  }

  @Test("The environment is the one given, or else this process's own")
  func environment() throws {
    #expect(text(try shell("echo $A$HOME", environment: ["A": "b=c"]).output) == "b=c\n")
    #expect(
      text(try shell("echo \"$PATH\"").output)
        == (ProcessInfo.processInfo.environment["PATH"] ?? "") + "\n")
  }

  @Test("It begins in its own group, with no signal blocked or ignored and three open files")
  func cleanStart() throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let before = Glibc.signal(SIGPIPE, SIG_IGN)
    defer { Glibc.signal(SIGPIPE, before) }
    let status = text(
      try ChildProcess.run(
        ["cat", "/proc/self/status"], seconds: 20, outputLimit: 10_000
      ).output)
    #expect(status.contains("SigBlk:\t0000000000000000"))
    // The C library keeps signals 32 and 33 for itself.
    #expect(status.contains(/SigIgn:\t0{7}[01][08]0{7}/))
    let files = text(
      try ChildProcess.run(
        ["ls", "/proc/self/fd"], seconds: 20, outputLimit: 10_000
      ).output)
    #expect(files == "0\n1\n2\n3\n", "the fourth is the folder that ls reads")
    let group = text(
      try shell("echo $$; ps -o pgid= -p $$ 2>/dev/null || cut -d' ' -f5 /proc/$$/stat")
        .output
    ).split(whereSeparator: \.isWhitespace)
    #expect(group.count == 2 && group[0] == group[1])
  }

  @Test("What cannot be started says why")
  func cannotStart() throws {
    let folder = try TemporaryFolder()
    try Data("no program".utf8).write(to: folder.file("plain"))
    #expect(throws: ChildError.cannotStart("augury-none", code: ENOENT)) {
      try ChildProcess.run(["augury-none"], seconds: 5, outputLimit: 10)
    }
    #expect(throws: ChildError.cannotStart(folder.file("plain").path, code: EACCES)) {
      try ChildProcess.run([folder.file("plain").path], seconds: 5, outputLimit: 10)
    }
    #expect(throws: ChildError.cannotStart("", code: EINVAL)) {
      try ChildProcess.run([], seconds: 5, outputLimit: 10)
    }
    #expect(throws: ChildError.cannotStart("echo", code: EINVAL)) {
      try ChildProcess.run(["echo", "a\u{0}b"], seconds: 5, outputLimit: 10)
    }
    #expect(ChildError.cannotStart("x", code: ENOENT).kind == .notFound)
    #expect(ChildError.cannotStart("x", code: EACCES).kind == .invalid)
    #expect(ChildError.cannotStart("x", code: EAGAIN).kind == .unavailable)
  }

  @Test("A program that does not read its input, or closes its outputs, does no harm")
  func deafAndMute() throws {
    let much = [UInt8](repeating: 97, count: 5_000_000)
    #expect(try shell("exit 3", input: much).end == .exited(3))
    #expect(try shell("exec <&- >&- 2>&-; sleep 0.2; exit 4", input: much).end == .exited(4))
    #expect(try shell("cat", input: much, limit: 5_000_000).output == much)
  }

  @Test("As much as the limit is taken, one byte more is refused and ends the program")
  func limit() throws {
    #expect(try shell("printf 12345", limit: 5).output.count == 5)
    #expect(throws: ChildError.tooMuch("/bin/bash", bytes: 5)) {
      try shell("printf 123456", limit: 5)
    }
    let start = ContinuousClock.now
    #expect(throws: ChildError.tooMuch("/bin/bash", bytes: 1000)) {
      try shell("yes; sleep 60", limit: 1000)
    }
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test("Standard error is kept up to 64 kB, however much is written")
  func errors() throws {
    let result = try shell("head -c 3000000 /dev/zero >&2; echo done")
    #expect(result.errors.count == 64_000)
    #expect(text(result.output) == "done\n")
  }

  @Test("A program whose time is up ends with all that it started")
  func tooSlow() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("pid").path
    let start = ContinuousClock.now
    #expect(throws: ChildError.tooSlow("/bin/bash", seconds: 1)) {
      try shell("sleep 60 & echo $! > \(file); wait", seconds: 1)
    }
    #expect(start.duration(to: .now) < .seconds(10))
    try expectGone(file)
  }

  @Test("A program that will not end is made to, two seconds later")
  func stubborn() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("pid").path
    let start = ContinuousClock.now
    #expect(throws: ChildError.tooSlow("/bin/bash", seconds: 1)) {
      try shell("trap '' TERM; echo $$ > \(file); while :; do sleep 1; done", seconds: 1)
    }
    #expect((.seconds(3) ..< .seconds(15)).contains(start.duration(to: .now)))
    try expectGone(file)
  }

  @Test("A flood on standard error does not put off the end of the time")
  func flood() throws {
    let start = ContinuousClock.now
    #expect(throws: ChildError.tooSlow("/bin/bash", seconds: 1)) {
      try shell("yes >&2", seconds: 1)
    }
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test("A grandchild that keeps the outputs open is not waited for")
  func grandchild() throws {
    let start = ContinuousClock.now
    let result = try shell("sleep 30 & echo $!")
    #expect(start.duration(to: .now) < .seconds(10))
    let number = try #require(pid_t(text(result.output).dropLast()))
    #expect(kill(number, SIGKILL) == 0, "it was left alone")
  }

  @Test("A thousand runs in a row leak no descriptor and leave no process unreaped")
  func thousand() throws {
    func files() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let before = try files()
    for turn in 0..<1000 {
      let program = turn % 10 == 0 ? "augury-none" : "true"
      let result = try? ChildProcess.run([program], seconds: 20, outputLimit: 10)
      #expect((result?.end == .exited(0)) == (program == "true"))
    }
    // Other tests run beside this one and have files of their own.
    #expect(try files() - before < 100)
    let own = text(try shell("echo $$").output).dropLast()
    #expect(kill(try #require(pid_t(own)), 0) != 0 && errno == ESRCH)
  }

  /// Expects that the process whose number a file holds runs no more within a second.
  ///
  /// It may still wait to be reaped by the first process of the machine.
  private func expectGone(_ file: String) throws {
    let content = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    let number = try #require(pid_t(content.dropLast()))
    var isRunning: Bool {
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      return state.map { !$0.contains(") Z ") } ?? false
    }
    for _ in 0..<100 where isRunning { usleep(10_000) }
    #expect(!isRunning)
  }
}
