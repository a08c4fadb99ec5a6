internal import Glibc

/// Writes columns one after the other, each with its length and its checksum.
struct ColumnWriter: ColumnCoder {
  let isReading = false
  private let file: Int32
  /// The seed of the next checksum: by it each column knows its place and its file.
  private var seed: UInt64

  /// Goes on in a file behind its header, whose checksum is given.
  init(_ file: Int32, after header: UInt64) {
    self.file = file
    seed = header
  }

  mutating func column<Value: ColumnValue>(_ values: inout [Value]) throws(ColumnError) {
    let written = values.withUnsafeBytes { bytes in
      seed = ColumnChecksum.of(bytes, seed: seed)
      let frame = [UInt64(bytes.count), seed]
      return frame.withUnsafeBytes { write(whole: $0) } && write(whole: bytes)
    }
    guard written else { throw ColumnError() }
  }

  private func write(whole bytes: UnsafeRawBufferPointer) -> Bool { file.write(whole: bytes) }
}

/// Reads columns in the order in which they were written.
struct ColumnReader: ColumnCoder {
  let isReading = true
  private let file: Int32
  private var seed: UInt64
  /// How many bytes of the file are left.
  private var left: Int

  /// Goes on in a file behind its header, whose checksum is given.
  init(_ file: Int32, after header: UInt64, left: Int) {
    self.file = file
    seed = header
    self.left = left
  }

  mutating func column<Value: ColumnValue>(_ values: inout [Value]) throws(ColumnError) {
    var frame: [UInt64] = [0, 0]
    let size = MemoryLayout<Value>.stride
    guard left >= 16, frame.withUnsafeMutableBytes({ file.read(whole: $0) }),
      frame[0] <= UInt64(left - 16), Int(frame[0]).isMultiple(of: size)
    else { throw ColumnError() }
    let count = Int(frame[0]) / size
    values = [Value](unsafeUninitializedCapacity: count) { buffer, made in
      let bytes = UnsafeMutableRawBufferPointer(
        start: buffer.baseAddress, count: count * size)
      made = file.read(whole: bytes) ? count : 0
    }
    guard values.count == count else { throw ColumnError() }
    seed = values.withUnsafeBytes { ColumnChecksum.of($0, seed: seed) }
    guard seed == frame[1] else { throw ColumnError() }
    left -= 16 + count * size
  }

  /// Whether the file ends here.
  var isAtEnd: Bool { left == 0 }
}

extension Int32 {
  /// Reads as many bytes as there is room for from a file with this descriptor.
  func read(whole bytes: UnsafeMutableRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.read(self, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Writes all of some bytes to a file with this descriptor.
  func write(whole bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(self, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
