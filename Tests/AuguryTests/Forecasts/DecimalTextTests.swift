import Augury
import TestSupport
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.000", "0"), ("+0.70", "0.7"), (".7", "0.7"), ("007", "7"),
    ("1e20", "100000000000000000000"), ("1e21", "1e21"), ("1.5e21", "1.5e21"),
    ("0.0000001", "0.0000001"), ("0.00000001", "1e-8"), ("12.5e-9", "1.25e-8"),
    ("123456789012345678", "123456789012345680"), ("-12.50", "-12.5"), ("1E+2", "100"),
    ("0.73961195146518451", "0.73961195146518451"), (" 0.7\t\r\n", "0.7"), ("0e9999", "0"),
  ])
  func `a number has one canonical value`(text: String, value: String) throws {
    let number = try DecimalText(parsing: text)
    #expect(number.value == value)
    #expect(number.double == Double(value))
    #expect(try DecimalText(text: text, value: value).value == value)
  }

  @Test func `a text is kept as it was written`() throws {
    #expect(try DecimalText(parsing: " +007.50 ").text == "+007.50")
  }

  @Test(arguments: [
    ("1.00000000000000005", "1"), ("1.00000000000000015", "1.0000000000000002"),
    ("1.000000000000000051", "1.0000000000000001"), ("1.00000000000000025", "1.0000000000000002"),
    ("9.99999999999999995", "10"), ("99999999999999999.5", "100000000000000000"),
  ])
  func `an eighteenth digit is rounded half to even`(text: String, value: String) throws {
    #expect(try DecimalText(parsing: text).value == value)
  }

  @Test(arguments: [
    ("", NumberError.empty), ("  ", .empty), ("NaN", .notANumber("NaN")),
    ("-nan", .notANumber("-nan")), ("inf", .notANumber("inf")),
    ("-Infinity", .notANumber("-Infinity")), ("0x1p-1", .hexadecimal("0x1p-1")),
    ("-0XAF", .hexadecimal("-0XAF")), ("70%", .percent("70%")),
    ("0,7", .decimalComma("0,7", suggestion: "0.7")), ("1,234,567", .notANumber("1,234,567")),
    ("1 000", .space("1 000")), ("- 1", .space("- 1")), ("٠٫٧", .otherDigits("٠٫٧")),
    ("７０", .otherDigits("７０")), ("½", .otherDigits("½")), ("0.7.1", .notANumber("0.7.1")),
    ("1e", .notANumber("1e")), ("1e+", .notANumber("1e+")), ("1e12345", .notANumber("1e12345")),
    ("1.", .notANumber("1.")), (".", .notANumber(".")), ("-", .notANumber("-")),
    ("e5", .notANumber("e5")), ("--1", .notANumber("--1")), ("1_000", .notANumber("1_000")),
    ("true", .notANumber("true")), ("null", .notANumber("null")), ("'0.7", .notANumber("'0.7")),
    ("1e400", .tooLarge("1e400")), ("-1e309", .tooLarge("-1e309")),
    ("1e-400", .tooSmall("1e-400")),
    // Beyond half of the least double, but not any more once rounded to 17 digits.
    ("2.47032822920623273e-324", .tooSmall("2.47032822920623273e-324")),
    (String(repeating: "9", count: 401), .tooLong(bytes: 401)), ("0\0", .notANumber("0\0")),
  ])
  func `what is no decimal number is refused by its own name`(text: String, error: NumberError) {
    #expect(throws: error) { try DecimalText(parsing: text) }
    #expect(!error.what.isEmpty && !error.remedy.isEmpty && error.kind == .invalid)
  }

  @Test(arguments: ["0.70", "+1", "-0", "1e5", ".5", "00", "1.0", "0.00000001", "1E21", " 1"])
  func `a stored value has to be canonical`(value: String) {
    #expect(throws: NumberError.self) { try DecimalText(text: "x", value: value) }
  }

  @Test func `the byte reader agrees with the standard library to the last bit`() throws {
    let seed: UInt64 = 0xA06E
    var random = SplitMix64(seed: seed)
    for round in 0..<100_000 {
      let text = random.decimal()
      let expected = try #require(Double(text), "seed \(seed), round \(round): \(text)")
      let bytes = Array(text.utf8)
      let read = bytes.withUnsafeBufferPointer { try? DecimalText.parseBytes($0) }
      let isZero = !text.prefix { $0 != "e" }.contains { ("1"..."9").contains($0) }
      if expected.isInfinite || (expected == 0 && !isZero) {
        #expect(read == nil, "seed \(seed), round \(round): \(text)")
      } else if read?.bitPattern != expected.bitPattern {
        Issue.record("seed \(seed), round \(round): \(text) gave \(String(describing: read))")
      }
    }
  }

  @Test func `a canonical value reads as itself`() throws {
    let seed: UInt64 = 0xCA40
    var random = SplitMix64(seed: seed)
    for round in 0..<50_000 {
      let text = random.decimal()
      guard let number = try? DecimalText(parsing: text) else { continue }
      let again = try DecimalText(parsing: number.value)
      let sameValue = again.value == number.value && again.double == number.double
      let figures = number.value.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
      let isShort = number.value.contains(".") ? figures.count <= 17 : figures.count <= 21
      let isNear = abs(number.double - (Double(text) ?? .nan)) <= number.double.ulp
      if !sameValue || !isShort || !isNear {
        Issue.record("seed \(seed), round \(round): \(text) gave \(number.value)")
      }
      _ = try DecimalText(text: text, value: number.value)
    }
  }

  @Test func `random bytes are refused or read as the standard library reads them`() {
    let seed: UInt64 = 0xB17E
    var random = SplitMix64(seed: seed)
    let letters = Array("0123456789.eE+-,% xnai\u{E9}".utf8)
    for round in 0..<50_000 {
      let bytes = (0..<Int(random.next() % 12)).map { _ in
        letters[Int(random.next() % UInt64(letters.count))]
      }
      let read = bytes.withUnsafeBufferPointer { try? DecimalText.parseBytes($0) }
      guard let read else { continue }
      if Double(String(decoding: bytes, as: UTF8.self))?.bitPattern != read.bitPattern {
        Issue.record("seed \(seed), round \(round): \(bytes) gave \(read)")
      }
    }
  }
}

extension SplitMix64 {
  /// Plain fractions, shortest forms of random doubles, and long digits with wild exponents.
  fileprivate mutating func decimal() -> String {
    switch next() % 4 {
    case 0: return "\(Double(next() >> 11) * 0x1p-53)"
    case 1:
      let double = Double(bitPattern: next())
      return double.isFinite ? "\(double)".replacing("inf", with: "") : "0.5"
    case 2: return "0." + digits(1 + Int(next() % 20))
    default:
      let sign = ["", "-", "+"][Int(next() % 3)]
      let whole = digits(1 + Int(next() % 25))
      let fraction = next() % 2 == 0 ? "" : "." + digits(1 + Int(next() % 25))
      return "\(sign)\(whole)\(fraction)e\(Int(next() % 700) - 350)"
    }
  }

  fileprivate mutating func digits(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8(48 + next() % 10) }, as: UTF8.self)
  }
}
