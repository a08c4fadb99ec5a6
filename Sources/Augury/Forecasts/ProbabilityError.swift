/// The reason why a text is not a probability.
public enum ProbabilityError: Explained, Equatable {
  /// The text, or its number, is not one that the number reader takes.
  case number(NumberError)
  /// A bare number above 1 and up to 100, which may have been meant as a percentage.
  case percentMissing(String, percent: String, fraction: String)
  /// The same in a column of fractions.
  case percentSuspected(String, percent: String, fraction: String)
  /// A percentage in a column of fractions.
  case percentInsteadOfFraction(String, fraction: String)
  /// The number is below 0.
  case negative(String)
  /// The number is above 1, or above 100 %.
  case aboveOne(String)
  /// The text has a slash, but not a positive integer on each side of it.
  case malformedFraction(String)
  /// The text has a colon, but not a number from 0 up on each side of it.
  case malformedOdds(String)
  /// Both sides of the odds are 0.
  case oddsWithoutChance(String)

  /// A text that cannot be taken is invalid.
  public var kind: FailureKind { .invalid }

  /// What is wrong with the text, which is named in at most 60 characters.
  public var what: String {
    switch self {
    case .number(let error): error.what
    case .percentMissing(let text, _, _): "“\(text.clipped)” is above 1 and has no percent sign."
    case .percentSuspected(let text, let percent, _):
      "“\(text.clipped)” is above 1, and this column holds fractions; was \(percent) meant?"
    case .percentInsteadOfFraction(let text, _):
      "“\(text.clipped)” is a percentage, and this column holds fractions of 1."
    case .negative(let text): "“\(text.clipped)” is below 0, so it is no probability."
    case .aboveOne(let text): "“\(text.clipped)” is above 1 (100 %), so it is no probability."
    case .malformedFraction(let text): "“\(text.clipped)” is not one positive integer over another."
    case .malformedOdds(let text): "“\(text.clipped)” is not odds of two numbers from 0 up."
    case .oddsWithoutChance(let text): "“\(text.clipped)” gives no chance to either side."
    }
  }

  /// What to write instead.
  public var remedy: String {
    switch self {
    case .number(.empty), .number(.notANumber), .number(.hexadecimal), .number(.space),
      .number(.otherDigits):
      "Write a fraction such as 0.7, in the digits 0 to 9."
    case .number(let error): error.remedy
    case .percentMissing(_, let percent, let fraction): "Write \(percent) or \(fraction)."
    case .percentSuspected(_, let percent, let fraction):
      "Write \(fraction) if \(percent) was meant."
    case .percentInsteadOfFraction(_, let fraction): "Write \(fraction)."
    case .negative, .aboveOne: "Write a number from 0 to 1, or a percentage from 0% to 100%."
    case .malformedFraction: "Write two positive integers, such as 7/10."
    case .malformedOdds: "Write the odds for the event as two numbers, such as 3:1."
    case .oddsWithoutChance: "Write odds with a number above 0 on one side at least."
    }
  }
}
