import Foundation
import TestSupport
import Testing

/// A forecast of all states in 2024 that was made anew on 189 days.
struct PresidentTests {
  @Test func `189 runs on 57 states keep their last word, and seven lost states their score`()
    throws
  {
    let folder = "potus-2024-win-state"
    guard let rows = try CSVTable.reference("data/\(folder)/raw/win_state.csv") else {
      return ReferenceData.skip("189 runs on 57 states keep their last word")
    }
    let finals = try ExpectedScores.named(
      [String: Double].self, in: folder, at: "final_swing_states")
    let forecasts = rows.map { row in
      let state = row["state"] ?? ""
      return RealForecast(
        source: "2024-potus", question: "The Democrat wins \(state) in 2024", key: state,
        said: row["run_date"] ?? "", chance: row["p_win"] ?? "", day: "2024-11-05",
        // The data says nothing of outcomes; that the Democrat lost these seven is well known.
        happened: finals[state] == nil ? nil : false)
    }
    let run = try LedgerRun()
    let added = try run.importRows(forecasts.map(\.row))
    let states = try ExpectedScores.named(Int.self, in: folder, at: "states")
    let runs = try ExpectedScores.named(Int.self, in: folder, at: "run_dates")
    #expect(try added.forecasts == ExpectedScores.named(Int.self, in: folder, at: "rows"))
    #expect(added.questions == states && added.forecasts == states * runs)

    let exported = CSVTable(try run.augury("export", "--format", "csv")).rows
    let days = Dictionary(grouping: exported) { $0["said_on"] ?? "" }
    #expect(days.count == runs)
    #expect(try days.keys.min() == ExpectedScores.named(String.self, in: folder, at: "first"))
    #expect(try days.keys.max() == ExpectedScores.named(String.self, in: folder, at: "last"))
    var reproduction = Reproduction("The election of 2024: last words")
    for (state, wanted) in finals.sorted(by: { $0.key < $1.key }) {
      let own = exported.filter { $0["question"] == "The Democrat wins \(state) in 2024" }
      let last = try #require(own.max { $0["said_on"] ?? "" < $1["said_on"] ?? "" })
      let ours = try #require(Double(last["probability"] ?? ""))
      reproduction.add(state, count: own.count, [.init("last", ours, wanted: wanted)])
    }
    try reproduction.check()

    var scores = Reproduction("The election of 2024: seven states")
    for take in ["first", "last", "average"] {
      let report = try run.report("--grade", "all", "--take", take)
      let source = try report.source("2024-potus")
      let undecided = source.counts.reasons["undecided"]
      #expect(source.brier.n == 7 && undecided == 50, "\(source.counts)")
      let squares = finals.keys.map { state in
        let own = forecasts.filter { $0.key == state }.sorted { $0.said < $1.said }
        let all = own.map { $0.probability * $0.probability }
        return take == "first" ? all[0] : take == "last" ? all[188] : all.reduce(0, +) / 189
      }
      scores.add(
        take, count: 7,
        [
          .init("Brier", try #require(source.brier.mean), wanted: squares.reduce(0, +) / 7)
        ])
    }
    try scores.check()
  }
}
