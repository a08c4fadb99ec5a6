import Foundation
import TestSupport
import Testing

/// The main job on real forecasts: FiveThirtyEight's own files, converted to Augury CSV, must give
/// the counts and the Brier scores that were worked out for them independently.
///
/// The files carry no stamp of when a forecast was recorded, so none is invented: the reports ask
/// for all grades.
@Suite struct MainJobTests {
  private typealias Row = [String: String]

  @Test func `every NBA game is scored and the mean Brier score is the expected one`() throws {
    guard let rows = try rows("fte-checking-our-work/raw/nba_games.csv"),
      let expected = try expected("fte-checking-our-work/expected.json", "nba_games.csv")
    else { return }
    let table = rows.map { row in
      let (day, home, away) = (row["date"] ?? "", row["team1"] ?? "", row["team2"] ?? "")
      let won = row["prob1_outcome"] == "1"
      return [
        "FiveThirtyEight", "The \(home) beat the \(away) on \(day)", "\(day)|\(home)|\(away)", day,
        row["prob1"] ?? "", day, won ? "yes" : "no", won ? day : "",
      ]
    }
    let report = try report(on: table, take: "first")
    let binary = expected["team1_binary"] as? [String: Any]
    try check(report["FiveThirtyEight"], against: binary)
    #expect(report.count == 1)
  }

  @Test(arguments: ["classic", "deluxe", "lite"])
  func `the final governors' forecasts of each type have the expected Brier score`(
    type: String
  ) throws {
    guard let all = try rows("fte-checking-our-work/raw/governors_elections.csv"),
      let expected = try expected(
        "fte-checking-our-work/expected.json", "governors_elections.csv")
    else { return }
    let table = all.filter { $0["forecast_type"] == type }.map { row in
      let (day, candidate) = (row["election_date"] ?? "", row["candidate"] ?? "")
      let place = [row["year"], row["state"], row["special"]].map { $0 ?? "" }
      let won = row["probwin_outcome"] == "1"
      return [
        "FiveThirtyEight \(type)", "\(candidate) is elected governor of \(place[1]) on \(day)",
        (place + [candidate]).joined(separator: "|"), row["forecast_date"] ?? "",
        row["probwin"] ?? "", day, won ? "yes" : "no", won ? day : "",
      ]
    }
    let report = try report(on: table, take: "last")
    let finals = expected["final_forecast_per_candidate_and_type"] as? [String: Any]
    try check(report["FiveThirtyEight \(type)"], against: finals?[type] as? [String: Any])
  }

  @Test func `every senate candidate is scored and the mean Brier score is the expected one`()
    throws
  {
    guard let rows = try rows("fte-senate/raw/historical-senate-predictions.csv"),
      let expected = try expected("fte-senate/expected.json", "historical-senate-predictions.csv")
    else { return }
    let elections = ["2008": "2008-11-04", "2010": "2010-11-02", "2012": "2012-11-06"]
    let table = rows.map { row in
      let (state, candidate) = (row["state"] ?? "", row["candidate"] ?? "")
      let day = elections[row["year"] ?? ""] ?? ""
      let won = row["winflag"] == "1"
      return [
        "FiveThirtyEight", "\(candidate) is elected senator for \(state) on \(day)",
        "\(state)|\(row["year"] ?? "")|\(candidate)", "unknown", row["forecast_prob"] ?? "", day,
        won ? "yes" : "no", won ? day : "",
      ]
    }
    let report = try report(on: table, take: "first")
    try check(report["FiveThirtyEight"], against: expected)
  }

  private func check(_ source: Row?, against expected: [String: Any]?) throws {
    let expected = try #require(expected)
    let source = try #require(source)
    let mean = try #require(source["brier"].flatMap(Double.init))
    #expect(source["scored"].flatMap(Int.init) == expected["n"] as? Int)
    #expect(abs(mean - (try #require(expected["brier"] as? Double))) < 1e-12)
  }

  /// Imports a table and returns the report's row for each source.
  private func report(on table: [[String]], take: String) throws -> [String: Row] {
    let folder = try TemporaryFolder()
    let header = [
      "source", "question", "question_id", "said_on", "probability", "deadline", "outcome",
      "happened_on", "system",
    ]
    let lines = ([header] + table.map { $0 + ["FiveThirtyEight"] }).map { row in
      row.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    let file = folder.file("forecasts.csv")
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let ledger = folder.file("ledger.db").path
    try augury(["init", "--ledger", ledger])
    let imported = try augury(["import", file.path, "--ledger", ledger, "--format", "json"])
    let counts = try JSONSerialization.jsonObject(with: Data(imported.utf8)) as? [String: Any]
    #expect(counts?["forecasts"] as? Int == table.count)
    let again = try augury(["import", file.path, "--ledger", ledger, "--format", "json"])
    let nothing = try JSONSerialization.jsonObject(with: Data(again.utf8)) as? [String: Any]
    #expect(nothing?["forecasts"] as? Int == 0 && nothing?["resolutions"] as? Int == 0)
    try augury(["verify", "--ledger", ledger])
    let csv = try augury([
      "report", "--grade", "all", "--take", take, "--ledger", ledger, "--format", "csv",
    ])
    return Dictionary(
      try parse(csv).map { ($0["source"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  @discardableResult
  private func augury(_ arguments: [String]) throws -> String {
    let output = try Command(try BuiltProducts.requireAugury(), arguments).run()
    try #require(output.status == 0, "\(arguments): \(output.errorText)")
    return output.text
  }

  private func rows(_ path: String) throws -> [Row]? {
    guard let url = ReferenceData.url("data/" + path) else {
      ReferenceData.skip(path)
      return nil
    }
    return try parse(String(contentsOf: url, encoding: .utf8))
  }

  private func expected(_ path: String, _ name: String) throws -> [String: Any]? {
    guard let url = ReferenceData.url("data/" + path) else { return nil }
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    return json?[name] as? [String: Any]
  }

  /// Splits a table whose cells hold neither quotes nor line ends.
  private func parse(_ text: String) throws -> [Row] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
