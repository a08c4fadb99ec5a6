/// One character of a text, as far as cutting it into tokens needs to know it.
enum Glyph {
  case space(length: Int, isLineEnd: Bool)
  case letter(length: Int)
  case digit
  case apostrophe(length: Int)
  case mark(WordKey, length: Int)

  /// Reads the character at an offset inside valid UTF-8.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Glyph {
    let byte = bytes[place]
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: return .letter(length: 1)
    case 0x30...0x39: return .digit
    case 0x0A: return .space(length: 1, isLineEnd: true)
    case 0...0x20, 0x7F: return .space(length: 1, isLineEnd: false)
    case 0x27, 0x60: return .apostrophe(length: 1)
    case 0...0x7F: return .mark(WordKey(head: UInt64(byte), tail: 0), length: 1)
    default: return wide(bytes, at: place)
    }
  }

  /// Reads a character of two to four bytes; of those, only spaces and plain marks are known.
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Glyph {
    let length = min(width(bytes[place]), bytes.count - place)
    guard length == 3 || length == 2 else { return .letter(length: length) }
    var scalar = UInt32(bytes[place]) & (length == 2 ? 0x1F : 0x0F)
    for index in place + 1..<place + length {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    switch scalar {
    case 0x85, 0xA0, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      return .space(length: length, isLineEnd: false)
    case 0x2028: return .space(length: length, isLineEnd: true)
    case 0x2029: return .space(length: length, isLineEnd: true)
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: return .apostrophe(length: length)
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: return .mark("\"", length: length)
    case 0x2010...0x2013, 0x2212: return .mark("-", length: length)
    case 0x2014, 0x2015: return .mark("—", length: length)
    case 0x2026: return .mark("…", length: length)
    case 0x2044: return .mark("/", length: length)
    case 0x00A1...0x00A9, 0x00AC...0x00B9, 0x00BF, 0x00D7, 0x00F7, 0x2020...0x205E, 0x20A0...0x20CF,
      0x2190...0x2BFF, 0x3001...0x3020:
      return .mark(symbol(bytes, at: place, length: length), length: length)
    default: return .letter(length: length)
    }
  }

  private static func symbol(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, length: Int
  ) -> WordKey {
    var packer = WordPacker()
    for index in place..<place + length { packer.append(bytes[index]) }
    return packer.key
  }

  private static func width(_ first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    default: 2
    }
  }
}
