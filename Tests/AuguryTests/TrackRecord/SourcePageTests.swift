import Augury
import ForecastScoring
import TestSupport
import Testing

/// What the page of a source is made of.
struct SourcePageTests {
  private func page(_ maker: StatementMaker) throws -> SourcePage {
    let policy = Policy(at: try instant("2027-01-01"))
    return try #require(Assessment(maker.statements, policy, Zones()).page(of: 0))
  }

  @Test func `the span holds every day on which something may have been said`() throws {
    var maker = StatementMaker()
    for said in ["2025-03-01", "2025-11-01", nil] {
      try maker.forecast(on: try maker.question(), captured: "2026-02-10", said: said)
    }
    // Said "in 2025", and "in 2026" when February had come.
    maker.statements.saidFrom[0] = try instant("2025-01-01").microseconds
    maker.statements.saidUntil[0] = try instant("2026-01-01").microseconds
    #expect(try page(maker).span == (try day("2025-01-01"))...(try day("2025-12-31")))
    maker.statements.saidFrom[1] = try instant("2026-01-01").microseconds
    maker.statements.saidUntil[1] = try instant("2027-01-01").microseconds
    #expect(try page(maker).span == (try day("2025-01-01"))...(try day("2026-02-10")))
    maker.statements.saidFrom = [Int64](repeating: Statements.missing, count: 3)
    #expect(try page(maker).span == nil)
  }

  @Test func `no verdict says the opposite of the mean`() throws {
    var maker = StatementMaker()
    for place in 0..<70 {
      let happens = place < 30
      let question = try maker.question(
        .binary, happens ? .happened(try day("2026-05-01")) : .cannotHappen)
      // Right on thirty events, wrong forty times on one.
      maker.statements.questions[Int(question)].event = happens ? "event \(place)" : "the war"
      let number = try maker.forecast(on: question, 0.9)
      maker.statements.baseline[number] = 0.5
    }
    let page = try page(maker)
    let edge = try #require(page.line.figures?.edge)
    #expect(edge.mean < 0 && edge.evidenceFor > 20)
    #expect(edge.verdict == .unclear)
    #expect(isNear(edge.referenceBrier, 0.25) && isNear(edge.brier, (30 * 0.01 + 40 * 0.81) / 70))
  }

  @Test func `disputed claims move the edge by what either outcome would make of them`() throws {
    var maker = StatementMaker()
    for outcome in [Outcome.happened(try day("2026-05-01")), .ambiguous] {
      let number = try maker.forecast(on: try maker.question(.binary, outcome), 0.8)
      maker.statements.baseline[number] = 0.5
    }
    let dependence = try #require(try page(maker).dependences.first)
    #expect(dependence.cause == .disputed && dependence.count == 1)
    // Scored: 0.25 − 0.04. The other one: 0.21 if it happened, 0.25 − 0.64 if not.
    #expect(isNear(dependence.edge?.high, 0.21) && isNear(dependence.edge?.low, (0.21 - 0.39) / 2))
    #expect(dependence.isDecisive)
  }

  @Test func `the meanings of words move the edge from their one end to their other`() throws {
    var maker = StatementMaker()
    var meaning = ChanceMeaning(point: 0.7)
    (meaning.low, meaning.high, meaning.variance) = (0.6, 0.8, 0.01)
    let question = try maker.question(.binary, .happened(try day("2026-05-01")))
    let number = try maker.forecast(on: question, nil, words: .verbal, meaning: meaning)
    maker.statements.baseline[number] = 0.7
    let dependence = try #require(try page(maker).dependences.first)
    #expect(dependence.cause == .words)
    #expect(isNear(dependence.edge?.low, 0.09 - 0.16) && isNear(dependence.edge?.high, 0.09 - 0.04))
  }
}
