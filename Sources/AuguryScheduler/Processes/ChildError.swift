package import Augury
internal import Glibc

/// Why a program could not be run to its end.
package enum ChildError: Error, Sendable, Equatable {
  /// It could not be started, for the system's reason with this number.
  case cannotStart(String, code: Int32)
  /// It took longer than it may.
  case tooSlow(String, seconds: Int)
  /// It wrote more to standard output than it may.
  case tooMuch(String, bytes: Int)
  /// How it ended could not be learnt, for the system's reason with this number.
  case lost(String, code: Int32)
}

extension ChildError: Explained {
  /// Not found for a program that is not there, out of reach for what may pass; else invalid.
  package var kind: FailureKind {
    switch self {
    case .cannotStart(_, ENOENT), .cannotStart(_, ENOTDIR): .notFound
    case .cannotStart(_, EAGAIN), .cannotStart(_, ENOMEM), .cannotStart(_, EMFILE),
      .cannotStart(_, ENFILE), .cannotStart(_, ETXTBSY), .tooSlow, .lost:
      .unavailable
    case .cannotStart, .tooMuch: .invalid
    }
  }

  /// The program, and what went wrong with it.
  package var what: String {
    switch self {
    case .cannotStart(let program, let code):
      "\"\(program.clipped)\" cannot be started: \(String(cString: strerror(code)))."
    case .tooSlow(let program, let seconds):
      "\"\(program.clipped)\" took longer than \(seconds) \(seconds == 1 ? "second" : "seconds")."
    case .tooMuch(let program, let bytes):
      "\"\(program.clipped)\" wrote more than \(bytes) bytes."
    case .lost(let program, let code):
      "How \"\(program.clipped)\" ended is not known: \(String(cString: strerror(code)))."
    }
  }

  /// What to do about the program.
  package var remedy: String {
    switch self {
    case .cannotStart(_, ENOENT), .cannotStart(_, ENOTDIR):
      "Install it, or give the whole path of the program."
    case .cannotStart where kind == .unavailable: "Try again later."
    case .cannotStart: "Check that the file is a program and may be executed."
    case .tooSlow: "See why it takes so long by running it yourself, then try again."
    case .tooMuch: "Have it write less to standard output."
    case .lost: "Try again, from a process that does not ignore SIGCHLD."
    }
  }
}
