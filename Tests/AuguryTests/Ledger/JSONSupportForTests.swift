import Augury
import Foundation
import TestSupport

/// The shared integrity vectors.
enum IntegrityVectors {
  /// Returns whether the vectors are at hand; if not, notes that the calling test did not run.
  static func areAtHand(for test: String = #function) -> Bool {
    let areAtHand = ReferenceData.url("vectors/integrity") != nil
    if !areAtHand { ReferenceData.skip(test.filter { !"`()".contains($0) }) }
    return areAtHand
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: try url(path)))
  }

  static func lines(_ path: String) throws -> [String] {
    String(decoding: try bytes(path), as: UTF8.self).lines
  }

  static func decode<Value: Decodable>(_ type: Value.Type, linesOf path: String) throws -> [Value] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try lines(path).map { try decoder.decode(type, from: Data($0.utf8)) }
  }

  static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: try url(path).path).sorted()
  }

  private static func url(_ path: String) throws -> URL {
    guard let url = ReferenceData.url("vectors/integrity/\(path)") else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: path])
    }
    return url
  }
}

extension SplitMix64 {
  private static let awkwardScalars = Array(
    "aZ09 \"\\/\u{0}\u{8}\t\n\u{C}\r\u{1F}\u{7F}éß\u{301}\u{D7FF}\u{E000}\u{FFFF}😀\u{10FFFF}"
      .unicodeScalars)

  mutating func awkwardText() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...20, using: &self) {
      if let scalar = Self.awkwardScalars.randomElement(using: &self) { text.append(scalar) }
    }
    return String(text)
  }

  mutating func finiteDouble() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite { return value }
    }
  }

  mutating func json(depth: Int) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &self) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &self))
    case 2: return .integer(Int64.random(in: -(1 << 53) + 1...(1 << 53) - 1, using: &self))
    case 3: return .number(finiteDouble())
    case 4, 5: return .string(awkwardText())
    case 6:
      let count = Int.random(in: 0...5, using: &self)
      return .array((0..<count).map { _ in json(depth: depth - 1) })
    default:
      var members: [JSONObject.Member] = []
      for index in 0..<Int.random(in: 0...6, using: &self) {
        members.append(.init(key: awkwardText() + "\(index)", value: json(depth: depth - 1)))
      }
      return .object(JSONObject(members: members.shuffled(using: &self)))
    }
  }
}

/// Whether two values are the same to JSON: members by name, numbers by value, text by bytes.
func sameJSON(_ left: JSONValue, _ right: JSONValue) -> Bool {
  switch (left, right) {
  case (.null, .null): true
  case (.boolean(let left), .boolean(let right)): left == right
  case (.integer(let left), .integer(let right)): left == right
  case (.number(let left), .number(let right)): left == right
  case (.integer(let left), .number(let right)), (.number(let right), .integer(let left)):
    Double(left) == right
  case (.string(let left), .string(let right)): Array(left.utf8) == Array(right.utf8)
  case (.array(let left), .array(let right)):
    left.count == right.count && zip(left, right).allSatisfy(sameJSON)
  case (.object(let left), .object(let right)):
    left.members.count == right.members.count
      && left.members.allSatisfy { member in
        right[member.key].map { sameJSON(member.value, $0) } ?? false
      }
  default: false
  }
}
