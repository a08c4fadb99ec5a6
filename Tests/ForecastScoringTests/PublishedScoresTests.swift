import ForecastScoring
import Foundation
import TestSupport
import Testing

/// Tables that others have printed, computed again from the data behind them.
struct PublishedScoresTests {
  /// The rows of a CSV file without quotes, as texts by column.
  private static func rows(_ path: String) throws -> [[String: String]]? {
    guard let url = ReferenceData.url(path) else { return nil }
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    let names = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(
        zip(names, fields).map { (String($0), String($1)) }, uniquingKeysWith: { first, _ in first }
      )
    }
  }

  private static func numbers(_ column: String, of rows: [[String: String]]) throws -> [Double] {
    try rows.map { try #require(Double($0[column] ?? "")) }
  }

  @Test("The rain of Niamey decomposes as printed by the authors of CORP")
  func niamey() throws {
    guard let rows = try PublishedScoresTests.rows("data/niamey-corp/precip_Niamey_2016.csv"),
      let url = ReferenceData.url("data/niamey-corp/expected.json")
    else {
      return ReferenceData.skip("the rain of Niamey decomposes as printed")
    }
    let expected = VectorFields(try JSONSerialization.jsonObject(with: try Data(contentsOf: url)))
    let happened = try PublishedScoresTests.numbers("obs", of: rows).map { $0 == 1 }
    for name in ["Logistic", "EMOS", "ENS", "EPC"] {
      let p = try PublishedScoresTests.numbers(name, of: rows)
      #expect(p.count == 92)
      let parts = try #require(CORPDecomposition(of: p, happened: happened))
      let wanted = try expected.fields("sources").fields(name).fields("corp")
      #expect(try abs(parts.score - wanted.number("mean_score")) < 1e-12, "\(name)")
      #expect(try abs(parts.miscalibration - wanted.number("MCB")) < 1e-12, "\(name)")
      #expect(try abs(parts.discrimination - wanted.number("DSC")) < 1e-12, "\(name)")
      #expect(try abs(parts.uncertainty - wanted.number("UNC")) < 1e-12, "\(name)")
      let blocks = try #require(Recalibration(of: p, happened: happened)).blocks
      #expect(try blocks.count == wanted.integer("n_pav_levels"), "\(name)")
    }
    let emos = try #require(
      try CORPDecomposition(
        of: PublishedScoresTests.numbers("EMOS", of: rows), happened: happened))
    // What the page of reliabilitydiag prints.
    #expect(abs(emos.score - 0.232) < 0.0005)
    #expect(abs(emos.miscalibration - 0.0183) < 0.00005)
    #expect(abs(emos.discrimination - 0.0305) < 0.00005)
    #expect(abs(emos.uncertainty - 0.244) < 0.0005)
  }

  @Test("The weighted interval scores of the European hub are those of scoringutils")
  func weightedIntervalScores() throws {
    let folder = "data/scoringutils/"
    guard let rows = try PublishedScoresTests.rows(folder + "example_quantile.csv"),
      let scores = try PublishedScoresTests.rows(folder + "expected_quantile_scores.csv")
    else {
      return ReferenceData.skip("the weighted interval scores of the European hub")
    }
    let keys = ["model", "location", "target_type", "target_end_date", "forecast_date"]
    func key(_ row: [String: String]) -> [String] { keys.map { row[$0] ?? "" } }
    let forecasts = Dictionary(grouping: rows.filter { $0["model"] != "" }, by: key)
    #expect(scores.count == 887)
    var sums: [String: (sum: Double, count: Double)] = [:]
    for wanted in scores {
      let forecast = try #require(forecasts[key(wanted)])
      #expect(forecast.count == 23)
      let score = try #require(
        try weightedIntervalScore(
          of: PublishedScoresTests.numbers("predicted", of: forecast),
          levels: PublishedScoresTests.numbers("quantile_level", of: forecast),
          observed: PublishedScoresTests.numbers("observed", of: forecast)[0]))
      let expected = try #require(Double(wanted["wis"] ?? ""))
      #expect(abs(score - expected) <= 1e-12 * max(1, expected), "\(key(wanted))")
      let group = (wanted["model"] ?? "") + " " + (wanted["target_type"] ?? "")
      let so = sums[group] ?? (0, 0)
      sums[group] = (so.sum + score, so.count + 1)
    }
    // The table that the package's page prints, to three digits.
    let printed = [
      "EuroCOVIDhub-ensemble Cases": 17900, "EuroCOVIDhub-baseline Cases": 28500,
      "epiforecasts-EpiNow2 Cases": 20800, "EuroCOVIDhub-ensemble Deaths": 41.4,
      "EuroCOVIDhub-baseline Deaths": 159, "UMass-MechBayes Deaths": 52.7,
      "epiforecasts-EpiNow2 Deaths": 66.6,
    ]
    for (group, wanted) in printed {
      let (sum, count) = try #require(sums[group])
      #expect(abs(sum / count - wanted) <= 0.005 * wanted, "\(group): \(sum / count)")
    }
    #expect(sums.count == printed.count)
  }
}
