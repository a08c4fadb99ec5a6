import Foundation
import TestSupport
import Testing

/// The traps of scoring, each from an import to the line of the report.
///
/// What the report has to say is worked out here from the rows, by the formulas of Docs/Scores.md
/// and by no code of the program.
struct TrapTests {
  /// A row of Augury CSV that another system recorded when it was said.
  private func row(
    _ source: String, _ question: String, _ chance: Double, _ outcome: String = "",
    on said: String = "2025-01-10T12:00:00Z", more: CSVTable.Row = [:]
  ) -> CSVTable.Row {
    let row = [
      "source": source, "question": question, "probability": "\(chance)", "said_on": said,
      "deadline": "2025-12-31", "outcome": outcome, "system": "site", "recorded_on": said,
      "happened_on": outcome == "yes" ? "2025-12-31" : "",
    ]
    return row.merging(more) { $1 }
  }

  private func square(_ chance: Double, _ happened: Bool) -> Double {
    let distance = chance - (happened ? 1 : 0)
    return distance * distance
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  // MARK: Late entry

  /// Twenty-four questions on twelve events; two turn out against what everybody thinks in the end.
  private var leanings: [(name: String, up: Bool, happened: Bool)] {
    (0..<24).map { ("Question \($0)", $0 % 2 == 0, ($0 % 2 == 0) != [5, 16].contains($0)) }
  }

  /// Three sources say 50 % in January and 95 % in December.
  ///
  /// One has 70 % in January, another enters on the last evening but one with what everybody says by
  /// then. With `baseline` it is a stated one that says 50 % and 95 %, and nobody else speaks.
  private func lateEntry(_ reference: String) -> [CSVTable.Row] {
    leanings.enumerated().flatMap { place, question in
      let outcome = question.happened ? "yes" : "no"
      let end = question.up ? 0.95 : 0.05
      func row(_ source: String, _ chance: Double, _ on: String, _ other: Double) -> CSVTable.Row {
        let baseline = reference == "baseline" ? "\(other)" : ""
        return self.row(
          source, question.name, chance, outcome, on: on,
          more: ["event": "event \(place / 2)", "baseline": baseline])
      }
      let start = row("Standing", question.up ? 0.7 : 0.3, "2025-01-10T12:00:00Z", 0.5)
      let late = row("Late", end, "2025-12-30T20:00:00Z", end)
      guard reference == "consensus" else { return [start, late] }
      let crowd = ["Ann", "Bob", "Cem"].flatMap { name in
        [
          row(name, 0.5, "2025-01-10T12:00:00Z", 0.5), row(name, end, "2025-12-29T12:00:00Z", 0.5),
        ]
      }
      return crowd + [start, row("Standing", end, "2025-12-29T12:00:00Z", 0.5), late]
    }
  }

  @Test(arguments: ["consensus", "baseline"])
  func `late entry has a low score, and neither an edge nor a rank above those who stood early`(
    reference: String
  ) throws {
    let report = try LedgerRun(importing: lateEntry(reference)).report()
    let (late, standing) = (try report.source("Late"), try report.source("Standing"))
    func brier(_ chance: Double) -> Double {
      mean(leanings.map { square($0.up ? chance : 1 - chance, $0.happened) })
    }
    // The bare score flatters who waited.
    #expect(isClose(late.brier.mean, brier(0.95)) && isClose(standing.brier.mean, brier(0.7)))
    #expect(brier(0.95) < brier(0.7))
    // The edge compares each with what was said at the same time.
    let (lateEdge, edge) = (try #require(late.edge), try #require(standing.edge))
    #expect(lateEdge.reference == [reference: 24] && edge.reference == [reference: 24])
    #expect(isClose(edge.mean, brier(0.5) - brier(0.7)) && edge.mean > 0.1)
    #expect(isClose(lateEdge.mean, 0))
    let rank = try #require(standing.rank)
    #expect(late.rank.map { $0.low > rank.high } ?? true)
    let order = report.sources.map(\.name)
    #expect(
      try #require(order.firstIndex(of: "Standing")) < #require(order.firstIndex(of: "Late")))
  }

  // MARK: Early yes

  @Test func `an early yes is on record, and waits for its deadline as every no does`() throws {
    let chances = [0.3, 0.2, 0.4, 0.1]
    var rows = chances.enumerated().map { row("Eve", "Dam \($0) opens", $1) }
    rows[0]["outcome"] = "yes"
    rows[0]["happened_on"] = "2025-03-01"
    let run = try LedgerRun(importing: rows)
    let questions = try run.augury("list", "--format", "json", "--at", "2025-06-01")
    #expect(questions.contains("\"yes, on 2025-03-01\""))
    // The last instant of the deadline, and the first after it.
    for instant in ["2025-06-01", "2025-12-31T23:59:59Z"] {
      let eve = try run.report("--at", instant).source("Eve")
      #expect(eve.brier.mean == nil && eve.counts.due == 0, "\(instant)")
      #expect(eve.counts.scoreable == 4 && eve.counts.reasons == ["not due": 4], "\(instant)")
    }
    // The year ends without another: all four are scored at once, not the yes alone before.
    for place in 1..<4 { rows[place]["outcome"] = "no" }
    try run.importRows(rows)
    let early = try run.report("--at", "2025-12-31T23:59:59Z").source("Eve")
    #expect(early.brier.mean == nil)
    let eve = try run.report("--at", "2026-01-01T00:00:00Z").source("Eve")
    let scores = chances.enumerated().map { square($0.element, $0.offset == 0) }
    #expect(eve.brier.n == 4 && isClose(eve.brier.mean, mean(scores)))
  }

  // MARK: Ambiguous

  @Test func `ambiguous and undecided claims widen the range of the mean, annulled ones do not`()
    throws
  {
    let known = [(0.8, true), (0.3, false), (0.6, false)]
    let open = [(0.9, "ambiguous"), (0.2, "ambiguous"), (0.7, "")]
    let rows =
      known.enumerated().map { row("Amy", "Known \($0)", $1.0, $1.1 ? "yes" : "no") }
      + open.enumerated().map { row("Amy", "Open \($0)", $1.0, $1.1) }
      + [row("Amy", "Annulled", 0.99, "annulled")]
    let amy = try LedgerRun(importing: rows).report().source("Amy")
    let scores = known.map(square)
    #expect(amy.brier.n == 3 && isClose(amy.brier.mean, mean(scores)))
    let best = open.map { min(square($0.0, true), square($0.0, false)) }
    let worst = open.map { max(square($0.0, true), square($0.0, false)) }
    #expect(isClose(amy.brier.best, mean(scores + best)))
    #expect(isClose(amy.brier.worst, mean(scores + worst)))
    #expect(amy.counts.reasons == ["ambiguous": 2, "undecided": 1, "annulled": 1])
    #expect(amy.counts.due == 7 && amy.counts.resolved == 6 && amy.counts.scored == 3)
  }

  // MARK: Found afterwards

  @Test func `claims found afterwards are shown, and scored only when they are asked for`() throws {
    let stamped = [(0.6, true), (0.7, false)]
    let boasts = [(0.99, true), (0.02, false), (0.97, true)]
    var rows = stamped.enumerated().map { row("Fay", "Stamped \($0)", $1.0, $1.1 ? "yes" : "no") }
    for (place, boast) in boasts.enumerated() {
      var found = row("Fay", "Found \(place)", boast.0, boast.1 ? "yes" : "no")
      // Nothing but the claim says when it was made; or its stamp is of the day after.
      found["recorded_on"] = place == 0 ? "2026-01-02T00:00:00Z" : ""
      rows.append(found)
    }
    rows.append(row("Fay", "Hindsight", 1, "yes", on: "2026-01-03T12:00:00Z"))
    let run = try LedgerRun(importing: rows)
    let fay = try run.report().source("Fay")
    #expect(fay.brier.n == 2 && isClose(fay.brier.mean, mean(stamped.map(square))))
    #expect(
      fay.counts.reasons == ["found afterwards": 3, "said after the outcome was known": 1])
    #expect(fay.counts.recorded == 6 && fay.counts.scoreable == 2)
    let all = try run.report("--grade", "all").source("Fay")
    #expect(all.brier.n == 5 && isClose(all.brier.mean, mean((stamped + boasts).map(square))))
    #expect(all.counts.reasons == ["said after the outcome was known": 1])
    let live = try run.report("--grade", "live").source("Fay")
    #expect(live.brier.mean == nil)
  }

  // MARK: Certainty

  @Test func `0 and 1 survive: a wrong certainty costs 1, and no figure is infinite`() throws {
    let claims = [(1.0, false), (0, true), (1, true), (0, false), (0.75, true)]
    let baselines = [0, 1, 1, 0.5, 0]
    let rows = zip(claims, baselines).enumerated().map { place, pair in
      row(
        "Sue", "Certain \(place)", pair.0.0, pair.0.1 ? "yes" : "no",
        more: ["baseline": "\(pair.1)"])
    }
    let run = try LedgerRun(importing: rows)
    let sue = try run.report().source("Sue")
    #expect(isClose(sue.brier.mean, mean([1, 1, 0, 0, 0.0625])))
    // −ln of the chance given to what came about, held to 1…99 %.
    let logs = [0.01, 0.01, 0.99, 0.99, 0.75].map { -log($0) }
    #expect(isClose(sue.log.mean, mean(logs)) && sue.log.n == 5)
    #expect(sue.log.clipped == 4 && sue.log.misses == 2)
    let edges = zip(claims, baselines).map { square($1, $0.1) - square($0.0, $0.1) }
    #expect(isClose(sue.edge?.mean, mean(edges)) && edges.contains(-1))
    // A weight of 0.9 on the source over the middle of both, as a product.
    let factors = zip(claims, baselines).map { claim, other in
      let (tilted, middle) = (0.9 * claim.0 + 0.1 * other, (claim.0 + other) / 2)
      return claim.0 == other ? 1 : claim.1 ? tilted / middle : (1 - tilted) / (1 - middle)
    }
    #expect(isClose(sue.edge?.evidenceFor, factors.reduce(1, *)))
    for format in ["json", "jsonl", "csv", "table"] {
      let text = try run.augury("report", "--format", format).lowercased()
      #expect(text.firstMatch(of: /\b(inf|infinity|nan)\b|∞/) == nil, "\(format): \(text)")
    }
    // They are read and written as they stand.
    let exported = CSVTable(try run.augury("export", "--format", "csv")).rows
    #expect(exported.compactMap { Double($0["probability"] ?? "") }.sorted() == [0, 0, 0.75, 1, 1])
  }
}
