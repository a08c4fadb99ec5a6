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
  /// stood until then. What had not been read at all by then is taken from the first reading after
  /// it, for what it is.
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
      guard isInTime else {
        if case .reading(let rereading) = act.body {
          scored.add(late: rereading.reading, at: act.recordedAt)
        }
        continue
      }
      if case .reading = act.body {
        scored.read = act.recordedAt
        scored.isReadLate = false
      }
      try change(&scored.forecast, act)
    }
    return scored
  }
}

extension ScoredStatement {
  /// Takes from a reading that came too late what had not been read at all before.
  fileprivate mutating func add(late reading: Reading?, at instant: Instant) {
    guard let reading else { return }
    let before = forecast.standingReading
    let chance = before?.chance == nil ? reading.chance : nil
    let horizon = before?.horizon == nil ? reading.horizon : nil
    guard chance != nil || horizon != nil else { return }
    forecast.reading = Reading(
      chance: before?.chance ?? chance, horizon: before?.horizon ?? horizon)
    read = instant
    isReadLate = true
  }
}
