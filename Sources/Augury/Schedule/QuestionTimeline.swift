/// A question's facts through time: each stretch begins where the one before ends.
public struct QuestionTimeline: Sendable {
  /// A stretch in which nothing about the question changes.
  public struct Stretch: Sendable {
    /// Its first instant.
    public var from: Instant
    /// When the change that begins it was recorded, by the machine's clock then.
    public var recorded: Instant
    /// The facts; nothing where the question does not stand, or as part of another.
    public var facts: QuestionFacts?

    /// Creates a stretch.
    public init(from: Instant, recorded: Instant, facts: QuestionFacts?) {
      self.from = from
      self.recorded = recorded
      self.facts = facts
    }
  }

  /// The stretches in the order of time; the last has no end.
  public var stretches: [Stretch]
  /// How many of the first stretches only tell what was before, and are asked about no more.
  public var past: Int

  /// Creates a timeline.
  public init(_ stretches: [Stretch], past: Int = 0) {
    self.stretches = stretches
    self.past = past
  }

  /// The facts now.
  public var facts: QuestionFacts? { stretches.last?.facts }

  /// Returns all that is asked from one instant through another, each key once.
  ///
  /// - Parameters:
  ///   - start: When asking begins: what waits for a decision then is asked at once.
  ///   - now: The last instant.
  /// - Returns: The asks in the order of time. A question of which an outcome was taken back is
  ///   asked about at once.
  public func asks(from start: Instant, through now: Instant) -> [PlannedAsk] {
    let end = now.advanced(byMicroseconds: 1)
    var asks: [PlannedAsk] = []
    var known: Set<ScheduleStep> = []
    var wasDecided = false
    for (place, stretch) in stretches.enumerated() {
      let until = place + 1 < stretches.count ? min(stretches[place + 1].from, end) : end
      let reopens = wasDecided && stretch.facts?.isDecided == false && stretch.from >= start
      if let facts = stretch.facts { wasDecided = facts.isDecided }
      guard let facts = stretch.facts, until > start, place >= past else { continue }
      var found = Schedule.asks(facts, from: max(stretch.from, start), until: until)
      if reopens, stretch.from < until {
        found.removeAll { $0.step.at < stretch.from && $0.asked == stretch.from }
        found.insert(
          PlannedAsk(.init(.reopened, at: stretch.recorded), asked: stretch.from), at: 0)
      }
      asks += found.filter { known.insert($0.step).inserted }
    }
    return asks
  }

  /// Returns what is asked next after an instant.
  public func next(after instant: Instant) -> NextAsk {
    guard let facts else { return .none(.gone) }
    return Schedule.next(facts, after: instant)
  }
}
