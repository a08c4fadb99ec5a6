internal import Augury

/// The pass over a file that checks every row and finds its source, question and forecast.
struct AuguryCSVPass {
  private(set) var bytes: AuguryCSVBytes
  let layout: AuguryCSVLayout
  private(set) var questions: AuguryCSVQuestions
  private(set) var parts = AuguryCSVParts()
  private(set) var optionCells: [AuguryCSVCell] = []
  private(set) var optionQuestions: [Int32] = []
  private(set) var sourceCells: [AuguryCSVCell] = []
  private(set) var rows = AuguryCSVRows()
  /// The forecasts that were withdrawn.
  private(set) var withdrawn: Set<Int> = []
  /// The questions of forecasts that name no day, although their question has a deadline.
  private(set) var openQuestions: Set<Int> = []

  private var sourceTable = AuguryCSVTable()
  private var optionTable = AuguryCSVTable()
  private var keyTable = AuguryCSVTable()
  private var keys: [Key] = []

  /// What rows of one forecast share: its key, or without one the time it was said.
  private struct Key {
    var cell: AuguryCSVCell
    var isNamed: Bool
    var forecast: Int32
  }

  init(file: [UInt8], layout: AuguryCSVLayout) {
    bytes = AuguryCSVBytes(file: file)
    self.layout = layout
    questions = AuguryCSVQuestions(layout)
  }

  /// Takes every row that a reader still has.
  mutating func run(
    _ reader: inout CSVReader, progress: ((Int, Int) -> Void)?
  ) throws(AuguryCSVPassError) {
    var row = CSVRow()
    var cells = AuguryCSVCells()
    var nextReport = 4 << 20
    while try next(&reader, &row) {
      do throws(AuguryCSVRowFault) {
        try take(row, &cells)
      } catch {
        throw .row(error)
      }
      guard row.start.offset >= nextReport else { continue }
      rows.reserve(perRow: row.start.offset / max(1, rows.count), in: bytes.file.count)
      progress?(row.start.offset, bytes.file.count)
      nextReport = row.start.offset + 4 << 20
    }
    progress?(bytes.file.count, bytes.file.count)
  }

  private func next(
    _ reader: inout CSVReader, _ row: inout CSVRow
  ) throws(AuguryCSVPassError) -> Bool {
    do throws(CSVError) {
      return try reader.nextRow(into: &row)
    } catch {
      throw .unreadable(error)
    }
  }

  private mutating func take(
    _ row: CSVRow, _ cells: inout AuguryCSVCells
  ) throws(AuguryCSVRowFault) {
    let kept = bytes.unescaped.count
    let changes = self.changes
    cells.take(row, layout, unescapedAt: bytes.file.count + kept)
    if !row.unescaped.isEmpty { bytes.unescaped += row.unescaped }
    let numbers = try bytes.checkRow(cells)
    let source = source(cells[.source])
    let question = try questions.place(cells, numbers.form, bytes)
    let forecast = try take(row.start, cells, numbers, source: source, question: question)
    if !cells[.withdrawnOn].isEmpty { withdrawn.insert(forecast) }
    if !cells[.until].isEmpty, bytes.isWord(cells[.until], "none") {
      openQuestions.insert(question)
    }
    if changes == self.changes, bytes.unescaped.count > kept {
      bytes.unescaped.removeLast(bytes.unescaped.count - kept)
    }
  }

  /// How often a cell has been kept, so that its bytes have to be kept too.
  private var changes: Int {
    questions.changes + sourceTable.count + optionTable.count + keyTable.count
  }

  @inline(__always)
  private mutating func source(_ cell: AuguryCSVCell) -> Int {
    let hash = bytes.hash(cell, into: bytes.hash(3))
    if let source = sourceTable.find(hash, where: { bytes.areEqual(sourceCells[$0], cell) }) {
      return source
    }
    sourceCells.append(cell)
    return sourceTable.insert(hash)
  }

  private mutating func option(_ cell: AuguryCSVCell, of question: Int) -> Int {
    let hash = bytes.hash(cell, into: bytes.hash(4 + UInt64(question) << 8))
    let option = optionTable.find(hash) {
      optionQuestions[$0] == question && bytes.areEqual(optionCells[$0], cell)
    }
    if let option { return option }
    optionCells.append(cell)
    optionQuestions.append(Int32(question))
    return optionTable.insert(hash)
  }

  /// Takes a row that is a forecast or a part of one, and returns the forecast's place.
  @inline(__always)
  private mutating func take(
    _ start: CSVLineStart, _ cells: AuguryCSVCells, _ numbers: AuguryCSVRowNumbers,
    source: Int, question: Int
  ) throws(AuguryCSVRowFault) -> Int {
    let isPart = numbers.form != .plain && numbers.form != .none
    let key = cells[.forecastKey]
    guard isPart || !key.isEmpty else {
      rows.append(start.offset, line: start.line, source: source, question: question)
      return rows.count - 1
    }
    let found = self.forecast(
      key: key.isEmpty ? bytes.saidKey(cells[.saidOn]) : key, isNamed: !key.isEmpty,
      source: source, question: question)
    guard isPart else {
      if let found { throw repeated(key, found) }
      rows.append(start.offset, line: start.line, source: source, question: question)
      return rows.count - 1
    }
    let option = numbers.form == .option ? option(cells[.option], of: question) : -1
    let part = AuguryCSVPart(
      offset: start.offset, line: Int32(clamping: start.line), option: Int32(option),
      level: numbers.level, value: numbers.value)
    guard let found else {
      let list = parts.start(part)
      rows.append(-1 - list, line: start.line, source: source, question: question)
      return rows.count - 1
    }
    guard let list = rows.list(found) else { throw repeated(key, found) }
    parts.add(part, to: list)
    return found
  }

  private func repeated(_ key: AuguryCSVCell, _ forecast: Int) -> AuguryCSVRowFault {
    bytes.fault(
      key, .forecastKey, .repeated(bytes.string(key), line: rows.line(forecast)))
  }

  /// Returns the forecast that has had a key before, or nil and keeps the key for the next one.
  private mutating func forecast(
    key: AuguryCSVCell, isNamed: Bool, source: Int, question: Int
  ) -> Int? {
    var hash = bytes.hash(isNamed ? 5 : 6)
    hash = bytes.hash(key, into: hash ^ UInt64(source) ^ UInt64(question) << 32)
    let number = keyTable.find(hash) { number in
      let other = keys[number]
      let places = rows.places(Int(other.forecast))
      return other.isNamed == isNamed && places.source == source && places.question == question
        && bytes.areEqual(other.cell, key)
    }
    if let number { return Int(keys[number].forecast) }
    keys.append(Key(cell: key, isNamed: isNamed, forecast: Int32(rows.count)))
    _ = keyTable.insert(hash)
    return nil
  }
}

/// The reason why a pass stopped.
enum AuguryCSVPassError: Error {
  case unreadable(CSVError)
  case header(AuguryCSVLayoutError)
  case row(AuguryCSVRowFault)
}
