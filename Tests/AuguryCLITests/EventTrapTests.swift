import Foundation
import TestSupport
import Testing

/// What happens in one event strikes all forecasts on it: events count, not rows, from an import to
/// the line of the report.
struct EventTrapTests {
  /// 80 % on each question, beside a baseline of 50 %; every fifth does not come about.
  private func rows(_ count: Int, events: Int) -> [CSVTable.Row] {
    (0..<count).map { place in
      let isMiss = place % 5 == 4
      return [
        "source": "Wes", "question": "Column \(place)", "probability": "0.8", "baseline": "0.5",
        "said_on": "2025-01-10T12:00:00Z", "recorded_on": "2025-01-10T12:00:00Z", "system": "site",
        "deadline": "2025-12-31", "outcome": isMiss ? "no" : "yes",
        "happened_on": isMiss ? "" : "2025-06-01", "event": "event \(place % events)",
      ]
    }
  }

  private func wes(_ count: Int, events: Int) throws -> ReportJSON.Source {
    try LedgerRun(importing: rows(count, events: events)).report().source("Wes")
  }

  @Test func `one war with forty columns is one event: no range, no rank, no verdict`() throws {
    let war = try wes(40, events: 1)
    let hits = (0..<40).count { $0 % 5 != 4 }
    let brier = (Double(hits) * 0.04 + Double(40 - hits) * 0.64) / 40
    #expect(war.brier.n == 40 && war.events == 1 && isClose(war.brier.mean, brier))
    let edge = try #require(war.edge)
    #expect(edge.n == 40 && edge.events == 1 && isClose(edge.mean, 0.25 - brier))
    #expect(edge.low == nil && edge.high == nil && war.rank == nil)
    #expect(war.verdict == "too few to judge")
    // One step of evidence: the mean of the forty factors, not their product.
    let (hit, miss) = (0.77 / 0.65, 0.23 / 0.35)
    #expect(isClose(edge.evidenceFor, (Double(hits) * hit + Double(40 - hits) * miss) / 40))

    // The same forty as events of their own have a range, a rank and a verdict.
    let forty = try wes(40, events: 40)
    #expect(forty.brier.mean == war.brier.mean && forty.events == 40)
    #expect(forty.edge?.low != nil && forty.edge?.high != nil && forty.rank != nil)
    #expect(forty.verdict != "too few to judge")
    let product = pow(hit, Double(hits)) * pow(miss, Double(40 - hits))
    #expect(isClose(forty.edge?.evidenceFor, product))
  }

  @Test(arguments: [2, 7, 8, 10])
  func `fewer than eight events give no range, and fewer than ten no rank`(events: Int) throws {
    let count = 6 * events
    let source = try wes(count, events: events)
    let edge = try #require(source.edge)
    #expect(edge.n == count && edge.events == events && source.events == events)
    #expect((edge.low != nil) == (events >= 8) && (edge.high != nil) == (events >= 8))
    #expect((source.rank != nil) == (events >= 10 && count >= 20))
    #expect((source.verdict == "too few to judge") == (events < 10))
    guard let low = edge.low, let high = edge.high else { return }
    let (wantedLow, wantedHigh) = interval(count, events: events)
    // The quantiles below are given to nine decimals.
    #expect(abs(low - wantedLow) < 1e-9 && abs(high - wantedHigh) < 1e-9, "\(edge)")
  }

  @Test func `nineteen questions on nineteen events have a range and no rank`() throws {
    let source = try wes(19, events: 19)
    #expect(source.events == 19 && source.edge?.low != nil && source.rank == nil)
    #expect(source.verdict == "too few to judge")
  }

  /// The 90 % range where all events have as many questions: mean ± t · error.
  ///
  /// There is one degree of freedom less than there are events. The error is that of the events'
  /// means, and no less than what source and baseline held possible.
  private func interval(_ count: Int, events: Int) -> (Double, Double) {
    let size = Double(count / events)
    let sums = (0..<events).map { event in
      stride(from: event, to: count, by: events).reduce(0.0) { sum, place in
        sum + (place % 5 == 4 ? 0.25 - 0.64 : 0.25 - 0.04)
      }
    }
    let mean = sums.reduce(0, +) / Double(count)
    let squares = sums.reduce(0) { $0 + ($1 / size - mean) * ($1 / size - mean) }
    let error = (squares / Double(events * (events - 1))).squareRoot()
    // r is the middle of 0.8 and 0.5.
    let one = 2 * (0.5 - 0.8) * (0.65 * 0.35).squareRoot() * size
    let floor = (Double(events) * one * one).squareRoot() / Double(count)
    // The 95 % quantiles of Student's distribution with 7 and 9 degrees of freedom.
    let t = events == 8 ? 1.894578605 : 1.833112933
    let half = t * max(error, floor)
    return (mean - half, mean + half)
  }
}
