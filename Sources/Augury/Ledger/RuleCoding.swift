extension RuleChange {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("question", question)
    if let rule {
      writer.member("rule")
      writer.beginObject()
      rule.encode(into: &writer)
      writer.endObject()
    }
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    self.init(
      question: try reader.id("question", .question), rule: try Rule(reader.value("rule")))
  }
}

extension Rule {
  /// How many hours pass between two looks where a rule does not say so.
  static let defaultHours = 24
  /// The most hours between two looks: a hundred years.
  static let mostHours: Int64 = 24 * Scheduling.mostDays

  /// The rule as one line of canonical JSON, by which it is told apart from every other.
  public var canonicalText: String {
    var writer = CanonicalWriter()
    writer.beginObject()
    encode(into: &writer)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes the members, of which the place's and the test's stand between the others.
  func encode(into writer: inout CanonicalWriter) {
    writer.member("auto", flag: isAutomatic)
    if case .command(let arguments) = place { writer.member("command", list: arguments) }
    test.encode(.csv, "csv", into: &writer)
    if everyHours != Rule.defaultHours { writer.member("every", Int64(everyHours)) }
    if case .file(let path) = place { writer.member("file", path) }
    test.encode(.json, "json", into: &writer)
    if case .url(let address) = place { writer.member("url", address) }
    if case .words(let words) = test { writer.member("words", list: words) }
  }

  init?(_ value: JSONValue?) throws(EntryError) {
    guard let value else { return nil }
    var reader = try RecordReader(value, "rule")
    let hours = try reader.optionalInteger("every") ?? Int64(Rule.defaultHours)
    guard (1...Rule.mostHours).contains(hours) else { throw .member("every") }
    let place = try RulePlace(&reader)
    let test = try RuleTest(&reader)
    // Only a program can answer by itself.
    if case .command = place {} else if test == .answer { throw .member("rule") }
    self.init(
      place: place, test: test, isAutomatic: try reader.flag("auto"), everyHours: Int(hours))
    try reader.finish()
  }
}

extension RulePlace {
  /// Reads the one of `command`, `file` and `url` that is there.
  fileprivate init(_ reader: inout RecordReader) throws(EntryError) {
    let command = try reader.filledTexts("command")
    switch (try reader.optionalText("file"), try reader.optionalText("url"), command) {
    case (let path?, nil, nil): self = .file(path)
    case (nil, let address?, nil): self = .url(address)
    case (nil, nil, let arguments?): self = .command(arguments)
    default: throw .member("rule")
    }
  }
}

extension RuleTest {
  /// Writes the number to look for as a member, where it is in data of a form.
  fileprivate func encode(
    _ form: RuleForm, _ key: StaticString, into writer: inout CanonicalWriter
  ) {
    guard case .value(let value) = self, value.form == form else { return }
    writer.member(key)
    writer.beginObject()
    writer.member("comparison", value.comparison.rawValue)
    writer.member("date", value.date)
    writer.member("rows", value.rows)
    writer.member("threshold", value.threshold)
    writer.member("value", value.value)
    writer.endObject()
  }

  /// Reads the one of `csv`, `json` and `words` that is there; none stands for the program's answer.
  fileprivate init(_ reader: inout RecordReader) throws(EntryError) {
    let words = try reader.filledTexts("words")
    switch (reader.value("csv"), reader.value("json"), words) {
    case (let csv?, nil, nil): self = .value(try RuleValue(csv, .csv))
    case (nil, let json?, nil): self = .value(try RuleValue(json, .json))
    case (nil, nil, let words?): self = .words(words)
    case (nil, nil, nil): self = .answer
    default: throw .member("rule")
    }
  }
}

extension RuleValue {
  fileprivate init(_ value: JSONValue, _ form: RuleForm) throws(EntryError) {
    var reader = try RecordReader(value, form.rawValue)
    let rows = try reader.optionalText("rows")
    guard form == .json || rows == nil else { throw .member("rows") }
    self.init(
      form: form, rows: rows, value: try reader.text("value"),
      date: try reader.optionalText("date"),
      comparison: try reader.choice("comparison", RuleComparison.self),
      threshold: try reader.number("threshold"))
    try reader.finish()
  }
}

extension RecordReader {
  /// Reads a list of texts that holds one at least, where it is there.
  fileprivate mutating func filledTexts(_ name: String) throws(EntryError) -> [String]? {
    guard value(name) != nil else { return nil }
    let texts = try texts(name)
    guard !texts.isEmpty else { throw .member(name) }
    return texts
  }
}
