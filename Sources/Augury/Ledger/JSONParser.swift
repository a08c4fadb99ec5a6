/// A strict reader of JSON: recursive descent over bytes that stay where they are.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  var offset = 0
  var depth = 0
  /// Holds a string while its escapes are undone; kept from one string to the next.
  var scratch: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(JSONError) -> JSONValue {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw .byteOrderMark(line: 1, column: 1)
    }
    skipSpace()
    let value = try value()
    skipSpace()
    guard offset == bytes.count else {
      let place = place(of: offset)
      throw .trailingByte(bytes[offset], line: place.line, column: place.column)
    }
    return value
  }

  mutating func value() throws(JSONError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw unexpected()
    }
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard peek() == text.utf8Start[index] else { throw unexpected() }
      offset += 1
    }
    return value
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try open()
    var elements: [JSONValue] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        elements.append(try value())
        skipSpace()
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    }
    depth -= 1
    return .array(elements)
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try open()
    var members: [JSONObject.Member] = []
    if !take(UInt8(ascii: "}")) {
      members.reserveCapacity(8)
      var seen: Set<JSONKey> = []
      repeat {
        skipSpace()
        let start = offset
        guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
        let key = try string()
        guard Self.isNew(key, among: members, &seen) else {
          let place = place(of: start)
          throw .duplicateKey(key, line: place.line, column: place.column)
        }
        skipSpace()
        try expect(UInt8(ascii: ":"))
        skipSpace()
        members.append(JSONObject.Member(key: key, value: try value()))
        skipSpace()
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    }
    depth -= 1
    return .object(JSONObject(members: members))
  }

  /// Compares one by one while members are few, since that needs no memory; then by hash, so that
  /// a huge object costs linear time.
  private static func isNew(
    _ key: String, among members: [JSONObject.Member], _ seen: inout Set<JSONKey>
  ) -> Bool {
    if members.count < 24 {
      for member in members where JSONKey.same(member.key, key) { return false }
      return true
    }
    if seen.isEmpty { seen = Set(members.lazy.map { JSONKey(text: $0.key) }) }
    return seen.insert(JSONKey(text: key)).inserted
  }

  private mutating func open() throws(JSONError) {
    depth += 1
    guard depth <= maximumDepth else {
      let place = place(of: offset)
      throw .tooDeep(limit: maximumDepth, line: place.line, column: place.column)
    }
    offset += 1
    skipSpace()
  }
}

extension JSONParser {
  /// Returns the byte at hand; at the end a zero, which the grammar has no place for either.
  @inline(__always)
  func peek() -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset &+= 1
    return true
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard take(byte) else { throw unexpected() }
  }

  @inline(__always)
  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
      default: return
      }
    }
  }

  func unexpected() -> JSONError {
    guard offset < bytes.count else { return fault(JSONError.unexpectedEnd, at: offset) }
    let place = place(of: offset)
    return .unexpectedByte(bytes[offset], line: place.line, column: place.column)
  }

  func fault(_ kind: (Int, Int) -> JSONError, at offset: Int) -> JSONError {
    let place = place(of: offset)
    return kind(place.line, place.column)
  }

  func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, offset - start + 1)
  }
}
