/// Runs other programs, without a shell and under limits.
package enum ChildProcess {
  /// Runs a program to its end.
  ///
  /// The program leads a process group of its own, with every signal as it is by default and no
  /// open file but the three standard ones. When its time is up, or it writes too much, the group
  /// is asked to end (SIGTERM) and after two seconds made to (SIGKILL). What the program leaves
  /// running when it ends by itself is left alone, and not waited for.
  ///
  /// - Parameters:
  ///   - arguments: The program, looked for in `PATH` if it holds no slash, and its arguments.
  ///   - input: The bytes of its standard input.
  ///   - environment: The whole environment; nothing hands on that of this process.
  ///   - seconds: How long it may take, by a clock that nobody sets.
  ///   - outputLimit: The most bytes it may write to standard output. Of standard error the first
  ///     64 kB are kept.
  /// - Returns: How it ended and what it wrote.
  /// - Throws: ``ChildError``; then nothing of the group is left running.
  package static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil, seconds: Int,
    outputLimit: Int
  ) throws(ChildError) -> ChildResult {
    let program = arguments.first ?? ""
    let deadline = SuspendingClock.now.advanced(by: .seconds(seconds))
    var feed = try ChildPipe(program, input: input)
    defer { feed.close() }
    var output = try ChildPipe(program, limit: outputLimit)
    defer { output.close() }
    var errors = try ChildPipe(program, limit: 64_000)
    defer { errors.close() }
    let child = try Child(
      arguments, environment, input: feed.other, output: output.other, errors: errors.other)
    feed.closeOther()
    output.closeOther()
    errors.closeOther()
    var pause: Int32 = 1
    while true {
      // Asked first: what it wrote before it ended is in the pipes by now.
      let hasEnded = child.hasEnded
      let moved = [feed.move(), output.move(), errors.move()]
      guard !output.isOverfull else {
        child.stop()
        throw .tooMuch(program, bytes: outputLimit)
      }
      if hasEnded {
        return ChildResult(end: try child.reap(), output: output.bytes, errors: errors.bytes)
      }
      guard SuspendingClock.now < deadline else {
        child.stop()
        throw .tooSlow(program, seconds: seconds)
      }
      pause = moved.contains(true) ? 1 : min(pause * 2, 32)
      ChildPipe.wait([feed, output, errors], milliseconds: pause)
    }
  }
}
