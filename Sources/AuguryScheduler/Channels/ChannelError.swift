package import Augury
internal import Glibc

/// Why notices could not be handed over.
package enum ChannelError: Error, Sendable, Equatable {
  /// A program could not be run to its end.
  case program(ChildError)
  /// A program ended with a status that says no, and these words.
  case refused(program: String, status: Int32, words: String)
  /// A program ended with a status, or by a signal, after which another try may do.
  case failed(program: String, status: Int32, words: String)
  /// A file could not be written, for the system's reason with this number.
  case file(String, code: Int32)
  /// The file with the key for signatures could not be read, for the system's reason.
  case secret(String, code: Int32)
  /// The file with the key for signatures is empty.
  case emptySecret(String)
  /// The channel was not approved on this machine.
  case notApproved
  /// An address that no mail can be sent to.
  case address(String)

  /// Whether another try is no use until somebody changes something.
  package var isPermanent: Bool { kind != .unavailable }

  /// The statuses of `sysexits.h` after which another try would end the same way.
  private static let refusals: Set<Int32> = [
    EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_PROTOCOL, EX_NOPERM, EX_CONFIG,
  ]

  /// Tells what the end of a program means; nothing for a good one.
  ///
  /// - Parameters:
  ///   - program: The name of the program.
  ///   - result: How it ended, and what it wrote.
  init?(_ program: String, _ result: ChildResult) {
    let words = ChannelError.firstLine(result.errors)
    switch result.end {
    case .exited(0): return nil
    case .exited(let status) where ChannelError.refusals.contains(status):
      self = .refused(program: program, status: status, words: words)
    case .exited(let status):
      self = .failed(program: program, status: status, words: words)
    case .signalled(let signal):
      self = .failed(program: program, status: 128 + signal, words: words)
    }
  }

  /// The first line that a program wrote to standard error, without the word that begins it.
  private static func firstLine(_ bytes: [UInt8]) -> String {
    let line = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first ?? []
    let text = String(decoding: line.prefix(1000), as: UTF8.self)
    return (text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text).clipped(to: 200)
  }
}

extension ChannelError: Explained {
  /// Out of reach where another try may do; else not found, or invalid.
  package var kind: FailureKind {
    switch self {
    case .program(let error): error.kind
    case .failed: .unavailable
    case .file(_, let code), .secret(_, let code):
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case ENOSPC, EDQUOT, EIO, EAGAIN, EBUSY, EMFILE, ENFILE: .unavailable
      default: .invalid
      }
    case .refused, .emptySecret, .notApproved, .address: .invalid
    }
  }

  /// The program, file or address at fault, with what was said of it.
  package var what: String {
    switch self {
    case .program(let error): error.what
    case .refused(let program, let status, let words):
      "\"\(program.clipped)\" refused the notices (\(status))\(ChannelError.after(words))"
    case .failed(let program, let status, let words):
      "\"\(program.clipped)\" failed (\(status))\(ChannelError.after(words))"
    case .file(let path, let code):
      "\(path) cannot be written: \(String(cString: strerror(code)))."
    case .secret(let path, let code):
      "The key in \(path) cannot be read: \(String(cString: strerror(code)))."
    case .emptySecret(let path): "The key in \(path) is empty."
    case .notApproved: "The channel was not approved on this machine."
    case .address(let address): "No mail can be sent to \"\(address.clipped)\"."
    }
  }

  private static func after(_ words: String) -> String {
    guard let last = words.unicodeScalars.last else { return "." }
    return ": \(words)" + (".!?…".unicodeScalars.contains(last) ? "" : ".")
  }

  /// What to do about the channel.
  package var remedy: String {
    switch self {
    case .program(let error):
      isPermanent ? "\(error.remedy) Then try `augury channels test`." : error.remedy
    case .refused: "Put right what it complains of, then try `augury channels test`."
    case .failed: "Run it yourself to see why; it is tried again."
    case .file:
      "Check the path, the permissions and the disk, then try `augury channels test`."
    case .secret, .emptySecret:
      "Put a key into the file, then try `augury channels test`, or add the channel anew."
    case .notApproved: "If you trust where it leads, say so with `augury channels approve`."
    case .address: "Add the channel anew with an address such as me@example.org."
    }
  }
}
