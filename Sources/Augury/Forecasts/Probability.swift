/// A probability from 0 to 1, kept as it was said and as a canonical decimal.
public struct Probability: Sendable, Hashable {
  /// What was said, such as "70 %", "7/10" or "3:1", without the white space around it.
  public let text: String
  /// The canonical decimal from 0 to 1, rounded to 17 significant digits, as in `DecimalText`.
  public let value: String
  /// The double nearest to `value`.
  public let double: Double

  /// Creates a probability from what a person writes.
  ///
  /// Taken are fractions of one ("0.7", ".7", "1"), percentages ("70%", "70 %"), one positive
  /// integer over another ("7/10"), and odds for the event ("3:1" is three quarters).
  public init(parsing text: some StringProtocol) throws(ProbabilityError) {
    let bytes = DecimalNumber.trimmed(text)
    guard bytes.count <= DecimalText.maximumLength else {
      throw .number(.tooLong(bytes: bytes.count))
    }
    if let fraction = bytes.withUnsafeBufferPointer({ DecimalText(plainFraction: $0) }) {
      self.init(fraction)
      return
    }
    let said = String(decoding: bytes, as: UTF8.self)
    let number: DecimalNumber
    if bytes.last == DecimalBytes.percent {
      number = try Self.percentage(bytes, said)
    } else if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      number = try Self.ratio(bytes[..<slash], bytes[(slash + 1)...], said)
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      number = try Self.odds(bytes[..<colon], bytes[(colon + 1)...], said)
    } else {
      number = try Self.plain(bytes, said)
      if case (let percent, let fraction)? = Self.percentage(hiddenIn: number, said) {
        throw .percentMissing(said, percent: percent, fraction: fraction)
      }
    }
    try self.init(checking: number, text: said)
  }

  /// Creates a probability from a column of fractions, where only plain numbers are taken.
  ///
  /// A percentage is refused, and a bare number above 1 and up to 100 is asked about, for one
  /// column must not hold both.
  public init(fraction text: some StringProtocol) throws(ProbabilityError) {
    let plain = text.utf8.withContiguousStorageIfAvailable { DecimalText(plainFraction: $0) }
    if let fraction = plain ?? nil {
      self.init(fraction)
      return
    }
    try self.init(fraction: DecimalNumber.trimmed(text))
  }

  /// Creates a probability from the bytes of a cell in a column of fractions, as the initializer
  /// that takes text does.
  public init(fractionBytes bytes: UnsafeBufferPointer<UInt8>) throws(ProbabilityError) {
    if let fraction = DecimalText(plainFraction: bytes) {
      self.init(fraction)
      return
    }
    try self.init(fraction: DecimalNumber.trimmed(bytes))
  }

  private init(fraction bytes: [UInt8]) throws(ProbabilityError) {
    if let fraction = bytes.withUnsafeBufferPointer({ DecimalText(plainFraction: $0) }) {
      self.init(fraction)
      return
    }
    let said = String(decoding: bytes.prefix(DecimalText.maximumLength), as: UTF8.self)
    if bytes.last == DecimalBytes.percent, bytes.count <= DecimalText.maximumLength {
      let number = try Self.percentage(bytes, said)
      throw .percentInsteadOfFraction(said, fraction: number.rounded(to: 17).canonical)
    }
    let number = try Self.plain(bytes, said)
    if case (let percent, let fraction)? = Self.percentage(hiddenIn: number, said) {
      throw .percentSuspected(said, percent: percent, fraction: fraction)
    }
    try self.init(checking: number, text: said)
  }

  /// Creates a probability from a stored record, whose `value` has to be canonical already.
  public init(text: String, value: String) throws(ProbabilityError) {
    let number: DecimalNumber
    do throws(NumberError) {
      _ = try DecimalText(text: text, value: value)
      number = try DecimalNumber(Array(value.utf8))
    } catch {
      throw .number(error)
    }
    try self.init(checking: number, text: text)
  }

  private init(
    checking number: DecimalNumber, text: String
  ) throws(ProbabilityError) {
    let shown = text.clipped
    guard !number.isNegative else { throw .negative(shown) }
    guard !DecimalNumber.one.isNearerZero(than: number) else { throw .aboveOne(shown) }
    let decimal = DecimalText(reading: number, text: text)
    guard decimal.double != 0 || number.isZero else { throw .number(.tooSmall(shown)) }
    self.init(decimal)
  }

  private init(_ decimal: DecimalText) {
    (text, value, double) = (decimal.text, decimal.value, decimal.double)
  }

  /// The probability of the opposite, as a double.
  public var complement: Double { 1 - double }

  /// The percentage for people, with at most three significant digits.
  ///
  /// Only impossibility is "0 %" and only certainty is "100 %"; what lies within a tenth of a
  /// percent of them is "<0.1 %" or ">99.9 %".
  public var percentDescription: String {
    guard let number = try? DecimalNumber(Array(value.utf8)), !number.isZero else { return "0 %" }
    if number.isNearerZero(than: DecimalNumber(digits: [1], exponent: -3)) { return "<0.1 %" }
    let ceiling = DecimalNumber(digits: [9, 9, 9], exponent: -1)
    if ceiling.isNearerZero(than: number), number.isNearerZero(than: .one) { return ">99.9 %" }
    var percent = number.rounded(to: 3)
    percent.exponent += 2
    return percent.canonical + " %"
  }
}

extension Probability: Comparable {
  /// Orders by value; the text decides between ways of saying the same, so that no two different
  /// probabilities are unordered.
  public static func < (lhs: Probability, rhs: Probability) -> Bool {
    if lhs.double != rhs.double { return lhs.double < rhs.double }
    if lhs.value != rhs.value,
      let left = try? DecimalNumber(Array(lhs.value.utf8)),
      let right = try? DecimalNumber(Array(rhs.value.utf8))
    {
      return left.isNearerZero(than: right)
    }
    return lhs.text < rhs.text
  }
}

extension Probability {
  private typealias Slice = ArraySlice<UInt8>

  private static func plain(
    _ bytes: [UInt8], _ said: String
  ) throws(ProbabilityError) -> DecimalNumber {
    do throws(NumberError) {
      return try DecimalNumber(bytes)
    } catch .tooLarge {
      throw .aboveOne(said.clipped)
    } catch {
      throw .number(error)
    }
  }

  private static func percentage(
    _ bytes: [UInt8], _ said: String
  ) throws(ProbabilityError) -> DecimalNumber {
    var figures = bytes.dropLast()
    // The space before the sign may be an ordinary, a no-break or a narrow no-break one.
    for space: [UInt8] in [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]]
    where figures.suffix(space.count) == space[...] {
      figures.removeLast(space.count)
      break
    }
    var number: DecimalNumber
    do throws(NumberError) {
      number = try DecimalNumber(Array(figures))
    } catch .decimalComma(_, let suggestion) {
      throw .number(.decimalComma(said, suggestion: suggestion + "%"))
    } catch .otherDigits {
      throw .number(.otherDigits(said.clipped))
    } catch .tooLarge {
      throw .aboveOne(said.clipped)
    } catch {
      throw .number(.notANumber(said.clipped))
    }
    number.exponent -= number.isZero ? 0 : 2
    return number
  }

  // A bare number above 1 and up to 100, as the percentage and the fraction it may stand for.
  private static func percentage(
    hiddenIn number: DecimalNumber, _ said: String
  ) -> (percent: String, fraction: String)? {
    guard !number.isNegative, DecimalNumber.one.isNearerZero(than: number) else { return nil }
    guard !DecimalNumber(digits: [1], exponent: 2).isNearerZero(than: number) else { return nil }
    var fraction = number.rounded(to: 17)
    let percent = fraction.canonical + "%"
    fraction.exponent -= 2
    return (percent, fraction.canonical)
  }

  private static func ratio(
    _ part: Slice, _ whole: Slice, _ said: String
  ) throws(ProbabilityError) -> DecimalNumber {
    guard let part = positiveInteger(part), let whole = positiveInteger(whole) else {
      throw .malformedFraction(said.clipped)
    }
    guard part <= whole else { throw .aboveOne(said.clipped) }
    return quotient(part, whole)
  }

  private static func positiveInteger(_ bytes: Slice) -> UInt128? {
    guard (1...30).contains(bytes.count) else { return nil }
    guard bytes.allSatisfy({ (DecimalBytes.zero...DecimalBytes.nine).contains($0) }) else {
      return nil
    }
    let integer = bytes.reduce(UInt128(0)) { $0 * 10 + UInt128($1 - DecimalBytes.zero) }
    return integer > 0 ? integer : nil
  }

  private static func odds(
    _ before: Slice, _ against: Slice, _ said: String
  ) throws(ProbabilityError) -> DecimalNumber {
    guard let before = try? DecimalNumber(Array(before)), !before.isNegative,
      let against = try? DecimalNumber(Array(against)), !against.isNegative
    else { throw .malformedOdds(said.clipped) }
    guard !before.isZero || !against.isZero else {
      throw .oddsWithoutChance(said.clipped)
    }
    if before.isZero { return before }
    if against.isZero { return .one }
    let unit = min(before.lastPlace, against.lastPlace)
    guard let first = before.multiple(ofPowerOfTen: unit),
      let second = against.multiple(ofPowerOfTen: unit)
    else { throw .malformedOdds(said.clipped) }
    return quotient(first, first + second)
  }

  // Long division to 18 significant digits and a last one that only says whether more follow,
  // which is all that rounding to 17 has to know.
  private static func quotient(_ part: UInt128, _ whole: UInt128) -> DecimalNumber {
    guard part < whole else { return .one }
    var digits: [UInt8] = []
    var exponent = 0
    var rest = part
    while digits.count < 18 {
      rest *= 10
      let digit = UInt8(rest / whole)
      rest %= whole
      if digits.isEmpty { exponent -= 1 }
      if digit != 0 || !digits.isEmpty { digits.append(digit) }
    }
    if rest != 0 { digits.append(1) }
    return DecimalNumber(digits: digits, exponent: exponent)
  }
}

extension DecimalNumber {
  fileprivate static let one = DecimalNumber(digits: [1], exponent: 0)

  /// The power of ten of the last digit.
  fileprivate var lastPlace: Int { exponent - digits.count + 1 }

  /// Returns how often a power of ten goes into the number, if that has at most 30 digits.
  fileprivate func multiple(ofPowerOfTen power: Int) -> UInt128? {
    let zeros = lastPlace - power
    guard zeros >= 0, digits.count + zeros <= 30 else { return nil }
    let integer = digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    return (0..<zeros).reduce(integer) { product, _ in product * 10 }
  }
}
