/// A step with the instant at which it is asked about: later than the step where the question was
/// put off, not there yet, or moved.
public struct PlannedAsk: Sendable, Hashable {
  /// Why, and the instant that gives the reason.
  public var step: ScheduleStep
  /// When it is asked.
  public var asked: Instant

  /// Creates a planned ask.
  public init(_ step: ScheduleStep, asked: Instant) {
    self.step = step
    self.asked = asked
  }
}

/// Why nothing will be asked about a question any more.
public enum NoAsk: String, Sendable, CaseIterable {
  /// An outcome stands.
  case decided
  /// It was taken back, or is part of another question.
  case gone
  /// It has no deadline, no forecast of it has a window, and it is not to be reviewed.
  case endless = "no deadline and no review"
}

/// What comes next for a question.
public enum NextAsk: Sendable, Equatable {
  /// It is asked about, at an instant.
  case ask(PlannedAsk)
  /// It is not, and this is why.
  case none(NoAsk)
}

/// What is asked about a question and when: a pure function of its facts.
public enum Schedule: Sendable {
  /// Returns what is asked in a half-open stretch of time in which the facts stand.
  ///
  /// - Parameters:
  ///   - facts: The facts.
  ///   - from: The first instant of the stretch.
  ///   - until: The first instant after it.
  /// - Returns: The asks in the order of time. What asked for a decision before the stretch began
  ///   is asked at its beginning, the last of it alone. While the question is put off nothing is
  ///   asked; when that ends, the last of what asked for a decision meanwhile, else why it waits for
  ///   one, else that it ended. Of a question that is decided by what was not seen so far the
  ///   generous ends of windows that come later are asked about, each as a look.
  public static func asks(
    _ facts: QuestionFacts, from: Instant, until: Instant
  ) -> [PlannedAsk] {
    guard from < until else { return [] }
    guard !facts.isDecided else {
      return facts.lastLooks.filter { from <= $0.asked && $0.asked < until }
    }
    let steps = facts.finiteSteps(past: until)
    var asks: [PlannedAsk] = []
    if let standing = standing(steps, at: from), facts.snooze?.contains(from) != true {
      asks.append(PlannedAsk(standing, asked: from))
    }
    let inside = steps.filter { from <= $0.at && $0.at < until } + reviews(facts, from, until)
    asks += inside.filter { facts.snooze?.contains($0.at) != true }
      .map { PlannedAsk($0, asked: $0.at) }
    if let snooze = facts.snooze, from <= snooze.until, snooze.until < until {
      asks.append(release(snooze, steps, facts))
    }
    return asks.sorted(by: isSooner)
  }

  /// Returns what is asked next after an instant, if the facts stay as they are: the first of what
  /// is asked from then on, but for what waits already.
  public static func next(_ facts: QuestionFacts, after instant: Instant) -> NextAsk {
    guard !facts.isDecided else {
      return facts.lastLooks.first { $0.asked > instant }.map { .ask($0) } ?? .none(.decided)
    }
    let after = instant.advanced(byMicroseconds: 1)
    var next: PlannedAsk?
    func consider(_ ask: PlannedAsk) {
      guard ask.asked > instant, next.map({ isSooner(ask, $0) }) ?? true else { return }
      next = ask
    }
    let steps = facts.finiteSteps(past: max(instant, facts.snooze?.until ?? instant))
    for step in steps where facts.snooze?.contains(step.at) != true {
      consider(PlannedAsk(step, asked: step.at))
    }
    if let snooze = facts.snooze { consider(release(snooze, steps, facts)) }
    if let review = review(facts, from: after) { consider(PlannedAsk(review, asked: review.at)) }
    return next.map { .ask($0) } ?? .none(.endless)
  }

  /// What is asked when a snooze ends: the last of what asked for a decision meanwhile, else why the
  /// question waits for one since before, else that it ended.
  private static func release(
    _ snooze: SnoozeSpan, _ steps: [ScheduleStep], _ facts: QuestionFacts
  ) -> PlannedAsk {
    let held = steps.filter { snooze.contains($0.at) && $0.kind.asksForDecision }
    let waits = facts.reason(at: snooze.until.advanced(byMicroseconds: -1))
    // What was told before is told again under the day that ends the snooze.
    let step = held.max(by: comesBefore) ?? ScheduleStep(waits?.kind ?? .snoozed, at: snooze.until)
    return PlannedAsk(step, asked: snooze.until)
  }

  /// The first review at a fixed distance from an instant on that no snooze holds back.
  private static func review(_ facts: QuestionFacts, from instant: Instant) -> ScheduleStep? {
    let review = facts.periodicReview(from: instant)
    guard let review, let snooze = facts.snooze, snooze.contains(review.at) else { return review }
    return facts.periodicReview(from: snooze.until)
  }

  private static func isSooner(_ one: PlannedAsk, _ other: PlannedAsk) -> Bool {
    (one.asked, one.step.kind.rank) < (other.asked, other.step.kind.rank)
  }

  /// The last of the steps before an instant that ask for a decision.
  private static func standing(_ steps: [ScheduleStep], at instant: Instant) -> ScheduleStep? {
    steps.filter { $0.at < instant && $0.kind.asksForDecision }.max(by: comesBefore)
  }

  private static func comesBefore(_ one: ScheduleStep, _ other: ScheduleStep) -> Bool {
    (one.at, one.kind.rank) < (other.at, other.kind.rank)
  }

  private static func reviews(
    _ facts: QuestionFacts, _ from: Instant, _ until: Instant
  ) -> [ScheduleStep] {
    var reviews: [ScheduleStep] = []
    var start = from
    while let review = facts.periodicReview(from: start), review.at < until {
      reviews.append(review)
      start = review.at.advanced(byMicroseconds: 1)
    }
    return reviews
  }
}

extension OccasionKind {
  /// Its place among others at the same instant: the most pressing last.
  var rank: Int {
    switch self {
    case .review: 0
    case .silent: 1
    case .pastMass: 2
    case .strict: 3
    case .generous: 4
    case .window: 5
    case .snoozed: 6
    case .reopened: 7
    case .returned: 8
    case .due: 9
    case .overdue: 10
    case .found: 11
    }
  }
}

extension QuestionFacts {
  /// Returns why the question waits for a decision at an instant: its last window, its deadline or
  /// its time of grace has passed, or its rule found what would decide it.
  ///
  /// - Returns: Nothing while it is put off or decided, or where nothing of the kind has passed.
  public func standing(at instant: Instant) -> ScheduleStep? {
    isDecided || snooze?.contains(instant) == true ? nil : reason(at: instant)
  }

  /// The generous ends of windows after the time through which it is on record that it was not seen,
  /// in the order of time; a snooze puts them off to its end.
  var lastLooks: [PlannedAsk] {
    guard isDecided, let seenThrough else { return [] }
    let ends = Set(windows.compactMap { $0.generous == $0.default ? nil : $0.generous })
    return ends.filter { $0 > seenThrough }.sorted().map { end in
      let isPutOff = snooze?.contains(end) == true
      return PlannedAsk(.init(.generous, at: end), asked: isPutOff ? snooze?.until ?? end : end)
    }
  }

  /// Returns whether the question is undecided when its time of grace has passed, at an instant.
  public func isOverdue(at instant: Instant) -> Bool {
    !isDecided && overdue.map { $0 <= instant } ?? false
  }

  /// Why the undecided question waits at an instant, whether or not it is put off.
  func reason(at instant: Instant) -> ScheduleStep? {
    let overdue = overdue
    let standing = finiteSteps(past: instant).filter { step in
      guard step.at <= instant else { return false }
      return step.kind == .overdue
        ? step.at == overdue : [.window, .due, .found].contains(step.kind)
    }
    return standing.max {
      // The most pressing, and of several that are alike the one that has waited longest.
      $0.kind.rank == $1.kind.rank ? $0.at > $1.at : $0.kind.rank < $1.kind.rank
    }
  }
}
