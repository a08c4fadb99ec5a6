extension JSONParser {
  /// Reads a string; the byte at hand is its opening quote.
  mutating func string() throws(JSONError) -> String {
    offset &+= 1
    let start = offset
    skipPlainText()
    guard peek() == UInt8(ascii: "\"") else { return try escapedString(from: start) }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    let text: String
    do {
      text = try JSONText.string(plain)
    } catch {
      throw fault(JSONError.invalidUTF8, at: start + error.byteOffsets.lowerBound)
    }
    offset &+= 1
    return text
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    scratch.removeAll(keepingCapacity: true)
    var plainStart = start
    while true {
      scratch.append(contentsOf: bytes[plainStart..<offset])
      guard offset < bytes.count else { throw unexpected() }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let text = try unescapedString(from: start)
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        try escape()
      case let byte:
        let place = place(of: offset)
        throw .controlCharacter(byte, line: place.line, column: place.column)
      }
      plainStart = offset
      skipPlainText()
    }
  }

  @inline(__always)
  private mutating func skipPlainText() {
    offset = JSONText.endOfPlainText(in: UnsafeRawBufferPointer(bytes), from: offset)
  }

  /// Escapes are ASCII and give whole scalars, so a fault in the text as written, where it has a
  /// place, is the fault in the text as meant.
  private func unescapedString(from start: Int) throws(JSONError) -> String {
    do {
      let written = UnsafeBufferPointer(rebasing: bytes[start..<offset])
      _ = try UTF8Span(validating: written.span)
      return String(copying: try UTF8Span(validating: scratch.span))
    } catch {
      throw fault(JSONError.invalidUTF8, at: start + error.byteOffsets.lowerBound)
    }
  }

  private mutating func escape() throws(JSONError) {
    guard offset + 1 < bytes.count else { throw fault(JSONError.unexpectedEnd, at: bytes.count) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "u"): return try unicodeEscape()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      scratch.append(bytes[offset + 1])
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    default: throw fault(JSONError.invalidEscape, at: offset)
    }
    offset += 2
  }

  private mutating func unicodeEscape() throws(JSONError) {
    let start = offset
    var code = try fourHexDigits()
    if (0xD800...0xDBFF).contains(code), peek() == UInt8(ascii: "\\"), offset + 1 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      let low = try fourHexDigits()
      guard (0xDC00...0xDFFF).contains(low) else { throw fault(JSONError.loneSurrogate, at: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw fault(JSONError.loneSurrogate, at: start)
    }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Reads the digits of the `\u` escape at hand.
  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    let start = offset
    offset += 2
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw unexpected() }
      switch bytes[offset] {
      case let byte where (0x30...0x39).contains(byte): code = code << 4 | UInt32(byte - 0x30)
      case let byte where (0x41...0x46).contains(byte): code = code << 4 | UInt32(byte - 0x37)
      case let byte where (0x61...0x66).contains(byte): code = code << 4 | UInt32(byte - 0x57)
      default: throw fault(JSONError.invalidEscape, at: start)
      }
      offset += 1
    }
    return code
  }
}
