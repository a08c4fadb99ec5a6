/// Numbers of things as the text index stores them: each as the difference to the one before.
///
/// A difference is a variable-length integer, seven bits a byte, the sign in its lowest bit, so
/// that numbers in ascending order take one or two bytes each.
enum Postings {
  /// The most numbers that one row holds; the next one opens another row.
  static let blockSize = 128

  /// Appends a number after the last one.
  @inline(__always)
  static func append(_ number: Int64, after last: Int64, to bytes: inout [UInt8]) {
    let difference = number &- last
    var rest = UInt64(bitPattern: (difference << 1) ^ (difference >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Returns the numbers in the order in which they were appended.
  static func numbers(_ bytes: some Sequence<UInt8>) -> [Int64] {
    var numbers: [Int64] = []
    var last: Int64 = 0
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      if shift < 64 { rest |= UInt64(byte & 0x7f) << shift }
      shift += 7
      guard byte < 0x80 else { continue }
      last &+= Int64(bitPattern: rest >> 1) ^ -Int64(bitPattern: rest & 1)
      numbers.append(last)
      (rest, shift) = (0, 0)
    }
    return numbers
  }
}

/// Numbers in as many blocks as they need, each as one row of the text index holds it.
struct LongPostings {
  private var bytes: [UInt8] = []
  /// Where each block but the last one ends.
  private var ends: [Int] = []
  private var last: Int64 = 0
  /// How many numbers the last block holds.
  private var count = 0

  var isEmpty: Bool { count == 0 }
  var blockCount: Int { isEmpty ? 0 : ends.count + 1 }

  /// Appends a number.
  mutating func append(_ number: Int64) {
    if count == Postings.blockSize {
      ends.append(bytes.count)
      (last, count) = (0, 0)
    }
    Postings.append(number, after: last, to: &bytes)
    last = number
    count += 1
  }

  /// The bytes of a block.
  func block(_ block: Int) -> ArraySlice<UInt8> {
    bytes[(block == 0 ? 0 : ends[block - 1])..<(block == ends.count ? bytes.count : ends[block])]
  }

  /// The numbers in the order in which they were appended.
  var numbers: [Int64] { (0..<blockCount).flatMap { Postings.numbers(block($0)) } }

  func contains(_ number: Int64) -> Bool { last == number && !isEmpty || numbers.contains(number) }
}
