internal import Augury

/// Reads rows of a file again and makes their forecast.
struct AuguryCSVForecastReader: Sendable {
  private(set) var bytes: AuguryCSVBytes
  private let layout: AuguryCSVLayout
  private var row = CSVRow()
  /// The cells of the row read last, those of a whole forecast merged from all of its rows.
  private(set) var cells = AuguryCSVCells()
  private(set) var parts: [DistributionPart] = []

  init(_ bytes: AuguryCSVBytes, _ layout: AuguryCSVLayout) {
    self.bytes = bytes
    self.layout = layout
    self.bytes.unescaped = []
  }

  private mutating func read(_ start: CSVLineStart) {
    row.refill(from: bytes.file, at: start)
    cells.take(row, layout, unescapedAt: bytes.file.count + bytes.unescaped.count)
    if !row.unescaped.isEmpty { bytes.unescaped += row.unescaped }
  }

  /// Reads a row that is a forecast.
  mutating func readPlain(_ start: CSVLineStart) throws(AuguryCSVRowFault) -> ImportedForecast {
    bytes.unescaped.removeAll(keepingCapacity: true)
    read(start)
    return try forecast()
  }

  /// Reads the rows that are the parts of a forecast.
  mutating func readJoined(
    _ rows: [AuguryCSVPart]
  ) throws(AuguryCSVRowFault) -> ImportedForecast {
    bytes.unescaped.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    parts.reserveCapacity(rows.count)
    try merge(rows) { (reader) throws(AuguryCSVRowFault) in
      reader.parts.append(try reader.part())
    }
    var forecast = try forecast()
    forecast.probability = nil
    forecast.parts = parts
    return forecast
  }

  /// Sees to it that the rows of a forecast agree on what they tell of it as a whole.
  mutating func checkJoined(_ rows: [AuguryCSVPart]) throws(AuguryCSVRowFault) {
    bytes.unescaped.removeAll(keepingCapacity: true)
    try merge(rows) { (_) throws(AuguryCSVRowFault) in }
    try bytes.checkCitations(url: cells[.url], via: cells[.via])
  }

  private mutating func merge(
    _ rows: [AuguryCSVPart],
    _ each: (inout AuguryCSVForecastReader) throws(AuguryCSVRowFault) -> Void
  ) throws(AuguryCSVRowFault) {
    var merged: AuguryCSVCells?
    for part in rows {
      read(CSVLineStart(offset: part.offset, line: Int(part.line)))
      try each(&self)
      guard var all = merged else {
        merged = cells
        continue
      }
      for column in AuguryCSVColumn.ofForecasts {
        let (cell, kept) = (cells[column], all[column])
        if cell.isEmpty || bytes.areEqual(cell, kept) { continue }
        guard kept.isEmpty else {
          throw bytes.fault(
            cell, column,
            .differs(bytes.string(cell), from: bytes.string(kept), line: Int(kept.line)))
        }
        all[column] = cell
      }
      merged = all
    }
    if let merged { cells = merged }
  }

  private func part() throws(AuguryCSVRowFault) -> DistributionPart {
    if let option = bytes.text(cells[.option]),
      let probability = try bytes.probability(cells[.probability], .probability)
    {
      return .option(option, probability)
    }
    let level = try bytes.number(cells[.quantile], .quantile)
    if bytes.isDayShaped(cells[.value]), let day = try bytes.day(cells[.value], .value) {
      return .dateQuantile(level, value: day)
    }
    return .quantile(level, value: try bytes.number(cells[.value], .value))
  }

  /// Whether the row read last says that its forecast names no day by which it must come true.
  var isOpen: Bool { bytes.isWord(cells[.until], "none") }

  private func window() throws(AuguryCSVRowFault) -> Window? {
    guard !isOpen, let day = try bytes.day(cells[.until], .until) else { return nil }
    return Window(default: day, zone: bytes.text(cells[.untilZone]))
  }

  private func forecast() throws(AuguryCSVRowFault) -> ImportedForecast {
    var forecast = ImportedForecast(said: try bytes.said(cells[.saidOn]))
    forecast.probability = try bytes.probability(cells[.probability], .probability)
    forecast.isNegated = try bytes.negated(cells[.negated])
    forecast.baseline = try bytes.probability(cells[.baseline], .baseline)
    forecast.window = try window()
    if !cells[.withdrawnOn].isEmpty {
      forecast.withdrawn = try bytes.said(cells[.withdrawnOn], .withdrawnOn)
    }
    if let quote = bytes.text(cells[.quote]) {
      forecast.wording = Wording(
        quote: quote, language: bytes.text(cells[.language]),
        form: try bytes.wordingForm(cells[.wording]))
      forecast.reading = try bytes.reading(cells[.reading])
    }
    forecast.citations = try bytes.citations(url: cells[.url], via: cells[.via])
    guard let system = bytes.text(cells[.system]) else { return forecast }
    let recorded = try bytes.said(cells[.recordedOn], .recordedOn)
    if !recorded.isUnknown { forecast.stamp = Stamp(system: system, recorded: recorded) }
    if let key = bytes.text(cells[.forecastKey]) {
      forecast.origin = Origin(system: system, key: key)
    }
    return forecast
  }
}
