import Augury
import AuguryRendering
import AuguryStore
import Glibc

/// The program with which a person looks at a page.
enum Browser {
  /// Writes a page as a file and shows it.
  ///
  /// The program is what `BROWSER` names, else `xdg-open`.
  static func show(_ html: String?) throws {
    guard let html else {
      throw UsageError("This answer has no form in HTML.", "Leave out --open.")
    }
    let folder = Environment.cacheFolder
    try Files.makeFolder(folder)
    let path = folder + "/report.html"
    try Files.write(Array(html.utf8), to: path)
    Terminal.say("Wrote \(TerminalText.escape(path)).")
    try open(path)
  }

  /// Shows a file or an address.
  static func open(_ place: String) throws {
    let program = Environment.variable("BROWSER") ?? "xdg-open"
    guard start(program, place) else { throw BrowserError.cannotStart(program, path: place) }
  }

  /// Starts a program on a file and waits for it, as `xdg-open` ends at once.
  private static func start(_ program: String, _ path: String) -> Bool {
    var process: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(path), nil]
    defer { for word in words { free(word) } }
    guard posix_spawnp(&process, program, nil, nil, words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }
}

/// Why a page could not be shown.
enum BrowserError: Explained {
  case cannotStart(String, path: String)

  var kind: FailureKind { .unavailable }

  var what: String {
    switch self {
    case .cannotStart(let program, _): "\"\(program.clipped)\" could not show the page."
    }
  }

  var remedy: String {
    switch self {
    case .cannotStart(_, let path):
      "Open \(path) yourself, or set BROWSER to a program that shows HTML files."
    }
  }
}
