import Foundation
import TestSupport
import Testing

/// Real dated forecasts, whose schedule is played from the first day to the last.
struct RealScheduleTests {
  /// What `augury simulate` prints of one ask.
  private struct Ask: Decodable {
    var day: String
    var kind: String
    var question: String
    var text: String
    var key: String
  }

  private struct Simulation: Decodable {
    var questions: Int
    var asks: [Ask]
  }

  private func simulate(_ run: LedgerRun, _ from: String, _ to: String) throws -> Simulation {
    let text = try run.augury("simulate", "--from", from, "--to", to, "--format", "json")
    return try JSONDecoder().decode(Simulation.self, from: Data(text.utf8))
  }

  @Test(
    "Each state of 2024 is asked about on the day after the election, and as overdue after grace")
  func presidents() throws {
    let path = "data/potus-2024-win-state/raw/win_state.csv"
    guard let rows = try CSVTable.reference(path) else {
      return ReferenceData.skip("the states of 2024 are asked about on their day")
    }
    let run = try LedgerRun()
    try run.importRows(
      rows.map { row in
        RealForecast(
          source: "2024-potus", question: "The Democrat wins \(row["state"] ?? "") in 2024",
          key: row["state"] ?? "", said: row["run_date"] ?? "", chance: row["p_win"] ?? "",
          day: "2024-11-05"
        ).row
      })
    let simulation = try simulate(run, "2024-05-01", "2024-12-31")
    let states = Set(rows.compactMap { $0["state"] })
    let due = simulation.asks.filter { $0.kind == "due" }
    #expect(due.count == states.count && Set(due.map(\.question)).count == states.count)
    #expect(Set(due.map(\.day)) == ["2024-11-06"])
    let overdue = simulation.asks.filter { $0.kind == "overdue" }
    #expect(Set(overdue.map(\.day)) == ["2024-12-06", "2024-12-13", "2024-12-27"])
    // The model spoke nearly every day: it was never silent for half of its lead time, but at the
    // end, where that is a day.
    let silent = simulation.asks.filter { $0.kind == "silent" && $0.day < "2024-11-04" }
    #expect(silent.isEmpty)
    let reviews = Set(simulation.asks.filter { $0.kind == "review" }.map(\.day))
    #expect(reviews == ["2024-08-03", "2024-09-19", "2024-10-13", "2024-10-25"])
    #expect(Set(simulation.asks.map(\.key)).count == simulation.asks.count)
  }

  @Test("Each governor's election is asked about on the day after its own date")
  func governors() throws {
    let path = "data/fte-checking-our-work/raw/governors_elections.csv"
    guard let rows = try CSVTable.reference(path) else {
      return ReferenceData.skip("governors' elections are asked about on their days")
    }
    let last = rows.filter { $0["forecast_type"] == "deluxe" && $0["party"] == "D" }
    let run = try LedgerRun()
    try run.importRows(
      last.map { row in
        let text = "\(row["candidate"] ?? "") wins \(row["state"] ?? "") \(row["year"] ?? "")"
        return RealForecast(
          source: "538", question: text, key: text, said: row["forecast_date"] ?? "",
          chance: row["probwin"] ?? "", day: row["election_date"] ?? ""
        ).row
      })
    let first = try #require(last.compactMap { $0["forecast_date"] }.min())
    let simulation = try simulate(run, first, "2023-01-31")
    let asked = Dictionary(grouping: simulation.asks.filter { $0.kind == "due" }, by: \.text)
    for row in last {
      let text = "\(row["candidate"] ?? "") wins \(row["state"] ?? "") \(row["year"] ?? "")"
      let election = row["election_date"] ?? ""
      let next = ["2018-11-06": "2018-11-07", "2022-11-08": "2022-11-09"][election]
      #expect(asked[text]?.map(\.day) == [next ?? "?"], "\(text): \(election)")
    }
    #expect(asked.count == simulation.questions)
  }
}
