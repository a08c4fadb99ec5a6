internal import Glibc

/// A program that was started, and that must be reaped or stopped.
struct Child {
  private let program: String
  private let process: pid_t

  /// Starts a program; the descriptors stay the caller's.
  init(
    _ arguments: [String], _ environment: [String: String]?, input: Int32, output: Int32,
    errors: Int32
  ) throws(ChildError) {
    program = arguments.first ?? ""
    let variables = environment?.map { "\($0.key)=\($0.value)" }.sorted() ?? Child.variables
    guard !program.isEmpty, !(arguments + variables).contains(where: { $0.utf8.contains(0) })
    else { throw .cannotStart(program, code: EINVAL) }
    var actions = Child.actions([input, output, errors])
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = Child.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    let (words, values) = (Child.copied(arguments), Child.copied(variables))
    defer { for text in words + values { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, &attributes, words, values)
    guard code == 0 else { throw .cannotStart(program, code: code) }
    self.process = process
  }

  /// The standard descriptors, and no other that this process holds or was handed.
  private static func actions(_ standard: [Int32]) -> posix_spawn_file_actions_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for (target, descriptor) in standard.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // To close one that is closed meanwhile is no error here.
    guard let folder = opendir("/proc/self/fd") else { return actions }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      guard let descriptor = Int32(name), descriptor > STDERR_FILENO else { continue }
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    return actions
  }

  /// Its own process group, and no signal blocked, ignored or handled.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  /// The environment of this process.
  private static var variables: [String] {
    var variables: [String] = []
    var next = environ
    while let text = next.pointee {
      variables.append(String(cString: text))
      next += 1
    }
    return variables
  }

  private static func copied(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// Whether it has ended; it stays unreaped, so that its number means it and no other.
  var hasEnded: Bool {
    var information = siginfo_t()
    let code = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return code == 0 ? information.si_signo != 0 : errno != EINTR
  }

  /// Returns how it ended, and frees its number.
  func reap() throws(ChildError) -> ChildResult.End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .lost(program, code: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Ends it with its whole group, first by request and then by force.
  func stop() {
    kill(-process, SIGTERM)
    let deadline = SuspendingClock.now.advanced(by: .seconds(2))
    while !hasEnded, SuspendingClock.now < deadline { poll(nil, 0, 10) }
    kill(-process, SIGKILL)
    _ = try? reap()
  }
}
