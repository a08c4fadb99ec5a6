package import Augury

/// What is said of one forecast on its source's page.
package struct ForecastWords: Sendable {
  private let forecast: AssessedForecast

  /// Creates the words for a forecast.
  package init(_ forecast: AssessedForecast) {
    self.forecast = forecast
  }

  /// Whether it is scored and with what, or why not.
  package var standing: String {
    let days =
      forecast.dependsOnWindow ? "; another reading of its words of time turns it round" : ""
    switch forecast.standing {
    case .scored: return score + days
    case .notDue: return notDue
    default:
      return "Not scored: it \(ReasonWords(forecast.standing).predicate(1))."
    }
  }

  private var score: String {
    let brier = forecast.brier.map { NumberText.fixed($0, 2) } ?? "–"
    let range =
      forecast.bounds.flatMap { bounds in
        bounds.isOpen
          ? " (\(NumberText.fixed(bounds.best, 2)) to \(NumberText.fixed(bounds.worst, 2)) by how it is read)"
          : nil
      } ?? ""
    guard let edge = forecast.edge, let own = forecast.brier else {
      return "Brier \(brier)\(range)"
    }
    return "Brier \(brier)\(range), the reference \(NumberText.fixed(own + edge, 2))"
  }

  private var notDue: String {
    guard let day = forecast.deadline?.day else { return "Not due yet." }
    return forecast.cameTrueEarly
      ? "Came true; counts once \(day) has passed." : "Not due: counts once \(day) has passed."
  }

  /// The chance that it gave: "70 %", or "likely (read as 60–85 %)".
  package func chance(_ particulars: Particulars?) -> String {
    let negation = forecast.isNegated ? " that it will not happen" : ""
    if let meaning = forecast.meaning {
      let range = "read as " + Sentence.percent(from: meaning.low, to: meaning.high)
      return (particulars?.words.map { "\($0) (\(range))" } ?? "in words, \(range)") + negation
    }
    if let probability = forecast.probability { return Sentence.percent(probability) + negation }
    switch forecast.standing {
    case .hedge: return particulars?.words.map { "\($0) (a hedge)" } ?? "a hedge"
    case .noProbability: return "none"
    case .notBinary: return "a number or a date"
    default: return "chances of several options"
    }
  }

  /// The chance that its reference gave the same claim, and where that comes from.
  package var reference: String {
    guard let reference = forecast.reference else { return "none" }
    return "\(Sentence.percent(reference.probability)) (\(reference.kind.words))"
  }
}

extension ReferenceKind {
  /// Where a reference forecast comes from.
  package var words: String {
    switch self {
    case .baseline: "stated at logging"
    case .consensus: "consensus of other sources"
    case .baseRate: "base rate on record"
    case .even: "by symmetry"
    case .rival: "the other source"
    }
  }
}
