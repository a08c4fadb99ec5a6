extension Forecast {
  init(_ reader: inout RecordReader) throws(EntryError) {
    guard reader.value("condition") == nil else { throw .conditional }
    var parts: [DistributionPart] = []
    for item in try reader.array("parts") { parts.append(try DistributionPart(item)) }
    var citations: [Citation] = []
    for item in try reader.array("citations") { citations.append(try Citation(item)) }
    let origin = try Origin(&reader)
    if let origin, origin.key == nil { throw .member("key") }
    self.init(
      id: try reader.id("id", .forecast), question: try reader.id("question", .question),
      source: try reader.id("source", .source), said: try reader.time("said"),
      isNegated: try reader.flag("negated"),
      probability: try reader.optionalProbability("probability"), parts: parts,
      window: try Window(reader.value("window")), wording: try Wording(reader.value("wording")),
      reading: try Reading(reader.value("reading")),
      citations: citations, baseline: try reader.optionalProbability("baseline"),
      stamp: try Stamp(reader.value("stamp")), origin: origin)
  }
}

extension Window {
  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "window")
    self.init(
      default: try reader.day("default"), strict: try reader.optionalDay("strict"),
      generous: try reader.optionalDay("generous"), zone: try reader.optionalText("zone"))
    try reader.finish()
  }
}

extension Wording {
  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "wording")
    self.init(
      quote: try reader.text("quote"), language: try reader.optionalText("language"),
      form: try reader.choice("form", WordingForm.self), by: try reader.optionalText("by"))
    try reader.finish()
  }
}

extension Stamp {
  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "stamp")
    self.init(system: try reader.text("system"), recorded: try reader.time("recorded"))
    try reader.finish()
  }
}

extension DistributionPart {
  init(_ value: JSONValue) throws(EntryError) {
    var reader = try RecordReader(value, "parts")
    if let option = try reader.optionalText("option") {
      self = .option(option, try reader.probability("probability"))
    } else if let day = try reader.optionalDay("date") {
      self = .dateQuantile(try reader.number("quantile"), value: day)
    } else {
      self = .quantile(try reader.number("quantile"), value: try reader.number("value"))
    }
    try reader.finish()
  }
}

extension Citation {
  init(_ value: JSONValue) throws(EntryError) {
    var reader = try RecordReader(value, "citations")
    self.init(
      venue: try reader.text("venue"), title: try reader.optionalText("title"),
      url: try reader.optionalText("url"), published: try reader.optionalTime("published"),
      retrieved: try reader.optionalTime("retrieved"), document: try Document(&reader))
    try reader.finish()
  }
}

extension Document {
  init?(_ reader: inout RecordReader) throws(EntryError) {
    guard let hash = try reader.optionalText("document") else { return nil }
    self.init(sha256: hash, name: try reader.text("document_name"))
  }
}

extension Resolution {
  init(_ reader: inout RecordReader) throws(EntryError) {
    self.init(
      id: try reader.id("id", .resolution), question: try reader.id("question", .question),
      outcome: try Outcome(&reader), known: try reader.optionalDay("known"),
      evidence: try reader.evidence(), decidedBy: try reader.optionalText("decided_by"),
      reason: try reader.optionalText("reason"))
  }
}
