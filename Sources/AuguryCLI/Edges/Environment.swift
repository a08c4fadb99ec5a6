import Augury
import AuguryStore
import Glibc

/// What the process was started with and where it runs: read here and nowhere else.
struct Environment {
  /// Returns the value of an environment variable; nothing for one that is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// All variables, for programs that are run.
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let text = next.pointee.map({ String(cString: $0) }) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return variables
  }

  /// The program that makes HTTP requests: the one beside this program, else whichever is in `PATH`.
  static var fetchProgram: String {
    let beside = Files.folder(of: program) + "/augury-fetch"
    return access(beside, X_OK) == 0 ? beside : "augury-fetch"
  }

  /// The path of this program.
  static var program: String {
    guard let found = realpath("/proc/self/exe", nil) else { return "augury" }
    defer { free(found) }
    return String(cString: found)
  }

  /// The folder for files of the moment.
  static var scratchFolder: String { variable("TMPDIR") ?? "/tmp" }

  /// The command as it was typed, without the path of the ledger, for the foot of a page.
  static var command: String {
    var words: [String] = []
    var isPath = false
    for word in CommandLine.arguments.dropFirst() {
      if !isPath, !word.hasPrefix("--ledger="), word != "--ledger" { words.append(quoted(word)) }
      isPath = word == "--ledger"
    }
    return (["augury"] + words).joined(separator: " ")
  }

  /// A word of a command as a shell reads it back.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-_./:=,+%@".utf8.contains($0)
        }
      }
    guard !isPlain else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// The login name.
  static var login: String { variable("LOGNAME") ?? variable("USER") ?? "me" }

  static var home: String { variable("HOME") ?? "/" }

  /// The folder for the program's data, after the XDG base directory specification.
  static var dataFolder: String {
    (variable("XDG_DATA_HOME") ?? "\(home)/.local/share") + "/augury"
  }

  /// The folder for the program's settings.
  static var configFolder: String {
    (variable("XDG_CONFIG_HOME") ?? "\(home)/.config") + "/augury"
  }

  /// The folder for what belongs to this user on this machine and moves with no file.
  static var stateFolder: String {
    (variable("XDG_STATE_HOME") ?? "\(home)/.local/state") + "/augury"
  }

  /// The folder for what can be made again.
  static var cacheFolder: String {
    (variable("XDG_CACHE_HOME") ?? "\(home)/.cache") + "/augury"
  }

  /// What the machine's clock says.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// The name of the machine's own zone, where it says so.
  static var zoneName: String {
    if let name = variable("TZ") { return name.hasPrefix(":") ? String(name.dropFirst()) : name }
    var buffer = [CChar](repeating: 0, count: 1024)
    let count = readlink("/etc/localtime", &buffer, buffer.count - 1)
    guard count > 0 else { return "UTC" }
    let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
    let target = String(decoding: bytes, as: UTF8.self)
    guard let range = target.utf8.firstRange(ofText: "/zoneinfo/") else { return "UTC" }
    return String(target[range...])
  }
}

extension String.UTF8View {
  /// Returns the place after the first occurrence of a text.
  fileprivate func firstRange(ofText text: String) -> Index? {
    var start = startIndex
    while start != endIndex {
      if self[start...].starts(with: text.utf8) { return index(start, offsetBy: text.utf8.count) }
      start = index(after: start)
    }
    return nil
  }
}
