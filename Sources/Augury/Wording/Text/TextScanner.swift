/// Cuts a text into words, numbers and marks with their UTF-8 offsets, in one pass.
///
/// Takes time and room in proportion to the text, whatever it holds. Spaces of all kinds that occur
/// in English type (also U+00A0, U+202F, U+2009 and the zero-width ones) separate.
public struct TextScanner: Sendable {
  private var tokens: [TextToken] = []
  private var place = 0
  private var gap = TextToken.Gap.paragraph

  /// Returns the tokens of a text in the order of their offsets.
  public static func tokens(of text: String) -> [TextToken] {
    var scanner = TextScanner()
    var text = text
    return text.withUTF8 { bytes in
      scanner.tokens.reserveCapacity(bytes.count / 5 + 4)
      scanner.scan(bytes)
      return scanner.tokens
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place < bytes.count {
      switch Glyph.read(bytes, at: place) {
      case .space(let length, let isLineEnd): skip(length, isLineEnd: isLineEnd, in: bytes)
      case .letter: word(bytes)
      case .digit: number(bytes)
      case .apostrophe(let length): apostrophe(bytes, length: length)
      case .mark(let key, let length): mark(key, length: length)
      }
    }
  }

  /// Passes one space, and notes an empty line.
  private mutating func skip(
    _ length: Int, isLineEnd: Bool, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    place += length
    if isLineEnd, lineIsEmpty(bytes) { gap = .paragraph }
    gap = max(gap, .space)
  }

  /// Whether only spaces stand before the next end of line; looks at 64 bytes at most.
  private func lineIsEmpty(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = place
    while next < bytes.count, next - place < 64 {
      switch bytes[next] {
      case 0x0A: return true
      case 0x20, 0x09, 0x0D: next += 1
      default: return false
      }
    }
    return false
  }

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = place
    var packer = WordPacker()
    scanning: while place < bytes.count {
      switch Glyph.read(bytes, at: place) {
      case .letter(let length):
        for index in place..<place + length { packer.append(WordKey.folded(bytes[index])) }
        place += length
      case .apostrophe(let length):
        guard joins(bytes, after: place + length) else { break scanning }
        packer.append(0x27)
        place += length
      default: break scanning
      }
    }
    append(.word, packer.key, from: start, isCapitalized: bytes[start] &- 0x41 < 26)
  }

  /// Whether an apostrophe before `next` is inside a word: it is not where a clitic begins.
  private func joins(_ bytes: UnsafeBufferPointer<UInt8>, after next: Int) -> Bool {
    guard next < bytes.count, case .letter = Glyph.read(bytes, at: next) else { return false }
    return clitic(bytes, at: next) == 0
  }

  /// Returns the length of the letters of a clitic at `next`, or 0.
  private func clitic(_ bytes: UnsafeBufferPointer<UInt8>, at next: Int) -> Int {
    var letters: [2 of UInt8] = [0, 0]
    var count = 0
    while next + count < bytes.count, case .letter = Glyph.read(bytes, at: next + count) {
      guard count < 2 else { return 0 }
      letters[count] = WordKey.folded(bytes[next + count])
      count += 1
    }
    switch (letters[0], letters[1]) {
    case (0x73, 0), (0x64, 0), (0x6D, 0): return 1
    case (0x6C, 0x6C), (0x72, 0x65), (0x76, 0x65): return 2
    default: return 0
    }
  }

  /// Reads a clitic behind a word or number, or else a mark.
  private mutating func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, length: Int) {
    let start = place
    let letters = clitic(bytes, at: place + length)
    guard gap == .none, letters > 0, let last = tokens.last, last.kind != .mark else {
      return mark("'", length: length)
    }
    place += length
    var packer = WordPacker()
    packer.append(0x27)
    for _ in 0..<letters {
      packer.append(WordKey.folded(bytes[place]))
      place += 1
    }
    append(.word, packer.key, from: start)
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = place
    var packer = WordPacker()
    var value = 0
    while place < bytes.count, bytes[place] &- 0x30 <= 9 {
      packer.append(bytes[place])
      if packer.count <= 18 { value = value * 10 + Int(bytes[place] &- 0x30) }
      place += 1
    }
    append(.number, packer.key, from: start, value: packer.count <= 18 ? value : nil)
  }

  private mutating func mark(_ key: WordKey, length: Int) {
    let start = place
    place += length
    append(.mark, key, from: start)
  }

  private mutating func append(
    _ kind: TextToken.Kind, _ key: WordKey, from start: Int, value: Int? = nil,
    isCapitalized: Bool = false
  ) {
    tokens.append(
      TextToken(
        kind: kind, key: key, value: value, start: start, end: place, gap: gap,
        isCapitalized: isCapitalized))
    gap = .none
  }
}
