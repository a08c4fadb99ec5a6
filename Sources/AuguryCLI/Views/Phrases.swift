import Augury
import AuguryRendering

/// The sentences in which forecasts, questions and outcomes are told.
enum Phrases {
  /// Who says what with which probability by when.
  static func claim(_ forecast: Forecast, _ question: Question, _ name: String) -> String {
    let negation = forecast.isNegated ? "not: " : ""
    let until =
      (forecast.standingWindow?.default ?? question.deadline?.day).map { " by \($0)" } ?? ""
    return "\(name), \(chance(forecast)): \(negation)“\(question.text)”\(until)"
  }

  /// What a forecast gives: its probability or its distribution.
  static func chance(_ forecast: Forecast) -> String {
    if let probability = forecast.probability { return probability.percentDescription }
    if let chance = forecast.readChance { return ReadingText.beside(chance) }
    guard !forecast.parts.isEmpty else { return "no probability" }
    return forecast.parts.map(part).joined(separator: "; ")
  }

  static func part(_ part: DistributionPart) -> String {
    switch part {
    case .option(let option, let probability): "\(option) \(probability.percentDescription)"
    case .quantile(let level, let value): "\(Sentence.percent(level.double)) below \(value.text)"
    case .dateQuantile(let level, let day): "\(Sentence.percent(level.double)) by \(day)"
    }
  }

  /// The way a claim came: venue → relay → relay.
  static func chain(_ citations: [Citation]) -> String {
    citations.map(\.venue).joined(separator: " → ")
  }

  static func outcome(_ outcome: Outcome?) -> String { outcome?.words ?? "" }

  static func status(_ status: Status, _ outcome: Outcome?) -> String {
    switch (status, outcome) {
    case (.resolved, _): Phrases.outcome(outcome)
    case (.open, .notSeen(let day)?), (.due, .notSeen(let day)?), (.overdue, .notSeen(let day)?):
      "\(status.rawValue), not seen through \(day)"
    default: status.rawValue
    }
  }

  static func style(_ status: Status) -> TextStyle? {
    switch status {
    case .due, .overdue: .warning
    case .ambiguous, .annulled: .dim
    default: nil
    }
  }
}

extension Phrases {
  static func evidence(_ evidence: Evidence) -> String {
    switch evidence {
    case .url(let url): url
    case .document(let document): "\(document.name) (kept, SHA-256 \(document.sha256.prefix(12))…)"
    }
  }

  static func note(_ note: Note) -> String {
    "\(note.role.rawValue)\(note.by.map { " by \($0)" } ?? ""): \(note.text)"
  }

  static func noteJSON(_ note: Note) -> JSONOutput {
    [
      "id": .string(note.id.text), "role": .string(note.role.rawValue),
      "by": note.by.map { .string($0) } ?? .null, "text": .string(note.text),
    ]
  }

  /// What a capture grade means.
  static func grade(_ grade: CaptureGrade) -> String {
    switch grade {
    case .live: "live: captured here before the outcome was known"
    case .documented: "documented: another system had stamped it before the outcome was known"
    case .afterwards: "afterwards: nothing shows that it was on record before the outcome was known"
    }
  }

  /// What the standing of a forecast means.
  static func standing(_ judgement: Judgement) -> String {
    switch judgement.scoreability {
    case .notDue:
      "not due: counts once \(judgement.deadline?.day.description ?? "its window") has passed"
    default: judgement.scoreability.rawValue
    }
  }
}
