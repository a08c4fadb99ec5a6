import ForecastScoring
import Foundation
import TestSupport
import Testing

/// Ten professional forecasters on 51 yes-or-no questions of Metaculus.
///
/// The file has the site's own stamps, so that the forecasts are documented and the report scores
/// them without being asked to.
struct ProForecasterTests {
  private let folder = "metaculus-pros"

  /// A stamp such as `2025-03-14 22:12:07.76+00` as an RFC 3339 instant, with six decimals so that
  /// instants sort as texts do.
  private func instant(_ stamp: String?) -> String {
    let parts = (stamp ?? "").replacing("+00", with: "").split(separator: ".")
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    return (parts.first ?? "").replacing(" ", with: "T") + "."
      + decimals.padding(toLength: 6, withPad: "0", startingAt: 0) + "Z"
  }

  private func forecasts() throws -> [(raw: CSVTable.Row, forecast: RealForecast)]? {
    try CSVTable.reference("data/\(folder)/raw/pro_forecasts_q1.csv")?
      .filter { $0["type"] == "binary" }.map { row in
        let outcome = row["resolution"] ?? ""
        let said = instant(row["forecast_timestamp"])
        let forecast = RealForecast(
          source: row["forecaster"] ?? "", question: row["question_title"] ?? "",
          key: row["question_id"] ?? "", said: said, chance: row["probability_yes"] ?? "",
          day: String((row["scheduled_resolve_time"] ?? "").prefix(10)),
          happened: outcome == "annulled" ? nil : outcome == "yes",
          cells: [
            "outcome": outcome, "happened_on": "", "recorded_on": said,
            "known_on": String((row["actual_resolve_time"] ?? "").prefix(10)),
          ])
        return (row, forecast)
      }
  }

  @Test func `ten professionals have the expected scores, without asking for undocumented ones`()
    throws
  {
    guard let rows = try forecasts() else {
      return ReferenceData.skip("ten professionals have the expected scores")
    }
    let forecasts = rows.map(\.forecast)
    let resolved = try ExpectedScores.named(
      Int.self, in: folder, at: "pro_forecasts_q1.csv", "binary_resolved_rows")
    #expect(forecasts.count { $0.happened != nil } == resolved)
    let report = try LedgerRun(importing: forecasts.map(\.row)).report("--take", "last")
    let wanted = try ExpectedScores.named(
      [String: ExpectedScores].self, in: folder, at: "binary_per_forecaster")
    #expect(report.sources.count == 10 && wanted.count == 10)
    let expected = try spotScores()
    let spots = try ownSpotScores(rows, expected)
    var reproduction = Reproduction("Professional forecasters of Metaculus")
    var (all, sum) = ([RealForecast](), 0.0)
    for (name, wanted) in wanted.sorted(by: { $0.key < $1.key }) {
      let source = try report.source(name)
      let own = forecasts.filter { $0.source == name && $0.happened != nil }
      let last = Dictionary(grouping: own, by: \.key).compactMap { $1.max { $0.said < $1.said } }
      let theirs = expected.filter { $0.name == name }
      let ours = spots.filter { $0.name == name }
      try reproduction.add(
        source, of: last, beside: wanted,
        more: [
          .init(
            "baseline", mean(ours.map(\.baseline)), wanted: mean(theirs.map(\.baseline)),
            decimals: 4),
          .init("peer", mean(ours.map(\.peer)), wanted: mean(theirs.map(\.peer)), decimals: 4),
        ])
      all += last
      sum += Double(source.brier.n) * (source.brier.mean ?? .nan)
    }
    let pooled: ExpectedScores = try .named(
      in: folder, at: "binary_last_forecast_before_close_pooled")
    try checkByLibrary(all, beside: pooled, "all ten")
    let corp = try #require(pooled.corp)
    let parts = try #require(
      CORPDecomposition(of: all.map(\.probability), happened: all.map { $0.happened == true }))
    reproduction.add(
      "all ten", count: all.count,
      [
        .init("Brier", sum / Double(all.count), wanted: pooled.brier),
        .init("MCB", parts.miscalibration, wanted: corp.miscalibration),
        .init("DSC", parts.discrimination, wanted: corp.discrimination),
        .init("UNC", parts.uncertainty, wanted: corp.uncertainty),
        .init("log", try #require(log(all)), wanted: pooled.log),
        .init(
          "baseline", mean(spots.map(\.baseline)), wanted: mean(expected.map(\.baseline)),
          decimals: 4),
        .init("peer", mean(spots.map(\.peer)), wanted: mean(expected.map(\.peer)), decimals: 4),
      ])
    try reproduction.check()
    checkAnnulled(forecasts.filter { $0.happened == nil }, report.funnel.reasons)
  }

  /// Nobody is scored on the two questions that were annulled; what was said on the very day of that
  /// is not documented to have been said before.
  private func checkAnnulled(_ forecasts: [RealForecast], _ reasons: [String: Int]) {
    let before = forecasts.filter { $0.said.prefix(10) < $0.cells["known_on"] ?? "" }
    let units = Set(before.map { [$0.source, $0.key] })
    #expect(Set(forecasts.map(\.key)).count == 2 && !units.isEmpty)
    #expect(reasons["annulled"] == units.count, "\(reasons)")
    #expect(reasons["found afterwards"] == forecasts.count - before.count, "\(reasons)")
  }

  private struct SpotScore {
    var question: String
    var name: String
    var chance: Double
    var happened: Bool
    var baseline: Double
    var peer: Double
  }

  /// The scores of the site at each question's spot time, as the reference has them.
  private func spotScores() throws -> [SpotScore] {
    let file = "q1_pro_binary_spot_scores_reference.csv"
    return try #require(try CSVTable.reference("data/\(folder)/\(file)")).map { row in
      func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
      return SpotScore(
        question: row["question_id"] ?? "", name: row["forecaster"] ?? "",
        chance: try number("p_yes"), happened: row["outcome"] == "1",
        baseline: try number("spot_baseline"), peer: try number("spot_peer"))
    }
  }

  /// The same from the raw file, by the library: each question is one instant, its spot time.
  ///
  /// Each score is compared with its own reference.
  private func ownSpotScores(
    _ rows: [(raw: CSVTable.Row, forecast: RealForecast)], _ expected: [SpotScore]
  ) throws -> [SpotScore] {
    let span = try #require(QuestionSpan(open: 0, close: 1, scheduledClose: 1))
    let judged = rows.filter { $0.forecast.happened != nil }
    var scores: [SpotScore] = []
    for (key, rows) in Dictionary(grouping: judged, by: \.forecast.key) {
      let standing = rows.filter {
        $0.forecast.said <= instant($0.raw["spot_scoring_time"])
      }
      let last = Dictionary(grouping: standing, by: \.forecast.source)
        .compactMap { $1.map(\.forecast).max { $0.said < $1.said } }
      let happened = rows[0].forecast.happened == true
      let paths = last.map { ForecastPath([.init(time: 0, probability: $0.probability)]) }
      let peers = peerScores(of: paths, over: span, happened: happened)
      for (place, forecast) in last.enumerated() {
        let score = SpotScore(
          question: key, name: forecast.source, chance: forecast.probability, happened: happened,
          baseline: baselineScore(of: paths[place], over: span, happened: happened).score,
          peer: try #require(peers[place]).score)
        let wanted = try #require(
          expected.first { $0.question == key && $0.name == forecast.source })
        #expect(score.chance == wanted.chance && score.happened == wanted.happened)
        #expect(isClose(score.baseline, wanted.baseline), "\(score), wanted \(wanted)")
        #expect(isClose(score.peer, wanted.peer), "\(score), wanted \(wanted)")
        scores.append(score)
      }
    }
    #expect(scores.count == expected.count)
    return scores
  }

  private func log(_ forecasts: [RealForecast]) -> Double? {
    LogScoreSummary(
      of: forecasts.map(\.probability), happened: forecasts.map { $0.happened == true }, clip: 1e-5
    ).mean
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
