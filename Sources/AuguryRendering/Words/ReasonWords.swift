package import Augury

/// What is said of forecasts that are scored, or are not for one reason.
package struct ReasonWords: Sendable {
  private let reason: Scoreability

  /// Creates the words for a reason.
  package init(_ reason: Scoreability) {
    self.reason = reason
  }

  /// The label beside a count, as in "9 not yet due" and "1 repeat".
  package func label(_ count: Int) -> String {
    switch reason {
    case .scored: "scored"
    case .withdrawn: "withdrawn"
    case .hedge: count == 1 ? "only a hedge" : "only hedges"
    case .noProbability: "without a probability"
    case .notBinary: count == 1 ? "number or date" : "numbers or dates"
    case .unfalsifiable: "that no date can refute"
    case .noDeadline: "without a deadline"
    case .hindsight: "said when the outcome was known"
    case .afterwards: "found only afterwards"
    case .documented: "documented elsewhere only"
    case .repeated: count == 1 ? "repeat" : "repeats"
    case .notDue: "not yet due"
    case .undecided: "due but undecided"
    case .ambiguous: "disputed"
    case .annulled: "annulled"
    }
  }

  /// What holds of so many: "is not due yet", "are not due yet".
  package func predicate(_ count: Int) -> String {
    count == 1 ? predicateOfOne : predicateOfMany
  }

  private var predicateOfOne: String {
    switch reason {
    case .scored: "is scored"
    case .withdrawn: "was withdrawn before the outcome was known"
    case .hedge: "is only a hedge such as “could” or “may”"
    case .noProbability: "gives no probability"
    case .notBinary: "gives a number or a date, which is not scored yet"
    case .unfalsifiable: "is worded so that no date can prove it wrong"
    case .noDeadline: "has no deadline"
    case .hindsight: "was made when the outcome was already known"
    case .afterwards: "was found only once its outcome could be known"
    case .documented: "was documented elsewhere, but not captured here in time"
    case .repeated: "is another statement on the same question"
    case .notDue: "is not due yet"
    case .undecided: "is past its deadline, but nobody has recorded what happened"
    case .ambiguous: "has a disputed outcome"
    case .annulled: "is on a question that was annulled"
    }
  }

  private var predicateOfMany: String {
    switch reason {
    case .scored: "are scored"
    case .withdrawn: "were withdrawn before the outcomes were known"
    case .hedge: "are only hedges such as “could” or “may”"
    case .noProbability: "give no probability"
    case .notBinary: "give numbers or dates, which are not scored yet"
    case .unfalsifiable: "are worded so that no date can prove them wrong"
    case .noDeadline: "have no deadline"
    case .hindsight: "were made when the outcomes were already known"
    case .afterwards: "were found only once their outcomes could be known"
    case .documented: "were documented elsewhere, but not captured here in time"
    case .repeated: "are other statements on the same questions"
    case .notDue: "are not due yet"
    case .undecided: "are past their deadlines, but nobody has recorded what happened"
    case .ambiguous: "have disputed outcomes"
    case .annulled: "are on questions that were annulled"
    }
  }

  /// What none of them does, where that says it best: "is due yet".
  package var lack: String? {
    switch reason {
    case .noProbability: "gives a probability"
    case .noDeadline: "has a deadline"
    case .notDue: "is due yet"
    default: nil
    }
  }

  /// Why it is so, for those who ask; nothing where the label says all.
  package var explanation: String? {
    switch reason {
    case .hedge:
      "“Could”, “may” and the like say that something is not ruled out, which is no chance."
    case .notBinary: "Numbers and dates are recorded; they have no Brier score."
    case .unfalsifiable: "“Sooner or later” and the like stay open for ever."
    case .noDeadline: "What names no day by which it must have come true can never turn out wrong."
    case .afterwards:
      "What was entered when its outcome was known, or its time was over, proves no foresight: hits "
        + "are remembered better than misses."
    case .repeated:
      "Of several statements on one question one counts, so that repeating adds nothing."
    case .notDue:
      "A claim that something happens by a day counts once that day has passed, even if it came true "
        + "early: otherwise early hits would count long before the misses."
    case .undecided: "The day has passed, and nobody has recorded yet what happened."
    case .ambiguous:
      "The criteria did not decide what happened; the range of the Brier score shows what is at stake."
    case .annulled: "A question is annulled when it turns out that it cannot be judged."
    default: nil
    }
  }
}

extension Funnel {
  /// The reasons why forecasts are not scored, with how many each took: those that time or a decision
  /// may yet mend first.
  package var losses: [(reason: Scoreability, count: Int)] {
    let open: [Scoreability] = [.notDue, .undecided, .ambiguous, .annulled]
    return (open + Scoreability.allCases.filter { !open.contains($0) }).compactMap { reason in
      reasons[reason].map { (reason, $0) }
    }
  }
}
