internal import ForecastScoring

/// Everything that a report says of one source, in the order in which it says it.
public struct SourcePage: Sendable, Equatable {
  /// What counted.
  public var policy: Policy
  /// The source's line of the leaderboard: its funnel, its figures, its rank and verdict.
  public var line: TrackRecord.Line
  /// How many sources are ranked.
  public var ranked: Int
  /// The first and the last day on which something that has a date may have been said.
  public var span: ClosedRange<CivilDate>?
  /// What may be said first.
  public var finding: Finding
  /// How the mean depends on what is disputed, on words and on windows.
  public var dependences: [Dependence]
  /// What was called likelier than not, beside how often it came about.
  public var likely: CallCount?
  /// What was called less likely than not.
  public var unlikely: CallCount?
  /// Whether the source is too sure of itself, or not sure enough.
  public var confidence: Confidence
  /// On how many events yes-or-no forecasts were scored: what is tested for confidence.
  public var testedEvents: Int
  /// The calibration curve; nothing below 30 events.
  public var curve: CalibrationCurve?
  /// The forecasts that were closest to the outcome, against the reference, three at most.
  public var best: [AssessedForecast]
  /// The forecasts that were furthest from it, three at most.
  public var worst: [AssessedForecast]
  /// Its figures by tag, where a tag has at least eight events.
  public var topics: [TrackRecord.Group]
  /// Every forecast, in the order in which they were said.
  public var forecasts: [AssessedForecast]

  /// How many scored forecasts nothing shows to have been on record before the outcome.
  public var scoredAfterwards: Int {
    forecasts.count { $0.standing == .scored && $0.grade == .afterwards }
  }

  /// The fewest events of a topic that is shown.
  public static let leastTopicEvents = 8
  /// How many of the best and of the worst are shown.
  public static let examples = 3
}

extension Statements {
  /// The first and the last day of UTC on which the forecasts in some rows may have been said; those
  /// of which no first day is known are left out.
  func span(of rows: [Int]) -> ClosedRange<CivilDate>? {
    let days = rows.compactMap { row -> (first: CivilDate, last: CivilDate)? in
      guard let first = saidDay(row) else { return nil }
      let until = saidUntil[row] == Statements.missing ? captured[row] + 1 : saidUntil[row]
      let last = Instant(microseconds: min(until - 1, captured[row])).civilDate
      return (first, max(first, last))
    }
    return days.map(\.first).min().flatMap { first in
      days.map(\.last).max().map { first...max(first, $0) }
    }
  }
}

extension Assessment {
  /// Returns the page of a source.
  ///
  /// - Parameters:
  ///   - number: The number of the entry that introduced the source.
  ///   - hazards: How chances fall on those questions that have a hazard of their own, by the numbers
  ///     of their entries.
  ///   - dates: The quantiles of forecasts of a date, by the numbers of their entries.
  /// - Returns: The page; nothing when the source has no forecast that passes the filter.
  public func page(
    of number: Int64, hazards: [Int64: HazardChoice] = [:], dates: [Int64: [DateQuantile]] = [:]
  ) -> SourcePage? {
    let record = record
    guard let place = place(ofSource: number),
      let line = record.lines.first(where: { $0.number == number })
    else { return nil }
    var forecasts = forecasts(of: place)
    let now = reevaluations(of: place, hazards, dates)
    for index in forecasts.indices { forecasts[index].now = now[forecasts[index].number] }
    let scored = forecasts.filter { $0.standing == .scored }
    let examples = Assessment.examples(scored)
    return SourcePage(
      policy: policy, line: line, ranked: record.lines.count { $0.figures?.edge?.rank != nil },
      span: statements.span(of: rows(of: place)),
      finding: Finding(line, forecasts), dependences: Dependence.all(tallies[place], forecasts),
      likely: CallCount(scored) { $0 > 0.5 }, unlikely: CallCount(scored) { $0 < 0.5 },
      confidence: Confidence(scored, seed: Assessment.seed(number)),
      testedEvents: scored.filter { $0.happened != nil }.firstOfEachEvent.count,
      curve: CalibrationCurve(scored, seed: Assessment.seed(number)),
      best: examples.best, worst: examples.worst,
      topics: groups(by: .tag, of: number).filter {
        ($0.figures?.events ?? 0) >= SourcePage.leastTopicEvents
      },
      forecasts: forecasts)
  }

  /// The forecasts of a source; one that stands for several has the means of them.
  private func forecasts(of place: Int) -> [AssessedForecast] {
    guard policy.take == .average else { return rows(of: place).map(forecast) }
    var units: [Int: ScoredUnit] = [:]
    for unit in tallies[place].units { units[Int(unit.row)] = unit }
    return rows(of: place).map { row in
      var forecast = forecast(row)
      guard let unit = units[row] else { return forecast }
      forecast.brier = unit.brier
      forecast.bounds = unit.bounds.isOpen ? unit.bounds : nil
      forecast.probability = unit.chance?.probability
      forecast.reference = unit.edge?.reference
      forecast.edge = unit.edge?.value
      return forecast
    }
  }

  /// What is left of the last words of a source on each question, by the numbers of their entries.
  private func reevaluations(
    of place: Int, _ hazards: [Int64: HazardChoice], _ dates: [Int64: [DateQuantile]]
  ) -> [Int64: Reevaluation] {
    let rows = (0..<statements.count).filter { Int(statements.source[$0]) == place }
    var words: [Int64: Reevaluation] = [:]
    for row in statements.lastWords(rows, at: policy.instant, dates) {
      let question = statements.questions[Int(statements.question[row])].number
      words[statements.number[row]] = statements.reevaluation(
        row, at: policy.instant, hazards[question] ?? .constant, judge.zones, dates)
    }
    return words
  }

  /// The seed of what is drawn for a source, so that a report can be made again.
  static func seed(_ source: Int64) -> UInt64 { 0x4155_4755 ^ UInt64(bitPattern: source) }

  /// The forecasts with the highest and with the lowest edge.
  ///
  /// A best call also leaned the right way, and a miss the wrong way. Where fewer than three of a sort
  /// were compared, those with the lowest, or the highest, Brier score among the others follow.
  private static func examples(
    _ scored: [AssessedForecast]
  ) -> (best: [AssessedForecast], worst: [AssessedForecast]) {
    func ordered(_ isRight: Bool, _ gain: (AssessedForecast) -> Double) -> [AssessedForecast] {
      let leaning = scored.filter { $0.leans != nil && ($0.leans == $0.happened) == isRight }
      func first(_ forecasts: [AssessedForecast], by gain: (AssessedForecast) -> Double)
        -> [AssessedForecast]
      {
        forecasts.filter { gain($0) > 0 }.sorted { (gain($0), $1.number) > (gain($1), $0.number) }
      }
      let compared = first(leaning.filter { $0.edge != nil }) {
        ($0.edge ?? 0) * (isRight ? 1 : -1)
      }
      let others = first(leaning.filter { $0.edge == nil }, by: gain)
      return Array((compared + others).prefix(SourcePage.examples))
    }
    return (
      ordered(true) { 0.25 - ($0.brier ?? 0.25) }, ordered(false) { ($0.brier ?? 0.25) - 0.25 }
    )
  }
}
