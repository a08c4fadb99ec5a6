/// Why a question is asked about.
public enum OccasionKind: String, Sendable, CaseIterable {
  /// A date to look at it again before anything is decided.
  case review
  /// A source has said nothing more for half of its forecast's lead time.
  case silent
  /// Dates that a forecast of a date had thought likely have gone by.
  case pastMass = "past-mass"
  /// A forecast's window has ended under the strict reading of its words.
  case strict
  /// A forecast's own window has ended, before the question itself is due.
  case window
  /// The deadline has passed.
  case due
  /// A forecast's window has ended under the generous reading of its words.
  case generous
  /// The time of grace has passed as well, or it is time to say so again.
  case overdue
  /// The question's rule found what would decide it.
  case found
  /// The day has come until which it was put off, and it waits for no decision.
  case snoozed
  /// What was decided is undone.
  case reopened
  /// It waits for a decision again, for a reason that was told before: an end was moved back to a day
  /// that has passed, or a move or a snooze was undone.
  case returned

  /// Whether it asks for a decision, now and until one is made.
  public var asksForDecision: Bool {
    switch self {
    case .due, .overdue, .window, .strict, .generous, .found, .returned: true
    default: false
    }
  }
}

/// One reason to ask about a question, at an instant; the key under which it is asked once.
///
/// The instant follows from what the question says, never from when anything ran.
public struct Occasion: Sendable, Hashable {
  /// The question.
  public var question: Identifier
  /// Why it is asked about.
  public var kind: OccasionKind
  /// The instant from which there is reason to ask.
  public var due: Instant

  /// Creates an occasion.
  public init(question: Identifier, kind: OccasionKind, due: Instant) {
    self.question = question
    self.kind = kind
    self.due = due
  }

  /// The key as a text: the question, the kind and the instant, with `/` between them.
  public var key: String { "\(question.text)/\(kind.rawValue)/\(due.rfc3339)" }

  /// The last day before it, where it is the end of a day in whatever zone: the day of its noon.
  ///
  /// - Parameter zone: The zone in which days are told.
  /// - Returns: The day.
  public func lastDay(in zone: ZoneRules) -> CivilDate {
    zone.civilDate(at: due.advanced(byMicroseconds: -43_200_000_000))
  }
}

/// What is to be asked about a question, as a person reads it.
public struct AgendaItem: Sendable, Equatable {
  /// Why and when; the key.
  public var occasion: Occasion
  /// When it is to be asked: at once where the reason lies before the question, a move or a snooze.
  public var asked: Instant
  /// The proposition.
  public var text: String
  /// When it is due: the question's deadline now, else the last of its forecasts' windows, or of both
  /// once it was not seen through that.
  public var deadline: Deadline?
  /// Whether that is no deadline of its own, but the end of its forecasts' windows.
  public var goesByWindows = false
  /// Where the question stands.
  public var status: Status
  /// Why the question waits for a decision, now or when it is asked; nothing where it waits for none.
  public var waits: OccasionKind?
  /// What is proposed to be recorded, if anything.
  public var proposal: Proposal?
  /// What was found so far, each as one line of words with its place.
  public var evidence: [String]
  /// What is left of each source's last word, as one line each, where that was asked for.
  public var chances: [String]

  /// Whether it was decided before anyone was asked.
  ///
  /// By itself it follows from the status. What is decided by what was not seen so far is not settled
  /// where the generous end of a window comes later.
  public var isSettled: Bool

  /// Creates an item.
  public init(
    occasion: Occasion, asked: Instant, text: String, deadline: Deadline? = nil, status: Status,
    waits: OccasionKind? = nil, proposal: Proposal? = nil, evidence: [String] = []
  ) {
    self.occasion = occasion
    self.asked = asked
    self.text = text
    self.deadline = deadline
    self.status = status
    self.waits = waits
    self.proposal = proposal
    self.evidence = evidence
    chances = []
    isSettled = [.resolved, .ambiguous, .annulled].contains(status)
  }

  /// Whether a decision is asked for, and not only a look.
  public var asksForDecision: Bool { !isSettled && waits != nil }

}

/// An outcome that is proposed, with the reason for it.
public struct Proposal: Sendable, Equatable {
  /// What would be recorded.
  public var outcome: Outcome
  /// Why, in words.
  public var reason: String
  /// When it became known, where the evidence says so.
  public var known: CivilDate?
  /// What supports it.
  public var evidence: [Evidence]

  /// Creates a proposal.
  public init(
    _ outcome: Outcome, reason: String, known: CivilDate? = nil, evidence: [Evidence] = []
  ) {
    self.outcome = outcome
    self.reason = reason
    self.known = known
    self.evidence = evidence
  }
}

/// What needs a decision, and what comes next.
public struct Agenda: Sendable, Equatable {
  /// The instant it was made for.
  public var instant: Instant
  /// The zone that its days are counted in: an IANA name.
  public var zone: String
  /// What waits for a decision, the longest wait first.
  public var now: [AgendaItem]
  /// What comes next, the soonest first.
  public var next: [AgendaItem]

  /// Creates an agenda.
  public init(instant: Instant, zone: String, now: [AgendaItem], next: [AgendaItem]) {
    self.instant = instant
    self.zone = zone
    self.now = now
    self.next = next
  }
}
