/// How a child process ended, and what it wrote.
package struct ChildResult: Sendable, Equatable {
  /// How a process ended.
  package enum End: Sendable, Equatable {
    /// It ended by itself with a status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
  }

  /// How it ended.
  package var end: End
  /// What it wrote to standard output.
  package var output: [UInt8]
  /// What it wrote to standard error, up to 64 kB.
  package var errors: [UInt8]

  /// Creates a result.
  package init(end: End, output: [UInt8], errors: [UInt8]) {
    self.end = end
    self.output = output
    self.errors = errors
  }
}
