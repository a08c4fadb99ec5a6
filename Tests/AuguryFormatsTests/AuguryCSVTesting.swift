import Augury
import AuguryFormats
import Testing

/// Reads a file of lines.
func readAuguryCSV(_ lines: String...) throws(AuguryCSVError) -> AuguryCSVFile {
  try AuguryCSVFile(Array(lines.joined(separator: "\n").utf8))
}

/// The fault of a file of lines, with its line, column and column's name.
func auguryCSVFault(_ lines: [String]) -> AuguryCSVError? {
  do throws(AuguryCSVError) {
    _ = try AuguryCSVFile(Array(lines.joined(separator: "\n").utf8))
    return nil
  } catch {
    return error
  }
}

/// Two imported forecasts are the same when all they tell is.
func areSame(_ one: ImportedForecast, _ other: ImportedForecast) -> Bool {
  one.said == other.said && one.isNegated == other.isNegated
    && one.probability == other.probability && one.parts == other.parts
    && one.wording == other.wording && one.citations == other.citations
    && one.baseline == other.baseline && one.stamp == other.stamp && one.origin == other.origin
    && one.window == other.window && one.withdrawn == other.withdrawn
}
