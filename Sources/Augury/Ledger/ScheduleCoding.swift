extension Scheduling {
  /// The most days of a grace or between two reviews: a hundred years.
  static let mostDays: Int64 = 36_500

  func encode(into writer: inout CanonicalWriter) {
    if let graceDays { writer.member("grace", Int64(graceDays)) }
    hazard.encode(into: &writer)
    writer.member("hidden", flag: isHidden)
    writer.member("question", question)
    review.encode(into: &writer)
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    let grace = try reader.optionalInteger("grace")
    guard grace.map({ (0...Scheduling.mostDays).contains($0) }) ?? true else {
      throw .member("grace")
    }
    self.init(
      question: try reader.id("question", .question), graceDays: grace.map(Int.init),
      review: try ReviewPlan(reader.value("review")),
      hazard: try HazardChoice(reader.value("hazard")), isHidden: try reader.flag("hidden"))
  }
}

extension HazardChoice {
  /// Writes the member `hazard`, or nothing for the default.
  fileprivate func encode(into writer: inout CanonicalWriter) {
    switch self {
    case .constant: break
    case .uniform: writer.member("hazard", "uniform")
    case .none: writer.member("hazard", "none")
    case .weibull(let shape):
      writer.member("hazard")
      writer.beginObject()
      writer.member("weibull", shape)
      writer.endObject()
    }
  }

  fileprivate init(_ value: JSONValue?) throws(EntryError) {
    switch value {
    case nil, .string("constant"): self = .constant
    case .string("uniform"): self = .uniform
    case .string("none"): self = .none
    default:
      var reader = try RecordReader(value, "hazard")
      let shape = try reader.number("weibull")
      guard shape.double > 0 else { throw .member("weibull") }
      self = .weibull(shape: shape)
      try reader.finish()
    }
  }
}

extension ReviewPlan {
  /// Writes the member `review`, or nothing for the default.
  fileprivate func encode(into writer: inout CanonicalWriter) {
    switch self {
    case .halving: break
    case .never: writer.member("review", "never")
    case .every(let days):
      writer.member("review")
      writer.beginObject()
      writer.member("every", Int64(days))
      writer.endObject()
    }
  }

  fileprivate init(_ value: JSONValue?) throws(EntryError) {
    switch value {
    case nil, .string("halving"): self = .halving
    case .string("never"): self = .never
    default:
      var reader = try RecordReader(value, "review")
      let days = try reader.integer("every")
      guard (1...Scheduling.mostDays).contains(days) else { throw .member("every") }
      self = .every(days: Int(days))
      try reader.finish()
    }
  }
}

extension Snooze {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("question", question)
    writer.member("reason", reason)
    writer.member("until", until?.description)
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    self.init(
      question: try reader.id("question", .question), until: try reader.optionalDay("until"),
      reason: try reader.optionalText("reason"))
  }
}

extension Review {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("evidence", evidence)
    writer.member("finding", finding)
    writer.member("known", known?.description)
    writer.member("looked", looked.rfc3339)
    proposal?.encode(into: &writer)
    writer.member("question", question)
    writer.member("through", proposal?.through?.description)
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    guard let looked = try? Instant(rfc3339: try reader.text("looked")) else {
      throw .member("looked")
    }
    self.init(
      question: try reader.id("question", .question), looked: looked,
      proposal: reader.value("outcome") == nil ? nil : try Outcome(&reader),
      known: try reader.optionalDay("known"), finding: try reader.text("finding"),
      evidence: try reader.evidence())
  }
}
