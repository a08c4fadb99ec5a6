extension Entry {
  /// Reads an entry from the bytes of its record.
  ///
  /// - Parameter record: The stored bytes.
  /// - Throws: ``EntryError`` when the bytes are not an entry, are of a newer version, or hold
  ///   anything that this version does not know; nothing is skipped.
  public init(record: [UInt8]) throws(EntryError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: record, limits: .large)
    } catch {
      throw .notJSON(error)
    }
    try self.init(value)
  }

  init(_ value: JSONValue) throws(EntryError) {
    var reader = try RecordReader(value, "record")
    let version = try reader.integer("v")
    guard version <= Entry.version else { throw .newerVersion(version) }
    guard version >= 1 else { throw .member("v") }
    seq = try reader.integer("seq")
    ledger = try reader.text("ledger")
    guard let instant = try? Instant(rfc3339: try reader.text("recorded_at")) else {
      throw .member("recorded_at")
    }
    recordedAt = instant
    author = try reader.text("author")
    guard let salt = Salt(hex: try reader.text("salt")) else { throw .member("salt") }
    self.salt = salt
    if let mark = try reader.optionalText("clock") {
      guard let clock = ClockMark(rawValue: mark) else { throw .member("clock") }
      self.clock = clock
    }
    let name = try reader.text("kind")
    guard let kind = EntryKind(name: name) else { throw .unknownKind(name) }
    guard case .object(let object)? = reader.value("body") else { throw .member("body") }
    body = try EntryBody(kind, object)
    try reader.finish()
  }
}

extension EntryBody {
  /// Reads the body of a record of a kind.
  ///
  /// - Throws: ``EntryError`` when a member is missing, malformed or unknown.
  public init(_ kind: EntryKind, _ object: JSONObject) throws(EntryError) {
    var reader = RecordReader(object)
    switch kind {
    case .ledger: self = .ledger(zone: try reader.text("zone"))
    case .source: self = .source(try Source(&reader))
    case .alias:
      self = .alias(source: try reader.id("source", .source), name: try reader.text("name"))
    case .question: self = .question(try Question(&reader))
    case .forecast: self = .forecast(try Forecast(&reader))
    case .resolution: self = .resolution(try Resolution(&reader))
    case .withdrawal:
      self = .withdrawal(
        Withdrawal(
          forecast: try reader.id("forecast", .forecast), said: try reader.time("said"),
          reason: try reader.optionalText("reason")))
    case .correction: self = .correction(try Correction(&reader))
    case .reading:
      self = .reading(
        Rereading(
          forecast: try reader.id("forecast", .forecast),
          reading: try Reading(reader.value("reading")),
          reason: try reader.optionalText("reason")))
    case .scale: self = .scale(try Scale(&reader))
    case .baseRate: self = .baseRate(try BaseRate(&reader))
    case .edition: self = .edition(try Edition(&reader))
    case .amendment: self = .amendment(try Amendment(&reader))
    case .tagging:
      self = .tagging(
        Tagging(
          question: try reader.id("question", .question), added: try reader.texts("added"),
          removed: try reader.texts("removed")))
    case .assignment:
      self = .assignment(
        question: try reader.id("question", .question), event: try reader.optionalText("event"))
    case .note: self = .note(try Note(&reader))
    case .schedule: self = .schedule(try Scheduling(&reader))
    case .snooze: self = .snooze(try Snooze(&reader))
    case .rule: self = .rule(try RuleChange(&reader))
    case .review: self = .review(try Review(&reader))
    case .merge:
      self = .merge(
        Merge(
          from: try reader.id("from", .source, .question),
          into: try reader.id("into", .source, .question)))
    case .retraction: self = .retraction(try Retraction(&reader))
    case .redaction:
      self = .redaction(
        Redaction(
          entry: try reader.integer("entry"), reason: try reader.optionalText("reason")))
    case .batch: self = .batch(try Batch(&reader))
    }
    try reader.finish()
  }
}

extension Source {
  init(_ reader: inout RecordReader) throws(EntryError) {
    self.init(
      id: try reader.id("id", .source), name: try reader.text("name"),
      kind: try reader.choice("kind", SourceKind.self))
  }
}

extension Question {
  init(_ reader: inout RecordReader) throws(EntryError) {
    let zone = try reader.optionalText("zone")
    let deadline = try reader.optionalDay("deadline").map { Deadline(day: $0, zone: zone) }
    self.init(
      id: try reader.id("id", .question), kind: try reader.choice("kind", QuestionKind.self),
      text: try reader.text("text"), criteria: try reader.optionalText("criteria"),
      deadline: deadline, options: try reader.texts("options"),
      unit: try reader.optionalText("unit"), event: try reader.optionalText("event"),
      tags: try reader.texts("tags"), origin: try Origin(&reader))
  }
}

extension Origin {
  init?(_ reader: inout RecordReader) throws(EntryError) {
    let key = try reader.optionalText("key")
    guard let system = try reader.optionalText("system") else {
      if key != nil { throw .member("system") }
      return nil
    }
    self.init(system: system, key: key)
  }
}

extension Correction {
  init(_ reader: inout RecordReader) throws(EntryError) {
    guard case .object(let changes)? = reader.value("changes") else { throw .member("changes") }
    self.init(
      subject: try reader.id("subject", .source, .question, .forecast), changes: changes,
      reason: try reader.optionalText("reason"))
  }
}

extension Amendment {
  init(_ reader: inout RecordReader) throws(EntryError) {
    let zone = try reader.optionalText("zone")
    self.init(
      question: try reader.id("question", .question), criteria: try reader.optionalText("criteria"),
      deadline: try reader.optionalDay("deadline").map { Deadline(day: $0, zone: zone) },
      reason: try reader.optionalText("reason"))
  }
}

extension Note {
  init(_ reader: inout RecordReader) throws(EntryError) {
    self.init(
      id: try reader.id("id", .note),
      subject: try reader.id("subject", .source, .question, .forecast, .resolution),
      role: try reader.choice("role", NoteRole.self), text: try reader.text("text"),
      by: try reader.optionalText("by"))
  }
}

extension Retraction {
  init(_ reader: inout RecordReader) throws(EntryError) {
    var ranges: [ClosedRange<Int64>] = []
    for item in try reader.array("entries") {
      guard case .array(let ends) = item, ends.count == 2, case .integer(let first) = ends[0],
        case .integer(let last) = ends[1], first <= last
      else { throw .member("entries") }
      ranges.append(first...last)
    }
    self.init(entries: ranges, reason: try reader.optionalText("reason"))
  }
}

extension Batch {
  init(_ reader: inout RecordReader) throws(EntryError) {
    var ledger: OriginLedger?
    if let value = reader.value("ledger") {
      var inner = try RecordReader(value, "ledger")
      ledger = OriginLedger(
        id: try inner.text("id"), size: try inner.integer("size"), root: try inner.text("root"))
      try inner.finish()
    }
    self.init(
      id: try reader.id("id", .batch), format: try reader.text("format"),
      name: try reader.text("name"), sha256: try reader.text("sha256"),
      count: try reader.integer("count"), ledger: ledger)
  }
}
