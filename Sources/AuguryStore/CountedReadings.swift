package import Augury

extension Snapshot {
  /// Returns the statement that is scored of a forecast: with the corrections and the reading that
  /// count.
  ///
  /// - Parameters:
  ///   - number: The number of the forecast's entry.
  ///   - statements: Statements that hold it.
  /// - Returns: The statement; nothing when the forecast does not stand.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func scoredStatement(
    _ number: Int64, among statements: Statements
  ) throws(StoreError) -> ScoredStatement? {
    guard let row = statements.row(of: number), let entry = try ledger.entry(number),
      case .forecast(let forecast) = entry.body
    else { return nil }
    return try scored(forecast, entry, statements.questions[Int(statements.question[row])])
  }

  /// Refuses to take out a reading that counts in a score whose outcome is known: nobody is to pick
  /// the reading that flatters.
  ///
  /// - Parameters:
  ///   - ranges: The entries that are to be taken out.
  ///   - instant: When that is done.
  /// - Throws: ``RetractionError/counted(_:)`` with the first such reading.
  package func checkReadings(in ranges: [ClosedRange<Int64>], at instant: Instant) throws {
    var readings: [(act: Int64, forecast: Int64)] = []
    for range in ranges {
      readings += try database.all(
        """
        select number, subject from act
        where kind = 'reading' and number between $2 and $3 and \(Snapshot.stands())
        """, .integer(seq), .integer(range.lowerBound), .integer(range.upperBound),
        make: { ($0.integer(0), $0.integer(1)) })
    }
    readings.removeAll { reading in ranges.contains { $0.contains(reading.forecast) } }
    guard !readings.isEmpty else { return }
    let statements = try statements()
    for (act, number) in readings {
      guard let row = statements.row(of: number), let entry = try ledger.entry(number),
        let made = try ledger.entry(act)?.recordedAt,
        let scored = try scoredStatement(number, among: statements), scored.read == made,
        !scored.isReadLate
      else { continue }
      let question = statements.questions[Int(statements.question[row])]
      if !question.isInTime(instant, to: scored.forecast, captured: entry.recordedAt) {
        throw RetractionError.counted(act)
      }
    }
  }
}
