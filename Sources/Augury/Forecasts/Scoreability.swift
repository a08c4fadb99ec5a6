/// Whether a forecast can enter a score, or the reason why not.
///
/// The reasons are listed in the order in which they are tried; the first that applies is given.
public enum Scoreability: String, Sendable, CaseIterable {
  /// It enters the score.
  case scored
  /// Its source took it back before the outcome was known.
  case withdrawn
  /// Its words leave it open, such as "could" or "may".
  case hedge = "only a hedge"
  /// It gives no probability.
  case noProbability = "no probability"
  /// It gives numbers or dates, which have no Brier score.
  case notBinary = "not a yes-or-no or option forecast"
  /// Its words promise something that no day can refute, such as "sooner or later".
  case unfalsifiable = "cannot be refuted"
  /// It names no day by which it must have come true.
  case noDeadline = "no deadline"
  /// It was said when the outcome was already known.
  case hindsight = "said after the outcome was known"
  /// Nothing shows that it was on record before the outcome was known.
  case afterwards = "found afterwards"
  /// Its grade is documented, and only live ones are asked for.
  case documented = "documented, not live"
  /// The same source's statement that is taken for this question is another one.
  case repeated = "another statement is taken"
  /// The end of its window has not passed.
  case notDue = "not due"
  /// Its window has passed and nobody has said what happened.
  case undecided = "undecided"
  /// The criteria did not decide it.
  case ambiguous
  /// The question is not to be judged.
  case annulled

  /// Whether it is scored now, or would be once its outcome is known and not disputed.
  var mayCount: Bool {
    switch self {
    case .scored, .notDue, .undecided, .ambiguous, .annulled: true
    default: false
    }
  }
}
