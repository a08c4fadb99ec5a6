/// The names of the columns of a CSV file, trimmed and in lower case.
package struct CSVHeader: Sendable {
  /// The names in the order of the columns.
  package let names: [String]
  private let indices: [String: Int]

  /// Creates a header from the first row of a file, and holds later rows to its number of fields.
  ///
  /// Refuses a file without rows, empty names, and names that come twice.
  package init(reading reader: inout CSVReader) throws(CSVError) {
    var row = CSVRow()
    guard try reader.nextRow(into: &row) else { throw .noHeader(reader.place) }
    var names: [String] = []
    var indices: [String: Int] = [:]
    for index in 0..<row.count {
      let name = Self.trimmed(row.string(index)).lowercased()
      guard !name.isEmpty else { throw .emptyName(row.place(index), field: index + 1) }
      if let first = indices[name] {
        throw .duplicateName(row.place(index), name: name, first: first + 1)
      }
      names.append(name)
      indices[name] = index
    }
    self.names = names
    self.indices = indices
    reader.expectedCount = names.count
  }

  /// Returns the place of a column, counted from 0, by its name in lower case.
  package subscript(name: String) -> Int? { indices[name] }

  private static func trimmed(_ name: String) -> String {
    var scalars = name.unicodeScalars.drop(while: \.properties.isWhitespace)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
