internal import Augury
internal import AuguryFormats

/// The numbers in a column of a CSV file.
enum CSVReadings {
  /// Returns the numbers of a rule's column with their days, in the order of the rows.
  ///
  /// The first row names the columns; case does not matter in names.
  static func read(
    _ bytes: [UInt8], _ rule: RuleValue, of source: String
  ) throws(RuleError) -> [RuleReading] {
    do {
      return try rows(bytes, rule, source)
    } catch let error as RuleError {
      throw error
    } catch let error as CSVError {
      throw .malformed(source, fault: error.what.withoutStop)
    } catch {
      throw .malformed(source, fault: "\(error)")
    }
  }

  private static func rows(
    _ bytes: [UInt8], _ rule: RuleValue, _ source: String
  ) throws -> [RuleReading] {
    var reader = try CSVReader(bytes)
    let header = try CSVHeader(reading: &reader)
    let value = try column(rule.value, of: header, source)
    let date = try rule.date.map { try column($0, of: header, source) }
    var readings: [RuleReading] = []
    var row = CSVRow()
    while try reader.nextRow(into: &row) {
      let day = try date.map {
        try RuleReading.day(row.string($0), at: row.place($0).description, of: source)
      }
      readings.append(
        RuleReading(day: day, text: row.string(value), place: row.place(value).description))
    }
    return readings
  }

  private static func column(
    _ name: String, of header: CSVHeader, _ source: String
  ) throws(RuleError) -> Int {
    if let index = header[name.lowercased()] { return index }
    let names = header.names.prefix(8).map { "“\($0.clipped(to: 20))”" }.joined(separator: ", ")
    throw .malformed(
      source, fault: "line 1: there is no column “\(name.clipped)”, only \(names)")
  }
}
