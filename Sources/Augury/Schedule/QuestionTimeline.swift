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

  /// Returns the facts at an instant.
  public func facts(at instant: Instant) -> QuestionFacts? {
    stretches.last { $0.from <= instant }?.facts
  }

  /// Returns all that is asked from one instant through another, each key once.
  ///
  /// - Parameters:
  ///   - start: When asking begins: what waits for a decision then is asked at once.
  ///   - now: The last instant.
  /// - Returns: The asks in the order of time. A question of which an outcome was taken back is
  ///   asked about at once, and so is one that waits again where nothing new gives the reason.
  public func asks(from start: Instant, through now: Instant) -> [PlannedAsk] {
    let end = now.advanced(byMicroseconds: 1)
    var asks: [PlannedAsk] = []
    var known: Set<ScheduleStep> = []
    for (place, stretch) in stretches.enumerated() {
      let until = place + 1 < stretches.count ? min(stretches[place + 1].from, end) : end
      let reopens = facts(before: place)?.isDecided == true && stretch.from >= start
      guard let facts = stretch.facts, until > start else { continue }
      var found = Schedule.asks(facts, from: max(stretch.from, start), until: until)
      if reopens, !facts.isDecided, stretch.from < until {
        found.removeAll { $0.step.at < stretch.from && $0.asked == stretch.from }
        found.insert(
          PlannedAsk(.init(.reopened, at: stretch.recorded), asked: stretch.from), at: 0)
      }
      found.removeAll { !known.insert($0.step).inserted }
      if !reopens, stretch.from >= start, stretch.from < until, returns(at: place),
        !found.contains(where: { $0.asked == stretch.from && $0.step.kind.asksForDecision })
      {
        found.insert(
          PlannedAsk(.init(.returned, at: stretch.recorded), asked: stretch.from), at: 0)
      }
      if place >= past { asks += found }
    }
    return asks
  }

  /// Whether a change that is not past makes the question wait for a decision.
  ///
  /// Whether it then waits for a reason that was told before follows from all that was before.
  public var returns: Bool { stretches.indices.contains { $0 >= past && returns(at: $0) } }

  /// Whether the question waits for a decision when a stretch begins, and did not just before.
  private func returns(at place: Int) -> Bool {
    let from = stretches[place].from
    return from > stretches[0].from && stretches[place].facts?.standing(at: from) != nil
      && facts(before: place)?.standing(at: from.advanced(byMicroseconds: -1)) == nil
  }

  /// The facts just before a stretch, in the last stretch that has any length.
  private func facts(before place: Int) -> QuestionFacts? {
    stretches[..<place].last { $0.from < stretches[place].from }?.facts
  }

  /// Returns what is asked next after an instant.
  public func next(after instant: Instant) -> NextAsk {
    guard let facts else { return .none(.gone) }
    return Schedule.next(facts, after: instant)
  }
}
