/// What was found out about a question.
public enum Outcome: Sendable, Equatable {
  /// It happened, on a day where that is known.
  case happened(CivilDate?)
  /// It had not happened by the end of a day.
  case notSeen(through: CivilDate)
  /// It did not happen, and now cannot.
  case cannotHappen
  /// The option that came true.
  case option(String)
  /// The number that came out.
  case number(DecimalText)
  /// The date that came out.
  case date(CivilDate)
  /// The criteria do not decide it.
  case ambiguous
  /// It should not be judged at all.
  case annulled
}

/// The recorded fact that decides a question; a later one supersedes it.
public struct Resolution: Sendable, Equatable {
  /// Its identifier.
  public var id: Identifier
  /// The question it decides.
  public var question: Identifier
  /// What was found out.
  public var outcome: Outcome
  /// When it became known; nothing means the default: the day it happened for a yes, the end of
  /// the deadline for a no, never the time of entry.
  public var known: CivilDate?
  /// What supports it.
  public var evidence: [Evidence]
  /// Who decided.
  public var decidedBy: String?
  /// Why, in words.
  public var reason: String?

  /// Creates a resolution.
  public init(
    id: Identifier, question: Identifier, outcome: Outcome, known: CivilDate? = nil,
    evidence: [Evidence] = [], decidedBy: String? = nil, reason: String? = nil
  ) {
    self.id = id
    self.question = question
    self.outcome = outcome
    self.known = known
    self.evidence = evidence
    self.decidedBy = decidedBy
    self.reason = reason
  }
}
