internal import Glibc

/// A pipe between this process and a program: what the program reads, or what it writes.
struct ChildPipe {
  /// What was read so far, or what is to be written.
  private(set) var bytes: [UInt8]
  /// Whether more came than the limit allows; what is over is dropped.
  private(set) var isOverfull = false
  private let limit: Int
  private var written = 0
  /// The end that is kept here, and the end for the program; −1 once closed.
  private var own: Int32
  private(set) var other: Int32
  private let isInput: Bool

  /// Creates the pipe that a program reads its input from.
  init(_ program: String, input: [UInt8]) throws(ChildError) {
    try self.init(program, bytes: input, limit: input.count, isInput: true)
  }

  /// Creates a pipe that a program writes to, of which so many bytes are kept.
  init(_ program: String, limit: Int) throws(ChildError) {
    try self.init(program, bytes: [], limit: limit, isInput: false)
  }

  private init(
    _ program: String, bytes: [UInt8], limit: Int, isInput: Bool
  ) throws(ChildError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotStart(program, code: errno) }
    // Out of the way of the standard descriptors, which this process may have closed.
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) }
    for end in ends { Glibc.close(end) }
    self.bytes = bytes
    self.limit = limit
    self.isInput = isInput
    (own, other) = isInput ? (moved[1], moved[0]) : (moved[0], moved[1])
    guard own >= 0, other >= 0, fcntl(own, F_SETFL, O_NONBLOCK) == 0 else {
      close()
      throw .cannotStart(program, code: EMFILE)
    }
  }

  /// Moves what can be moved without waiting; returns whether anything was.
  mutating func move() -> Bool {
    guard own >= 0 else { return false }
    return isInput ? feed() : drain()
  }

  /// Takes what is there, a megabyte at most, so that a flood does not hold up the caller.
  private mutating func drain() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      for turn in 0..<16 {
        let count = read(own, buffer.baseAddress, buffer.count)
        guard count > 0 else {
          if count == 0 || (errno != EAGAIN && errno != EINTR) { closeOwn() }
          return turn > 0
        }
        let room = limit - bytes.count
        bytes += buffer[..<min(count, room)]
        if count > room { isOverfull = true }
      }
      return true
    }
  }

  /// Gives what is wanted; a program that reads no more has had enough.
  private mutating func feed() -> Bool {
    let count = BrokenPipe.ignored {
      bytes.withUnsafeBytes { write(own, $0.baseAddress.map { $0 + written }, $0.count - written) }
    }
    if count > 0 { written += count }
    if written == bytes.count || (count < 0 && errno != EAGAIN && errno != EINTR) { closeOwn() }
    return count > 0
  }

  /// Waits until one of several pipes can be moved, or the time is over.
  static func wait(_ pipes: [ChildPipe], milliseconds: Int32) {
    var waiting = pipes.filter { $0.own >= 0 }.map {
      pollfd(fd: $0.own, events: Int16($0.isInput ? POLLOUT : POLLIN), revents: 0)
    }
    poll(&waiting, nfds_t(waiting.count), milliseconds)
  }

  /// Closes the end that the program has by now.
  mutating func closeOther() {
    if other >= 0 { Glibc.close(other) }
    other = -1
  }

  private mutating func closeOwn() {
    if own >= 0 { Glibc.close(own) }
    own = -1
  }

  /// Closes what is still open.
  mutating func close() {
    closeOther()
    closeOwn()
  }
}

/// The signal that comes when nobody reads a pipe any more.
private enum BrokenPipe {
  /// Runs a write for which that signal is only an error.
  static func ignored(_ body: () -> Int) -> Int {
    var (signal, before, pending) = (sigset_t(), sigset_t(), sigset_t())
    sigemptyset(&signal)
    sigaddset(&signal, SIGPIPE)
    sigpending(&pending)
    pthread_sigmask(SIG_BLOCK, &signal, &before)
    let result = body()
    let code = errno
    if result < 0, code == EPIPE, sigismember(&pending, SIGPIPE) == 0 {
      var none = timespec()
      sigtimedwait(&signal, nil, &none)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return result
  }
}
