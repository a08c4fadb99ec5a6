/// The items of a feed, read as far as they can be: nothing in a feed makes this fail.
struct FeedReader {
  private static let roots: Set<String> = ["rss", "feed", "rdf:rdf"]
  private static let texts: Set<String> = [
    "title", "description", "summary", "content", "content:encoded",
  ]
  private static let dates: Set<String> = [
    "pubdate", "published", "updated", "dc:date", "date",
  ]

  private var scanner: MarkupScanner
  private var items: [FeedItem] = []
  /// The item that is read, the name it goes by, and how deep in it the scanner is.
  private var item: FeedItem?
  private var name = ""
  private var depth = 0
  /// The part of the item that is read, and what it holds so far.
  private var field = ""
  private var content: [UInt8] = []

  /// Returns the items of a feed in their order; nothing when a text is no feed.
  static func items(of text: String) -> [FeedItem]? {
    var reader = FeedReader(scanner: MarkupScanner(Array(text.utf8), isXML: true))
    guard reader.hasRoot() else { return nil }
    reader.read()
    return reader.items
  }

  private init(scanner: MarkupScanner) { self.scanner = scanner }

  /// Passes all before the first tag, and tells whether that is the tag of a feed.
  private mutating func hasRoot() -> Bool {
    while let piece = scanner.next() {
      if case .open(let name, _, _) = piece { return FeedReader.roots.contains(name) }
    }
    return false
  }

  private mutating func read() {
    while let piece = scanner.next() {
      switch piece {
      case .open(let name, let attributes, let isClosed):
        open(name, scanner.bytes[attributes], isClosed: isClosed)
      case .close(let name): close(name)
      case .text(let range):
        if !field.isEmpty { CharacterReference.decode(scanner.bytes[range], into: &content) }
      case .literal(let range): if !field.isEmpty { content += scanner.bytes[range] }
      }
    }
    finish()
  }

  private mutating func open(_ name: String, _ attributes: ArraySlice<UInt8>, isClosed: Bool) {
    if name == "item" || name == "entry" {
      finish()
      (item, self.name, depth) = (isClosed ? nil : FeedItem(), name, 0)
      return
    }
    guard item != nil else { return }
    if depth == 0 {
      if name == "link" { follow(attributes) }
      (field, content) = (isClosed ? "" : name, [])
    } else {
      // Markup in the text is read with the text.
      content += Array("<\(name)>".utf8)
    }
    if !isClosed { depth += 1 }
  }

  private mutating func close(_ name: String) {
    guard item != nil else { return }
    guard name != self.name else { return finish() }
    depth = max(0, depth - 1)
    if depth == 0 || name == field { endField() } else { content += Array("</\(name)>".utf8) }
  }

  /// Takes the address of Atom's `<link href="…">`, if it is that of the item itself.
  private mutating func follow(_ attributes: ArraySlice<UInt8>) {
    guard item?.link == nil, let address = MarkupAttributes.value("href", in: attributes),
      MarkupAttributes.value("rel", in: attributes) ?? "alternate" == "alternate"
    else { return }
    item?.link = address
  }

  private mutating func endField() {
    defer { (field, content, depth) = ("", [], 0) }
    let text = PageText.tidied(content)
    guard !text.isEmpty else { return }
    if FeedReader.texts.contains(field) {
      let blocks = PageText.blocks(of: text)
      if field == "title" { item?.title = blocks.joined(separator: " ") }
      item?.blocks += blocks
    } else if FeedReader.dates.contains(field), item?.date == nil || field != "updated" {
      item?.date = text
    } else if field == "link", item?.link == nil {
      item?.link = text
    }
  }

  private mutating func finish() {
    if item != nil, !field.isEmpty { endField() }
    if let item { items.append(item) }
    (item, field, content, depth) = (nil, "", [], 0)
  }
}
