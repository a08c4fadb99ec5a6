import Foundation

/// A table in comma-separated values: each row as its texts by column.
package struct CSVTable: Sendable {
  /// The texts of one row by the names of their columns.
  package typealias Row = [String: String]

  /// The rows below the names of the columns.
  package let rows: [Row]

  /// Reads a table; cells may stand in quotation marks and then hold commas, marks and line ends.
  ///
  /// Of two columns with one name the last counts, and cells that are missing at the end of a row
  /// are left out.
  package init(_ text: String) {
    var lines = CSVTable.cells(Array(text.utf8))
    let names = lines.isEmpty ? [] : lines.removeFirst()
    rows = lines.map { Dictionary(zip(names, $0), uniquingKeysWith: { $1 }) }
  }

  /// Returns the rows of a file of the reference data, or nil when it is not there.
  package static func reference(_ path: String) throws -> [Row]? {
    guard let url = ReferenceData.url(path) else { return nil }
    return CSVTable(String(decoding: try Data(contentsOf: url), as: UTF8.self)).rows
  }

  /// Returns the text of some rows, with every column that one of them has, each cell in quotation
  /// marks.
  package static func text(of rows: [Row]) -> String {
    let names = Set(rows.flatMap(\.keys)).sorted()
    let lines = [names] + rows.map { row in names.map { row[$0] ?? "" } }
    return lines.map { line in
      line.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }.joined()
  }

  private static func cells(_ bytes: [UInt8]) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func end() {
      line.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 34 where isQuoted && place + 1 < bytes.count && bytes[place + 1] == 34:
        cell.append(byte)
        isQuoted = false
      case 34: isQuoted.toggle()
      case 44 where !isQuoted: end()
      case 13 where !isQuoted: break
      case 10 where !isQuoted:
        end()
        lines.append(line)
        line = []
      default: cell.append(byte)
      }
    }
    if !line.isEmpty || !cell.isEmpty {
      end()
      lines.append(line)
    }
    return lines.filter { $0 != [""] }
  }
}
