package import Augury
internal import Glibc

/// Whole files in and out.
package enum Files {
  /// Returns the bytes of a file, or of standard input for `-`.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var information = stat()
    if fstat(descriptor, &information) == 0, information.st_size > 0 {
      bytes.reserveCapacity(Int(information.st_size) + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, action: "read", code: errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Whether something is at a path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The size of a file in bytes; nothing when there is none.
  package static func size(_ path: String) -> Int? {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : nil
  }

  /// When a file was last written; nothing when there is none.
  package static func written(_ path: String) -> Instant? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    let time = information.st_mtim
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// Whether two paths lead to one file.
  package static func areSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(path, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(FileError) {
    guard !exists(path) else { return }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileError(path: path, action: "made", code: errno)
    }
  }

  /// The folder that a path lies in.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Writes a file so that it is there whole or not at all, and durable when this returns.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { append in try append(bytes[...]) }
  }

  /// Writes a file out of pieces, so that it is there whole or not at all, and durable.
  package static func write(
    to path: String, _ body: (_ append: (ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, action: "written", code: errno) }
    do {
      try body { bytes in
        guard append(bytes, to: descriptor) else {
          throw FileError(path: path, action: "written", code: errno)
        }
      }
      guard fsync(descriptor) == 0 else {
        throw FileError(path: path, action: "written", code: errno)
      }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    try move(temporary, to: path)
  }

  /// Writes all bytes; false when that fails, with the reason in `errno`.
  private static func append(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
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

  /// Moves a file to another name in place of what stood there, durably.
  package static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else {
      throw FileError(path: target, action: "written", code: errno)
    }
    try synchroniseFolder(of: target)
  }

  /// Makes a file's bytes durable.
  package static func synchronise(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "written", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw FileError(path: path, action: "written", code: errno)
    }
  }

  /// Removes a file, where there is one.
  package static func remove(_ path: String) { unlink(path) }

  private static func synchroniseFolder(of path: String) throws(FileError) {
    try synchronise(folder(of: path))
  }
}
