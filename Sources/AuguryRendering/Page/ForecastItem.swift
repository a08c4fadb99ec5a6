internal import Augury

/// One forecast of a page, with its number there and its texts.
struct ForecastItem: Sendable {
  let number: Int
  let forecast: AssessedForecast
  let texts: Particulars

  /// The forecasts of a page, numbered in the order in which they were said.
  static func all(_ page: SourcePage, _ particulars: [Int64: Particulars]) -> [ForecastItem] {
    page.forecasts.enumerated().map { index, forecast in
      let texts =
        particulars[forecast.number]
        ?? Particulars(
          forecast: "", question: "", text: "Forecast of entry \(forecast.number)",
          said: forecast.said?.description ?? "unknown")
      return ForecastItem(number: index + 1, forecast: forecast, texts: texts)
    }
  }

  /// The forecast on a timeline.
  var entry: TimelineEntry { TimelineEntry(forecast, number: number) }

  /// What became of it, as a sign and a word.
  var outcome: String {
    let outcome = entry.outcome
    let word = forecast.cameTrueEarly ? "came true early" : outcome.rawValue
    return "\(outcome.sign)\u{A0}\(word)"
  }

  /// Its Brier score, its edge, and the bounds of the score; nothing where it has none.
  var score: String? {
    guard let brier = forecast.brier else { return nil }
    var text = "Brier \(NumberText.fixed(brier, 2))"
    if let bounds = forecast.bounds, bounds.isOpen {
      text += " (\(NumberText.fixed(bounds.best, 2))–\(NumberText.fixed(bounds.worst, 2)))"
    }
    return text + (forecast.edge.map { ", edge \(NumberText.signed($0, 2))" } ?? "")
  }

  /// When it was said, its chance, what became of it and its score: the parts of a line.
  func summary(_ words: SourcePageWords) -> [(text: String, isKey: Bool)] {
    let time = "\(texts.said) to \(entry.deadline?.description ?? "no deadline")"
    let parts = [(time, false), (words.chance(forecast, texts), true), (outcome, true)]
    return parts + (score.map { [($0, false)] } ?? [])
  }

  /// Its chance, that of its reference, what became of it and its score: the parts of a line.
  func line(_ words: SourcePageWords) -> [String] {
    let chance = words.chance(forecast, texts)
    let reference = forecast.reference.map { _ in "reference \(words.reference(forecast))" }
    return [chance, reference, outcome, score].compactMap(\.self)
  }

  /// The last day that counts for it.
  var deadline: String {
    guard let deadline = forecast.deadline else { return "none" }
    return "\(deadline.day)" + (deadline.zone.map { " in \($0)" } ?? "")
      + (forecast.leadDays.map { ", \(Sentence.count($0, "day")) after it was said" } ?? "")
  }

  /// When it was entered, and what that proves.
  var captured: String { "\(forecast.captured.civilDate), \(forecast.grade.rawValue)" }

  /// What is said of it, label by label, after its quote: the same on every rendering.
  func facts(_ words: SourcePageWords) -> [(label: String, text: String)] {
    let optional: [(String, String?)] = [
      ("Said", texts.said), ("Captured", captured), ("Stamped", texts.stamp),
      ("Chance", words.chance(forecast, texts)), ("Read as", texts.reading),
      ("Reference", words.reference(forecast)), ("Deadline", deadline),
      ("Now", forecast.now.map { ReevaluationWords($0).sentence }),
      ("Outcome", texts.outcome ?? entry.outcome.rawValue),
      ("Score", words.standing(forecast)), ("Event", forecast.event),
      ("In the ledger", identifiers),
    ]
    return optional.compactMap { label, text in text.map { (label, $0) } }
  }

  private var identifiers: String? {
    let names = [texts.forecast, texts.question].filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.joined(separator: " on ")
  }
}
