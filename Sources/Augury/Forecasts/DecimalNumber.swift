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
  static func trimmed(_ text: some StringProtocol) -> [UInt8] { trimmed(text.utf8) }

  /// Returns bytes without the ASCII white space around them.
  static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = Array(text.drop(while: isSpace))
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
