/// A word or mark in lower case, packed into two machine words so that comparing it is cheap.
///
/// Up to 16 bytes of UTF-8 are kept as they are; a longer word keeps its first 8 bytes and a hash of
/// all of them (FNV-1a, 64 bits), so that two long words are told apart but by a collision.
public struct WordKey: Sendable, Hashable, ExpressibleByStringLiteral {
  let head: UInt64
  let tail: UInt64

  /// Creates the key of a word with straight apostrophes, folding its ASCII letters to lower case.
  public init(stringLiteral word: StaticString) {
    var packer = WordPacker()
    word.withUTF8Buffer { bytes in
      for byte in bytes { packer.append(WordKey.folded(byte)) }
    }
    self = packer.key
  }

  /// Creates the key of a word, folding its ASCII letters to lower case.
  public init(_ word: String) {
    var packer = WordPacker()
    for byte in word.utf8 { packer.append(WordKey.folded(byte)) }
    self = packer.key
  }

  init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
  }

  /// The key of no word at all.
  static let none = WordKey(head: 0, tail: 0)

  static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

/// Packs the bytes of a word into a key, one after the other.
struct WordPacker {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var count = 0

  mutating func append(_ byte: UInt8) {
    if count < 8 {
      head |= UInt64(byte) << UInt64(8 * count)
    } else if count < 16 {
      tail |= UInt64(byte) << UInt64(8 * (count - 8))
    }
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    count += 1
  }

  var key: WordKey {
    WordKey(head: head, tail: count <= 16 ? tail : hash)
  }
}
