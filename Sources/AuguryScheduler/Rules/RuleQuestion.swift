package import Augury

/// A question as its rule needs to know it.
package struct RuleQuestion: Sendable {
  /// The question as it stands.
  package var question: Question
  /// The last day that counts: the question's deadline, else the end of its forecasts' windows.
  package var deadline: CivilDate?
  /// The zone in which its days are counted.
  package var zone: ZoneRules
  /// The first day that counts: the day on which it was opened.
  package var opened: CivilDate

  /// Creates the facts of a question.
  package init(
    _ question: Question, deadline: CivilDate?, zone: ZoneRules = .utc, opened: CivilDate
  ) {
    self.question = question
    self.deadline = deadline
    self.zone = zone
    self.opened = opened
  }

  /// Returns whether something on a day counts.
  package func isOpen(on day: CivilDate) -> Bool {
    day >= opened && deadline.map { day <= $0 } ?? true
  }

  /// Returns whether the deadline has passed at an instant; it never has where there is none.
  package func isOver(at instant: Instant) -> Bool {
    deadline.map { instant >= zone.endOfDay($0) } ?? false
  }
}
