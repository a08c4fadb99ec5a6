internal import Augury

/// Lists within one cell: items between semicolons, with a backslash before what is to be taken
/// as it stands.
enum AuguryCSVList {
  private static let semicolon = UInt8(ascii: ";")
  private static let backslash = UInt8(ascii: "\\")
  private static let equals = UInt8(ascii: "=")
  private static let space = UInt8(ascii: " ")

  /// An item, and what follows its first equals sign where that is asked for.
  struct Item: Sendable {
    var name: String
    var value: String?
  }

  /// Returns the items without the spaces around them.
  static func items(_ bytes: some Sequence<UInt8>, splitting: Bool = false) -> [Item] {
    var items: [Item] = []
    var piece = Piece()
    var name: String?
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
        let isSpecial =
          byte == semicolon || byte == backslash || byte == equals || byte == space
        if !isSpecial { piece.append(backslash) }
        piece.append(byte)
      } else if byte == backslash {
        isEscaped = true
      } else if byte == semicolon {
        items.append(Self.item(name, &piece))
        name = nil
      } else if splitting, byte == equals, name == nil {
        name = piece.take()
      } else if byte == space {
        piece.appendSpace()
      } else {
        piece.append(byte)
      }
    }
    if isEscaped { piece.append(backslash) }
    items.append(Self.item(name, &piece))
    return items
  }

  private static func item(_ name: String?, _ piece: inout Piece) -> Item {
    guard let name else { return Item(name: piece.take(), value: nil) }
    return Item(name: name, value: piece.take())
  }

  /// Returns an item as a list holds it; a name also hides its equals signs.
  static func escaped(_ item: String, isName: Bool = false) -> String {
    var bytes: [UInt8] = []
    let source = Array(item.utf8)
    for (index, byte) in source.enumerated() {
      let isOuterSpace = byte == space && (index == 0 || index == source.count - 1)
      let isSpecial = byte == semicolon || byte == backslash || (isName && byte == equals)
      if isOuterSpace || isSpecial { bytes.append(backslash) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An item that is being read.
  private struct Piece {
    private var bytes: [UInt8] = []
    private var spaces = 0

    mutating func append(_ byte: UInt8) {
      bytes.append(contentsOf: repeatElement(AuguryCSVList.space, count: spaces))
      spaces = 0
      bytes.append(byte)
    }

    mutating func appendSpace() { if !bytes.isEmpty { spaces += 1 } }

    mutating func take() -> String {
      defer { self = Piece() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension AuguryCSVBytes {
  /// Returns the items of a list, each of which has content.
  func list(_ cell: Cell, _ column: Column) throws(Fault) -> [String] {
    guard !cell.isEmpty else { return [] }
    let items = withBytes(cell) { AuguryCSVList.items($0).map(\.name) }
    guard items.allSatisfy({ !$0.isEmpty }) else {
      throw fault(cell, column, .emptyItem(string(cell)))
    }
    return items
  }

  /// Returns the items of a list that names each of them once.
  func distinctList(_ cell: Cell, _ column: Column) throws(Fault) -> [String] {
    let items = try list(cell, column)
    var seen: Set<[UInt8]> = []
    for item in items where !seen.insert(Array(item.utf8)).inserted {
      throw fault(cell, column, .repeatedItem(item))
    }
    return items
  }

  /// Returns the venue and the relays that an address and a list of outlets tell of.
  func citations(url: Cell, via: Cell) throws(Fault) -> [Citation] {
    guard !via.isEmpty else {
      guard !url.isEmpty else { return [] }
      return [Citation(venue: try host(of: url), url: string(url))]
    }
    let items = withBytes(via) { AuguryCSVList.items($0, splitting: true) }
    guard items.allSatisfy({ !$0.name.isEmpty && $0.value != "" }) else {
      throw fault(via, .via, .emptyItem(string(via)))
    }
    var citations = items.map { Citation(venue: $0.name, url: $0.value) }
    guard let address = text(url) else { return citations }
    if let named = citations[0].url, named != address {
      throw fault(url, .url, .excludes(address, column: Column.via.name))
    }
    citations[0].url = address
    return citations
  }

  /// Checks what `citations` would read, at little cost where it is plain.
  func checkCitations(url: Cell, via: Cell) throws(Fault) {
    if via.isEmpty {
      if !url.isEmpty { _ = try host(of: url) }
      return
    }
    let isPlain = withBytes(via) { bytes in
      bytes.allSatisfy {
        $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "=")
          && $0 != UInt8(ascii: " ")
      }
    }
    if !isPlain { _ = try citations(url: url, via: via) }
  }

  /// Returns the host of an address, without user and port.
  private func host(of cell: Cell) throws(Fault) -> String {
    let host = withBytes(cell) { bytes -> String? in
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
        bytes[colon...].dropFirst().starts(with: [0x2F, 0x2F])
      else { return nil }
      let authority = bytes[(colon + 3)...].prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
      }
      let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
      let named = authority[start...]
      // A colon within brackets belongs to an IPv6 address.
      let end =
        named.first == UInt8(ascii: "[")
        ? named.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? named.endIndex
        : named.firstIndex(of: UInt8(ascii: ":")) ?? named.endIndex
      return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }
    guard let host else { throw fault(cell, .url, .noHost(string(cell))) }
    return host
  }
}
