package import Augury

/// A forecast whose words can be read.
package struct WordedForecast: Sendable {
  /// The number of its entry.
  package let number: Int64
  /// The forecast as it stands, with its last reading.
  package let forecast: Forecast
  /// When it was captured.
  package let captured: Instant
  /// The number of the source that stands for its own after merging.
  package let source: Int64
  /// The facts of its question.
  package let question: QuestionColumn

  /// Returns what a reader now makes of the words.
  package func reread(by reader: WordingReader) -> Reading? {
    forecast.reread(
      by: reader, captured: captured.civilDate, on: question.kind,
      hasDeadline: question.deadline != nil)
  }

  /// Whether a reading made at an instant is too late to count.
  package func isLate(at instant: Instant) -> Bool {
    forecast.standingReading != nil && !question.isInTime(instant, to: forecast, captured: captured)
  }
}

extension Snapshot {
  /// Returns the forecasts whose words say what no number or day was given for, in order.
  ///
  /// - Parameter statements: All statements that stand here.
  /// - Returns: The forecasts, as they stand.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func wordedForecasts(
    among statements: Statements
  ) throws(StoreError) -> [WordedForecast] {
    var found: [WordedForecast] = []
    for row in 0..<statements.count {
      let number = statements.number[row]
      guard statements.probability[row].isNaN || statements.readings[number] != nil,
        let entry = try ledger.entry(number), case .forecast(var forecast) = entry.body
      else { continue }
      for act in try changes(of: number) { _ = try forecast.change(by: act) }
      guard forecast.wording != nil else { continue }
      found.append(
        WordedForecast(
          number: number, forecast: forecast, captured: entry.recordedAt,
          source: statements.sources[Int(statements.source[row])].number,
          question: statements.questions[Int(statements.question[row])]))
    }
    return found
  }

  /// The corrections of a forecast and its last reading, in order.
  private func changes(of number: Int64) throws(StoreError) -> [Entry] {
    var numbers: [Int64] = []
    var reading: Int64?
    for (seq, isReading) in try database.all(
      """
      select number, kind = 'reading' from act
      where subject = $2 and kind in ('correction', 'reading') and \(Snapshot.stands())
      order by number
      """, .integer(seq), .integer(number), make: { ($0.integer(0), $0.integer(1) == 1) })
    {
      if isReading { reading = seq } else { numbers.append(seq) }
    }
    if let reading { numbers.append(reading) }
    var entries: [Entry] = []
    for seq in numbers.sorted() { if let entry = try ledger.entry(seq) { entries.append(entry) } }
    return entries
  }
}

extension Statements {
  /// Puts a forecast with another reading in the place of what counts, without recording anything.
  ///
  /// It keeps the time of the reading in whose place it comes; words that had not been read are read
  /// at the instant given.
  ///
  /// - Returns: Whether that changes what is scored.
  @discardableResult
  package mutating func read(_ forecast: Forecast, number: Int64, at instant: Instant) -> Bool {
    guard let row = row(of: number) else { return false }
    let (before, chance, window) = (readings[number], probability[row], self.window[row])
    replace(row, with: forecast, source: nil)
    let hadChance = before?.kind != nil || forecast.readChance == nil
    let recorded = hadChance ? before.map { Instant(microseconds: $0.recorded) } : nil
    readings[number] = ReadingColumn(forecast, recorded: recorded ?? instant)
    let isSameChance = chance == probability[row] || chance.isNaN && probability[row].isNaN
    return before?.meaning != readings[number]?.meaning || !isSameChance
      || window != self.window[row]
  }
}

extension Snapshot {
  /// Whether any source has a scale of its own.
  package func hasScales() throws(StoreError) -> Bool {
    try database.first(
      "select 1 from act where kind = 'scale' and \(Snapshot.stands()) limit 1",
      .integer(seq), make: { _ in true }) ?? false
  }

  /// Returns the scale that a source says it means its words by; nothing when it has none.
  package func scale(of source: Int64) throws(StoreError) -> Scale.Table? {
    var last: (seq: Int64, table: Scale.Table)?
    for member in try family(source) {
      guard let act = try acts(on: member, [.scale]).last, case .scale(let scale) = act.body,
        act.seq > last?.seq ?? -1
      else { continue }
      last = (act.seq, scale.table)
    }
    return last?.table == Scale.Table.none ? nil : last?.table
  }
}
