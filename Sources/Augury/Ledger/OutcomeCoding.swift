// An outcome and what supports it, as resolutions and reviews hold them.

extension Outcome {
  /// Writes the members that stand before a record's `question`; ``through`` comes after it.
  func encode(into writer: inout CanonicalWriter) {
    switch self {
    case .happened(let day):
      writer.member("on", day?.description)
      writer.member("outcome", "happened")
    case .notSeen: writer.member("outcome", "not seen")
    case .cannotHappen: writer.member("outcome", "cannot happen")
    case .option(let option):
      writer.member("option", option)
      writer.member("outcome", "option")
    case .number(let number):
      writer.member("number", number)
      writer.member("outcome", "number")
    case .date(let day):
      writer.member("on", day.description)
      writer.member("outcome", "date")
    case .ambiguous: writer.member("outcome", "ambiguous")
    case .annulled: writer.member("outcome", "annulled")
    }
  }

  /// The day through which nothing was seen, where that is what was found.
  var through: CivilDate? {
    if case .notSeen(let through) = self { through } else { nil }
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    switch try reader.text("outcome") {
    case "happened": self = .happened(try reader.optionalDay("on"))
    case "not seen": self = .notSeen(through: try reader.day("through"))
    case "cannot happen": self = .cannotHappen
    case "option": self = .option(try reader.text("option"))
    case "number": self = .number(try reader.number("number"))
    case "date": self = .date(try reader.day("on"))
    case "ambiguous": self = .ambiguous
    case "annulled": self = .annulled
    default: throw .member("outcome")
    }
  }
}

extension Evidence {
  func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    switch self {
    case .url(let url): writer.member("url", url)
    case .document(let document):
      writer.member("document", document.sha256)
      writer.member("document_name", document.name)
    }
    writer.endObject()
  }

  init(_ value: JSONValue) throws(EntryError) {
    var reader = try RecordReader(value, "evidence")
    if let url = try reader.optionalText("url") {
      self = .url(url)
    } else if let document = try Document(&reader) {
      self = .document(document)
    } else {
      throw .member("evidence")
    }
    try reader.finish()
  }
}

extension CanonicalWriter {
  /// Writes what supports something, or nothing for an empty list.
  mutating func member(_ key: StaticString, _ evidence: [Evidence]) {
    guard !evidence.isEmpty else { return }
    member(key)
    beginArray()
    for item in evidence { item.encode(into: &self) }
    endArray()
  }
}

extension RecordReader {
  /// Reads the member `evidence`.
  mutating func evidence() throws(EntryError) -> [Evidence] {
    var evidence: [Evidence] = []
    for item in try array("evidence") { evidence.append(try Evidence(item)) }
    return evidence
  }
}
