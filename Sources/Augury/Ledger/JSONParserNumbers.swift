extension JSONParser {
  /// Reads a number; the byte at hand is its sign or first digit.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = offset
    let negative = take(UInt8(ascii: "-"))
    var digits: UInt64 = 0
    let wholeStart = offset
    var count = try self.digits(into: &digits, since: start)
    guard count == 1 || bytes[wholeStart] != UInt8(ascii: "0") else {
      throw fault(JSONError.malformedNumber, at: start)
    }
    var power = 0
    let whole = offset
    if take(UInt8(ascii: ".")) {
      power = -(try self.digits(into: &digits, since: start))
      count -= power
    }
    if peek() | 0x20 == UInt8(ascii: "e") { power += try exponent(since: start) }
    if offset == whole, count <= 16, digits < 1 << 53 {
      return .integer(negative ? -Int64(digits) : Int64(digits))
    }
    if count <= 15, let exact = Self.exactProduct(digits, power) {
      return .number(negative ? -exact : exact)
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw fault(JSONError.numberOutOfRange, at: start)
    }
    return .number(value)
  }

  /// Reads one digit or more and returns how many; past 19 the sum is meaningless.
  @inline(__always)
  private mutating func digits(
    into sum: inout UInt64, since start: Int
  ) throws(JSONError) -> Int {
    let first = offset
    while offset < bytes.count, bytes[offset] &- 0x30 < 10 {
      sum = sum &* 10 &+ UInt64(bytes[offset] &- 0x30)
      offset &+= 1
    }
    guard offset > first else { throw fault(JSONError.malformedNumber, at: start) }
    return offset &- first
  }

  private mutating func exponent(since start: Int) throws(JSONError) -> Int {
    offset += 1
    let negative = take(UInt8(ascii: "-"))
    if !negative { _ = take(UInt8(ascii: "+")) }
    var sum: UInt64 = 0
    let count = try digits(into: &sum, since: start)
    // Beyond this the caller needs to know only that it is no small power.
    let magnitude = count > 9 ? 1_000_000_000 : Int(sum)
    return negative ? -magnitude : magnitude
  }

  /// Returns the digits times the power of ten, if both are exact doubles.
  ///
  /// One rounding then gives the nearest double (Clinger, “How to read floating point numbers
  /// accurately”, 1990). Nil elsewhere; the digits must be below 2^53.
  private static func exactProduct(_ digits: UInt64, _ power: Int) -> Double? {
    guard (-22...22).contains(power) else { return nil }
    var scale = 1.0
    for _ in 0..<power.magnitude { scale *= 10 }
    return power < 0 ? Double(digits) / scale : Double(digits) * scale
  }
}
