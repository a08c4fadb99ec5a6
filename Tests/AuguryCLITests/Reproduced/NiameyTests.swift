import Foundation
import TestSupport
import Testing

/// The rain of Niamey, on which the authors of CORP show their decomposition.
struct NiameyTests {
  @Test func `four forecasts of the rain of Niamey decompose as printed and as expected`() throws {
    guard let rows = try CSVTable.reference("data/niamey-corp/precip_Niamey_2016.csv") else {
      return ReferenceData.skip("four forecasts of the rain of Niamey")
    }
    let names = ["Logistic", "EMOS", "ENS", "EPC"]
    let forecasts = rows.flatMap { row in
      names.map { name in
        let day = row["date"] ?? ""
        return RealForecast(
          source: name, question: "It rains in Niamey on \(day)", key: day,
          chance: row[name] ?? "", day: day, happened: row["obs"] == "1.0")
      }
    }
    let run = try LedgerRun()
    let added = try run.importRows(forecasts.map(\.row))
    #expect(added.forecasts == 368 && added.questions == 92 && added.sources == 4)
    #expect(rows.count { $0["obs"] == "1.0" } == 53)
    let report = try run.report("--grade", "all")
    // What the page of reliabilitydiag prints.
    let printed = ["EMOS": ["0.232", "0.0183", "0.0305", "0.244"]]
    var reproduction = Reproduction("Rain in Niamey")
    for name in names {
      try reproduction.add(
        report.source(name), of: forecasts.filter { $0.source == name },
        beside: try .named(in: "niamey-corp", at: "sources", name), printed: printed[name] ?? [])
    }
    try reproduction.check()
  }
}
