import Augury
import Foundation
import TestSupport
import Testing

struct CanonicalJSONTests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
  }

  @Test func `the files of RFC 8785 come out byte for byte`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let names = try IntegrityVectors.names(in: "jcs/input")
    #expect(names.count == 4)
    for name in names {
      let value = try JSONValue(parsing: try IntegrityVectors.bytes("jcs/input/\(name)"))
      #expect(value.canonicalBytes() == (try IntegrityVectors.bytes("jcs/output/\(name)")))
      let textName = name.replacingOccurrences(of: ".json", with: ".txt")
      let expected = try IntegrityVectors.lines("jcs/outhex/\(textName)").joined(separator: " ")
      #expect(hex(value.canonicalBytes()) == expected.filter { $0 != " " })
    }
  }

  @Test func `doubles are written as ECMAScript writes them`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    let lines = try IntegrityVectors.lines("jcs/numbers.txt")
    #expect(lines.count == 5_000)
    for line in lines {
      let parts = line.split(separator: ",")
      let bits = try #require(UInt64(parts[0], radix: 16))
      let text = String(
        decoding: JSONValue.number(Double(bitPattern: bits)).canonicalBytes(), as: UTF8.self)
      #expect(text == parts[1], "\(parts[0])")
    }
  }

  @Test func `random objects come out as two other implementations write them`() throws {
    guard IntegrityVectors.areAtHand() else { return }
    struct Case: Decodable {
      var inputJson: String
      var jcsHex: String
    }
    let cases = try IntegrityVectors.decode(Case.self, linesOf: "jcs/random_objects.jsonl")
    #expect(cases.count == 300)
    for item in cases {
      let value = try JSONValue(parsing: Array(item.inputJson.utf8))
      #expect(hex(value.canonicalBytes()) == item.jcsHex, "\(item.inputJson)")
    }
  }

  @Test func `every layout of a number has its text`() {
    let table: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (100, "100"), (123.456, "123.456"),
      (1e20, "100000000000000000000"), (123_456_789_012_345_683_968, "123456789012345680000"),
      (1e21, "1e+21"), (1.5e21, "1.5e+21"), (0.000001, "0.000001"), (1.5e-6, "0.0000015"),
      (1e-7, "1e-7"), (-1.25e-7, "-1.25e-7"), (.leastNonzeroMagnitude, "5e-324"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
      (9_007_199_254_740_992, "9007199254740992"),
      (.nan, "null"), (.infinity, "null"),
    ]
    for (value, text) in table {
      #expect(JSONValue.number(value).canonicalBytes() == Array(text.utf8), "\(value)")
    }
    for (value, text) in [
      (0, "0"), (-7, "-7"), (10, "10"), (9_007_199_254_740_991, "9007199254740991"),
      (.max, "9223372036854776000"), (.min, "-9223372036854776000"),
    ] as [(Int64, String)] {
      #expect(JSONValue.integer(value).canonicalBytes() == Array(text.utf8), "\(value)")
    }
  }

  @Test func `names are put in the order of UTF-16`() throws {
    let text = #"{"\uffff":1,"\ue000":2,"😀":3,"z":4,"":5,"é":6,"zz":7}"#
    let value = try JSONValue(parsing: Array(text.utf8))
    let expected = "{\"\":5,\"z\":4,\"zz\":7,\"é\":6,\"😀\":3,\"\u{E000}\":2,\"\u{FFFF}\":1}"
    #expect(value.canonicalBytes() == Array(expected.utf8))
  }

  @Test func `only what JSON forbids is escaped, in the shortest way`() {
    let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}\u{2028}é😀 and more than eight"
    let expected =
      #""\u0000\b\t\n\u000b\f\r\u001f\"\\/"# + "\u{7F}\u{2028}é😀 and more than eight\""
    #expect(JSONValue.string(text).canonicalBytes() == Array(expected.utf8))
  }

  @Test func `what was written reads back the same`() throws {
    let seed: UInt64 = 21
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let value = random.json(depth: 4)
      let bytes = value.canonicalBytes()
      let again = try JSONValue(parsing: bytes)
      #expect(sameJSON(again, value), "seed \(seed), \(String(decoding: bytes, as: UTF8.self))")
      #expect(again.canonicalBytes() == bytes, "seed \(seed)")
    }
  }
}
