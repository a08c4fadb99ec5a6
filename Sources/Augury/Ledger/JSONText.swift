/// Byte-level helpers that the JSON reader and the canonical writer share.
enum JSONText {
  /// Returns the offset of the first byte from `start` that a JSON string may not hold as it is:
  /// a quote, a backslash or a control character; the count if there is none.
  @inline(__always)
  static func endOfPlainText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    while bytes.count &- offset >= 8 {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let stops = stops(in: word)
      guard stops == 0 else { return offset &+ stops.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < bytes.count, !isStop(bytes[offset]) { offset &+= 1 }
    return offset
  }

  @inline(__always)
  private static func isStop(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x5C || byte < 0x20
  }

  /// Marks, in the high bit of each of eight bytes, those that end plain text.
  ///
  /// A borrow can mark too many, but only above a true mark: the lowest one is always right.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let controls = (word &- (ones &* 0x20)) & ~word
    let marks =
      controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return marks & (ones &* 0x80)
  }

  /// Returns the bytes as text, which must be well-formed UTF-8.
  @inline(__always)
  static func string(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Unicode.UTF8.ValidationError) -> String {
    String(copying: try UTF8Span(validating: bytes.span))
  }

  /// Returns whether the bytes are well-formed UTF-8.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}
