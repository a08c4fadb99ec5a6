/// A reason to ask about a question, at the instant that gives it.
public struct ScheduleStep: Sendable, Hashable {
  /// Why.
  public var kind: OccasionKind
  /// When.
  public var at: Instant

  /// Creates a step.
  public init(_ kind: OccasionKind, at: Instant) {
    self.kind = kind
    self.at = at
  }
}

extension QuestionFacts {
  /// The days after the end of grace at which an overdue question is brought up again: a week, and
  /// each time twice as long again.
  static let reminderDays = (1...20).map { 7 * ((1 << $0) - 1) }

  /// The least time that is left when a question is looked at again before it is due.
  static let shortestReview = 7

  /// Returns all steps but reviews at fixed distances, in no order.
  ///
  /// - Parameter limit: Of the times at which an overdue question is brought up again, those after
  ///   this instant are left out but for the first.
  /// - Returns: The steps.
  func finiteSteps(past limit: Instant) -> [ScheduleStep] {
    guard let seenThrough else { return allSteps(past: limit) }
    // What had ended by then is answered: it was not seen.
    return allSteps(past: max(limit, seenThrough)).filter {
      $0.at > seenThrough || !$0.kind.asksForDecision
    }
  }

  private func allSteps(past limit: Instant) -> [ScheduleStep] {
    var steps: [ScheduleStep] = []
    let due = due
    for window in windows {
      if let strict = window.strict, strict != window.default {
        steps.append(.init(.strict, at: strict))
      }
      if window.default != due { steps.append(.init(.window, at: window.default)) }
      if let generous = window.generous, generous != window.default {
        steps.append(.init(.generous, at: generous))
      }
    }
    for instant in passedMass where due.map({ instant < $0 }) ?? true {
      steps.append(.init(.pastMass, at: instant))
    }
    steps += silences.map { ScheduleStep(.silent, at: $0) }
    steps += found.map { ScheduleStep(.found, at: $0) }
    guard let due else { return steps }
    steps.append(.init(.due, at: due))
    for days in [0] + QuestionFacts.reminderDays {
      let at = grace.end(after: due, further: days)
      steps.append(.init(.overdue, at: at))
      if at > limit { break }
    }
    if review == .halving { steps += halvings(to: due).map { .init(.review, at: $0) } }
    return steps
  }

  /// The time of grace, in the zone in which the question's days begin.
  private var grace: Grace { Grace(days: graceDays, in: zone) }

  /// When the time of grace is over.
  var overdue: Instant? { due.map { grace.end(after: $0) } }

  /// The beginnings of the days on which half, a quarter, an eighth … of the time until it is due is
  /// left, down to a week.
  private func halvings(to due: Instant) -> [Instant] {
    var dates: [Instant] = []
    var left = (due.microseconds - opened.microseconds) / 2
    let least = Int64(QuestionFacts.shortestReview) * 86_400_000_000
    while left >= least {
      let date = dayStart(due.advanced(byMicroseconds: -left))
      if date > opened { dates.append(date) }
      left /= 2
    }
    return dates
  }

  /// The beginnings of the days on which a source has been silent for more than half of the time
  /// that its last words reach.
  private var silences: [Instant] {
    guard !spoken.isEmpty else { return [] }
    let due = due
    var instants: [Instant] = []
    var later: [Int64: Instant] = [:]
    for statement in spoken.sorted(by: { $0.said > $1.said }) {
      let next = later[statement.source]
      later[statement.source] = statement.said
      guard let end = statement.end ?? due, end > statement.said, next != statement.said else {
        continue
      }
      let half = (end.microseconds - statement.said.microseconds) / 2
      let date = dayEnd(statement.said.advanced(byMicroseconds: half))
      if date < end, next.map({ $0 > date }) ?? true { instants.append(date) }
    }
    return instants
  }

  /// Returns the next review at a fixed distance after an instant, or at it.
  ///
  /// Nothing for a question that has none of them, and from the time it is due.
  func periodicReview(from instant: Instant) -> ScheduleStep? {
    let due = due
    let date: Instant?
    switch review {
    case .every(let days): date = every(days, from: instant)
    case .halving: date = due == nil ? halfYear(from: instant) : nil
    case .never: date = nil
    }
    guard let date, due.map({ date < $0 }) ?? true else { return nil }
    return ScheduleStep(.review, at: date)
  }

  private func every(_ days: Int, from instant: Instant) -> Instant? {
    let first = zone.civilDate(at: opened).dayNumber
    let day = zone.civilDate(at: instant).dayNumber
    var step = max((day - first) / max(days, 1), 1)
    while let date = CivilDate(dayNumber: first).exactlyAdding(days: step * max(days, 1)) {
      let start = zone.startOfDay(date)
      if start >= instant { return start }
      step += 1
    }
    return nil
  }

  private func halfYear(from instant: Instant) -> Instant? {
    let first = zone.civilDate(at: opened)
    let day = zone.civilDate(at: instant)
    var step = max((day.year - first.year) * 2 - 2, 1)
    while let date = first.exactlyAdding(months: 6 * step) {
      let start = zone.startOfDay(date)
      if start >= instant { return start }
      step += 1
    }
    return nil
  }

  private func dayStart(_ instant: Instant) -> Instant { zone.startOfDay(after: instant) }

  private func dayEnd(_ instant: Instant) -> Instant { zone.startOfDay(days: 1, after: instant) }
}
