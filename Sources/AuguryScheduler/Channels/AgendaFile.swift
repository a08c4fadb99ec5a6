internal import Glibc

/// A file that others read at any time: it is there whole, in one version or the next.
enum AgendaFile {
  /// Puts a text in place of what a file holds; it is durable when this returns.
  ///
  /// The file keeps its permissions, a new one is for its owner alone. A link is followed.
  static func write(_ text: String, to path: String) throws(ChannelError) {
    let target = resolved(path)
    var name = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .file(path, code: errno) }
    let code = fill(descriptor, with: text, as: target)
    close(descriptor)
    guard code == 0, rename(name, target) == 0 else {
      let code = code == 0 ? errno : code
      unlink(name)
      throw .file(path, code: code)
    }
    try synchroniseFolder(of: target, for: path)
  }

  /// Writes all of it, and returns the number of what went wrong, or 0.
  private static func fill(_ descriptor: Int32, with text: String, as target: String) -> Int32 {
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { return errno }
    var information = stat()
    if stat(target, &information) == 0 { fchmod(descriptor, information.st_mode & 0o777) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      done += count
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  /// Makes the new name durable.
  private static func synchroniseFolder(of target: String, for path: String) throws(ChannelError) {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(target[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .file(path, code: errno) }
  }

  /// The file that a link leads to, or the path itself.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
