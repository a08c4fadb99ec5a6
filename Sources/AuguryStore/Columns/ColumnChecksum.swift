/// A checksum of many bytes at the speed of memory.
///
/// Each word goes into one of four sums by steps that can be undone, so that a change of one word,
/// such as a flipped bit, always changes the checksum; other damage escapes once in 2⁶⁴ times. It
/// guards against accidents, not against somebody who writes a checksum of his own.
struct ColumnChecksum {
  private var sums: (UInt64, UInt64, UInt64, UInt64)

  /// Returns the checksum of bytes, another one for each seed.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var checksum = ColumnChecksum(seed)
    let whole = bytes.count / 32 * 32
    for place in stride(from: 0, to: whole, by: 32) {
      checksum.add(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
    }
    var last: [UInt64] = [0, 0, 0, 0]
    last.withUnsafeMutableBytes { $0.copyMemory(from: .init(rebasing: bytes[whole...])) }
    checksum.add(last[0], last[1], last[2], last[3])
    return checksum.joined(UInt64(bytes.count))
  }

  private init(_ seed: UInt64) {
    sums = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
  }

  @inline(__always)
  private mutating func add(_ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) {
    sums.0 = ColumnChecksum.mixed(sums.0, one)
    sums.1 = ColumnChecksum.mixed(sums.1, two)
    sums.2 = ColumnChecksum.mixed(sums.2, three)
    sums.3 = ColumnChecksum.mixed(sums.3, four)
  }

  private func joined(_ count: UInt64) -> UInt64 {
    var sum = count
    for each in [sums.0, sums.1, sums.2, sums.3] { sum = ColumnChecksum.mixed(sum, each) }
    return sum ^ sum >> 32
  }

  /// Mixes a word into a sum: an exclusive or, a rotation and an odd factor, each of which loses
  /// nothing.
  @inline(__always)
  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let both = sum ^ word
    return (both << 29 | both >> 35) &* 0x9e37_79b9_7f4a_7c15
  }
}
