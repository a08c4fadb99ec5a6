/// The cells of one row by column; a column that the file lacks is an empty cell.
struct AuguryCSVCells: Sendable {
  private var cells = [AuguryCSVCell](
    repeating: .empty, count: AuguryCSVColumn.allCases.count)
  /// The line on which the row starts.
  private(set) var line = 0

  @inline(__always)
  subscript(column: AuguryCSVColumn) -> AuguryCSVCell {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// Takes the cells of a row, whose unescaped bytes start at an offset of those of the file.
  ///
  /// Spaces around a cell are dropped, unless it stands in quotes, and so is the guard before what
  /// looks like a formula.
  mutating func take(_ row: CSVRow, _ layout: AuguryCSVLayout, unescapedAt base: Int) {
    line = row.line
    let file = row.file.span
    let line = Int32(clamping: row.line)
    for (column, index) in layout.present {
      let field = row.fields[index]
      var (start, end) = (field.start, field.end)
      if field.isUnescaped {
        if CSVGuard.looksGuarded(row.unescaped, start..<end) { start += 1 }
        start += base
        end += base
      } else {
        if field.offset == start {
          while start < end, file[start] == 0x20 { start += 1 }
          while start < end, file[end - 1] == 0x20 { end -= 1 }
        }
        if CSVGuard.looksGuarded(row.file, start..<end) { start += 1 }
      }
      cells[column.rawValue] = AuguryCSVCell(
        start: start, length: Int32(truncatingIfNeeded: end - start), line: line)
    }
  }
}

extension CSVRow {
  /// Fills the row again from where it starts in a file that has been read before.
  mutating func refill(from file: [UInt8], at start: CSVLineStart) {
    begin(in: file, at: start)
    let bytes = file.span.bytes
    var cursor = start.offset
    while true {
      var scan = CSVFieldScan(from: cursor, count: count)
      while !scan.run(bytes, into: &fields) {
        count = scan.count
        makeRoom()
      }
      count = scan.count
      guard scan.index < bytes.byteCount, CSVScan.byte(bytes, at: scan.index) == CSVScan.quote
      else {
        let begin = scan.fieldStart
        append(.init(offset: begin, start: begin, end: scan.index, isUnescaped: false))
        return
      }
      let opening = scan.index
      var quoted = CSVQuoteScan(from: opening + 1)
      _ = quoted.run(bytes)
      if quoted.doubled == 0 {
        append(
          .init(offset: opening, start: opening + 1, end: quoted.index, isUnescaped: false))
      } else {
        appendUnescaped(opening + 1..<quoted.index, openedAt: opening)
      }
      cursor = quoted.index + 1
      guard cursor < bytes.byteCount, CSVScan.byte(bytes, at: cursor) == CSVScan.comma else {
        return
      }
      cursor += 1
    }
  }
}
