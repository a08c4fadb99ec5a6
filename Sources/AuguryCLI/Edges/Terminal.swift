import Augury
import AuguryRendering
import AuguryStore
import Glibc

/// When to use colour.
enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Standard output, standard error and what is known about the terminal behind them.
struct Terminal {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal in cells; nothing when output goes elsewhere.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = Environment.variable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func styler(_ choice: ColourChoice, for descriptor: Int32 = STDOUT_FILENO) -> Styler {
    let usesColour =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isatty(descriptor) == 1 && Environment.variable("NO_COLOR") == nil
          && Environment.variable("TERM") != "dumb"
      }
    return Styler(usesColour: usesColour)
  }

  /// Writes data to standard output.
  ///
  /// A reader that has gone away ends the process, as with any filter.
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes text to standard output, for a program that goes on when nobody reads it any more.
  static func tell(_ text: String) throws(OutputGoneError) {
    let code = written(Array(text.utf8), to: STDOUT_FILENO)
    guard code != EPIPE else { throw OutputGoneError() }
    if code != 0 { fail(STDOUT_FILENO, code) }
  }

  /// Whether nobody can read standard output any more.
  static var isGone: Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&output, 1, 0) > 0
  }

  /// Writes data of a file form to standard output: exact, unless a terminal would act on it.
  static func write(bytes: [UInt8]) {
    guard isatty(STDOUT_FILENO) == 1 else { return write(bytes, to: STDOUT_FILENO) }
    write(TerminalText.escapeLines(String(decoding: bytes, as: UTF8.self)))
  }

  /// Writes words to standard error.
  static func say(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Writes to standard error without ending the line.
  static func show(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Asks a question that has a yes or a no, and takes anything but a yes for a no.
  static func confirm(_ question: String) -> Bool {
    write(Array((question + " [y/N] ").utf8), to: STDERR_FILENO)
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    let code = written(bytes, to: descriptor)
    if code != 0 { fail(descriptor, code) }
  }

  /// Writes all bytes, and returns the number of what went wrong, or 0.
  private static func written(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      done += count
    }
    return 0
  }

  /// Output that could not be written ends the process: a file cut short must not pass for whole.
  private static func fail(_ descriptor: Int32, _ code: Int32) {
    guard descriptor == STDOUT_FILENO, code != EPIPE else { return }
    let error = FileError(path: "Standard output", action: "written", code: code)
    say("Error: \(error.what)")
    say("Hint: \(error.remedy)")
    exit(FailureKind.unavailable.exitStatus)
  }
}

/// Nobody reads standard output any more.
struct OutputGoneError: Explained {
  var kind: FailureKind { .unavailable }
  var what: String { "Nobody reads standard output any more." }
  var remedy: String {
    "Run it where somebody does, or tell by another way with `augury channels add`."
  }
}
