internal import Augury

extension Snapshot {
  /// Puts back what was said first where a correction came when the outcome was already known.
  ///
  /// A slip that was put right in time keeps the original's capture time; one put right
  /// afterwards is shown beside the original, and the original is scored.
  func takeBackLateCorrections(
    _ statements: inout Statements, _ sources: Places, _ questions: Places, only: String?
  ) throws(StoreError) {
    let these = only.map { "and a.subject in (\(Snapshot.forecasts(on: $0)))" }
    let changed = try database.all(
      """
      select a.subject, max(a.recorded_at), (
        select min(f.default_day) from forecast f where f.number = a.subject)
      from act a
      where a.kind in ('correction', 'reading') and \(Snapshot.stands("a")) \(these ?? "")
      group by a.subject
      """,
      .integer(seq), make: { ($0.integer(0), $0.integer(1), $0.optionalInteger(2)) })
    for (number, last, firstEnd) in changed {
      guard let row = statements.row(of: number) else { continue }
      let question = statements.questions[Int(statements.question[row])]
      if question.isSurelyOpen(at: last, firstEnd: firstEnd) { continue }
      guard let entry = try ledger.entry(number), case .forecast(let original) = entry.body else {
        continue
      }
      let scored = try scored(original, entry, question)
      let source = sources[try self.number(of: scored.forecast.source)]
      statements.replace(row, with: scored.forecast, source: source)
      statements.readings[number] = ReadingColumn(scored.forecast, recorded: scored.read)
    }
  }

  /// Returns the statement that is scored of a forecast.
  func scored(
    _ original: Forecast, _ entry: Entry, _ question: QuestionColumn
  ) throws(StoreError) -> ScoredStatement {
    let acts = try acts(on: entry.seq, [.correction, .reading])
    return try question.scored(original, captured: entry.recordedAt, acts) {
      (forecast, act) throws(StoreError) in _ = try forecast.change(by: act)
    }
  }

  func number(of id: Identifier) throws(StoreError) -> Int64 {
    let sql = "select number from identifier where id = $1"
    guard let number = try database.first(sql, .text(id.text), make: { $0.integer(0) }) else {
      throw .damaged("\(id) is named by an entry, but no entry introduces it")
    }
    return number
  }
}

extension Statements {
  /// The row of a forecast; rows stand in the order of their numbers.
  func row(of number: Int64) -> Int? {
    var low = 0
    var high = self.number.count
    while low < high {
      let middle = (low + high) / 2
      if self.number[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self.number[low] == number ? low : nil
  }

  private mutating func place(ofZone name: String?) -> Int32 {
    if let known = zones.firstIndex(of: name) { return Int32(known) }
    zones.append(name)
    return Int32(zones.count - 1)
  }

  mutating func replace(_ row: Int, with forecast: Forecast, source: Int32?) {
    self.source[row] = source ?? self.source[row]
    probability[row] = forecast.scoredProbability ?? .nan
    isNegated[row] = forecast.isNegated
    let said = forecast.said.bounds(in: .utc)
    saidFrom[row] = said?.from?.microseconds ?? Statements.missing
    saidUntil[row] = said?.until?.microseconds ?? Statements.missing
    baseline[number[row]] = forecast.baseline?.double
    zone[row] = place(ofZone: forecast.standingWindow?.zone)
    window[row] = (forecast.standingWindow?.default.dayNumber).map(Int64.init) ?? Statements.missing
    widths[number[row]] = forecast.standingWindow?.width
    guard !forecast.parts.isEmpty else { return }
    var options: [String: Double] = [:]
    for case .option(let option, let probability) in forecast.parts {
      options[option] = probability.double
    }
    self.options[number[row]] = options
  }
}

extension Window {
  /// The strict and the generous last day as numbers, where there is one of them.
  fileprivate var width: (strict: Int64, generous: Int64)? {
    guard strict != nil || generous != nil else { return nil }
    let usual = `default`
    return (Int64((strict ?? usual).dayNumber), Int64((generous ?? usual).dayNumber))
  }
}
