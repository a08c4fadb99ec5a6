package import Foundation
import Glibc

/// A run of an executable, from its arguments to what it wrote.
///
/// Input and output go through files, not pipes: whatever their size, neither side waits for the
/// other, and a grandchild that keeps an output open cannot hold up the test.
package struct Command: Sendable {
  /// What a run left behind.
  package struct Output: Sendable {
    /// The bytes of standard output.
    package let stdout: [UInt8]
    /// The bytes of standard error.
    package let stderr: [UInt8]
    /// The exit status, or 128 and the signal's number, as shells say it.
    package let status: Int32
    /// The number of the signal that ended the run, if one did.
    package let signal: Int32?
    /// Whether the run was stopped because its time was up.
    package let timedOut: Bool

    /// Standard output as text; bytes that are not UTF-8 become U+FFFD.
    package var text: String { String(decoding: stdout, as: UTF8.self) }
    /// Standard error as text; bytes that are not UTF-8 become U+FFFD.
    package var errorText: String { String(decoding: stderr, as: UTF8.self) }
  }

  /// The file to run.
  package var executable: URL
  /// The arguments after the executable's name.
  package var arguments: [String]
  /// The whole environment, or nil to hand on that of the test.
  package var environment: [String: String]?
  /// The working folder, or nil for that of the test.
  package var directory: URL?
  /// The bytes of standard input.
  package var input: [UInt8]
  /// How long the run may take before it is killed with all its process group.
  package var timeout: Duration

  /// Creates a command; nothing runs yet.
  package init(
    _ executable: URL, _ arguments: [String] = [], environment: [String: String]? = nil,
    directory: URL? = nil, input: [UInt8] = [], timeout: Duration = .seconds(60)
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.input = input
    self.timeout = timeout
  }

  /// Runs the command to its end and returns what it left behind.
  package func run() throws -> Output {
    let folder = try TemporaryFolder()
    let (stdin, stdout, stderr) = (folder.file("in"), folder.file("out"), folder.file("err"))
    try Data(input).write(to: stdin)
    try Data().write(to: stdout)
    try Data().write(to: stderr)

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment ?? ProcessInfo.processInfo.environment
    if let directory { process.currentDirectoryURL = directory }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: stdout)
    process.standardError = try FileHandle(forWritingTo: stderr)
    let timedOut = try finish(process)

    let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    return try withExtendedLifetime(folder) {
      Output(
        stdout: Array(try Data(contentsOf: stdout)), stderr: Array(try Data(contentsOf: stderr)),
        status: signal.map { 128 + $0 } ?? process.terminationStatus, signal: signal,
        timedOut: timedOut)
    }
  }

  /// Starts `process`, waits for its end, and returns whether it had to be killed.
  private func finish(_ process: Process) throws -> Bool {
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try unblockingSignals { try process.run() }
    let seconds = timeout / .seconds(1)
    guard ended.wait(timeout: .now() + seconds) == .timedOut else { return false }
    // The process leads a group of its own, so this reaches what it started as well.
    if kill(-process.processIdentifier, SIGKILL) != 0 { kill(process.processIdentifier, SIGKILL) }
    ended.wait()
    return true
  }

  /// Runs `body` on a thread that takes all signals.
  ///
  /// Worker threads block most of them, and a new process would inherit that: it would not end by
  /// SIGTERM, nor by SIGPIPE in a pipeline.
  private func unblockingSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
