/// The reason why a text is not a decimal number.
public enum NumberError: Explained, Equatable {
  /// There is no text.
  case empty
  /// The text has more bytes than `DecimalText.maximumLength`.
  case tooLong(bytes: Int)
  /// The text is no number in digits: a word, "NaN", "1e", "0.7.1".
  case notANumber(String)
  /// The text is a hexadecimal number.
  case hexadecimal(String)
  /// The text has a percent sign where a plain number is wanted.
  case percent(String)
  /// The text has a comma before its decimals; the suggestion has a point there.
  case decimalComma(String, suggestion: String)
  /// The text has white space between its digits or around them.
  case space(String)
  /// The text has bytes outside ASCII, such as the digits of another script.
  case otherDigits(String)
  /// The number is too far from zero for a double.
  case tooLarge(String)
  /// The number is not zero, yet too close to it for a double.
  case tooSmall(String)
  /// The value of a stored record is a number, yet not in its canonical form.
  case notCanonical(String)

  /// A text that cannot be taken is invalid.
  public var kind: FailureKind { .invalid }

  /// What is wrong with the text, which is named in at most 60 characters.
  public var what: String {
    switch self {
    case .empty: "There is no number in an empty text."
    case .tooLong(let bytes): "A number of \(bytes) bytes is too long."
    case .notANumber(let text): "“\(text.clipped)” is not a decimal number."
    case .hexadecimal(let text): "“\(text.clipped)” is a hexadecimal number."
    case .percent(let text): "“\(text.clipped)” is a percentage, not a plain number."
    case .decimalComma(let text, _): "“\(text.clipped)” has a decimal comma."
    case .space(let text): "“\(text.clipped)” has a space in it."
    case .otherDigits(let text):
      "“\(text.clipped)” has other characters than the ASCII ones of a number."
    case .tooLarge(let text): "“\(text.clipped)” is too large a number."
    case .tooSmall(let text): "“\(text.clipped)” is too close to zero, without being zero."
    case .notCanonical(let value): "“\(value.clipped)” is not the canonical form of a number."
    }
  }

  /// What to write instead.
  public var remedy: String {
    switch self {
    case .empty, .notANumber, .hexadecimal: "Write a decimal number such as 12 or 0.5."
    case .tooLong: "Write it with at most \(DecimalText.maximumLength) characters."
    case .percent: "Write the number without the percent sign."
    case .decimalComma(_, let suggestion): "Write it with a decimal point: \(suggestion)."
    case .space: "Write the number without spaces."
    case .otherDigits: "Write the number with the digits 0 to 9."
    case .tooLarge: "Write a number between -1e308 and 1e308."
    case .tooSmall: "Write 0, or a number further from zero than 1e-307."
    case .notCanonical: "Store the value as the number reader writes it."
    }
  }

  /// Creates the error for bytes that the number reader refused.
  init(refusing b: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: b.prefix(DecimalText.maximumLength), as: UTF8.self).clipped
    let unsigned = b.drop { $0 == DecimalBytes.minus || $0 == DecimalBytes.plus }
    let commas = b.count { $0 == DecimalBytes.comma }
    let pointed = b.map { $0 == DecimalBytes.comma ? DecimalBytes.point : $0 }
    if b.isEmpty {
      self = .empty
    } else if b.count > DecimalText.maximumLength {
      self = .tooLong(bytes: b.count)
    } else if b.contains(where: { $0 >= 0x80 }) {
      self = .otherDigits(text)
    } else if unsigned.starts(with: [DecimalBytes.zero, UInt8(ascii: "x")])
      || unsigned.starts(with: [DecimalBytes.zero, UInt8(ascii: "X")])
    {
      self = .hexadecimal(text)
    } else if commas == 1, (try? DecimalNumber(pointed)) != nil {
      self = .decimalComma(text, suggestion: String(decoding: pointed, as: UTF8.self))
    } else if b.last == DecimalBytes.percent {
      self = .percent(text)
    } else if b.contains(where: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      self = .space(text)
    } else {
      self = .notANumber(text)
    }
  }
}
