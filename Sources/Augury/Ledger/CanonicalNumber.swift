/// Numbers as RFC 8785, section 3.2.2.3, has them: the text of ECMAScript's `Number::toString`.
enum CanonicalNumber {
  /// Appends a double in its shortest form that reads back the same; `-0` as `0`, and what is not
  /// finite as `null`, as `JSON.stringify` does.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return bytes.append(contentsOf: "null".utf8) }
    guard value != 0 else { return bytes.append(UInt8(ascii: "0")) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let (digits, point) = decimal(value.magnitude)
    switch point {
    case 1...21 where point >= digits.count:
      bytes.append(contentsOf: digits)
      appendZeros(point - digits.count, to: &bytes)
    case 1...21:
      bytes.append(contentsOf: digits[..<point])
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[point...])
    case -5...0:
      bytes.append(contentsOf: "0.".utf8)
      appendZeros(-point, to: &bytes)
      bytes.append(contentsOf: digits)
    default:
      appendScientific(digits, exponent: point - 1, to: &bytes)
    }
  }

  /// Appends a whole number; one that no double below 2^53 holds, as the nearest double.
  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    guard value.magnitude < 1 << 53 else { return append(Double(value), to: &bytes) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var low = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Returns the shortest digits of a positive double and where the point stands among them:
  /// the value is `0.digits × 10^point`.
  private static func decimal(_ value: Double) -> (digits: [UInt8], point: Int) {
    // The standard library prints the shortest digits, and of these the closest, as ECMAScript
    // does; only the layout is its own.
    let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var point = mantissa[0].count
    if parts.count > 1, let exponent = Int(Substring(parts[1])) { point += exponent }
    let written = Array(mantissa.joined())
    let digits = written.drop { $0 == UInt8(ascii: "0") }
    point -= written.count - digits.count
    guard let last = digits.lastIndex(where: { $0 != UInt8(ascii: "0") }) else { return ([], 0) }
    return (Array(digits[...last]), point)
  }

  private static func appendScientific(
    _ digits: [UInt8], exponent: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: digits.prefix(1))
    if digits.count > 1 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits.dropFirst())
    }
    bytes.append(UInt8(ascii: "e"))
    bytes.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    append(Int64(exponent.magnitude), to: &bytes)
  }

  private static func appendZeros(_ count: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
  }
}
