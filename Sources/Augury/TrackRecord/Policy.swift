/// Which of a source's statements about one question is taken.
public enum Take: String, Sendable, CaseIterable {
  /// The first that can be scored.
  case first
  /// The last that can be scored.
  case last
  /// The mean score of all that can be scored.
  case average
}

/// Which end of a window that words leave open is judged by.
public enum WindowChoice: String, Sendable, CaseIterable {
  /// The earliest day that the words can mean.
  case strict
  /// The day that is taken by default.
  case `default`
  /// The latest day that the words can mean.
  case generous
}

/// How often the evidence is looked at, which decides by what verdicts are given.
public enum Looking: String, Sendable, CaseIterable {
  /// At any time, as often as one likes: verdicts rest on e-values.
  case anyTime = "any time"
  /// Once, at an instant that was announced before it came: verdicts rest on t-tests clustered by
  /// event, which find more.
  case once
}

/// What counts in a track record.
public struct Policy: Sendable, Equatable {
  /// The version of the rules by which figures are made; a change of any of them raises it.
  public static let version = 1

  /// The weakest capture grade that counts.
  public var grade: CaptureGrade
  /// Which statement is taken.
  public var take: Take
  /// Which window counts where words have several.
  public var window: WindowChoice
  /// Which forecasts are looked at.
  public var filter: ForecastFilter
  /// How often the evidence is looked at.
  public var looking: Looking
  /// The instant to judge at: a window that ends later has not passed.
  public var instant: Instant

  /// Creates a policy.
  public init(
    grade: CaptureGrade = .documented, take: Take = .first, window: WindowChoice = .default,
    filter: ForecastFilter = ForecastFilter(), looking: Looking = .anyTime, at instant: Instant
  ) {
    self.grade = grade
    self.take = take
    self.window = window
    self.filter = filter
    self.looking = looking
    self.instant = instant
  }
}
