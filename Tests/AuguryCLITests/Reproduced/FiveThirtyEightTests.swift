import ForecastScoring
import TestSupport
import Testing

/// FiveThirtyEight's own files, through the real program: the counts and the scores that were worked
/// out for them independently.
///
/// The files carry no stamp of when a forecast was recorded, so none is invented: the reports ask
/// for all grades.
struct FiveThirtyEightTests {
  private let work = "fte-checking-our-work"

  @Test func `every NBA game is scored as expected, also season by season`() throws {
    guard let rows = try CSVTable.reference("data/\(work)/raw/nba_games.csv") else {
      return ReferenceData.skip("every NBA game is scored as expected")
    }
    let games = rows.map { row in
      let (day, home, away) = (row["date"] ?? "", row["team1"] ?? "", row["team2"] ?? "")
      return RealForecast(
        source: "FiveThirtyEight, NBA games", question: "The \(home) beat the \(away) on \(day)",
        key: "\(day)|\(home)|\(away)", said: day, chance: row["prob1"] ?? "", day: day,
        happened: row["prob1_outcome"] == "1", cells: ["event": row["season"] ?? ""])
    }
    let report = try LedgerRun(importing: games.map(\.row)).report("--grade", "all")
    #expect(report.sources.count == 1 && report.funnel.scored == 8886)
    var reproduction = Reproduction("FiveThirtyEight: NBA games")
    try reproduction.add(
      report.sources[0], of: games,
      beside: try .named(in: work, at: "nba_games.csv", "team1_binary"))
    try reproduction.check()
    try checkSeasons(games)
  }

  /// The seasons one by one, by the library's columns.
  private func checkSeasons(_ games: [RealForecast]) throws {
    struct Season: Decodable {
      var n: Int
      var brier: Double
    }
    let expected = try ExpectedScores.named(
      [String: Season].self, in: work, at: "nba_games.csv", "by_season"
    ).sorted { $0.key < $1.key }
    let places = try games.map { game in
      UInt16(try #require(expected.firstIndex { $0.key == game.cells["event"] }))
    }
    let tallies = try #require(
      scoreTallies(
        of: games.map(\.probability), happened: games.map { $0.happened == true },
        sources: places, clip: 0.01))
    var reproduction = Reproduction("FiveThirtyEight: NBA games by season")
    for (tally, (season, wanted)) in zip(tallies, expected) {
      #expect(tally.count == wanted.n)
      reproduction.add(
        season, count: tally.count,
        [.init("Brier", try #require(tally.brier), wanted: wanted.brier)])
    }
    #expect(tallies.count == expected.count)
    try reproduction.check()
  }

  @Test func `the last forecasts of the governors' elections are scored as expected`() throws {
    guard let rows = try CSVTable.reference("data/\(work)/raw/governors_elections.csv") else {
      return ReferenceData.skip("the last forecasts of the governors' elections")
    }
    let forecasts = rows.filter { $0["forecast_type"] != "" }.map { row in
      let (day, candidate) = (row["election_date"] ?? "", row["candidate"] ?? "")
      let place = ["year", "state", "special"].map { row[$0] ?? "" }
      return RealForecast(
        source: "FiveThirtyEight, \(row["forecast_type"] ?? "")",
        question: "\(candidate) is elected governor of \(place[1]) on \(day)",
        key: (place + [candidate]).joined(separator: "|"), said: row["forecast_date"] ?? "",
        chance: row["probwin"] ?? "", day: day, happened: row["probwin_outcome"] == "1")
    }
    let report = try LedgerRun(importing: forecasts.map(\.row))
      .report("--grade", "all", "--take", "last")
    #expect(report.funnel.recorded == 3 * 6583)
    var reproduction = Reproduction("FiveThirtyEight: governors")
    for type in ["classic", "deluxe", "lite"] {
      let name = "FiveThirtyEight, \(type)"
      let finals = Dictionary(grouping: forecasts.filter { $0.source == name }, by: \.key)
        .compactMap { $1.max { $0.said < $1.said } }
      try reproduction.add(
        report.source(name), of: finals,
        beside: try .named(
          in: work, at: "governors_elections.csv", "final_forecast_per_candidate_and_type", type))
    }
    try reproduction.check()
  }

  @Test func `every senate candidate is scored as expected`() throws {
    let file = "historical-senate-predictions.csv"
    guard let rows = try CSVTable.reference("data/fte-senate/raw/\(file)") else {
      return ReferenceData.skip("every senate candidate is scored as expected")
    }
    let elections = ["2008": "2008-11-04", "2010": "2010-11-02", "2012": "2012-11-06"]
    let forecasts = rows.map { row in
      let (state, candidate) = (row["state"] ?? "", row["candidate"] ?? "")
      let day = elections[row["year"] ?? ""] ?? ""
      return RealForecast(
        source: "FiveThirtyEight, senate",
        question: "\(candidate) is elected senator for \(state) on \(day)",
        key: "\(state)|\(row["year"] ?? "")|\(candidate)", chance: row["forecast_prob"] ?? "",
        day: day, happened: row["winflag"] == "1")
    }
    let run = try LedgerRun(importing: forecasts.map(\.row))
    let report = try run.report("--grade", "all")
    var reproduction = Reproduction("FiveThirtyEight: senate")
    try reproduction.add(
      report.sources[0], of: forecasts, beside: try .named(in: "fte-senate", at: file))
    try reproduction.check()
    // The same file again adds nothing.
    let again = try run.importRows(forecasts.map(\.row))
    #expect(again.forecasts == 0 && again.resolutions == 0)
    try run.augury("verify")
  }
}
