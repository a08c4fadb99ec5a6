/// JSON text, written value by value.
struct JSONWriter {
  let isPretty: Bool
  private var output: [UInt8] = []
  private var depth = 0

  /// The text written so far.
  var text: String { String(decoding: output, as: UTF8.self) }

  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  mutating func write(_ value: JSONOutput) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .int(let number): append(String(number))
    case .double(let number): append(number.isFinite ? number.description : "null")
    case .string(let text): write(text)
    case .array(let elements):
      write(elements, between: "[", and: "]") { $0.write($1) }
    case .object(let members):
      write(members, between: "{", and: "}") { writer, member in
        writer.write(member.0)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element], between opening: String, and closing: String,
    each body: (inout JSONWriter, Element) -> Void
  ) {
    append(opening)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      startLine()
      body(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { startLine() }
    append(closing)
  }

  private mutating func startLine() {
    guard isPretty else { return }
    append("\n" + String(repeating: "  ", count: depth))
  }

  private mutating func write(_ text: String) {
    output.append(0x22)
    if !appendPlain(text) {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    output.append(0x22)
  }

  /// Appends a text in which nothing is to be escaped, and returns whether it is one.
  private mutating func appendPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let isPlain = bytes.allSatisfy { $0 &- 0x20 < 0x5F && $0 != 0x22 && $0 != 0x5C }
      if isPlain { output.append(contentsOf: bytes) }
      return isPlain
    }
  }

  /// Escapes what JSON demands and what would be unsafe on a terminal, should it land there raw.
  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{200D}": output.append(contentsOf: scalar.utf8)
    case " "..."~": output.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where scalar.isUnsafe || scalar.properties.isDefaultIgnorableCodePoint:
      for unit in String(scalar).utf16 { writeEscape(unit) }
    default: output.append(contentsOf: scalar.utf8)
    }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  private mutating func writeEscape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
