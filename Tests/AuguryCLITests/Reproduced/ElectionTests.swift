import ForecastScoring
import Foundation
import TestSupport
import Testing

/// What ten outlets gave the Democrat in 56 states and districts in 2016.
struct ElectionTests {
  /// The columns of the sheet with the names and the figures of the table that was printed of it: the
  /// mean Brier score, and the sum weighted with electoral votes.
  private let outlets = [
    ("fte", "FiveThirtyEight", "0.066", "48.793"), ("ge_morris", "Crosstab", "0.070", "59.601"),
    ("slate", "Slate", "0.076", "65.038"), ("predictwise", "PredictWise", "0.076", "68.132"),
    ("nyt", "New York Times", "0.076", "64.643"), ("pec", "Princeton", "0.077", "62.813"),
    ("pollsavvy", "Poll Savvy", "0.080", "64.668"), ("dailykos", "Daily Kos", "0.080", "69.283"),
    ("huffpost", "Huffington Post", "0.090", "80.722"),
    ("map_2012", "2012 Map", "0.125", "100.000"),
  ]

  @Test func `ten outlets of 2016 have the Brier scores that were printed`() throws {
    let folder = "election-2016-ten-forecasters"
    guard let rows = try CSVTable.reference("data/\(folder)/election_forecasts_2016.csv") else {
      return ReferenceData.skip("ten outlets of 2016 have the Brier scores that were printed")
    }
    let forecasts = outlets.flatMap { column, name, _, _ in
      rows.map { row in
        RealForecast(
          source: name, question: "The Democrat wins \(row["State"] ?? "") on 2016-11-08",
          key: row["State"] ?? "", chance: row[column] ?? "", day: "2016-11-08",
          happened: row["dem_win"] == "1")
      }
    }
    let votes = try rows.map { try #require(Double($0["E.V."] ?? "")) }
    #expect(votes.reduce(0, +) == 538)
    let run = try LedgerRun()
    let added = try run.importRows(forecasts.map(\.row))
    #expect(added.forecasts == 560 && added.questions == 56 && added.sources == 10)
    let report = try run.report("--grade", "all")
    var reproduction = Reproduction("The election of 2016")
    for (column, name, mean, sum) in outlets {
      let wanted: ExpectedScores = try .named(
        in: folder, at: "forecasters_2016", "per_source", column)
      let own = forecasts.filter { $0.source == name }
      let weighted = try zip(votes, own).reduce(0.0) { sum, pair in
        let happened = try #require(pair.1.happened as Bool?)
        return sum + pair.0 * brierScore(of: pair.1.probability, happened: happened)
      }
      try reproduction.add(
        report.source(name), of: own, beside: wanted, printed: [mean],
        more: [
          .init(
            "votes wrong", weighted, wanted: 538 * (try #require(wanted.weighted)), printed: sum)
        ])
    }
    try reproduction.check()
  }
}
