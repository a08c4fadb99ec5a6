import Augury
import Glibc

/// Why a file could not be read or written.
struct FileError: Explained {
  let path: String
  let action: String
  let code: Int32

  var kind: FailureKind {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case ENOSPC, EDQUOT, EIO, EAGAIN: .unavailable
    default: .invalid
    }
  }

  var what: String { "\(path.clipped) cannot be \(action): \(String(cString: strerror(code)))." }

  var remedy: String {
    code == ENOSPC || code == EDQUOT
      ? "Free some space and run the command again." : "Check the path and the permissions."
  }
}

/// Whole files in and out.
enum Files {
  /// Returns the bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, action: "read", code: errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes a file so that it is there whole or not at all.
  ///
  /// The signals that would end the program are let go by until the file has its name: what could
  /// be interrupted could leave a part behind.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    for number in [SIGHUP, SIGINT, SIGTERM] { signal(number, SIG_IGN) }
    let part = "\(path).\(getpid()).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, action: "written", code: errno) }
    var isWritten = write(bytes, to: descriptor) && fsync(descriptor) == 0
    var code = errno
    close(descriptor)
    if isWritten {
      isWritten = rename(part, path) == 0
      code = errno
    }
    guard !isWritten else { return }
    unlink(part)
    throw FileError(path: path, action: "written", code: code)
  }

  /// Writes all bytes; false when that fails, with the reason in `errno`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}
