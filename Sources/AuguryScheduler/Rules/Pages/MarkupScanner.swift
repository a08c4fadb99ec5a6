/// Cuts HTML or XML into tags and text, in one pass over its bytes, whatever they hold.
///
/// Nothing is refused and nothing nests, so no page can take more than time in proportion to its
/// length. Comments, declarations and instructions are passed over; entities are left to
/// ``CharacterReference``.
struct MarkupScanner {
  /// A piece of the markup; ranges are of the bytes.
  enum Piece: Equatable {
    /// Text in which references stand for characters.
    case text(Range<Int>)
    /// Text as it is, from a CDATA section.
    case literal(Range<Int>)
    /// The beginning of an element, its name in lower case, and whether it ends at once.
    case open(String, attributes: Range<Int>, isClosed: Bool)
    /// The end of an element, its name in lower case.
    case close(String)
  }

  /// The elements of HTML whose content is not shown and is not markup.
  private static let hidden: Set<String> = [
    "script", "style", "template", "iframe", "noembed", "noframes", "noscript",
  ]

  /// The markup, as UTF-8.
  let bytes: [UInt8]
  /// Whether it is XML, where no content is hidden.
  let isXML: Bool
  private var place = 0

  /// Starts at the beginning of some markup.
  init(_ bytes: [UInt8], isXML: Bool) {
    self.bytes = bytes
    self.isXML = isXML
  }

  /// Returns the next piece; nothing at the end.
  mutating func next() -> Piece? {
    while place < bytes.count {
      guard startsTag(at: place) else { return text() }
      if let piece = tag() { return piece }
    }
    return nil
  }

  /// Whether what stands at a place is more than text: "<" and a letter, "/", "!" or "?".
  private func startsTag(at place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { return false }
    let next = bytes[place + 1]
    return next.isLetter
      || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(next)
  }

  private mutating func text() -> Piece {
    let start = place
    place += 1
    while place < bytes.count, !startsTag(at: place) { place += 1 }
    return .text(start..<place)
  }

  private mutating func tag() -> Piece? {
    switch bytes[place + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      skip(past: ">", from: place + 2)
      return nil
    case UInt8(ascii: "/"): return end()
    default: return start()
    }
  }

  private mutating func declaration() -> Piece? {
    if holds("<!--", at: place) {
      // "<!-->" is a whole comment.
      skip(past: "-->", from: place + 2)
      return nil
    }
    if isXML, holds("<![CDATA[", at: place) {
      let start = place + 9
      let end = first("]]>", from: start) ?? bytes.count
      place = min(bytes.count, end + 3)
      return .literal(start..<end)
    }
    skip(past: ">", from: place + 2)
    return nil
  }

  private mutating func end() -> Piece? {
    let start = place + 2
    guard start < bytes.count, bytes[start].isLetter else {
      skip(past: ">", from: start)
      return nil
    }
    let name = name(from: start)
    skip(past: ">", from: start + name.utf8.count)
    return .close(name)
  }

  private mutating func start() -> Piece {
    let name = name(from: place + 1)
    let start = place + 1 + name.utf8.count
    let end = tagEnd(from: start)
    let isClosed = end > start && bytes[end - 1] == UInt8(ascii: "/")
    place = min(bytes.count, end + 1)
    if !isXML, MarkupScanner.hidden.contains(name) { hide(name) }
    return .open(name, attributes: start..<end, isClosed: isClosed)
  }

  /// Returns where a tag ends: at the next ">" outside quotes.
  private func tagEnd(from start: Int) -> Int {
    var index = start
    var quote: UInt8?
    var isValue = false
    while index < bytes.count {
      let byte = bytes[index]
      switch (byte, quote) {
      case (_, byte?): quote = nil
      case (_, .some): break
      case (UInt8(ascii: ">"), nil): return index
      case (UInt8(ascii: "\""), nil) where isValue, (UInt8(ascii: "'"), nil) where isValue:
        quote = byte
      default: break
      }
      if quote == nil, !byte.isSpace { isValue = byte == UInt8(ascii: "=") }
      index += 1
    }
    return bytes.count
  }

  /// Passes over the content of a hidden element, up to its end or that of the page.
  private mutating func hide(_ name: String) {
    var index = place
    let bytesOfName = Array(name.utf8)
    while let found = first("</", from: index) {
      let end = found + 2 + bytesOfName.count
      if end <= bytes.count, zip(bytes[(found + 2)...], bytesOfName).allSatisfy({ $0.lower == $1 }),
        end == bytes.count || !bytes[end].isNamePart
      {
        place = found
        return
      }
      index = found + 2
    }
    place = bytes.count
  }

  /// Returns the name that begins at a place, in lower case.
  private func name(from start: Int) -> String {
    let name = bytes[start...].prefix { $0.isNamePart }
    return String(decoding: name.map(\.lower), as: UTF8.self)
  }

  private mutating func skip(past mark: StaticString, from start: Int) {
    place = first(mark, from: start).map { $0 + mark.utf8CodeUnitCount } ?? bytes.count
  }

  private func first(_ mark: StaticString, from start: Int) -> Int? {
    var index = start
    while index + mark.utf8CodeUnitCount <= bytes.count {
      if holds(mark, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func holds(_ mark: StaticString, at place: Int) -> Bool {
    mark.withUTF8Buffer { mark in
      place + mark.count <= bytes.count && mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
    }
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is white space of markup.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// The letter in lower case; any other byte as it is.
  var lower: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it may stand in the name of an element that goes on.
  ///
  /// Bytes beyond ASCII may not, so that a name stays as long in lower case.
  fileprivate var isNamePart: Bool {
    isLetter || self &- 0x30 <= 9
      || [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(self)
  }
}
