extension Reading {
  /// Writes the member `reading`.
  func encode(into writer: inout CanonicalWriter) {
    writer.member("reading")
    encodeValue(into: &writer)
  }

  private func encodeValue(into writer: inout CanonicalWriter) {
    writer.beginObject()
    if let chance {
      writer.member("chance")
      chance.encode(into: &writer)
    }
    if let horizon {
      writer.member("horizon")
      horizon.encode(into: &writer)
    }
    writer.endObject()
  }

  /// The reading as one line of canonical JSON, the same as in a record.
  public var json: String {
    var writer = CanonicalWriter(reserving: 512)
    encodeValue(into: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads a reading from a line of JSON.
  ///
  /// - Throws: ``EntryError`` when it is none.
  public init?(json: String) throws(EntryError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: Array(json.utf8))
    } catch {
      throw .notJSON(error)
    }
    try self.init(value)
  }

  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "reading")
    let chance = try ReadChance(reader.value("chance"))
    let horizon = try ReadHorizon(reader.value("horizon"))
    try reader.finish()
    guard chance != nil || horizon != nil else { throw .member("reading") }
    self.init(chance: chance, horizon: horizon)
  }
}

extension ReadChance {
  func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    if let meaning {
      writer.member("high", decimal: meaning.high)
      writer.member("high_open", flag: meaning.highIsOpen)
    }
    writer.member("kind", kind.rawValue)
    if let meaning {
      writer.member("low", decimal: meaning.low)
      writer.member("low_open", flag: meaning.lowIsOpen)
      writer.member("mean", decimal: meaning.mean)
    }
    writer.member("row", row)
    writer.member("rules", list: rules)
    writer.member("table", table?.id)
    if let meaning { writer.member("variance", decimal: meaning.variance) }
    writer.member("version", table?.version)
    writer.member("words", words)
    writer.endObject()
  }

  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "chance")
    let kind = try reader.choice("kind", ChanceReading.Kind.self)
    var table: LexiconReference?
    if let id = try reader.optionalText("table") {
      table = LexiconReference(id: id, version: try reader.text("version"))
    }
    self.init(
      kind: kind, words: try reader.text("words"), meaning: try ChanceMeaning(&reader),
      table: table, row: try reader.optionalText("row"), rules: try reader.texts("rules"))
    try reader.finish()
  }
}

extension ChanceMeaning {
  fileprivate init?(_ reader: inout RecordReader) throws(EntryError) {
    guard let low = try reader.decimal("low") else { return nil }
    guard let high = try reader.decimal("high"), let mean = try reader.decimal("mean"),
      let variance = try reader.decimal("variance"), 0 <= low, low <= high, high <= 1,
      (0...1).contains(mean), (0...0.25).contains(variance)
    else { throw .member("mean") }
    self.init(
      low: low, high: high, lowIsOpen: try reader.flag("low_open"),
      highIsOpen: try reader.flag("high_open"), mean: mean, variance: variance)
  }
}

extension ReadHorizon {
  func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    writer.member("edtf", edtf)
    writer.member("kind", kind.rawValue)
    writer.member("reason", reason)
    writer.member("rules", list: rules)
    writer.member("version", version)
    window?.encode(into: &writer)
    writer.member("words", words)
    writer.endObject()
  }

  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "horizon")
    self.init(
      kind: try reader.choice("kind", HorizonReading.Kind.self), words: try reader.text("words"),
      window: try Window(reader.value("window")), edtf: try reader.optionalText("edtf"),
      reason: try reader.optionalText("reason"), rules: try reader.texts("rules"),
      version: try reader.integer("version"))
    try reader.finish()
    guard (kind == .unfalsifiable) == (window == nil) else { throw .member("window") }
  }
}

extension Scale {
  func encode(into writer: inout CanonicalWriter) {
    if case .file(let text) = table { writer.member("lexicon", text) }
    writer.member("source", source)
    if case .named(let name) = table { writer.member("table", name) }
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    let table: Table
    if let name = try reader.optionalText("table") {
      table = .named(name)
    } else if let text = try reader.optionalText("lexicon") {
      table = .file(text)
    } else {
      table = .none
    }
    self.init(source: try reader.id("source", .source), table: table)
  }
}

extension CanonicalWriter {
  /// Writes a number as the text of its shortest decimal, since records hold no floats.
  fileprivate mutating func member(_ key: StaticString, decimal: Double) {
    member(key, (try? DecimalText(parsing: "\(decimal)"))?.value ?? "0")
  }
}

extension RecordReader {
  fileprivate mutating func decimal(_ name: String) throws(EntryError) -> Double? {
    guard let text = try optionalText(name) else { return nil }
    guard let number = try? DecimalText(text: text, value: text) else { throw .member(name) }
    return number.double
  }
}
