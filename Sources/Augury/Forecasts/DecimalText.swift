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
    if let fraction = bytes.withUnsafeBufferPointer({ Self(plainFraction: $0) }) {
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
      throw .notCanonical(value.clipped)
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
  init?(plainFraction bytes: UnsafeBufferPointer<UInt8>) {
    guard (3...19).contains(bytes.count), bytes[0] == DecimalBytes.zero,
      bytes[1] == DecimalBytes.point
    else { return nil }
    var mantissa: UInt64 = 0
    var significant = 2
    for index in 2..<bytes.count {
      let digit = bytes[index] &- DecimalBytes.zero
      guard digit <= 9 else { return nil }
      // Seventeen digits are below 2^57, so nothing wraps.
      mantissa = mantissa &* 10 &+ UInt64(digit)
      if digit != 0 { significant = index + 1 }
      if index == 8, mantissa == 0 { return nil }
    }
    guard mantissa != 0 else { return nil }
    if mantissa <= 1 << 53 {
      double = Double(mantissa) / Self.powers[bytes.count - 2]
    } else {
      guard let parsed = try? DecimalText.parseBytes(bytes) else { return nil }
      double = parsed
    }
    text = String(decoding: bytes, as: UTF8.self)
    value =
      significant == bytes.count
      ? text : String(decoding: bytes[..<significant], as: UTF8.self)
  }

  // Rounding to 17 digits can carry a number over the edge that its text had just not reached.
  private func checkRange() throws(NumberError) {
    guard double.isFinite else { throw .tooLarge(text.clipped) }
    guard double != 0 || value == "0" else { throw .tooSmall(text.clipped) }
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
    guard double.isFinite else { throw .tooLarge(text.clipped) }
    if double == 0 {
      let mantissa = b.prefix { $0 | 0x20 != DecimalBytes.e }
      let isZero = !mantissa.contains { (DecimalBytes.one...DecimalBytes.nine).contains($0) }
      guard isZero else { throw .tooSmall(text.clipped) }
    }
    return double
  }
}
