internal import Crypto

/// A SHA-256 hash in the tree of RFC 6962: of one record, of two subtrees, or of the whole.
public struct MerkleHash: Sendable, Hashable {
  /// How many bytes a hash has.
  public static let byteCount = 32

  // The words hold the bytes in the order of memory, so that the value's storage is the hash.
  private let words: Words

  private struct Words: Sendable, Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  private init(digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
  }

  /// Creates a hash from its 32 bytes; nil for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words = Words()
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// Creates a hash from 64 hexadecimal digits of either case; nil for anything else.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.nibble(digits[index]), let low = Self.nibble(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// The 32 bytes of the hash.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// The hash as 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = withUnsafeBytes { $0.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } }
    return String(decoding: text, as: UTF8.self)
  }

  /// Calls the closure with the 32 bytes, which are valid only inside it.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Swift.withUnsafeBytes(of: words) { (bytes) throws(Failure) in try body(bytes) }
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension MerkleHash {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let emptyRoot = MerkleHash(digest: SHA256().finalize())

  /// Returns the hash of a leaf: SHA-256(0x00 ‖ record), after RFC 6962, section 2.1.
  public static func leaf(_ record: UnsafeRawBufferPointer) -> MerkleHash {
    var hasher = SHA256()
    var prefix: UInt8 = 0x00
    Swift.withUnsafeBytes(of: &prefix) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: record)
    return MerkleHash(digest: hasher.finalize())
  }

  /// Returns the hash of a leaf whose record is an array of bytes.
  public static func leaf(_ record: [UInt8]) -> MerkleHash {
    record.withUnsafeBytes { leaf($0) }
  }

  /// Returns the hash over two subtrees: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
    var message = Node(left: left.words, right: right.words)
    return Swift.withUnsafeBytes(of: &message) { bytes in
      var hasher = SHA256()
      // The prefix is the last byte of the first word, so that the hashed bytes lie in a row.
      hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[7...]))
      return MerkleHash(digest: hasher.finalize())
    }
  }

  private struct Node {
    var prefix = UInt64(bigEndian: 0x01)
    var left: Words
    var right: Words
  }
}
