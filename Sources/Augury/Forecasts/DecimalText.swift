/// A decimal number kept exactly as it was written and as a canonical value.
public struct DecimalText: Sendable, Hashable {
  /// The number as given, without the white space around it.
  public let text: String
  /// The canonical decimal: at most 17 significant digits, no leading "+", zero without a sign,
  /// and an exponent only below 1e-7 and from 1e21 up.
  public let value: String
  /// The double nearest to `value`, the same whether the number was just read or comes from a
  /// stored record.
  public let double: Double

  /// The most bytes a number may be written with.
  public static let maximumLength = 400

  /// Creates a number from text in ASCII digits, such as "12", "-0.5", ".7" or "1.5e-3".
  ///
  /// Digits after the seventeenth significant one are rounded away, half to even, in `value` only.
  /// Numbers that a double would hold as infinite, or as zero although they are not, are refused.
  public init(parsing text: some StringProtocol) throws(NumberError) {
    let bytes = DecimalNumber.trimmed(text)
    if let fraction = Self(plainFraction: bytes) {
      self = fraction
      return
    }
    self.init(reading: try DecimalNumber(bytes), text: String(decoding: bytes, as: UTF8.self))
    try checkRange()
  }

  /// Creates a number from a stored record, whose `value` has to be canonical already.
  public init(text: String, value: String) throws(NumberError) {
    let number = try DecimalNumber(Array(value.utf8))
    self.init(reading: number, text: text)
    // Bytes are compared, since two strings can be equal and yet differ in their bytes.
    guard self.value.utf8.elementsEqual(value.utf8) else {
      throw .notCanonical(NumberError.shortened(value))
    }
    try checkRange()
  }

  init(reading number: DecimalNumber, text: String) {
    let rounded = number.rounded(to: 17)
    self.text = text
    value = rounded.canonical
    double = Double(value) ?? 0
  }

  /// Creates a number from "0." and up to 17 digits of which one of the first seven is not zero,
  /// the most usual form, which needs no arithmetic to be canonical; nil for anything else.
  init?(plainFraction bytes: [UInt8]) {
    guard (3...19).contains(bytes.count), bytes[0] == DecimalBytes.zero,
      bytes[1] == DecimalBytes.point,
      bytes[2...].prefix(7).contains(where: { $0 != DecimalBytes.zero })
    else { return nil }
    let parsed = bytes.withUnsafeBufferPointer { try? DecimalText.parseBytes($0) }
    // An exponent would have to start with a letter.
    guard let parsed, bytes.allSatisfy({ $0 <= DecimalBytes.nine }) else { return nil }
    let zeros = bytes.reversed().prefix { $0 == DecimalBytes.zero }.count
    text = String(decoding: bytes, as: UTF8.self)
    value = zeros == 0 ? text : String(decoding: bytes.dropLast(zeros), as: UTF8.self)
    double = parsed
  }

  // Rounding to 17 digits can carry a number over the edge that its text had just not reached.
  private func checkRange() throws(NumberError) {
    guard double.isFinite else { throw .tooLarge(NumberError.shortened(text)) }
    guard double != 0 || value == "0" else { throw .tooSmall(NumberError.shortened(text)) }
  }
}

extension DecimalText {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Returns the double nearest to a number written in ASCII digits, without white space around.
  ///
  /// Integers up to 2^53 times or over a power of ten up to 10^22 take one correctly rounded
  /// operation (Clinger, "How to Read Floating Point Numbers Accurately", 1990); anything else is
  /// read by the standard library, once it is known to be a plain number.
  public static func parseBytes(_ b: UnsafeBufferPointer<UInt8>) throws(NumberError) -> Double {
    let count = b.count
    guard count > 0, count <= maximumLength else { throw NumberError(refusing: b) }
    var index = 0
    let isNegative = b[0] == DecimalBytes.minus
    if isNegative || b[0] == DecimalBytes.plus { index = 1 }
    let first = index
    var mantissa: UInt64 = 0
    while index < count, case let digit = b[index] &- DecimalBytes.zero, digit <= 9 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      index += 1
    }
    var digits = index - first
    var exponent = 0
    if index < count, b[index] == DecimalBytes.point {
      let point = index
      index += 1
      while index < count, case let digit = b[index] &- DecimalBytes.zero, digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        index += 1
      }
      exponent = point + 1 - index
      guard exponent < 0 else { throw NumberError(refusing: b) }
      digits -= exponent
    }
    guard digits > 0 else { throw NumberError(refusing: b) }
    if index < count {
      guard let power = readExponent(b, at: index) else { throw NumberError(refusing: b) }
      exponent += power
    }
    // Up to nineteen digits, the product above cannot have wrapped.
    guard digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else {
      return try parseSlowly(b)
    }
    let magnitude = Double(mantissa)
    let result = exponent < 0 ? magnitude / powers[-exponent] : magnitude * powers[exponent]
    return isNegative ? -result : result
  }

  // The power after "e", which has to reach the end of the text: a sign and one to four digits.
  private static func readExponent(_ b: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard b[start] | 0x20 == DecimalBytes.e, start + 1 < b.count else { return nil }
    var index = start + 1
    let isNegative = b[index] == DecimalBytes.minus
    if isNegative || b[index] == DecimalBytes.plus { index += 1 }
    guard case 1...4 = b.count - index else { return nil }
    var power = 0
    while index < b.count {
      let digit = b[index] &- DecimalBytes.zero
      guard digit <= 9 else { return nil }
      power = power * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -power : power
  }

  @inline(never)
  private static func parseSlowly(_ b: UnsafeBufferPointer<UInt8>) throws(NumberError) -> Double {
    let text = String(decoding: b, as: UTF8.self)
    guard let double = Double(text) else { throw NumberError(refusing: b) }
    guard double.isFinite else { throw .tooLarge(NumberError.shortened(text)) }
    if double == 0 {
      let mantissa = b.prefix { $0 | 0x20 != DecimalBytes.e }
      let isZero = !mantissa.contains { (DecimalBytes.one...DecimalBytes.nine).contains($0) }
      guard isZero else { throw .tooSmall(NumberError.shortened(text)) }
    }
    return double
  }
}

/// A decimal as its significant digits and the power of ten of the first of them.
struct DecimalNumber: Sendable {
  var isNegative = false
  /// The digits 0 to 9, without zeros at either end; none for zero.
  var digits: [UInt8] = []
  /// The power of ten of the first digit.
  var exponent = 0

  init(digits: [UInt8], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
    dropOuterZeros()
  }

  /// Creates a number from bytes that are checked by the number reader first.
  init(_ bytes: [UInt8]) throws(NumberError) {
    _ = try bytes.withUnsafeBufferPointer { (b) throws(NumberError) in
      try DecimalText.parseBytes(b)
    }
    let end = bytes.firstIndex { $0 | 0x20 == DecimalBytes.e } ?? bytes.endIndex
    let mantissa = bytes[..<end]
    digits = mantissa.filter { $0 >= DecimalBytes.zero }.map { $0 - DecimalBytes.zero }
    let point = mantissa.firstIndex(of: DecimalBytes.point) ?? end
    let fraction = max(0, end - point - 1)
    let power = Int(String(decoding: bytes[end...].dropFirst(), as: UTF8.self)) ?? 0
    exponent = digits.count - fraction - 1 + power
    isNegative = bytes.first == DecimalBytes.minus
    dropOuterZeros()
  }

  /// Returns the bytes of a text without the ASCII white space around it.
  static func trimmed(_ text: some StringProtocol) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = Array(text.utf8.drop(while: isSpace))
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  var isZero: Bool { digits.isEmpty }

  /// Returns the number with at most so many significant digits, rounded half to even.
  func rounded(to limit: Int) -> DecimalNumber {
    guard digits.count > limit else { return self }
    var result = self
    result.digits = Array(digits[..<limit])
    // There are no zeros at the end, so a tail of the single digit 5 is the only tie.
    let isTie = digits.count == limit + 1 && digits[limit] == 5
    let roundsUp = isTie ? digits[limit - 1] % 2 == 1 : digits[limit] >= 5
    if roundsUp { result.addOneInLastPlace() }
    result.dropOuterZeros()
    return result
  }

  /// Returns whether the magnitude of this number is smaller than that of another.
  func isNearerZero(than other: DecimalNumber) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  /// The number written without an exponent from 1e-7 up to below 1e21, and with one elsewhere.
  var canonical: String {
    guard !isZero else { return "0" }
    var bytes: [UInt8] = isNegative ? [DecimalBytes.minus] : []
    let figures = digits.map { $0 + DecimalBytes.zero }
    switch exponent {
    case -7..<0:
      bytes += [DecimalBytes.zero, DecimalBytes.point]
      bytes += repeatElement(DecimalBytes.zero, count: -exponent - 1) + figures
    case 0..<21:
      bytes += figures.prefix(exponent + 1)
      bytes += repeatElement(DecimalBytes.zero, count: max(0, exponent + 1 - figures.count))
      if figures.count > exponent + 1 { bytes += [DecimalBytes.point] + figures[(exponent + 1)...] }
    default:
      bytes.append(figures[0])
      if figures.count > 1 { bytes += [DecimalBytes.point] + figures[1...] }
      bytes += [DecimalBytes.e] + Array(String(exponent).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func addOneInLastPlace() {
    for index in digits.indices.reversed() {
      guard digits[index] == 9 else {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func dropOuterZeros() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (exponent, isNegative) = (0, false) }
  }
}

/// The bytes that numbers are written with.
enum DecimalBytes {
  static let zero = UInt8(ascii: "0")
  static let one = UInt8(ascii: "1")
  static let nine = UInt8(ascii: "9")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let percent = UInt8(ascii: "%")
  static let e = UInt8(ascii: "e")
}

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
    case .notANumber(let text): "“\(text)” is not a decimal number."
    case .hexadecimal(let text): "“\(text)” is a hexadecimal number."
    case .percent(let text): "“\(text)” is a percentage, not a plain number."
    case .decimalComma(let text, _): "“\(text)” has a decimal comma."
    case .space(let text): "“\(text)” has a space in it."
    case .otherDigits(let text): "“\(text)” has other characters than the ASCII ones of a number."
    case .tooLarge(let text): "“\(text)” is too large a number."
    case .tooSmall(let text): "“\(text)” is too close to zero, without being zero."
    case .notCanonical(let value): "“\(value)” is not the canonical form of a number."
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
    let text = Self.shortened(String(decoding: b.prefix(DecimalText.maximumLength), as: UTF8.self))
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

  /// Returns a text in a length that an error can show.
  static func shortened(_ text: String) -> String {
    guard text.unicodeScalars.count > 60 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
  }
}
