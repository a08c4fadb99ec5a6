import ForecastScoring
import Foundation
import TestSupport
import Testing

/// A table that others have printed, computed again from the data behind it.
struct PublishedScoresTests {
  private typealias Row = CSVTable.Row

  /// The table that the package's page prints, to three digits.
  private let printed = [
    "EuroCOVIDhub-ensemble|Cases": "17900", "EuroCOVIDhub-baseline|Cases": "28500",
    "epiforecasts-EpiNow2|Cases": "20800", "EuroCOVIDhub-ensemble|Deaths": "41.4",
    "EuroCOVIDhub-baseline|Deaths": "159", "UMass-MechBayes|Deaths": "52.7",
    "epiforecasts-EpiNow2|Deaths": "66.6",
  ]

  /// What is known of one forecast once the number is there.
  private struct Scores {
    var interval: Double
    var error: Double
    var inHalf: Bool
    var inNineTenths: Bool
  }

  private func key(_ row: Row) -> [String] {
    ["model", "location", "target_type", "target_end_date", "forecast_date"].map { row[$0] ?? "" }
  }

  private func number(_ column: String, of row: Row) throws -> Double {
    try #require(Double(row[column] ?? ""))
  }

  private func scores(of forecast: [Row]) throws -> Scores {
    #expect(forecast.count == 23)
    let values = try forecast.map { try number("predicted", of: $0) }
    let levels = try forecast.map { try number("quantile_level", of: $0) }
    let observed = try number("observed", of: forecast[0])
    func value(at level: Double) throws -> Double {
      values[try #require(levels.firstIndex { abs($0 - level) < 1e-9 })]
    }
    func holds(_ low: Double, _ high: Double) throws -> Bool {
      let (low, high) = (try value(at: low), try value(at: high))
      let score = try #require(IntervalScore(low: low, high: high, alpha: 0.5, observed: observed))
      return score.overprediction == 0 && score.underprediction == 0
    }
    let interval = try #require(
      weightedIntervalScore(of: values, levels: levels, observed: observed))
    return Scores(
      interval: interval,
      error: 2 * pinballLoss(of: try value(at: 0.5), level: 0.5, observed: observed),
      inHalf: try holds(0.25, 0.75), inNineTenths: try holds(0.05, 0.95))
  }

  @Test("The weighted interval scores of the European hub are those of scoringutils")
  func weightedIntervalScores() throws {
    let folder = "data/scoringutils/"
    guard let rows = try CSVTable.reference(folder + "example_quantile.csv"),
      let single = try CSVTable.reference(folder + "expected_quantile_scores.csv"),
      let url = ReferenceData.url(folder + "expected.json")
    else {
      return ReferenceData.skip("the weighted interval scores of the European hub")
    }
    let forecasts = Dictionary(grouping: rows.filter { $0["model"] != "" }, by: key)
    #expect(single.count == 887 && forecasts.count == 887)
    var groups: [String: [Scores]] = [:]
    for wanted in single {
      let forecast = try #require(forecasts[key(wanted)])
      let scores = try self.scores(of: forecast)
      let expected = try number("wis", of: wanted)
      #expect(abs(scores.interval - expected) <= 1e-12 * max(1, expected), "\(key(wanted))")
      groups["\(wanted["model"] ?? "")|\(wanted["target_type"] ?? "")", default: []].append(scores)
    }
    let expected = try VectorFields(JSONSerialization.jsonObject(with: Data(contentsOf: url)))
      .fields("example_quantile").fields("per_model_target")
    #expect(groups.keys.sorted() == expected.names && printed.keys.sorted() == expected.names)
    var reproduction = Reproduction("The European hub: weighted interval scores")
    for name in expected.names {
      let scores = try #require(groups[name])
      let wanted = try expected.fields(name)
      #expect(try scores.count == wanted.integer("n"))
      func mean(_ value: (Scores) -> Double) -> Double {
        scores.map(value).reduce(0, +) / Double(scores.count)
      }
      reproduction.add(
        name.replacing("|", with: ", "), count: scores.count,
        [
          .init(
            "WIS", mean(\.interval), wanted: try wanted.number("wis"), printed: printed[name],
            decimals: 2),
          .init(
            "error of the median", mean(\.error), wanted: try wanted.number("ae_median"),
            decimals: 2),
          .init(
            "within 50 %", mean { $0.inHalf ? 1 : 0 }, wanted: try wanted.number("cov50"),
            decimals: 3),
          .init(
            "within 90 %", mean { $0.inNineTenths ? 1 : 0 }, wanted: try wanted.number("cov90"),
            decimals: 3),
        ])
    }
    let problems = try reproduction.problems
    guard !problems.isEmpty else { return }
    Issue.record("\((problems + [""] + reproduction.table).joined(separator: "\n"))")
  }
}
