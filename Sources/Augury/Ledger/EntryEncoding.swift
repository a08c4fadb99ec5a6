extension Entry {
  /// Returns the exact bytes of the record: RFC 8785 canonical JSON.
  public func canonicalBytes() -> [UInt8] {
    let frame = RecordFrame(ledger: ledger, recordedAt: recordedAt, author: author, clock: clock)
    var writer = CanonicalWriter(reserving: 512)
    var bytes: [UInt8] = []
    body.encode(into: &writer)
    frame.append(writer.bytes, body.kind, seq: seq, salt: salt, to: &bytes)
    return bytes
  }
}

/// What the records of one command share, ready to be written: all but a record's own body, kind,
/// number and salt.
///
/// A record's members stand in ascending order of their names: `author`, `body`, `clock`, `kind`,
/// `ledger`, `recorded_at`, `salt`, `seq`, `v`.
public struct RecordFrame: Sendable {
  private let beforeBody: [UInt8]
  private let beforeKind: [UInt8]
  private let beforeSalt: [UInt8]

  /// Creates the frame of records that are captured at one instant by one author.
  public init(ledger: String, recordedAt: Instant, author: String, clock: ClockMark?) {
    func json(_ text: String) -> [UInt8] { JSONValue.string(text).canonicalBytes() }
    beforeBody = Array(#"{"author":"#.utf8) + json(author) + Array(#","body":"#.utf8)
    let mark = clock.map { Array(#","clock":"#.utf8) + json($0.rawValue) } ?? []
    beforeKind = mark + Array(#","kind":""#.utf8)
    beforeSalt =
      Array(#"","ledger":"#.utf8) + json(ledger) + Array(#","recorded_at":"#.utf8)
      + json(recordedAt.rfc3339) + Array(#","salt":""#.utf8)
  }

  /// Appends the record around a body that is canonical JSON.
  public func append(
    _ body: [UInt8], _ kind: EntryKind, seq: Int64, salt: Salt, to bytes: inout [UInt8]
  ) {
    withParts { $0.append(body, kind, seq: seq, salt: salt, to: &bytes) }
  }

  /// Lends the frame to a closure in a form that takes no count of references, over which
  /// processors that write records side by side would wait for each other.
  public func withParts(_ body: (Parts) -> Void) {
    beforeBody.withUnsafeBufferPointer { beforeBody in
      beforeKind.withUnsafeBufferPointer { beforeKind in
        beforeSalt.withUnsafeBufferPointer { beforeSalt in
          body(Parts(beforeBody: beforeBody, beforeKind: beforeKind, beforeSalt: beforeSalt))
        }
      }
    }
  }

  /// A frame that is lent.
  public struct Parts {
    fileprivate let beforeBody: UnsafeBufferPointer<UInt8>
    fileprivate let beforeKind: UnsafeBufferPointer<UInt8>
    fileprivate let beforeSalt: UnsafeBufferPointer<UInt8>

    /// Appends the record around a body that is canonical JSON.
    public func append(
      _ body: [UInt8], _ kind: EntryKind, seq: Int64, salt: Salt, to bytes: inout [UInt8]
    ) {
      bytes += beforeBody
      bytes += body
      bytes += beforeKind
      bytes += kind.rawValue.utf8
      bytes += beforeSalt
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Salt.length) { digits in
        salt.write(into: digits)
        bytes += digits
      }
      bytes.append(contentsOf: #"","seq":"#.utf8)
      CanonicalNumber.append(seq, to: &bytes)
      bytes.append(contentsOf: #","v":"#.utf8)
      CanonicalNumber.append(Entry.version, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

@available(*, unavailable)
extension RecordFrame.Parts: Sendable {}

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
    case .reading(let rereading):
      writer.member("forecast", rereading.forecast)
      rereading.reading?.encode(into: &writer)
      writer.member("reason", rereading.reason)
    case .scale(let scale): scale.encode(into: &writer)
    case .baseRate(let rate): rate.encode(into: &writer)
    case .edition(let edition): edition.encode(into: &writer)
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
    case .schedule(let scheduling): scheduling.encode(into: &writer)
    case .snooze(let snooze): snooze.encode(into: &writer)
    case .rule(let change): change.encode(into: &writer)
    case .review(let review): review.encode(into: &writer)
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
  /// Writes the body of the forecast's record in canonical form.
  public func encodeBody(into writer: inout CanonicalWriter) {
    writer.beginObject()
    encode(into: &writer)
    writer.endObject()
  }

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
    reading?.encode(into: &writer)
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
    window?.encode(into: &writer)
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

extension Window {
  /// Writes the member `window`.
  func encode(into writer: inout CanonicalWriter) {
    writer.member("window")
    writer.beginObject()
    writer.member("default", `default`.description)
    writer.member("generous", generous?.description)
    writer.member("strict", strict?.description)
    writer.member("zone", zone)
    writer.endObject()
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
    writer.member("evidence", evidence)
    writer.member("id", id)
    writer.member("known", known?.description)
    outcome.encode(into: &writer)
    writer.member("question", question)
    writer.member("reason", reason)
    writer.member("through", outcome.through?.description)
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
