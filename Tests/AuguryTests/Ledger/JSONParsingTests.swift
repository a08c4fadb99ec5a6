import Augury
import Foundation
import TestSupport
import Testing

struct JSONParsingTests {
  private func parse(_ text: String, _ limits: JSONLimits = .standard) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), limits: limits)
  }

  private func fault(_ bytes: [UInt8], _ limits: JSONLimits = .standard) -> JSONError? {
    do {
      _ = try JSONValue(parsing: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func fault(_ text: String, _ limits: JSONLimits = .standard) -> JSONError? {
    fault(Array(text.utf8), limits)
  }

  @Test func `what must parse parses, what must not is refused, and nothing crashes`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let names = try IntegrityVectors.names(in: "json-parsing")
    #expect(names.count == 197)
    for name in names {
      let fault = fault(try IntegrityVectors.bytes("json-parsing/\(name)"))
      switch name {
      case "y_object_duplicated_key.json":
        #expect(fault == .duplicateKey("a", line: 1, column: 10))
      case _ where name.hasPrefix("y_"):
        #expect(fault == nil, "\(name)")
      case "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json",
        "i_number_too_big_neg_int.json", "i_number_very_big_negative_int.json",
        "i_number_too_big_pos_int.json":
        #expect(fault == nil, "\(name) is a number near a finite double")
      default:
        #expect(fault != nil, "\(name)")
      }
    }
  }

  @Test func `a value keeps its text, its order and its kinds of number`() throws {
    let value = try parse(#" { "b" : [ 1 , -2.5 , 1e2 , true , null ] , "a" : "x\u00e9\n/" } "#)
    guard case .object(let object) = value else {
      Issue.record("no object")
      return
    }
    #expect(object.members.map(\.key) == ["b", "a"])
    #expect(object["c"] == nil)
    let expected = JSONValue.array([
      .integer(1), .number(-2.5), .number(100), .boolean(true), .null,
    ])
    #expect(object["b"].map { sameJSON($0, expected) } == true)
    #expect(object["a"].map { sameJSON($0, .string("xé\n/")) } == true)
  }

  @Test func `whole numbers within 2^53 are integers and all others doubles`() throws {
    for (text, integer) in [
      ("0", 0), ("-0", 0), ("7", 7), ("9007199254740991", 9_007_199_254_740_991),
      ("-9007199254740991", -9_007_199_254_740_991),
    ] as [(String, Int64)] {
      guard case .integer(let value) = try parse(text) else {
        Issue.record("\(text) is no integer")
        continue
      }
      #expect(value == integer)
    }
    for (text, double) in [
      ("9007199254740992", 9_007_199_254_740_992), ("-9007199254740992", -9_007_199_254_740_992),
      ("1.0", 1), ("1e0", 1), ("0E-5", 0),
      ("12345678901234567890", 12_345_678_901_234_567_168),
      ("1e-400", 0), ("123456789012345678901234567890e-29", 1.2345678901234568),
    ] as [(String, Double)] {
      guard case .number(let value) = try parse(text) else {
        Issue.record("\(text) is no double")
        continue
      }
      #expect(value == double, "\(text)")
    }
  }

  @Test func `a decimal reads as the double that the standard library reads`() throws {
    let seed: UInt64 = 11
    var random = SplitMix64(seed: seed)
    for _ in 0..<5_000 {
      let whole = random.next() >> UInt64.random(in: 0...63, using: &random)
      let part = random.next() >> UInt64.random(in: 0...63, using: &random)
      let power = Int.random(in: -40...40, using: &random)
      for text in ["\(whole).\(part)e\(power)", "-\(whole)E\(power)", "\(whole).\(part)"] {
        guard case .number(let value) = try parse(text) else {
          Issue.record("\(text) is no double, seed \(seed)")
          continue
        }
        #expect(value == Double(text), "\(text), seed \(seed)")
      }
    }
  }

  @Test func `a fault has its line and its column in bytes`() {
    let table: [(String, JSONError)] = [
      ("", .unexpectedEnd(line: 1, column: 1)),
      ("  [1,\n  2", .unexpectedEnd(line: 2, column: 4)),
      ("\"abc", .unexpectedEnd(line: 1, column: 5)),
      ("\"abc\\", .unexpectedEnd(line: 1, column: 6)),
      ("\"abc\\u12", .unexpectedEnd(line: 1, column: 9)),
      ("tru", .unexpectedEnd(line: 1, column: 4)),
      ("NaN", .unexpectedByte(0x4E, line: 1, column: 1)),
      ("[1,]", .unexpectedByte(0x5D, line: 1, column: 4)),
      ("{\"é\":\n\n  ?}", .unexpectedByte(0x3F, line: 3, column: 3)),
      ("{a:1}", .unexpectedByte(0x61, line: 1, column: 2)),
      ("{\"é\" 1}", .unexpectedByte(0x31, line: 1, column: 7)),
      ("1 2", .trailingByte(0x32, line: 1, column: 3)),
      ("{}\r\n}", .trailingByte(0x7D, line: 2, column: 1)),
      ("\u{FEFF}{}", .byteOrderMark(line: 1, column: 1)),
      ("[\"a\tb\"]", .controlCharacter(0x09, line: 1, column: 4)),
      ("[\"a\u{0}b\"]", .controlCharacter(0x00, line: 1, column: 4)),
      ("\"\\x41\"", .invalidEscape(line: 1, column: 2)),
      ("\"a\\u00g0\"", .invalidEscape(line: 1, column: 3)),
      ("\"a\\uD800\"", .loneSurrogate(line: 1, column: 3)),
      ("\"a\\uD800\\n\"", .loneSurrogate(line: 1, column: 3)),
      ("\"a\\uD800\\u0041\"", .loneSurrogate(line: 1, column: 3)),
      ("\"a\\uDC00\\uD800\"", .loneSurrogate(line: 1, column: 3)),
      ("[01]", .malformedNumber(line: 1, column: 2)),
      ("-", .malformedNumber(line: 1, column: 1)),
      ("[-01]", .malformedNumber(line: 1, column: 2)),
      ("1.e1", .malformedNumber(line: 1, column: 1)),
      ("1e+", .malformedNumber(line: 1, column: 1)),
      ("[\n1e999]", .numberOutOfRange(line: 2, column: 1)),
      ("{\"a\":1,\n \"a\":1}", .duplicateKey("a", line: 2, column: 2)),
      ("{\"a\":1,\"\\u0061\":1}", .duplicateKey("a", line: 1, column: 8)),
    ]
    for (text, expected) in table {
      #expect(fault(text) == expected, "\(text.debugDescription)")
      #expect(expected.what.hasSuffix("."), "\(text.debugDescription)")
      #expect(expected.kind == .invalid)
      #expect(!expected.remedy.isEmpty)
    }
    #expect(
      fault("[1,]")?.what == "The JSON has ‘]’ where none may stand, at line 1, column 4.")
  }

  @Test func `a string that is not UTF-8 is refused at the first bad byte`() {
    let faults: [[UInt8]] = [
      [0x80], [0xC3], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xE2, 0x82], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xFF],
    ]
    for bad in faults {
      let plain = Array("\"aé😀".utf8) + bad + [0x22]
      #expect(fault(plain) == .invalidUTF8(line: 1, column: 9), "\(bad)")
      let escaped = Array("\"\\né\u{800}".utf8) + bad + Array("\\u00e9\"".utf8)
      #expect(fault(escaped) == .invalidUTF8(line: 1, column: 9), "\(bad)")
    }
  }

  @Test func `names are told apart by their bytes`() throws {
    let value = try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    guard case .object(let object) = value else {
      Issue.record("no object")
      return
    }
    #expect(object["\u{E9}"].map { sameJSON($0, .integer(1)) } == true)
    #expect(object["e\u{301}"].map { sameJSON($0, .integer(2)) } == true)
  }

  @Test func `a double name is found among many members`() {
    for count in [2, 23, 24, 25, 1_000] {
      let members = (0..<count).map { "\"k\($0)\":\($0)" }
      #expect(fault("{\(members.joined(separator: ","))}") == nil)
      for repeated in [0, count / 2, count - 1] {
        let text = "{\((members + ["\n\"k\(repeated)\":0"]).joined(separator: ","))}"
        #expect(fault(text) == .duplicateKey("k\(repeated)", line: 2, column: 1))
      }
    }
  }

  @Test func `limits hold to the byte and to the level`() {
    let limits = JSONLimits(depth: 3, bytes: 10)
    #expect(fault("[[{}]]", limits) == nil)
    #expect(fault("[[{\"\":[]", limits) == .tooDeep(limit: 3, line: 1, column: 7))
    #expect(fault("\"12345678\"", limits) == nil)
    #expect(fault("\"12345678\" ", limits) == .tooLarge(bytes: 11, limit: 10))
    #expect(JSONLimits(depth: 100_000).depth == 512)
    let nested = String(repeating: "[", count: 100_000)
    #expect(
      fault(nested, JSONLimits(depth: .max)) == .tooDeep(limit: 512, line: 1, column: 513))
    #expect(fault("1", JSONLimits(depth: -1, bytes: 1)) == nil)
  }

  @Test func `no proper prefix of an object parses`() throws {
    let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00é",true,false,null,{"b":{}}]}"#.utf8)
    #expect(fault(text) == nil)
    for count in text.indices {
      #expect(fault(Array(text[..<count])) != nil, "the first \(count) bytes")
    }
  }

  @Test func `changed bytes never crash, and what still parses has canonical bytes`() throws {
    let seed: UInt64 = 12
    var random = SplitMix64(seed: seed)
    for _ in 0..<3_000 {
      var bytes = random.json(depth: 3).canonicalBytes()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      let canonical = value.canonicalBytes()
      let again = try JSONValue(parsing: canonical)
      #expect(again.canonicalBytes() == canonical, "seed \(seed), \(bytes)")
    }
  }
}
