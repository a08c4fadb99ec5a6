import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

/// The agenda and the preview of a pass take short cuts where the scheduler has been run.
@Suite("What is found by appointments is what a look at all questions finds")
struct AgendaPropertyTests {
  /// The same ledger in another file, whose scheduler has to look at all questions.
  private func withoutShortCut(_ watched: WatchedLedger) throws -> Ledger {
    let path = watched.folder.file("copy.augury").path
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: watched.ledger.path, toPath: path)
    let ledger = try Ledger.open(path)
    try ledger.write(watched.capture) { _ in
      let book = try NoticeBook(making: ledger)
      if var state = try book.state() {
        state.cursor = -1
        try book.save(state)
      }
    }
    return ledger
  }

  private func agenda(
    _ ledger: Ledger, at instant: Instant, limit: Int?, _ isWanted: @escaping (Int64) -> Bool
  ) throws -> [String] {
    try ledger.read {
      let made = try AgendaMaker(try ledger.now(), at: instant, zone: WatchedLedger.utc).agenda(
        in: "UTC", through: instant.advanced(byMicroseconds: 90 * 86_400_000_000), limit: limit,
        isWanted)
      return (made.agenda.now + made.agenda.next).map { "\($0.occasion.key) \($0.asked.rfc3339)" }
        + ["\(made.now) wait, \(made.next) come next"]
    }
  }

  private func preview(_ ledger: Ledger, _ watched: WatchedLedger) throws -> [String] {
    let report = try Tick(
      ledger, watched.capture, recipients: [], zone: WatchedLedger.utc
    ).preview()
    return report.decided.map { WatchedLedger.line($0.question, $0.ask) }
      + ["next \(report.next?.rfc3339 ?? "never")"]
  }

  @Test("For random histories and times of looking", arguments: 200..<212)
  func sameAsAll(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let watched = try WatchedLedger(seed: UInt64(seed))
    var history = RandomHistory(watched)
    var waited = 0
    for _ in 0..<30 {
      try history.step(&random)
      watched.clock.now = watched.clock.now.advanced(
        byMicroseconds: Int64.random(in: 1...400, using: &random) * 3_600_000_000)
      if Int.random(in: 0..<3, using: &random) == 0 { try watched.tick() }
      let all = try withoutShortCut(watched)
      let instant = watched.clock.now.advanced(
        byMicroseconds: Int64.random(in: 0...20, using: &random) * 86_400_000_000)
      for (limit, divisor) in [(nil, 1), (1, 1), (nil, 2)] as [(Int?, Int64)] {
        let isWanted = { (number: Int64) in number % divisor == 0 }
        let short = try agenda(watched.ledger, at: instant, limit: limit, isWanted)
        #expect(short == (try agenda(all, at: instant, limit: limit, isWanted)))
        waited += short.count - 1
      }
      #expect(try preview(watched.ledger, watched) == (try preview(all, watched)))
    }
    #expect(waited > 0)
  }
}
