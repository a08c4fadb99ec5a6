/// The kinds of thing that carry an identifier of their own, each with the letter that opens it.
public enum IdentifierKind: Character, Sendable, CaseIterable {
  case source = "s"
  case question = "q"
  case forecast = "f"
  case resolution = "r"
  case note = "n"
  case batch = "b"

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
  /// The seventeen characters of the identifier.
  public let text: String

  /// The number of characters in every identifier.
  public static let length = 17

  /// The fewest characters of an identifier that are ever shown or accepted.
  public static let shortest = 6

  static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Creates an identifier of a kind from 80 random bits.
  public init(_ kind: IdentifierKind, random high: UInt16, _ low: UInt64) {
    var bits = low
    var top = high
    var bytes = [UInt8](repeating: 0, count: Identifier.length)
    bytes[0] = UInt8(ascii: kind.rawValue.unicodeScalars.first ?? "f")
    for position in stride(from: Identifier.length - 1, to: 0, by: -1) {
      bytes[position] = Identifier.digits[Int(bits & 31)]
      bits = bits >> 5 | UInt64(top & 31) << 59
      top >>= 5
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Creates an identifier from its text, or nothing when the text is not one.
  public init?(_ text: String) {
    guard text.utf8.count == Identifier.length, Identifier.isPrefix(text) else { return nil }
    self.text = text
  }

  /// What kind of thing this names.
  public var kind: IdentifierKind? { text.first.flatMap(IdentifierKind.init) }

  /// The identifier as text.
  public var description: String { text }

  /// Orders identifiers by their text.
  public static func < (one: Identifier, other: Identifier) -> Bool { one.text < other.text }

  /// Tells whether a text could be the beginning of an identifier.
  public static func isPrefix(_ text: String) -> Bool {
    guard let first = text.first, IdentifierKind(rawValue: first) != nil else { return false }
    return text.utf8.count <= length && text.utf8.dropFirst().allSatisfy(digits.contains)
  }
}
