extension Schedule {
  /// Returns what is asked next after an instant, so many times at most, if the facts stay as they
  /// are.
  ///
  /// - Parameters:
  ///   - facts: The facts.
  ///   - instant: The instant; what is asked at it is left out.
  ///   - limit: How many at most.
  /// - Returns: The asks in the order of time; none where ``next(_:after:)`` says why not.
  public static func following(
    _ facts: QuestionFacts, after instant: Instant, limit: Int
  ) -> [PlannedAsk] {
    var last = instant
    for _ in 0..<limit {
      guard case .ask(let ask) = next(facts, after: last) else { break }
      last = ask.asked
    }
    let from = instant.advanced(byMicroseconds: 1)
    let asks = asks(facts, from: from, until: last.advanced(byMicroseconds: 1)).filter {
      // What waits already is asked again at the beginning of any stretch.
      $0.asked > from || $0.step.at == from
    }
    return Array(asks.prefix(limit))
  }
}
