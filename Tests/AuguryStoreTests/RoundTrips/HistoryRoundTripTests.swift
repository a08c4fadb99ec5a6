import Augury
import AuguryStore
import TestSupport
import Testing

/// What a ledger's reports say has to survive an export and an import elsewhere.
struct HistoryRoundTripTests: RoundTrip {
  @Test func `a table of any history gives the same report in another ledger`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: false)
      history.maker.isDistinct = true
      try history.run(60)
      let receiver = try other()
      try load(try table(history.ledger.ledger), into: receiver)
      try expectSame(history.ledger.ledger, receiver.ledger, "seed \(seed)", throughTable: true)
    }
  }

  @Test func `a table that comes back to its own ledger adds nothing`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: false)
      history.maker.isDistinct = true
      try history.run(60)
      history.ledger.clock.now = try Instant(rfc3339: "2028-01-01T12:00:00Z")
      let result = try load(try table(history.ledger.ledger), into: history.ledger)
      #expect(result.entries == 0, "seed \(seed): \(result)")
    }
  }

  @Test func `the records of any history give the same report in a ledger of others`() throws {
    for seed in 1...(isLong ? 400 : 12) as ClosedRange<UInt64> {
      let history = try HistoryMaker(seed: seed, redacts: seed % 2 == 0)
      history.maker.isDistinct = true
      let receiver = try other()
      _ = try receiver.source("Somebody else")
      try history.run(60)
      try load(try records(history.ledger.ledger), into: receiver)
      try expectSame(history.ledger.ledger, receiver.ledger, "seed \(seed)")
      let again = try load(try records(history.ledger.ledger), into: receiver)
      #expect(again.entries == 0, "seed \(seed): \(again)")
    }
  }
}
