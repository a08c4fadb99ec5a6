/// An element of a page, read as strictly as XML is.
struct MarkupNode {
  /// Why a text is no well-formed page.
  enum Fault: Error {
    case at(Int, String)
  }

  var tag = ""
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []
  /// The text in it and in all that it holds.
  var text = ""

  /// Reads a whole page.
  init(reading page: String) throws {
    var reader = MarkupReader(bytes: Array(page.utf8))
    self = try reader.page()
  }

  init() {}

  /// The element and all in it, in the order of the page.
  var all: [MarkupNode] { [self] + children.flatMap(\.all) }

  /// All elements of a kind.
  func all(_ tag: String) -> [MarkupNode] { all.filter { $0.tag == tag } }

  /// All elements of a class.
  func all(class name: String) -> [MarkupNode] {
    all.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == name } }
  }
}

/// Reads markup byte by byte and takes nothing that XML forbids.
private struct MarkupReader {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func page() throws -> MarkupNode {
    try take("<!DOCTYPE html>\n")
    let root = try element()
    try take("\n")
    guard place == bytes.count else { throw fault("text after the root") }
    return root
  }

  private mutating func element() throws -> MarkupNode {
    var node = MarkupNode()
    try take("<")
    node.tag = try name()
    while peek() == UInt8(ascii: " ") {
      place += 1
      let key = try name()
      try take("=\"")
      guard node.attributes.updateValue(try text(until: "\""), forKey: key) == nil else {
        throw fault("\(key) twice")
      }
      try take("\"")
    }
    if peek() == UInt8(ascii: "/") {
      try take("/>")
      return node
    }
    try take(">")
    while true {
      node.text += try text(until: "<")
      guard bytes.indices.contains(place + 1) else { throw fault("\(node.tag) is not closed") }
      if bytes[place + 1] == UInt8(ascii: "/") { break }
      node.children.append(try element())
      node.text += node.children.last?.text ?? ""
    }
    try take("</\(node.tag)>")
    return node
  }

  /// Reads text with its references up to a character, or to the end.
  private mutating func text(until end: Character) throws -> String {
    var output: [UInt8] = []
    while let byte = peek(), byte != end.asciiValue {
      guard byte != UInt8(ascii: "<") else { throw fault("a bare <") }
      place += 1
      if byte == UInt8(ascii: "&") { output += try reference() } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func reference() throws -> [UInt8] {
    let known = [
      "amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'", "#96;": "`",
    ]
    for (name, value) in known where bytes[place...].starts(with: name.utf8) {
      place += name.utf8.count
      return Array(value.utf8)
    }
    throw fault("a bare &")
  }

  private mutating func name() throws -> String {
    let start = place
    while let byte = peek(),
      Character(Unicode.Scalar(byte)).isLetter || byte == 0x2D
        || (0x30...0x39).contains(byte)
    { place += 1 }
    guard place > start else { throw fault("a name is wanted") }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func take(_ wanted: String) throws {
    guard bytes[place...].starts(with: wanted.utf8) else { throw fault("\(wanted) is wanted") }
    place += wanted.utf8.count
  }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func fault(_ what: String) -> MarkupNode.Fault {
    .at(place, what + " at: " + String(decoding: bytes[place...].prefix(60), as: UTF8.self))
  }
}
