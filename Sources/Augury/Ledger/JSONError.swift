/// Why a text is not JSON that can be taken.
///
/// Lines and columns count from 1; a column is counted in bytes, and only a line feed ends a line.
public enum JSONError: Error, Sendable, Equatable {
  /// The text is longer than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// An array or object opens below the deepest level allowed.
  case tooDeep(limit: Int, line: Int, column: Int)
  /// The text starts with a byte order mark.
  case byteOrderMark(line: Int, column: Int)
  /// The text ends inside a value.
  case unexpectedEnd(line: Int, column: Int)
  /// A byte stands where the grammar has no place for it.
  case unexpectedByte(UInt8, line: Int, column: Int)
  /// Something follows the one value.
  case trailingByte(UInt8, line: Int, column: Int)
  /// A string holds bytes that are not UTF-8.
  case invalidUTF8(line: Int, column: Int)
  /// A string holds a control character that is not escaped.
  case controlCharacter(UInt8, line: Int, column: Int)
  /// A backslash is followed by none of the escapes.
  case invalidEscape(line: Int, column: Int)
  /// An escape gives half of a surrogate pair.
  case loneSurrogate(line: Int, column: Int)
  /// A number is not written as JSON writes numbers.
  case malformedNumber(line: Int, column: Int)
  /// A number has no finite double near it.
  case numberOutOfRange(line: Int, column: Int)
  /// An object has two members of one name.
  case duplicateKey(String, line: Int, column: Int)

  /// The line and column of the fault; nil when the text was refused before it was read.
  public var position: (line: Int, column: Int)? {
    switch self {
    case .tooLarge:
      nil
    case .byteOrderMark(let line, let column), .unexpectedEnd(let line, let column),
      .invalidUTF8(let line, let column), .invalidEscape(let line, let column),
      .loneSurrogate(let line, let column), .malformedNumber(let line, let column),
      .numberOutOfRange(let line, let column), .tooDeep(_, let line, let column),
      .unexpectedByte(_, let line, let column), .trailingByte(_, let line, let column),
      .controlCharacter(_, let line, let column), .duplicateKey(_, let line, let column):
      (line, column)
    }
  }
}

extension JSONError: Explained {
  /// Always `invalid`: the text cannot be taken as it is.
  public var kind: FailureKind { .invalid }

  /// The fault, with its line and column.
  public var what: String {
    guard let position else { return "\(fault)." }
    return "\(fault), at line \(position.line), column \(position.column)."
  }

  /// What to change in the text.
  public var remedy: String {
    switch self {
    case .tooLarge: "Split the text into smaller ones."
    case .tooDeep: "Flatten the value."
    case .byteOrderMark: "Save the text as UTF-8 without a byte order mark."
    case .unexpectedEnd: "Check that the text is complete."
    case .unexpectedByte: "Correct the text there; JSON has no comments and no trailing commas."
    case .trailingByte: "Give one value only; put several on lines of their own as JSONL."
    case .invalidUTF8: "Save the text as UTF-8."
    case .controlCharacter(let byte, _, _): "Write it as \\u00\(Self.hex(byte))."
    case .invalidEscape: "Write a backslash as two backslashes."
    case .loneSurrogate: "Write both halves of the pair, or the character itself."
    case .malformedNumber: "Write the number like -12, 0.5 or 1.5e3."
    case .numberOutOfRange: "Write a smaller number, or put it in quotes."
    case .duplicateKey: "Keep one of the two members."
    }
  }

  private var fault: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "The JSON has \(bytes) bytes, more than the \(limit) allowed"
    case .tooDeep(let limit, _, _): "The JSON nests deeper than \(limit) levels"
    case .byteOrderMark: "The JSON starts with a byte order mark"
    case .unexpectedEnd: "The JSON ends too early"
    case .unexpectedByte(let byte, _, _): "The JSON has \(Self.name(byte)) where none may stand"
    case .trailingByte(let byte, _, _): "The JSON goes on with \(Self.name(byte)) after its value"
    case .invalidUTF8: "A JSON string is not UTF-8"
    case .controlCharacter(let byte, _, _): "A JSON string holds the raw \(Self.name(byte))"
    case .invalidEscape: "A JSON string has an unknown escape"
    case .loneSurrogate: "A JSON string has half of a surrogate pair"
    case .malformedNumber: "The JSON has a malformed number"
    case .numberOutOfRange: "The JSON has a number beyond the range of a double"
    case .duplicateKey(let key, _, _): "The JSON object has two members “\(key.clipped)”"
    }
  }

  private static func name(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "‘\(UnicodeScalar(byte))’" : "byte 0x\(hex(byte))"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0\(digits)" : digits
  }
}
