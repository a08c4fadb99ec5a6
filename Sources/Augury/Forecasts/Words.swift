@_spi(_Unicode) private import Swift

/// The words of a text, as search and the hunt for duplicates see them.
///
/// Letters lose their case and their accents, digits stay, everything else separates words. Each
/// ideograph is a word of its own, since Chinese and Japanese put no spaces between words. The
/// same text gives the same words on every machine: no locale takes part.
public enum Words: Sendable {
  /// Returns the words of a text in order, repeated ones included.
  public static func of(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return ascii(text) }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      guard !word.isEmpty else { return }
      words.append(String(word))
      word.removeAll()
    }
    for scalar in text._nfd {
      if isMark(scalar) { continue }
      guard isPart(scalar) else {
        close()
        continue
      }
      if isIdeograph(scalar) {
        close()
        words.append(String(scalar))
        continue
      }
      word.append(
        contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.lazy.filter { !isMark($0) })
    }
    close()
    return words
  }

  /// Returns words as one text, with single spaces between them.
  ///
  /// The standard `joined` is made for any kind of list, and finding out at run time that this one
  /// is a list of texts is a good part of a short command.
  public static func line(_ words: [String]) -> String {
    var line = words.first ?? ""
    for word in words.dropFirst() { line += " " + word }
    return line
  }

  /// Returns the different words of a text, in the order of their first appearance.
  public static func different(_ text: String) -> [String] {
    let words = of(text)
    // A sentence is looked through sooner than a set of its words is made.
    guard words.count > 64 else {
      return words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
    }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  /// Returns a number that texts share when they have the same words, whatever their order.
  ///
  /// It is the 64-bit FNV-1a hash of the different words in ascending order, so equal numbers
  /// almost always mean equal words, but the words have to be compared before relying on it.
  public static func key(_ text: String) -> Int64 {
    var hash = FNV1a()
    for word in different(text).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      hash.add(word.utf8)
      hash.add(UInt8(0))
    }
    return hash.value
  }

  /// Returns how alike two texts are: the share of their different trigrams that both have, 0…1.
  ///
  /// The trigrams are those of the words joined by single spaces, with a space at each end. Two
  /// texts without any word are alike.
  public static func likeness(_ one: String, _ other: String) -> Double {
    likeness(trigrams(one), trigrams(other))
  }

  /// Returns the share of two ascending lists of trigrams that stand in both, 0…1.
  public static func likeness(_ one: [UInt64], _ other: [UInt64]) -> Double {
    guard !one.isEmpty || !other.isEmpty else { return 1 }
    var shared = 0
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { shared += 1 }
      let step = one[left]
      if step <= other[right] { left += 1 }
      if other[right] <= step { right += 1 }
    }
    return Double(shared) / Double(one.count + other.count - shared)
  }

  /// Returns the different trigrams of a text in ascending order, each as a number of 63 bits.
  public static func trigrams(_ text: String) -> [UInt64] {
    var trigrams: [UInt64] = []
    var window: UInt64 = 0x20
    var seen = 1
    func add(_ scalar: UInt32) {
      window = (window << 21 | UInt64(scalar)) & 0x7fff_ffff_ffff_ffff
      seen += 1
      if seen >= 3 { trigrams.append(window) }
    }
    for word in of(text) {
      for scalar in word.unicodeScalars { add(scalar.value) }
      add(0x20)
    }
    trigrams.sort()
    var different: [UInt64] = []
    different.reserveCapacity(trigrams.count)
    for trigram in trigrams where different.last != trigram { different.append(trigram) }
    return different
  }

  private static func ascii(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7a: word.append(byte)
      case 0x41...0x5a: word.append(byte | 0x20)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      true
    default: false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3040...0x30ff).contains(scalar.value)
  }
}

/// The 64-bit FNV-1a hash: quick, the same on every machine, and no protection against anyone who
/// wants two inputs to collide.
///
/// Source: Fowler, Noll and Vo, <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
public struct FNV1a: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the hash of nothing.
  public init() {}

  /// Adds one byte.
  @inline(__always)
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Adds bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds a number, byte by byte from the lowest.
  public mutating func add(_ number: Int64) {
    for shift in stride(from: Int64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Returns the hash of bytes.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    var hash = FNV1a()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// The hash as a signed number.
  public var value: Int64 { Int64(bitPattern: state) }
}
