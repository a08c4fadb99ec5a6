internal import Augury
internal import Glibc

/// A source that is a file.
enum SourceFile {
  /// Returns the bytes of a regular file, unless it is longer than ``RuleRunner/sourceLimit``.
  ///
  /// Nothing is waited for: a pipe or a device is refused before it is read.
  static func read(_ path: String) throws(RuleError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path) }
      if errno == ENXIO { throw .notAFile(path) }
      throw .unreadable(path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var information = stat()
    guard fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= RuleRunner.sourceLimit else {
        throw .tooLarge(path, limit: RuleRunner.sourceLimit)
      }
    }
  }
}
