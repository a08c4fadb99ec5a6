import Foundation
import TestSupport
import Testing

/// The promise that every figure can be worked out again from what the program prints of it.
struct ExplainTests {
  /// Four sources on thirty questions; the first also speaks in words and on a disputed question.
  private func ledger() throws -> LedgerRun {
    var random = SplitMix64(seed: 11)
    var rows: [CSVTable.Row] = []
    for index in 0..<30 {
      let chance = Double.random(in: 0.05...0.95, using: &random)
      let happens = Double.random(in: 0...1, using: &random) < chance
      for source in ["Ann", "Bob", "Cem", "Dee"] {
        let own = min(max(chance + Double.random(in: -0.2...0.2, using: &random), 0.01), 0.99)
        rows.append([
          "source": source, "question": "Question \(index)",
          "probability": "\((own * 100).rounded() / 100)", "said_on": "2025-01-10",
          "deadline": "2025-0\(index % 9 + 1)-28", "event": "event \(index / 2)",
          "outcome": index == 29 ? "ambiguous" : happens ? "yes" : "no",
          "happened_on": index != 29 && happens ? "2025-01-20" : "", "tags": "odd\(index % 2)",
        ])
      }
    }
    return try LedgerRun(importing: rows)
  }

  private struct Explanation: Decodable {
    struct Row: Decodable {
      struct Reference: Decodable { var probability: Double }
      struct Bounds: Decodable { var best, worst: Double }
      var event: String?
      var probability: Double?
      var happened: Bool?
      var brier: Double?
      var reference: Reference?
      var edge: Double?
      var bounds: Bounds?

      enum CodingKeys: String, CodingKey {
        case event, probability, happened, brier, reference, edge
        case bounds = "brier_bounds"
      }
    }

    var value: Double
    var rows: [Row]
  }

  private func explanation(_ figure: String, _ ledger: LedgerRun) throws -> Explanation {
    let text = try ledger.augury("explain", figure, "Ann", "--grade", "all", "--format", "json")
    return try JSONDecoder().decode(Explanation.self, from: Data(text.utf8))
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test func `a figure's rows give the figure, and the report has the same`() throws {
    let ledger = try ledger()
    let ann = try ledger.report("--grade", "all").source("Ann")
    let brier = try explanation("brier", ledger)
    #expect(brier.rows.count == 29 && isClose(ann.brier.mean, brier.value))
    let scores = try brier.rows.map { row in
      let p = try #require(row.probability)
      return row.happened == true ? (1 - p) * (1 - p) : p * p
    }
    #expect(isClose(brier.value, mean(scores)))
    let edge = try explanation("edge", ledger)
    let edges = try edge.rows.map { row in
      let q = try #require(row.reference?.probability)
      return (row.happened == true ? (1 - q) * (1 - q) : q * q) - (try #require(row.brier))
    }
    #expect(isClose(edge.value, mean(edges)) && isClose(ann.edge?.mean, edge.value))
    let expected = try explanation("expected", ledger)
    #expect(isClose(expected.value, expected.rows.compactMap(\.probability).reduce(0, +)))
    #expect(isClose(ann.calibration?.expected, expected.value))
    let worst = try explanation("worst", ledger)
    #expect(worst.rows.count == 30 && isClose(ann.brier.worst, worst.value))
    #expect(isClose(worst.value, mean(worst.rows.compactMap { $0.bounds?.worst ?? $0.brier })))
  }

  @Test func `every figure can be explained, with the policy and the ledger's root`() throws {
    let ledger = try ledger()
    let root = try ledger.augury("root")
    for figure in [
      "brier", "best", "worst", "log", "edge", "low", "high", "shrunken", "rank", "verdict",
      "expected", "observed", "p-value", "spiegelhalter", "mcb", "dsc", "unc",
    ] {
      let text = try ledger.augury("explain", figure, "Ann", "--grade", "all")
      #expect(text.hasPrefix("\(figure) of Ann\n"))
      #expect(!text.contains("none: the record does not support it"), "\(figure)")
      #expect(text.contains(root.split(separator: " ").last.map { $0.dropLast() } ?? "?"))
      #expect(text.contains("grade all, take first, window default"))
    }
  }

  @Test func `the same ledger, instant and options give the same bytes`() throws {
    let ledger = try ledger()
    for form in ["table", "json", "csv", "markdown", "html"] {
      func print() throws -> String {
        try ledger.augury(
          "report", "Ann", "--grade", "all", "--at", "2026-01-01T00:00:00Z", "--format", form)
      }
      #expect(try print() == print(), "\(form)")
    }
  }

  @Test func `groups, comparisons and explanations have pages too`() throws {
    let ledger = try ledger()
    let options = ["--grade", "all", "--at", "2026-01-01T00:00:00Z"]
    for command in [
      ["report", "--group-by", "tag"], ["compare", "Ann", "Bob"], ["explain", "edge", "Ann"],
      ["explain", "rank", "Ann"],
    ] {
      let html = try ledger.augury(command + options + ["--format", "html"])
      #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
      #expect(html.contains("<table") && html.contains("Root hash"), "\(command)")
      let markdown = try ledger.augury(command + options + ["--format", "markdown"])
      #expect(markdown.hasPrefix("# ") && markdown.contains("\n| :---"), "\(command)")
    }
  }

  @Test func `an edition says the same after the ledger has grown, and names its root`() throws {
    let ledger = try ledger()
    try ledger.augury("editions", "announce", "2025", "--on", "2025-12-31", "--grade", "all")
    let before = try ledger.augury("report", "--edition", "2025", "--format", "json")
    try ledger.importRows([
      [
        "source": "Ann", "question": "A late one", "probability": "0.9", "said_on": "2025-01-10",
        "deadline": "2025-02-28", "outcome": "yes", "happened_on": "2025-01-20",
      ]
    ])
    #expect(try ledger.augury("report", "--edition", "2025", "--format", "json") == before)
    #expect(try ledger.report("--grade", "all").source("Ann").counts.recorded == 31)
    #expect(before.contains("\"announced_beforehand\": false"))
  }
}
