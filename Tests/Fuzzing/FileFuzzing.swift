import Augury
import AuguryFormats
import Lexicons

/// The readers of files; what they take, they take again from what they write.
enum FileFuzzing {
  static func json(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    let canonical = value.canonicalBytes()
    precondition((try? JSONValue(parsing: canonical))?.canonicalBytes() == canonical)
  }

  static func lexicon(_ bytes: [UInt8]) {
    guard let lexicon = try? LexiconFile.read(bytes) else { return }
    let text = LexiconFile.text(of: lexicon)
    guard let again = try? LexiconFile.read(Array(text.utf8)) else {
      preconditionFailure("a table that was written is not read")
    }
    precondition(LexiconFile.text(of: again) == text)
    let reader = ChanceReader(scale: again)
    for phrase in again.rows.flatMap(\.phrases) { _ = reader.find(in: phrase) }
  }

  static func csv(_ bytes: [UInt8]) {
    if var reader = try? CSVReader(bytes) {
      var row = CSVRow()
      while (try? reader.nextRow(into: &row)) == true { precondition(row.count > 0) }
    }
    guard let file = try? AuguryCSVFile(bytes) else { return }
    for index in 0..<file.count { _ = (file.forecast(index), file.places(index), file.line(index)) }
  }

  static func records(_ bytes: [UInt8]) {
    _ = try? Entry(record: bytes)
    if let file = try? RecordFile(bytes) { _ = file.root }
  }

  static func zone(_ bytes: [UInt8]) {
    _ = try? PosixZone(String(decoding: bytes, as: UTF8.self))
    guard let rules = try? TimeZoneFile.parse(bytes, name: "Fuzzing") else { return }
    for day in [CivilDate.earliest, CivilDate(dayNumber: 21_243), .latest] {
      _ = rules.civilDate(at: rules.startOfDay(day))
    }
  }
}
