/// When a question is looked at again before it is due.
public enum ReviewPlan: Sendable, Equatable {
  /// Each time half of what was left has gone by, down to a week; every half year without a deadline.
  case halving
  /// Every so many days from its opening.
  case every(days: Int)
  /// Never.
  case never
}

/// How the chance of a "by T" claim falls while nothing happens.
public enum HazardChoice: Sendable, Equatable {
  /// It may come at any moment with the same readiness.
  case constant
  /// Its readiness grows (shape above 1) or fades (below 1) with time; the shape as it was written.
  case weibull(shape: DecimalText)
  /// Every day until the deadline is as likely as any other.
  case uniform
  /// It is not a "by T" claim: the chance of something on a date does not fall while one waits.
  case none
}

/// How a question is watched: what stands last counts, as a whole.
public struct Scheduling: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// Days of grace after the deadline before it is overdue; nothing for ``Grace/usualDays``.
  public var graceDays: Int?
  /// When it is looked at again.
  public var review: ReviewPlan
  /// How its chance falls while nothing happens.
  public var hazard: HazardChoice
  /// Whether the event could happen without the public seeing it, so that silence proves nothing.
  public var isHidden: Bool

  /// Creates the settings of a question.
  public init(
    question: Identifier, graceDays: Int? = nil, review: ReviewPlan = .halving,
    hazard: HazardChoice = .constant, isHidden: Bool = false
  ) {
    self.question = question
    self.graceDays = graceDays
    self.review = review
    self.hazard = hazard
    self.isHidden = isHidden
  }
}

/// A question put off: nothing is asked about it until a day begins.
public struct Snooze: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// The day on which it is asked about again, in the zone of its deadline; nothing ends the snooze.
  public var until: CivilDate?
  /// Why, in words.
  public var reason: String?

  /// Creates a snooze.
  public init(question: Identifier, until: CivilDate?, reason: String? = nil) {
    self.question = question
    self.until = until
    self.reason = reason
  }

  /// Returns whether the question is still put off at an instant.
  public func stands(at instant: Instant, in zone: ZoneRules) -> Bool {
    until.map { instant < zone.startOfDay($0) } ?? false
  }
}
