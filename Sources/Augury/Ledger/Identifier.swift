/// The kinds of thing that carry an identifier of their own, each with the letter that opens it.
public enum IdentifierKind: Character, Sendable, CaseIterable {
  case source = "s"
  case question = "q"
  case forecast = "f"
  case resolution = "r"
  case note = "n"
  case batch = "b"

  /// Creates the kind that a letter stands for, given as ASCII.
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "s"): self = .source
    case UInt8(ascii: "q"): self = .question
    case UInt8(ascii: "f"): self = .forecast
    case UInt8(ascii: "r"): self = .resolution
    case UInt8(ascii: "n"): self = .note
    case UInt8(ascii: "b"): self = .batch
    default: return nil
    }
  }

  /// The word for this kind in messages.
  public var noun: String {
    switch self {
    case .source: "source"
    case .question: "question"
    case .forecast: "forecast"
    case .resolution: "resolution"
    case .note: "note"
    case .batch: "import batch"
    }
  }
}

/// A random name for one thing in a ledger: a letter for its kind and 80 random bits.
///
/// The text is the letter and sixteen digits of a base-32 alphabet without `i`, `l`, `o` and `u`,
/// always in lower case, so that it survives being read aloud.
public struct Identifier: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let letter: UInt8
  private let high: UInt16
  private let low: UInt64

  /// The number of characters in every identifier.
  public static let length = 17

  /// The fewest characters of an identifier that are ever shown or accepted.
  public static let shortest = 6

  private static var alphabet: StaticString { "0123456789abcdefghjkmnpqrstvwxyz" }

  /// Creates an identifier of a kind from 80 random bits.
  public init(_ kind: IdentifierKind, random high: UInt16, _ low: UInt64) {
    letter = kind.rawValue.asciiValue ?? 0
    self.high = high
    self.low = low
  }

  /// Creates an identifier from its text, or nothing when the text is not one.
  public init?(_ text: String) {
    guard text.utf8.count == Identifier.length, let letter = text.utf8.first,
      IdentifierKind(letter: letter) != nil
    else { return nil }
    var high: UInt16 = 0
    var low: UInt64 = 0
    for byte in text.utf8.dropFirst() {
      guard let digit = Identifier.digit(byte) else { return nil }
      high = high << 5 | UInt16(low >> 59)
      low = low << 5 | UInt64(digit)
    }
    self.letter = letter
    self.high = high
    self.low = low
  }

  /// Returns the value of a digit, the place at which it stands in the alphabet.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "h"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "j"), UInt8(ascii: "k"): byte - UInt8(ascii: "j") + 18
    case UInt8(ascii: "m"), UInt8(ascii: "n"): byte - UInt8(ascii: "m") + 20
    case UInt8(ascii: "p")...UInt8(ascii: "t"): byte - UInt8(ascii: "p") + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): byte - UInt8(ascii: "v") + 27
    default: nil
    }
  }

  /// The seventeen characters of the identifier.
  public var text: String {
    String(unsafeUninitializedCapacity: Identifier.length) { buffer in
      write(into: buffer)
      return Identifier.length
    }
  }

  /// Calls the closure with the characters as UTF-8, which are valid only inside it.
  public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Identifier.length) { buffer in
      write(into: buffer)
      return body(UnsafeBufferPointer(buffer))
    }
  }

  /// Writes the characters at the start of a buffer that holds at least as many bytes.
  func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    buffer[0] = letter
    var (top, bits) = (high, low)
    for position in stride(from: Identifier.length - 1, to: 0, by: -1) {
      buffer[position] = Identifier.alphabet.utf8Start[Int(bits & 31)]
      bits = bits >> 5 | UInt64(top & 31) << 59
      top >>= 5
    }
  }

  /// What kind of thing this names.
  public var kind: IdentifierKind? { IdentifierKind(letter: letter) }

  /// The identifier as text.
  public var description: String { text }

  /// Orders identifiers as their texts are ordered byte by byte.
  public static func < (one: Identifier, other: Identifier) -> Bool {
    (one.letter, one.high, one.low) < (other.letter, other.high, other.low)
  }

  /// Tells whether a text could be the beginning of an identifier.
  public static func isPrefix(_ text: String) -> Bool {
    guard let first = text.utf8.first, IdentifierKind(letter: first) != nil else { return false }
    return text.utf8.count <= length && text.utf8.dropFirst().allSatisfy { digit($0) != nil }
  }
}
