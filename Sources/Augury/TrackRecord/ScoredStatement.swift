/// The statement that is scored: a forecast with what was done to it in time.
public struct ScoredStatement: Sendable {
  /// The forecast.
  public var forecast: Forecast
  /// When its reading was made.
  public var read: Instant
  /// Whether its words were first read when the outcome was already known.
  public var isReadLate = false

  /// Creates the statement of a forecast to which nothing was done.
  public init(forecast: Forecast, read: Instant) {
    self.forecast = forecast
    self.read = read
  }
}

extension QuestionColumn {
  /// Returns the statement that is scored of a forecast.
  ///
  /// A correction or a reading counts when it came before the outcome was known, by the window that
  /// stood until then. Where nothing had been read by then, the first reading after it counts for
  /// what it is.
  ///
  /// - Parameters:
  ///   - original: What was said first.
  ///   - captured: When that was captured.
  ///   - acts: The corrections and readings of it that stand, in order.
  ///   - change: Makes the change of one of them.
  /// - Returns: The statement.
  /// - Throws: What the closure throws.
  public func scored<Failure: Error>(
    _ original: Forecast, captured: Instant, _ acts: [Entry],
    change: (inout Forecast, Entry) throws(Failure) -> Void
  ) throws(Failure) -> ScoredStatement {
    var scored = ScoredStatement(forecast: original, read: captured)
    for act in acts {
      let isInTime = isInTime(act.recordedAt, to: scored.forecast, captured: captured)
      if case .reading = act.body {
        guard isInTime || scored.forecast.standingReading == nil else { continue }
        scored.read = act.recordedAt
        scored.isReadLate = !isInTime
      } else if !isInTime {
        continue
      }
      try change(&scored.forecast, act)
    }
    return scored
  }
}
