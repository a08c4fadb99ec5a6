extension QuestionColumn {
  /// Returns the deadline that a forecast without a window of its own is judged by: the one that
  /// stood when it was said.
  ///
  /// That is taken at the first instant at which it may have been said. What was captured while it
  /// may have been said stands for the time of saying.
  ///
  /// - Parameters:
  ///   - from: The first instant at which it may have been said.
  ///   - until: The instant by which it must have been said.
  ///   - captured: When it was captured.
  /// - Returns: The deadline; nothing when there was none then.
  public func deadline(saidFrom from: Int64, until: Int64, captured: Int64) -> Deadline? {
    guard !moves.isEmpty else { return deadline }
    let isLive = from <= captured && (until == Statements.missing || captured < until)
    return deadline(at: from == Statements.missing || isLive ? captured : from)
  }

  /// Returns the deadline that a forecast on this question is judged by: its own window's, else the
  /// one that stood when it was said.
  ///
  /// Words that no day can refute have none.
  public func deadline(of forecast: Forecast, captured: Instant) -> Deadline? {
    if forecast.isUnfalsifiable { return nil }
    if let window = forecast.standingWindow {
      return Deadline(day: window.default, zone: window.zone)
    }
    let said = forecast.said.bounds(in: .utc)
    return deadline(
      saidFrom: said?.from?.microseconds ?? Statements.missing,
      until: said?.until?.microseconds ?? Statements.missing, captured: captured.microseconds)
  }

  /// Whether the outcome was surely unknown at an instant under any window that a forecast had.
  ///
  /// - Parameters:
  ///   - instant: The instant, in microseconds.
  ///   - firstEnd: The earliest day with which a window of the forecast ends.
  /// - Returns: Whether it was; false where that cannot be told at once.
  public func isSurelyOpen(at instant: Int64, firstEnd: Int64?) -> Bool {
    guard outcome == nil, moves.isEmpty else { return false }
    let ends = [deadline.map { Int64($0.day.dayNumber) }, firstEnd].compactMap(\.self)
    // A day of room for zones east of the meridian.
    return ends.allSatisfy { ($0 - 1) * 86_400_000_000 > instant }
  }

  /// Tells whether a correction of a forecast came before the outcome was known, so that it changes
  /// what is scored.
  ///
  /// - Parameters:
  ///   - correction: When the correction was recorded.
  ///   - forecast: The forecast with the corrections before it.
  ///   - captured: When the forecast was captured.
  /// - Returns: Whether it came in time.
  public func isInTime(
    _ correction: Instant, to forecast: Forecast, captured: Instant
  ) -> Bool {
    // What a keeper enters after having recorded an outcome is late, whatever day that names.
    if let firstResolved, correction.microseconds >= firstResolved { return false }
    return CaptureGrade(
      captured: correction, outcome: outcome, known: known,
      deadline: deadline(of: forecast, captured: captured), Zones()) == .live
  }
}

extension Statements {
  /// Returns the deadline that the forecast in a row is judged by; nothing when it has none.
  public func deadline(_ row: Int) -> Deadline? {
    if isUnfalsifiable(row) { return nil }
    guard window[row] == Statements.missing else {
      return Deadline(
        day: CivilDate(dayNumber: Int(window[row])), zone: zones[Int(zone[row])])
    }
    return questions[Int(question[row])].deadline(
      saidFrom: saidFrom[row], until: saidUntil[row], captured: captured[row])
  }

  /// Whether no day can refute the words of the forecast in a row.
  func isUnfalsifiable(_ row: Int) -> Bool {
    !readings.isEmpty && readings[number[row]]?.isUnfalsifiable == true
  }

  /// Returns the instant that puts the forecast in a row in order with others: the first at which it
  /// may have been said, and where none is known, the one by which it was surely on record.
  public func moment(_ row: Int) -> Int64 {
    guard saidFrom[row] == Statements.missing else { return saidFrom[row] }
    let captured = captured[row] + 1
    let said = saidUntil[row] == Statements.missing ? captured : saidUntil[row]
    let stamped = stamped[row] == Statements.missing ? captured : stamped[row]
    return min(captured, said, stamped)
  }
}
