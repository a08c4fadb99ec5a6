extension BaseRate {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("chance", chance)
    if let days { writer.member("days", Int64(days)) }
    writer.member("tag", tag)
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    let days = try reader.optionalInteger("days")
    guard days.map({ (1...36_525).contains($0) }) ?? true else { throw .member("days") }
    self.init(
      tag: try reader.text("tag"), chance: try reader.optionalProbability("chance"),
      days: days.map(Int.init), basis: try reader.optionalText("basis"))
  }
}

extension Edition {
  func encode(into writer: inout CanonicalWriter) {
    writer.member("at", instant.rfc3339)
    writer.member("grade", grade.rawValue)
    writer.member("name", name)
    writer.member("take", take.rawValue)
    writer.member("window", window.rawValue)
  }

  init(_ reader: inout RecordReader) throws(EntryError) {
    guard let instant = try? Instant(rfc3339: try reader.text("at")) else { throw .member("at") }
    self.init(
      name: try reader.text("name"), instant: instant,
      grade: try reader.choice("grade", CaptureGrade.self),
      take: try reader.choice("take", Take.self),
      window: try reader.choice("window", WindowChoice.self))
  }
}
