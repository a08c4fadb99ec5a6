/// Reading and writing of ASCII decimal digits, and of nothing else that looks like a digit.
enum DecimalDigits {
  /// Returns the value of exactly `count` digits, or nil when one of them is none.
  static func number(in bytes: Span<UInt8>, at start: Int, count: Int) -> Int? {
    guard start >= 0, count > 0, count <= 18, start + count <= bytes.count else { return nil }
    var value = 0
    for index in start..<(start + count) {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Returns the year, month and day of ten bytes `YYYY-MM-DD`, of whatever value, or nil.
  static func date(
    in bytes: Span<UInt8>, at start: Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard
      start + 10 <= bytes.count, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D,
      let year = number(in: bytes, at: start, count: 4),
      let month = number(in: bytes, at: start + 5, count: 2),
      let day = number(in: bytes, at: start + 8, count: 2)
    else { return nil }
    return (year, month, day)
  }

  /// Appends a number that is not negative, with zeros in front up to a width.
  static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < width
    bytes[start...].reverse()
  }
}
