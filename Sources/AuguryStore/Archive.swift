package import Augury
internal import Crypto
internal import Glibc

/// Keeps documents beside the ledger, each under the SHA-256 of its bytes.
package struct Archive: Sendable {
  /// The folder.
  package let folder: String

  /// The archive of a ledger: a folder with its name and the ending `.archive`.
  package init(of ledger: String) { folder = ledger + ".archive" }

  /// Where the document with a hash lies.
  package func path(_ hash: String) -> String { folder + "/" + hash }

  /// Keeps a file and returns what names it from now on.
  package func keep(_ file: String) throws -> Document {
    try keep(try Files.read(file), name: Files.name(of: file))
  }

  /// Keeps bytes under a name and returns what names them from now on.
  package func keep(_ bytes: [UInt8], name: String) throws -> Document {
    let hash = Archive.hash(bytes)
    if !Files.exists(path(hash)) {
      try Files.makeFolder(folder)
      try Files.write(bytes, to: path(hash))
    }
    return Document(sha256: hash, name: name)
  }

  /// Tells what is wrong with a kept document, if anything is.
  package func fault(_ hash: String) -> String? {
    guard Files.exists(path(hash)) else { return "is missing" }
    guard let bytes = try? Files.read(path(hash)) else { return "cannot be read" }
    return Archive.hash(bytes) == hash ? nil : "was changed"
  }

  /// The SHA-256 of some bytes, 64 hexadecimal digits in lower case.
  package static func hash(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  /// The SHA-256 of a file of any size.
  package static func hash(file: String) throws(FileError) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: file, action: "read", code: errno) }
    defer { close(descriptor) }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: file, action: "read", code: errno) }
      guard count > 0 else { return hex(hash.finalize()) }
      chunk.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  /// Reads `--evidence`: an address, or a file that is then kept.
  package func evidence(_ text: String) throws -> Evidence {
    if text.contains("://") { return .url(text) }
    return .document(try keep(text))
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
