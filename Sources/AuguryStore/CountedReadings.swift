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

  /// Refuses to change which reading counts in a score whose outcome is known: nobody is to pick the
  /// one that flatters, neither by taking a reading out nor by bringing one back.
  ///
  /// - Parameters:
  ///   - ranges: The entries that are to be taken out.
  ///   - instant: When that is done.
  /// - Throws: ``RetractionError/counted(_:)`` with the first such reading.
  package func checkReadings(in ranges: [ClosedRange<Int64>], at instant: Instant) throws {
    let leaving = try readings(in: ranges, areStanding: true)
    let coming = try readings(in: retracted(by: ranges), areStanding: false)
    guard !leaving.isEmpty || !coming.isEmpty else { return }
    let statements = try statements()
    for (act, number) in leaving + coming {
      guard let row = statements.row(of: number), let entry = try ledger.entry(number),
        let made = try ledger.entry(act)?.recordedAt,
        let scored = try scoredStatement(number, among: statements)
      else { continue }
      let question = statements.questions[Int(statements.question[row])]
      func isInTime(_ instant: Instant) -> Bool {
        question.isInTime(instant, to: scored.forecast, captured: entry.recordedAt)
      }
      // A reading that came too late counts neither way.
      let counts = scored.read == made ? !scored.isReadLate : isInTime(made) && made > scored.read
      if counts, !isInTime(instant) { throw RetractionError.counted(act) }
    }
  }

  /// The readings among some entries, with their forecasts, which are not among them.
  private func readings(
    in ranges: [ClosedRange<Int64>], areStanding: Bool
  ) throws(StoreError) -> [(act: Int64, forecast: Int64)] {
    var found: [(act: Int64, forecast: Int64)] = []
    for range in ranges {
      found += try database.all(
        """
        select distinct number, subject from act
        where kind = 'reading' and number between $2 and $3
          and \(areStanding ? Snapshot.stands() : "from_seq <= $1")
        """, .integer(seq), .integer(range.lowerBound), .integer(range.upperBound),
        make: { ($0.integer(0), $0.integer(1)) })
    }
    return found.filter { reading in !ranges.contains { $0.contains(reading.forecast) } }
  }

  /// What comes back when retractions among some entries are taken out.
  private func retracted(
    by ranges: [ClosedRange<Int64>]
  ) throws(StoreError) -> [ClosedRange<Int64>] {
    var found: [ClosedRange<Int64>] = []
    for range in ranges {
      found += try database.all(
        """
        select subject, object from act
        where kind = 'retraction' and number between $2 and $3 and \(Snapshot.stands())
        """, .integer(seq), .integer(range.lowerBound), .integer(range.upperBound),
        make: { $0.integer(0)...($0.optionalInteger(1) ?? $0.integer(0)) })
    }
    return found
  }
}
