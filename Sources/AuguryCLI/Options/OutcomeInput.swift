import Augury

/// Turns the word of an outcome into the fact it stands for.
struct OutcomeInput {
  let question: Question
  /// The day whose end makes it due: its deadline, or a later window once that was answered with no.
  let due: CivilDate?
  let today: CivilDate
  let on: String?
  let through: String?

  /// Reads an outcome.
  func outcome(_ word: String) throws -> Outcome {
    let outcome = try fact(word)
    if on != nil, !OutcomeInput.takesDay(outcome) {
      throw UsageError(
        "--on says when it happened; \"\(word.clipped)\" has no such day.", "Leave out --on.")
    }
    if through != nil {
      guard case .notSeen = outcome else {
        throw UsageError(
          "--through says until when nothing was seen; it goes with no.", "Leave out --through.")
      }
    }
    return outcome
  }

  private func fact(_ word: String) throws -> Outcome {
    switch (question.kind, word.lowercased()) {
    case (_, "ambiguous"): return .ambiguous
    case (_, "annulled"):
      throw UsageError("A question is annulled with its own command.", "Use `augury annul`.")
    case (.binary, "yes"): return .happened(try dayOfHappening())
    case (.binary, "no"): return .notSeen(through: try lastDayLooked())
    case (.binary, "never"): return .cannotHappen
    case (.binary, _):
      throw UsageError(
        "\"\(word.clipped)\" is not an outcome of a yes-or-no question.",
        "Give yes, no, never or ambiguous.")
    case (.categorical, _), (.ordered, _):
      guard question.options.contains(word) else {
        throw UsageError(
          "\"\(word.clipped)\" is not among the options.",
          "Give one of \(question.options.map { "\"\($0.clipped)\"" }.joined(separator: ", ")), or ambiguous."
        )
      }
      return .option(word)
    case (.numeric, _): return .number(try DecimalText(parsing: word))
    case (.date, _): return .date(try ForecastInput.day(word, today: today))
    }
  }

  private func dayOfHappening() throws -> CivilDate? {
    if on == "unknown" { return nil }
    if let on {
      let day = try ForecastInput.day(on, today: today)
      guard day <= today else {
        throw UsageError("\(day) has not come yet.", "Give the day on which it happened.")
      }
      return day
    }
    guard let deadline = question.deadline?.day, deadline < today else { return today }
    throw UsageError(
      "The deadline, \(deadline), has passed: the day it happened decides what that means.",
      "Give --on DAY, or --on unknown if it is only known to lie before the deadline.")
  }

  private func lastDayLooked() throws -> CivilDate {
    let yesterday = today.adding(days: -1)
    if let through {
      let day = try ForecastInput.day(through, today: today)
      guard day < today else {
        throw UsageError("\(day) is not over.", "Give a day that is over.")
      }
      return day
    }
    guard let deadline = question.deadline?.day else { return yesterday }
    if let due, due < today { return due }
    guard deadline < today else {
      throw UsageError(
        "The deadline, \(deadline), has not passed: it may still happen.",
        "Give --through DAY for the last day looked at, or `never` if it cannot happen any more.")
    }
    return deadline
  }

  private static func takesDay(_ outcome: Outcome) -> Bool {
    if case .happened = outcome { true } else { false }
  }
}
