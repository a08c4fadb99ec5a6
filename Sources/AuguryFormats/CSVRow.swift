/// One row of a CSV file: fields as bytes, with strings made only for those who ask.
///
/// A row is made once and filled again and again by `CSVReader.nextRow(into:)`.
package struct CSVRow: Sendable {
  struct Field: Sendable {
    /// Where the field starts in the file, at its quote if it has one.
    var offset: Int
    /// Where its content lies: in the file, or in `unescaped` if it had doubled quotes.
    var start: Int
    var end: Int
    var isUnescaped: Bool
  }

  var file: [UInt8] = []
  var unescaped: [UInt8] = []
  // Longer than `count` after a longer row; the surplus is kept for the next one.
  var fields: [Field] = []
  var start = CSVLineStart(offset: 0, line: 1)
  // The line on which the row ends.
  var lastLine = 1

  /// The number of fields.
  package internal(set) var count = 0
  /// The line on which the row starts, from 1.
  package var line: Int { start.line }

  /// Creates a row without fields.
  package init() {}

  /// Returns the content of a field, counted from 0, without its quotes.
  package func bytes(_ index: Int) -> ArraySlice<UInt8> {
    let field = self[index]
    return field.isUnescaped ? unescaped[field.start..<field.end] : file[field.start..<field.end]
  }

  /// Calls a function with the content of a field, counted from 0, and returns its result.
  ///
  /// The pointer is valid only during the call.
  package func withBytes<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let field = self[index]
    let source = field.isUnescaped ? unescaped : file
    return try source.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[field.start..<field.end]))
    }
  }

  /// Returns the content of a field, counted from 0, as a string.
  package func string(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns whether a field, counted from 0, has no content.
  package func isEmpty(_ index: Int) -> Bool {
    let field = self[index]
    return field.start == field.end
  }

  /// Returns the line and column where a field, counted from 0, starts.
  ///
  /// The line can be later than that of the row, since quoted fields may span lines.
  package func place(_ index: Int) -> CSVPlace {
    CSVScan.place(file.span.bytes, of: self[index].offset, from: start)
  }

  /// Returns the column in bytes, from 1, where a field, counted from 0, starts.
  package func column(_ index: Int) -> Int { place(index).column }

  /// Returns the line, from 1, where a field, counted from 0, starts.
  package func line(_ index: Int) -> Int { place(index).line }

  private subscript(index: Int) -> Field {
    precondition(index < count, "a row has no field beyond its count")
    return fields[index]
  }

  /// Empties the row for fields of a file.
  mutating func begin(in file: [UInt8], at start: CSVLineStart) {
    // Sharing the same bytes anew for each row would count references up and down.
    if !Self.shareStorage(self.file, file) { self.file = file }
    self.start = start
    lastLine = start.line
    count = 0
    if !unescaped.isEmpty { unescaped.removeAll(keepingCapacity: true) }
  }

  private static func shareStorage(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress && one.count == $0.count }
    }
  }

  /// Makes room for the fields of at least one more word.
  mutating func makeRoom() {
    let blank = Field(offset: 0, start: 0, end: 0, isUnescaped: false)
    fields += repeatElement(blank, count: max(32, fields.count))
  }

  @inline(__always)
  mutating func append(_ field: Field) {
    if count < fields.count { fields[count] = field } else { fields.append(field) }
    count &+= 1
  }

  /// Adds a field of the file with each pair of quotes in it made one.
  mutating func appendUnescaped(_ content: Range<Int>, openedAt offset: Int) {
    let start = unescaped.count
    var index = content.lowerBound
    while index < content.upperBound {
      unescaped.append(file[index])
      index += file[index] == CSVScan.quote ? 2 : 1
    }
    append(.init(offset: offset, start: start, end: unescaped.count, isUnescaped: true))
  }
}
