import TestSupport
import Testing

/// The yes-or-no forecasts of the European hub, as the package scoringutils ships them.
struct HubTests {
  @Test func `four models of the European hub have the expected Brier scores`() throws {
    guard let rows = try CSVTable.reference("data/scoringutils/example_binary.csv") else {
      return ReferenceData.skip("four models of the European hub have the expected Brier scores")
    }
    // The event is one for each model: a value above that model's own mean.
    let keys = ["model", "location", "target_type", "target_end_date", "forecast_date"]
    let forecasts = rows.filter { $0["model"] != "" }.map { row in
      let key = keys.map { row[$0] ?? "" }.joined(separator: "|")
      return RealForecast(
        source: row["model"] ?? "", question: "More than the model thinks: \(key)", key: key,
        said: row["forecast_date"] ?? "", chance: row["predicted"] ?? "",
        day: row["target_end_date"] ?? "", happened: row["observed"] == "1")
    }
    let report = try LedgerRun(importing: forecasts.map(\.row)).report("--grade", "all")
    #expect(report.funnel.scored == 887)
    let expected = try ExpectedScores.named(
      [String: Model].self, in: "scoringutils", at: "example_binary", "per_model")
    #expect(Set(report.sources.map(\.name)) == Set(expected.keys))
    var reproduction = Reproduction("The European hub: yes or no")
    for (name, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      let source = try report.source(name)
      #expect(source.brier.n == wanted.n && source.log.n == wanted.n)
      // The expected logarithmic score is not held to any chance; one of them is infinite.
      #expect(wanted.infinite > 0 || source.log.clipped == 0)
      #expect(source.log.misses == wanted.infinite)
      reproduction.add(
        name, count: wanted.n,
        [
          .init("Brier", try #require(source.brier.mean), wanted: wanted.brier),
          .init(
            "log, 1…99 %", try #require(source.log.mean),
            wanted: wanted.infinite > 0 ? nil : wanted.log),
        ])
    }
    try reproduction.check()
    try checkByLibrary(
      forecasts, beside: .named(in: "scoringutils", at: "example_binary", "pooled"), "all four")
  }

  private struct Model: Decodable {
    var n: Int
    var brier: Double
    var log: Double
    var infinite: Int

    enum CodingKeys: String, CodingKey {
      case n, brier
      case log = "log_loss"
      case infinite = "n_inf"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      n = try values.decode(Int.self, forKey: .n)
      brier = try values.decode(Double.self, forKey: .brier)
      infinite = try values.decode(Int.self, forKey: .infinite)
      // An infinite one is the text "inf".
      log = infinite > 0 ? .infinity : try values.decode(Double.self, forKey: .log)
    }
  }
}
