import Foundation
import TestSupport
import Testing

/// What `show --what-if` supposes is what a report says once the answer is recorded.
struct ConsequenceRunTests {
  private struct Shown: Decodable {
    struct Figures: Decodable {
      var edge: Double?
      var brier: Double?
      var n: Int
    }
    struct Consequence: Decodable {
      var `if`: String
      var name: String
      var countsAfter: String?
      var standing: String
      var before: Figures
      var after: Figures
    }
    var consequences: [Consequence]?
  }

  /// Five sources with a record, all of whom spoke of one open question.
  private func rows(deadline: String) -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    for source in 0..<5 {
      for place in 0..<9 {
        var past = row(source, "Past \(place)", "0.\(2 + (source + place) % 7)")
        past["deadline"] = "2025-06-30"
        past["outcome"] = place % 3 == 0 ? "yes" : "no"
        past["happened_on"] = place % 3 == 0 ? "2025-05-01" : ""
        rows.append(past)
      }
      var open = row(source, "Open", "0.\(3 + source)")
      open["deadline"] = deadline
      rows.append(open)
    }
    return rows
  }

  private func row(_ source: Int, _ question: String, _ chance: String) -> CSVTable.Row {
    let said = "2025-01-1\(source)T12:00:00Z"
    return [
      "source": "Source \(source)", "question": question, "probability": chance, "said_on": said,
      "recorded_on": said, "system": "site",
    ]
  }

  private func shown(_ run: LedgerRun, _ arguments: String...) throws -> Shown {
    let text = try run.augury(["show", try open(run), "--format", "json"] + arguments)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Shown.self, from: Data(text.utf8))
  }

  /// The identifier of the open question.
  private func open(_ run: LedgerRun) throws -> String {
    let lines = try run.augury("list", "--limit", "0", "--format", "csv").split(separator: "\n")
    let line = try #require(lines.first { $0.hasSuffix(",Open") })
    return String(try #require(line.split(separator: ",").first))
  }

  @Test("Where an answer tells too little for a forecast's own window, the words say so")
  func ownWindows() throws {
    var rows: [CSVTable.Row] = []
    for (source, until) in ["", "2025-04-30", "2025-09-30"].enumerated() {
      var open = row(source, "Open", "0.7")
      (open["deadline"], open["until"]) = ("2025-06-30", until)
      rows.append(open)
    }
    let run = try LedgerRun(importing: rows)
    let sentences = try run.augury("show", try open(run), "--what-if")
    #expect(sentences.contains("Source 0: Brier none → 0.490, questions 0 → 1"))
    #expect(sentences.contains("Source 0: Brier none → 0.090, questions 0 → 1"))
    #expect(sentences.contains("Source 1: not scored, its own window ended before the deadline"))
    #expect(sentences.contains("Source 2: not scored, its own window ends after 2025-06-30"))
    #expect(!sentences.contains("nobody has recorded"))
  }

  @Test(
    arguments: [
      ("2025-12-31", "no", ["no"]), ("2025-12-31", "yes", ["yes", "--on", "unknown"]),
      ("2099-12-31", "no", ["never"]), ("2099-12-31", "yes", ["yes"]),
    ])
  func `what is supposed equals what the report says when it is recorded`(
    deadline: String, supposed: String, words: [String]
  ) throws {
    let run = try LedgerRun(importing: rows(deadline: deadline))
    #expect(try shown(run).consequences == nil)
    let consequences = try #require(try shown(run, "--what-if").consequences)
    #expect(
      consequences.map(\.if) == Array(repeating: "no", count: 5) + Array(repeating: "yes", count: 5)
    )
    let isAhead = deadline > "2030"
    let at = isAhead ? ["--at", "2100-01-02"] : []
    func report() throws -> ReportJSON {
      isAhead ? try run.report(at[0], at[1]) : try run.report()
    }
    let before = try report()
    _ = try run.augury(["resolve", try open(run)] + words)
    let after = try report()
    for each in consequences where each.if == supposed {
      #expect(each.countsAfter == (isAhead ? deadline : nil) && each.standing == "scored")
      for (figures, report, n) in [(each.before, before, 9), (each.after, after, 10)] {
        let line = try report.source(each.name)
        #expect(figures.brier == line.brier.mean && figures.edge == line.edge?.mean)
        #expect(figures.n == line.brier.n && figures.n == n)
        // Those who spoke fourth and fifth have a consensus of three to be held against.
        #expect((figures.edge != nil) == ["Source 3", "Source 4"].contains(each.name))
      }
    }
  }
}
