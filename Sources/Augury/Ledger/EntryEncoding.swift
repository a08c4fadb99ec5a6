extension Entry {
  /// Returns the exact bytes of the record: RFC 8785 canonical JSON.
  public func canonicalBytes() -> [UInt8] {
    var writer = CanonicalWriter(reserving: 512)
    encode(into: &writer)
    return writer.bytes
  }

  /// Writes the record in canonical form.
  public func encode(into writer: inout CanonicalWriter) {
    let frame = RecordFrame(ledger: ledger, recordedAt: recordedAt, author: author, clock: clock)
    frame.encode(body, seq: seq, salt: salt, into: &writer)
  }
}

/// What the records of one command share, ready to be written.
public struct RecordFrame: Sendable {
  private let author: [UInt8]
  private let ledger: [UInt8]
  private let recordedAt: [UInt8]
  private let clock: ClockMark?

  /// Creates the frame of records that are captured at one instant by one author.
  public init(ledger: String, recordedAt: Instant, author: String, clock: ClockMark?) {
    self.author = JSONValue.string(author).canonicalBytes()
    self.ledger = JSONValue.string(ledger).canonicalBytes()
    self.recordedAt = JSONValue.string(recordedAt.rfc3339).canonicalBytes()
    self.clock = clock
  }

  /// Writes a record in canonical form.
  public func encode(
    _ body: EntryBody, seq: Int64, salt: Salt, into writer: inout CanonicalWriter
  ) {
    encode(body.kind, seq: seq, salt: salt, into: &writer) { body.encode(into: &$0) }
  }

  /// Writes the record of a forecast in canonical form.
  public func encode(
    _ forecast: Forecast, seq: Int64, salt: Salt, into writer: inout CanonicalWriter
  ) {
    encode(.forecast, seq: seq, salt: salt, into: &writer) { writer in
      writer.beginObject()
      forecast.encode(into: &writer)
      writer.endObject()
    }
  }

  private func encode(
    _ kind: EntryKind, seq: Int64, salt: Salt, into writer: inout CanonicalWriter,
    body: (inout CanonicalWriter) -> Void
  ) {
    writer.beginObject()
    writer.member("author")
    writer.raw(author)
    writer.member("body")
    body(&writer)
    writer.member("clock", clock?.rawValue)
    writer.member("kind", kind.rawValue)
    writer.member("ledger")
    writer.raw(ledger)
    writer.member("recorded_at")
    writer.raw(recordedAt)
    writer.member("salt", salt)
    writer.member("seq", seq)
    writer.member("v", Entry.version)
    writer.endObject()
  }
}

extension EntryBody {
  /// Writes the body alone in canonical form.
  ///
  /// Every object's members are written in ascending order of their names.
  public func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    switch self {
    case .ledger(let zone): writer.member("zone", zone)
    case .source(let source): source.encode(into: &writer)
    case .alias(let source, let name):
      writer.member("name", name)
      writer.member("source", source)
    case .question(let question): question.encode(into: &writer)
    case .forecast(let forecast): forecast.encode(into: &writer)
    case .resolution(let resolution): resolution.encode(into: &writer)
    case .withdrawal(let withdrawal):
      writer.member("forecast", withdrawal.forecast)
      writer.member("reason", withdrawal.reason)
      writer.member("said", withdrawal.said.edtf)
    case .correction(let correction):
      writer.member("changes")
      writer.value(.object(correction.changes))
      writer.member("reason", correction.reason)
      writer.member("subject", correction.subject)
    case .amendment(let amendment):
      writer.member("criteria", amendment.criteria)
      writer.member("deadline", amendment.deadline?.day.description)
      writer.member("question", amendment.question)
      writer.member("reason", amendment.reason)
      writer.member("zone", amendment.deadline?.zone)
    case .tagging(let tagging):
      writer.member("added", list: tagging.added)
      writer.member("question", tagging.question)
      writer.member("removed", list: tagging.removed)
    case .assignment(let question, let event):
      writer.member("event", event)
      writer.member("question", question)
    case .note(let note):
      writer.member("by", note.by)
      writer.member("id", note.id)
      writer.member("role", note.role.rawValue)
      writer.member("subject", note.subject)
      writer.member("text", note.text)
    case .merge(let merge):
      writer.member("from", merge.from)
      writer.member("into", merge.into)
    case .retraction(let retraction): retraction.encode(into: &writer)
    case .redaction(let redaction):
      writer.member("entry", redaction.entry)
      writer.member("reason", redaction.reason)
    case .batch(let batch): batch.encode(into: &writer)
    }
    writer.endObject()
  }
}

extension CanonicalWriter {
  /// Writes an identifier without making a string of it.
  mutating func member(_ key: StaticString, _ id: Identifier) {
    member(key)
    id.withText { string(utf8: $0) }
  }

  /// Writes a salt without making a string of it.
  mutating func member(_ key: StaticString, _ salt: Salt) {
    member(key)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
      salt.write(into: buffer)
      string(utf8: UnsafeBufferPointer(buffer))
    }
  }

  /// Writes a list of texts, or nothing for an empty one.
  mutating func member(_ key: StaticString, list: [String]) {
    guard !list.isEmpty else { return }
    member(key)
    beginArray()
    for text in list { string(text) }
    endArray()
  }

  /// Writes a flag where it is set.
  mutating func member(_ key: StaticString, flag: Bool) {
    guard flag else { return }
    member(key, true)
  }

  mutating func member(_ key: StaticString, _ probability: Probability?) {
    guard let probability else { return }
    member(key, text: probability.text, value: probability.value)
  }

  mutating func member(_ key: StaticString, _ number: DecimalText) {
    member(key, text: number.text, value: number.value)
  }

  private mutating func member(_ key: StaticString, text: String, value: String) {
    member(key)
    beginObject()
    member("text", text)
    member("value", value)
    endObject()
  }
}

extension Source {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("id", id)
    writer.member("kind", kind.rawValue)
    writer.member("name", name)
  }
}

extension Question {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("criteria", criteria)
    writer.member("deadline", deadline?.day.description)
    writer.member("event", event)
    writer.member("id", id)
    writer.member("key", origin?.key)
    writer.member("kind", kind.rawValue)
    writer.member("options", list: options)
    writer.member("system", origin?.system)
    writer.member("tags", list: tags)
    writer.member("text", text)
    writer.member("unit", unit)
    writer.member("zone", deadline?.zone)
  }
}

extension Forecast {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("baseline", baseline)
    if !citations.isEmpty {
      writer.member("citations")
      writer.beginArray()
      for citation in citations { citation.encode(into: &writer) }
      writer.endArray()
    }
    writer.member("id", id)
    writer.member("key", origin?.key)
    writer.member("negated", flag: isNegated)
    if !parts.isEmpty {
      writer.member("parts")
      writer.beginArray()
      for part in parts { part.encode(into: &writer) }
      writer.endArray()
    }
    writer.member("probability", probability)
    writer.member("question", question)
    writer.member("said", said.edtf)
    writer.member("source", source)
    if let stamp {
      writer.member("stamp")
      writer.beginObject()
      writer.member("recorded", stamp.recorded.edtf)
      writer.member("system", stamp.system)
      writer.endObject()
    }
    writer.member("system", origin?.system)
    if let window {
      writer.member("window")
      writer.beginObject()
      writer.member("default", window.default.description)
      writer.member("generous", window.generous?.description)
      writer.member("strict", window.strict?.description)
      writer.member("zone", window.zone)
      writer.endObject()
    }
    if let wording {
      writer.member("wording")
      writer.beginObject()
      writer.member("by", wording.by)
      writer.member("form", wording.form.rawValue)
      writer.member("language", wording.language)
      writer.member("quote", wording.quote)
      writer.endObject()
    }
  }
}

extension DistributionPart {
  func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    switch self {
    case .option(let option, let probability):
      writer.member("option", option)
      writer.member("probability", probability)
    case .quantile(let level, let value):
      writer.member("quantile", level)
      writer.member("value", value)
    case .dateQuantile(let level, let value):
      writer.member("date", value.description)
      writer.member("quantile", level)
    }
    writer.endObject()
  }
}

extension Citation {
  func encode(into writer: inout CanonicalWriter) {
    writer.beginObject()
    writer.member("document", document?.sha256)
    writer.member("document_name", document?.name)
    writer.member("published", published?.edtf)
    writer.member("retrieved", retrieved?.edtf)
    writer.member("title", title)
    writer.member("url", url)
    writer.member("venue", venue)
    writer.endObject()
  }
}

extension Resolution {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("decided_by", decidedBy)
    if !evidence.isEmpty {
      writer.member("evidence")
      writer.beginArray()
      for item in evidence { item.encode(into: &writer) }
      writer.endArray()
    }
    writer.member("id", id)
    writer.member("known", known?.description)
    switch outcome {
    case .happened(let day):
      writer.member("on", day?.description)
      writer.member("outcome", "happened")
    case .notSeen(let through):
      writer.member("outcome", "not seen")
      writer.member("question", question)
      writer.member("reason", reason)
      writer.member("through", through.description)
      return
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
    writer.member("question", question)
    writer.member("reason", reason)
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
}

extension Retraction {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("entries")
    writer.beginArray()
    for range in entries {
      writer.beginArray()
      writer.integer(range.lowerBound)
      writer.integer(range.upperBound)
      writer.endArray()
    }
    writer.endArray()
    writer.member("reason", reason)
  }
}

extension Batch {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("count", count)
    writer.member("format", format)
    writer.member("id", id)
    if let ledger {
      writer.member("ledger")
      writer.beginObject()
      writer.member("id", ledger.id)
      writer.member("root", ledger.root)
      writer.member("size", ledger.size)
      writer.endObject()
    }
    writer.member("name", name)
    writer.member("sha256", sha256)
  }
}
