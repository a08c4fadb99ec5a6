/// The ends of a forecast's own window: the first instants after its last days.
public struct WindowEnds: Sendable, Hashable {
  /// The end under a strict reading, where that is another.
  public var strict: Instant?
  /// The end that is taken by default.
  public var `default`: Instant
  /// The end under a generous reading, where that is another.
  public var generous: Instant?

  /// Creates the ends of a window.
  public init(strict: Instant? = nil, default: Instant, generous: Instant? = nil) {
    self.strict = strict
    self.default = `default`
    self.generous = generous
  }
}

/// When a source spoke about a question, and how far that reaches.
public struct SpokenTime: Sendable, Hashable {
  /// The number of the source.
  public var source: Int64
  /// When it was said, or by when it was surely on record.
  public var said: Instant
  /// The end of what it was said for, where it has one of its own.
  public var end: Instant?

  /// Creates the time of a statement.
  public init(source: Int64, said: Instant, end: Instant? = nil) {
    self.source = source
    self.said = said
    self.end = end
  }
}

/// What a question's schedule follows from, while nothing about it changes.
public struct QuestionFacts: Sendable {
  /// The zone in which its days begin.
  public var zone: ZoneRules
  /// When it was first asked or spoken about.
  public var opened: Instant
  /// The first instant after its own deadline.
  public var deadline: Instant?
  /// The windows of its forecasts, each once.
  public var windows: [WindowEnds]
  /// Who spoke when.
  public var spoken: [SpokenTime]
  /// The ends of the days by which forecasts of its date had placed a share of their chance.
  public var passedMass: [Instant]
  /// When its rule found what would decide it.
  public var found: [Instant]
  /// Days of grace after it is due.
  public var graceDays: Int
  /// When it is looked at again.
  public var review: ReviewPlan
  /// The time for which it is put off.
  public var snooze: SnoozeSpan?
  /// The first instant after the last day through which it is on record that it was not seen.
  public var seenThrough: Instant?
  /// Whether an outcome stands that leaves nothing to ask.
  public var isDecided: Bool

  /// Creates the facts of a question.
  public init(
    zone: ZoneRules = .utc, opened: Instant, deadline: Instant? = nil, windows: [WindowEnds] = [],
    spoken: [SpokenTime] = [], passedMass: [Instant] = [], found: [Instant] = [],
    graceDays: Int = Grace.usualDays,
    review: ReviewPlan = .halving, snooze: SnoozeSpan? = nil,
    seenThrough: Instant? = nil, isDecided: Bool = false
  ) {
    self.zone = zone
    self.opened = opened
    self.deadline = deadline
    self.windows = windows
    self.spoken = spoken
    self.passedMass = passedMass
    self.found = found
    self.graceDays = graceDays
    self.review = review
    self.snooze = snooze
    self.seenThrough = seenThrough
    self.isDecided = isDecided
  }

  /// When it is due: by its own deadline, else when the last of its forecasts' windows has ended;
  /// once it was not seen through that, when the last of both has.
  public var due: Instant? {
    let own = deadline ?? windows.lazy.map(\.default).max()
    guard !isDecided, let own, let seenThrough, own <= seenThrough else { return own }
    return lastEnd
  }

  /// When the last of its deadline and its forecasts' windows has ended.
  public var lastEnd: Instant? { (windows.map(\.default) + [deadline].compactMap(\.self)).max() }
}

/// The time for which a question is put off, half-open.
public struct SnoozeSpan: Sendable, Hashable {
  /// When it was put off.
  public var from: Instant
  /// When it is asked about again.
  public var until: Instant

  /// Creates a span.
  public init(from: Instant, until: Instant) {
    self.from = from
    self.until = until
  }

  /// Returns whether an instant lies in the span.
  public func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }
}
