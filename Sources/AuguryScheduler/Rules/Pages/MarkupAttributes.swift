/// The attributes of a tag.
enum MarkupAttributes {
  /// Returns the value of the first attribute of a name, given in lower case, with references read.
  static func value(_ name: String, in bytes: ArraySlice<UInt8>) -> String? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      while index < bytes.endIndex, bytes[index].isAttributePart { index += 1 }
      let found = bytes[start..<index].map(\.lower)
      skipSpace(bytes, &index)
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else {
        if index == start { index += 1 }
        continue
      }
      index += 1
      skipSpace(bytes, &index)
      let value = value(bytes, &index)
      if found.elementsEqual(name.utf8) {
        var text: [UInt8] = []
        CharacterReference.decode(value, into: &text)
        return String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }

  /// Passes a value, in quotes or up to the next space, and returns it.
  private static func value(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> ArraySlice<UInt8> {
    guard index < bytes.endIndex else { return [] }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = bytes[index...].prefix { !$0.isSpace }
      index = value.endIndex
      return value
    }
    let value = bytes[(index + 1)...].prefix { $0 != quote }
    index = min(bytes.endIndex, value.endIndex + 1)
    return value
  }

  private static func skipSpace(_ bytes: ArraySlice<UInt8>, _ index: inout Int) {
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
  }
}

extension UInt8 {
  fileprivate var isAttributePart: Bool {
    !isSpace && self != UInt8(ascii: "=") && self != UInt8(ascii: "/")
  }
}
