/// One piece of a text: a word, a run of digits or a mark, with its place.
public struct TextToken: Sendable, Hashable {
  /// What a piece of a text is.
  public enum Kind: Sendable, Hashable {
    /// Letters, perhaps with apostrophes inside: `won't`. The clitics `'s`, `'ll`, `'re`, `'ve`,
    /// `'d` and `'m` are words of their own.
    case word
    /// Digits of ASCII and nothing else; a sign, point or comma beside them is a mark.
    case number
    /// Any other character, alone.
    case mark
  }

  /// What stands between a token and the one before it.
  public enum Gap: Int, Sendable, Hashable, Comparable {
    /// Nothing: `15` and `th` in `15th`.
    case none
    /// Spaces, tabs, or one end of line.
    case space
    /// An empty line, or the beginning of the text.
    case paragraph

    /// Orders gaps by their size.
    public static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the piece is.
  public let kind: Kind
  /// The piece in lower case; of a number, the digits.
  ///
  /// Quotation marks and dashes are in their plain forms, but a long dash is a mark of its own.
  public let key: WordKey
  /// The number, at most 999,999,999,999,999,999, or nil when it has more digits or is none.
  public let value: Int?
  /// The UTF-8 offset of the first byte.
  public let start: Int
  /// The UTF-8 offset behind the last byte.
  public let end: Int
  /// What stands before the piece.
  public let gap: Gap
  /// Whether the first letter is a capital of ASCII.
  public let isCapitalized: Bool

  /// The number of bytes; of a number, its digits.
  public var length: Int { end - start }
}
