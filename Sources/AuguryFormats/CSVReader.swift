/// Bounds on what a CSV file may hold.
package struct CSVLimits: Sendable, Hashable {
  /// The most bytes of one field's content.
  package var fieldBytes: Int
  /// The most fields of one row.
  package var fields: Int

  /// Fields of 1 MiB, and 10,000 of them in a row.
  package static let standard = CSVLimits(fieldBytes: 1 << 20, fields: 10_000)

  package init(fieldBytes: Int, fields: Int) {
    self.fieldBytes = fieldBytes
    self.fields = fields
  }
}

/// A reader of comma-separated values after RFC 4180, row by row over bytes in memory.
///
/// Rows end with LF, CRLF or a lone CR; blank lines are skipped; spaces belong to their field. The
/// text has to be UTF-8, which is checked as rows are read, so that the first fault in the file is
/// the one reported. After an error the reader stays where it is and reports it again.
package struct CSVReader: Sendable {
  private let file: [UInt8]
  private let limits: CSVLimits
  private var position = 0
  private var line = 1
  /// The number of fields that every row has to have, as soon as a header is known.
  package var expectedCount: Int?

  /// Creates a reader that starts after a byte order mark, if that is the one of UTF-8.
  package init(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(CSVError) {
    if let name = Self.otherEncoding(of: bytes) { throw .otherEncoding(name) }
    file = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The start of the line that is read next.
  package var place: CSVPlace { CSVPlace(line: line, column: 1) }

  /// Reads the next row that is not blank, and returns false at the end of the file.
  package mutating func nextRow(into row: inout CSVRow) throws(CSVError) -> Bool {
    (position, line) = try readRow(into: &row)
    return row.count > 0
  }

  /// Reads a row and returns where the next one starts; the row stays empty only at the end.
  private func readRow(into row: inout CSVRow) throws(CSVError) -> (position: Int, line: Int) {
    let bytes = file.span.bytes
    var (start, line) = (position, line)
    while let next = Self.afterLineEnd(bytes, at: start) { (start, line) = (next, line + 1) }
    row.begin(in: file, at: CSVLineStart(offset: start, line: line))
    guard start < bytes.byteCount else { return (start, line) }
    var cursor = start
    while let quote = try plainFields(from: &cursor, into: &row) {
      try quotedField(at: quote, endingAt: &cursor, into: &row)
      guard cursor < bytes.byteCount, CSVScan.byte(bytes, at: cursor) == CSVScan.comma else {
        break
      }
      cursor += 1
    }
    if let expectedCount, row.count != expectedCount {
      let offset = row.count > expectedCount ? row.fields[expectedCount].offset : cursor
      throw .raggedRow(
        place(of: offset, from: row.start), found: row.count, expected: expectedCount)
    }
    guard let next = Self.afterLineEnd(bytes, at: cursor) else { return (cursor, row.lastLine) }
    return (next, row.lastLine + 1)
  }
}

extension CSVReader {
  /// Reads fields up to the end of the row, or up to a quote that opens a field and is returned.
  ///
  /// The cursor starts at a field; it is left at the line end, or at the end of the file.
  private func plainFields(
    from cursor: inout Int, into row: inout CSVRow
  ) throws(CSVError) -> Int? {
    let bytes = file.span.bytes
    let first = cursor
    var scan = CSVFieldScan(from: first, count: row.count)
    while !scan.run(bytes, into: &row.fields) {
      row.count = scan.count
      try checkLimits(row)
      row.makeRoom()
    }
    row.count = scan.count
    cursor = scan.index
    if scan.beyondASCII != 0 { try checkUTF8(first..<cursor, from: row.start) }
    if cursor < bytes.byteCount {
      switch CSVScan.byte(bytes, at: cursor) {
      case CSVScan.quote where cursor == scan.fieldStart: return cursor
      case CSVScan.quote: throw .bareQuote(place(of: cursor, from: row.start))
      case 0: throw .nulByte(place(of: cursor, from: row.start))
      default: break
      }
    }
    let start = scan.fieldStart
    row.append(.init(offset: start, start: start, end: cursor, isUnescaped: false))
    let longest = max(scan.longest, cursor - start)
    if longest > limits.fieldBytes || row.count > limits.fields { try checkLimits(row) }
    return nil
  }

  /// Reads a field in quotes and leaves the cursor after the closing one.
  private func quotedField(
    at opening: Int, endingAt cursor: inout Int, into row: inout CSVRow
  ) throws(CSVError) {
    let bytes = file.span.bytes
    var scan = CSVQuoteScan(from: opening + 1)
    let isComplete = scan.run(bytes)
    let content = opening + 1..<scan.index
    if scan.beyondASCII != 0 { try checkUTF8(content, from: row.start) }
    guard isComplete else {
      guard scan.index < bytes.byteCount else {
        throw .unclosedQuote(place(of: opening, from: row.start))
      }
      throw .nulByte(place(of: scan.index, from: row.start))
    }
    cursor = scan.index + 1
    if cursor < bytes.byteCount {
      switch CSVScan.byte(bytes, at: cursor) {
      case CSVScan.comma, CSVScan.newline, CSVScan.carriageReturn: break
      default:
        let opened = place(of: opening, from: row.start)
        throw .textAfterQuote(place(of: cursor, from: row.start), opened: opened)
      }
    }
    guard content.count - scan.doubled <= limits.fieldBytes else {
      throw tooLong(content.count - scan.doubled, at: opening, from: row.start)
    }
    if scan.doubled == 0 {
      row.append(
        .init(offset: opening, start: content.lowerBound, end: scan.index, isUnescaped: false))
    } else {
      row.appendUnescaped(content, openedAt: opening)
    }
    if row.count > limits.fields { try checkLimits(row) }
    if scan.hasControls { row.lastLine += CSVScan.lineEnds(bytes, in: content) }
  }

  private func checkLimits(_ row: CSVRow) throws(CSVError) {
    guard row.count <= limits.fields else {
      let offset = row.fields[limits.fields].offset
      throw .tooManyFields(place(of: offset, from: row.start), limit: limits.fields)
    }
    for field in row.fields[..<row.count] where field.end - field.start > limits.fieldBytes {
      throw tooLong(field.end - field.start, at: field.offset, from: row.start)
    }
  }

  private func tooLong(_ bytes: Int, at offset: Int, from start: CSVLineStart) -> CSVError {
    .fieldTooLong(place(of: offset, from: start), bytes: bytes, limit: limits.fieldBytes)
  }

  private func checkUTF8(_ range: Range<Int>, from start: CSVLineStart) throws(CSVError) {
    guard let index = CSVScan.firstInvalidUTF8(file.span, in: range) else { return }
    throw .invalidUTF8(place(of: index, from: start), byte: file[index])
  }

  private func place(of offset: Int, from start: CSVLineStart) -> CSVPlace {
    CSVScan.place(file.span.bytes, of: offset, from: start)
  }

  /// Returns the offset after the line end that starts at an offset, or nil if none does.
  @inline(__always)
  private static func afterLineEnd(_ bytes: RawSpan, at offset: Int) -> Int? {
    guard offset < bytes.byteCount else { return nil }
    switch CSVScan.byte(bytes, at: offset) {
    case CSVScan.newline: return offset + 1
    case CSVScan.carriageReturn:
      let isPair =
        offset + 1 < bytes.byteCount
        && CSVScan.byte(bytes, at: offset + 1) == CSVScan.newline
      return offset + (isPair ? 2 : 1)
    default: return nil
    }
  }

  // The marks of UTF-32 come first, since that of UTF-16 in the same order starts one of them.
  private static func otherEncoding(of bytes: [UInt8]) -> String? {
    let marks: [(name: String, bytes: [UInt8])] = [
      ("UTF-32 (little-endian)", [0xFF, 0xFE, 0, 0]), ("UTF-32 (big-endian)", [0, 0, 0xFE, 0xFF]),
      ("UTF-16 (little-endian)", [0xFF, 0xFE]), ("UTF-16 (big-endian)", [0xFE, 0xFF]),
    ]
    return marks.first { bytes.starts(with: $0.bytes) }?.name
  }
}
