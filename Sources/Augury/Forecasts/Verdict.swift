/// Whether what a forecast spoke of came about within its window.
public enum Verdict: Sendable, Equatable {
  case yes, no
  /// The facts do not reach far enough to say.
  case undecided
  case ambiguous, annulled

  /// Derives the verdict on "it happens by the end of the window" from a question's facts.
  ///
  /// - Parameters:
  ///   - outcome: What was found out, if anything.
  ///   - window: The last day that counts for the forecast; nothing when it has no end.
  ///   - deadline: The last day that counts for the question; nothing when it has no end.
  ///
  /// A day of happening that is not known counts as within the question's deadline only, so a
  /// forecast with a shorter window stays undecided.
  public init(outcome: Outcome?, window: CivilDate?, deadline: CivilDate?) {
    switch outcome {
    case nil, .option, .number, .date: self = .undecided
    case .ambiguous: self = .ambiguous
    case .annulled: self = .annulled
    case .cannotHappen: self = .no
    case .happened(let day?): self = window.map { day <= $0 } ?? true ? .yes : .no
    case .happened(nil):
      guard let window else {
        self = .yes
        return
      }
      self = deadline.map { window >= $0 } ?? true ? .yes : .undecided
    case .notSeen(let through):
      self = window.map { $0 <= through } ?? false ? .no : .undecided
    }
  }
}
