internal import ForecastScoring

/// One forecast as a report shows it: what was said, what came of it, and what that scores.
public struct AssessedForecast: Sendable, Equatable {
  /// The number of its entry.
  public var number: Int64
  /// The number of its question's entry.
  public var question: Int64
  /// The number of its source's entry.
  public var source: Int64
  /// The event that its question belongs to, with others.
  public var event: String?
  /// The day of UTC on which it was said; nothing where that is not known.
  public var said: CivilDate?
  /// When it was entered here.
  public var captured: Instant
  /// The days from saying it to its deadline.
  public var leadDays: Int?
  /// The chance of what was said, 0…1; of words their mean; nothing where none was given.
  public var probability: Double?
  /// What its words are taken to mean; nothing for a number.
  public var meaning: ChanceMeaning?
  /// Whether it says that the event will not happen.
  public var isNegated: Bool
  /// The deadline that it is judged by.
  public var deadline: Deadline?
  /// Whether the event came about within its window.
  public var verdict: Verdict
  /// How sure it is that it was on record before the outcome was known.
  public var grade: CaptureGrade
  /// Whether it is scored, or why not.
  public var standing: Scoreability
  /// Whether what was said came about; nothing while that is open, and for options.
  public var happened: Bool?
  /// Its Brier score, 0…1, lower is better.
  public var brier: Double?
  /// The best and the worst score that its words and its window allow, where they leave a choice.
  public var bounds: ScoreBounds?
  /// Whether another window that its words allow would turn what came of it round.
  public var dependsOnWindow: Bool
  /// What the reference gave the same claim at the same time.
  public var reference: ReferenceForecast?
  /// How much closer it was than the reference, −1…1, above 0 is closer.
  public var edge: Double?
  /// What is left of it now, where it is its source's last word on a question that is open; only on
  /// the page of a source.
  public var now: Reevaluation?

  /// Whether what it spoke of came about before its deadline has passed, so that it waits for that day.
  public var cameAboutEarly: Bool {
    standing == .notDue && (verdict == .yes && !isNegated || verdict == .no && isNegated)
  }

  /// Whether what it held for likely came about before its deadline has passed.
  public var cameTrueEarly: Bool { cameAboutEarly && probability.map { $0 > 0.5 } ?? false }
}

/// The Brier score of a reference on what the source said.
func referenceScore(_ reference: ReferenceForecast, _ happened: Bool) -> Double {
  brierScore(of: reference.probability, happened: happened)
}
