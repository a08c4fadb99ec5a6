import Augury
import Dispatch
import TestSupport
import Testing

/// How a calculation is divided must not show in what comes out.
struct WorkersTests {
  /// A ledger of some sources and many questions, with words, windows, moves and repeated claims.
  private func statements(_ seed: UInt64) throws -> Statements {
    var random = SplitMix64(seed: seed)
    func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    var maker = StatementMaker(sources: 40)
    let outcomes: [Outcome?] = [
      .happened(try day("2026-03-01")), .notSeen(through: try day("2026-12-31")), .cannotHappen,
      .ambiguous, nil,
    ]
    for _ in 0..<120 {
      let moves = once(in: 9) ? [(at: "2026-01-20", to: "2026-08-31")] : []
      let question = try maker.question(
        .binary, by: once(in: 15) ? nil : "2026-06-30",
        outcomes[Int.random(in: 0..<5, using: &random)], moves: moves)
      maker.statements.questions[Int(question)].event = once(in: 3) ? "an event" : nil
      for _ in 0..<20 {
        let said = "2026-0\(Int.random(in: 1...4, using: &random))-11"
        try maker.forecast(
          on: question, by: Int32.random(in: 0..<40, using: &random),
          Double(Int.random(in: 0...100, using: &random)) / 100, negated: once(in: 5),
          said: once(in: 6) ? nil : said, window: once(in: 12) ? "2026-05-31" : nil,
          withdrawn: once(in: 20) ? "2026-02-20" : nil,
          words: once(in: 10) ? .verbal : nil, meaning: ChanceMeaning(point: 0.8))
      }
    }
    return maker.statements
  }

  @Test(arguments: Take.allCases) func `figures are the same to the bit on any workers`(
    _ take: Take
  ) throws {
    let backwards = Workers { count, part in
      for number in (0..<count).reversed() { part(number) }
    }
    let threads = Workers { count, part in
      withoutActuallyEscaping(part) { part in
        // Unsafe: parts share nothing, and all have ended when this returns.
        nonisolated(unsafe) let part = part
        DispatchQueue.concurrentPerform(iterations: count) { part($0) }
      }
    }
    for seed in 0..<4 as Range<UInt64> {
      let statements = try statements(seed)
      let policy = Policy(grade: .afterwards, take: take, at: try instant("2027-01-01"))
      let record = TrackRecord(statements, policy, Zones())
      #expect(record.lines.contains { $0.figures?.edge?.rank != nil })
      #expect(record.funnel.scored > 500)
      for workers in [backwards, threads] {
        #expect(TrackRecord(statements, policy, Zones(), workers) == record)
      }
    }
  }
}
