/// A writer of RFC 8785 bytes that keeps its memory from one record to the next.
///
/// It puts commas and escapes; that names ascend by UTF-16 code units, and that begin and end
/// match, is the caller's part (checked in debug builds only).
///
/// ```swift
/// writer.beginObject()
/// writer.member("kind", "forecast")
/// writer.member("seq", 7)
/// writer.endObject()
/// ```
public struct CanonicalWriter: Sendable {
  /// What has been written since the last reset.
  public private(set) var bytes: [UInt8] = []
  /// What is open, outermost first; filled in debug builds only.
  private var levels: [Level] = []

  /// Creates a writer with room for so many bytes.
  public init(reserving capacity: Int = 0) {
    bytes.reserveCapacity(max(capacity, 0))
  }

  /// Forgets what was written and keeps the memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
  }

  /// Opens an object as the next value.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    assert(enter(.object(lastKey: nil)), "a level could not be entered")
  }

  /// Closes the innermost object.
  public mutating func endObject() {
    assert(leaveObject(), "the innermost open value is no object")
    bytes.append(UInt8(ascii: "}"))
  }

  /// Opens an array as the next value.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    assert(enter(.array), "a level could not be entered")
  }

  /// Closes the innermost array.
  public mutating func endArray() {
    assert(leaveArray(), "the innermost open value is no array")
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a member's name, one that needs no escapes; its value is what is written next.
  public mutating func member(_ key: StaticString) {
    key.withUTF8Buffer { key in
      assert(note(key), "member names must ascend, inside an object")
      assert(JSONText.endOfPlainText(in: UnsafeRawBufferPointer(key), from: 0) == key.count)
      if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: key)
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
    }
  }

  /// Writes a member's name, given as UTF-8.
  mutating func member(utf8 key: UnsafeBufferPointer<UInt8>) {
    assert(note(key), "member names must ascend, inside an object")
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// Writes a string, given as well-formed UTF-8.
  public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
    assert(JSONText.isUTF8(text), "the text is not UTF-8")
    separate()
    appendQuoted(text)
  }

  /// Writes a whole number; beyond ±(2^53 − 1) the nearest double, the only numbers that RFC 8785
  /// knows.
  public mutating func integer(_ value: Int64) {
    separate()
    CanonicalNumber.append(value, to: &bytes)
  }

  /// Writes a double in its shortest form; `null` if it is not finite.
  public mutating func number(_ value: Double) {
    separate()
    CanonicalNumber.append(value, to: &bytes)
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes one value that is canonical JSON already; it is not checked.
  public mutating func raw(_ canonical: [UInt8]) {
    separate()
    bytes.append(contentsOf: canonical)
  }
}

extension CanonicalWriter {
  /// Writes a member that is a string.
  public mutating func member(_ key: StaticString, _ value: String) {
    member(key)
    string(value)
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ key: StaticString, _ value: Int64) {
    member(key)
    integer(value)
  }

  /// Writes a member that is `true` or `false`.
  public mutating func member(_ key: StaticString, _ value: Bool) {
    member(key)
    boolean(value)
  }

  /// Writes a member that is a string, and nothing for nil.
  public mutating func member(_ key: StaticString, _ value: String?) {
    if let value { member(key, value) }
  }
}

extension CanonicalWriter {
  /// Puts a comma unless the value is the first of its array, belongs to a name or stands alone.
  ///
  /// The last byte tells: a value never ends in one of these three.
  @inline(__always)
  private mutating func separate() {
    assert(mayWriteValue(), "a value needs a name inside an object, and one stands alone outside")
    switch bytes.last {
    case nil, UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let end = JSONText.endOfPlainText(in: UnsafeRawBufferPointer(text), from: start)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { break }
      appendEscape(text[end])
      start = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      let low = byte & 0x0F
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }
}

extension CanonicalWriter {
  private enum Level: Sendable {
    case array
    case object(lastKey: [UInt8]?)
  }

  private mutating func enter(_ level: Level) -> Bool {
    levels.append(level)
    return true
  }

  private mutating func leaveObject() -> Bool {
    if case .object = levels.popLast() { bytes.last != UInt8(ascii: ":") } else { false }
  }

  private mutating func leaveArray() -> Bool {
    if case .array = levels.popLast() { true } else { false }
  }

  private mutating func note(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .object(let lastKey) = levels.popLast(), bytes.last != UInt8(ascii: ":") else {
      return false
    }
    levels.append(.object(lastKey: Array(key)))
    return lastKey.map { CanonicalOrder.ascends($0, key) } ?? true
  }

  private func mayWriteValue() -> Bool {
    switch levels.last {
    case nil: bytes.isEmpty
    case .array: true
    case .object: bytes.last == UInt8(ascii: ":")
    }
  }
}
