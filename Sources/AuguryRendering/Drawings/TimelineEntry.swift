package import Augury

/// One forecast on a timeline.
package struct TimelineEntry: Sendable, Equatable {
  /// What became of it, as far as it is drawn.
  package enum Outcome: String, Sendable, CaseIterable {
    case happened
    case not = "did not happen"
    case disputed
    /// Decided between options, which neither happened nor did not.
    case decided
    case annulled
    case open
  }

  /// Its number on the page.
  package var number: Int
  /// The chance that was given, in few signs.
  package var chance: String
  /// The day on which it was said, if known.
  package var said: CivilDate?
  /// The last day that counts for it.
  package var deadline: CivilDate?
  /// What became of it.
  package var outcome: Outcome

  /// Creates an entry.
  package init(
    number: Int, chance: String, said: CivilDate?, deadline: CivilDate?, outcome: Outcome
  ) {
    self.number = number
    self.chance = chance
    self.said = said
    self.deadline = deadline
    self.outcome = outcome
  }

  /// Creates the entry of a forecast.
  package init(_ forecast: AssessedForecast, number: Int) {
    let chance =
      if let meaning = forecast.meaning {
        Sentence.percent(from: meaning.low, to: meaning.high)
      } else if let probability = forecast.probability {
        Sentence.percent(probability)
      } else {
        "–"
      }
    self.init(
      number: number, chance: chance, said: forecast.said, deadline: forecast.deadline?.day,
      outcome: Outcome(forecast))
  }

  /// The days between which its line is drawn; nothing where it has none.
  func span(until now: CivilDate) -> ClosedRange<Int>? {
    let start = said?.dayNumber
    let end = deadline?.dayNumber ?? start.map { max($0, now.dayNumber) }
    guard let end else { return nil }
    return min(start ?? end, end)...end
  }
}

extension TimelineEntry.Outcome {
  /// What became of a forecast.
  package init(_ forecast: AssessedForecast) {
    switch (forecast.happened, forecast.verdict) {
    case (true?, _): self = .happened
    case (false?, _): self = .not
    case (nil, .yes): self = forecast.isNegated ? .not : .happened
    case (nil, .no): self = forecast.isNegated ? .happened : .not
    case (nil, .ambiguous): self = .disputed
    case (nil, .annulled): self = .annulled
    case (nil, .undecided): self = forecast.brier == nil ? .open : .decided
    }
  }

  /// The sign that it is drawn by, which needs no colour.
  var sign: String {
    switch self {
    case .happened: "●"
    case .not: "✕"
    case .disputed: "?"
    case .decided: "■"
    case .annulled: "–"
    case .open: "○"
    }
  }
}
