import Augury
import AuguryStore
import TestSupport
import Testing

/// The marks that a clock gives to instants, which are given as hours after some start.
private func marks(_ hours: [Double]) -> [ClockMark?] {
  var clock = LedgerClock()
  return hours.map { clock.mark(Instant(microseconds: Int64($0 * 3_600_000_000))) }
}

struct ClockTests {
  @Test func `a clock that runs on is not marked, up to a day`() {
    #expect(marks([0, 1, 1, 24, 48, 72]) == [nil, nil, nil, nil, nil, nil])
    #expect(marks([0, 24.001]) == [nil, .ahead])
  }

  @Test func `a clock set back is marked once, and again when it is put right late`() {
    #expect(marks([0, -5, -4, -3]) == [nil, .back, nil, nil])
    #expect(marks([0, -5, 1]) == [nil, .back, nil])
    #expect(marks([0, -500, 1]) == [nil, .back, nil])
    #expect(marks([0, -500, -499, 1]) == [nil, .back, nil, .ahead])
  }

  @Test func `weekly use is marked ahead each time`() {
    #expect(marks([0, 168, 336, 504]) == [nil, .ahead, .ahead, .ahead])
    #expect(marks([0, 168, 168.5, 169]) == [nil, .ahead, nil, nil])
  }

  @Test func `entries of one instant share its mark`() {
    #expect(marks([0, 100, 100, 100, 101]) == [nil, .ahead, .ahead, .ahead, nil])
    #expect(marks([0, -7, -7, -6]) == [nil, .back, .back, nil])
    #expect(marks([5, 5, 5]) == [nil, nil, nil])
  }

  @Test func `an excursion to 2106 marks itself and not what follows`() {
    let far = 80.0 * 365 * 24
    #expect(marks([0, far, 1, 2]) == [nil, .ahead, nil, nil])
    #expect(marks([0, far, far + 1, 1]) == [nil, .ahead, nil, .back])
    #expect(marks([0, far, 100, 101]) == [nil, .ahead, .ahead, nil])
  }

  @Test func `an unmarked entry follows the one before or the last unmarked by a day at most`() {
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      var hours: [Double] = [1000]
      for _ in 0..<30 {
        let steps: [Double] = [0, 0.5, 3, 30, 200, -2, -40, 700_000, -700_000]
        hours.append((hours.last ?? 0) + random.pick(steps))
      }
      var steady = hours[0]
      for (index, mark) in marks(hours).enumerated().dropFirst() {
        let (now, before) = (hours[index], hours[index - 1])
        let follows = (0...24).contains(now - before) || (0...24).contains(now - steady)
        if now != before { #expect((mark == nil) == follows, "seed \(seed), entry \(index)") }
        let isBefore = now < before && now < steady
        if mark == .back, now != before { #expect(isBefore, "seed \(seed), entry \(index)") }
        if mark == .ahead, now != before { #expect(!isBefore, "seed \(seed), entry \(index)") }
        if mark == nil { steady = now }
      }
    }
  }

  /// Writes a note in each of some transactions at the given hours, and returns the ledger.
  private func ledger(_ hours: [Double]) throws -> TestLedger {
    let test = try TestLedger()
    let start = test.clock.now
    _ = try test.ledger.write(test.capture) { writer in
      try writer.append(.source(Source(id: writer.identifier(.source), name: "Ada", kind: .model)))
    }
    for hour in hours {
      test.clock.now = start.advanced(byMicroseconds: Int64(hour * 3_600_000_000))
      try test.ledger.write(test.capture) { writer in
        for _ in 0..<2 {
          try writer.append(
            .source(Source(id: writer.identifier(.source), name: "B", kind: .model)))
        }
      }
    }
    return test
  }

  private func prefix(_ test: TestLedger, _ hour: Double) throws -> Int64 {
    let start = try Instant(rfc3339: "2026-01-01T12:00:00Z")
    return try test.ledger.asOf(start.advanced(byMicroseconds: Int64(hour * 3_600_000_000))).seq
  }

  @Test func `as of an instant is the prefix that ends with the last entry before it`() throws {
    // Entries 0 and 1 at the start, then two at each hour.
    let test = try ledger([1, 2, 5])
    #expect(try prefix(test, 0) == 1)
    #expect(try prefix(test, 0.99) == 1)
    #expect(try prefix(test, 1) == 3)
    #expect(try prefix(test, 4.999) == 5)
    #expect(try prefix(test, 5) == 7)
    #expect(try prefix(test, 9_999) == 7)
    #expect(throws: LookupError.beforeBeginning(try Instant(rfc3339: "2026-01-01T11:00:00Z"))) {
      try prefix(test, -1)
    }
  }

  @Test func `as of an instant sees weekly use, and passes over excursions`() throws {
    let weekly = try ledger([168, 336])
    #expect(try prefix(weekly, 167) == 1)
    #expect(try prefix(weekly, 168) == 3)
    #expect(try prefix(weekly, 400) == 5)

    let far = 80.0 * 365 * 24
    let ahead = try ledger([1, far, 2, 3])
    #expect(try prefix(ahead, 1.5) == 3)
    #expect(try prefix(ahead, 2) == 7)
    #expect(try prefix(ahead, 3) == 9)
    #expect(try prefix(ahead, far + 1) == 9)
    #expect(try ahead.ledger.verify().marked == [4: .ahead, 5: .ahead])

    let back = try ledger([10, -100, 11])
    #expect(try prefix(back, 0) == 1)
    #expect(try prefix(back, 10) == 3)
    #expect(try prefix(back, 11) == 7)
  }

  @Test func `as of any instant agrees with a search through the records`() throws {
    for seed in UInt64(0)..<(isLong ? 200 : 15) {
      let history = try HistoryMaker(seed: seed, redacts: seed % 2 == 0)
      try history.run(20)
      let rows = try history.ledger.raw().rows("select record from entry order by seq")
      let fold = try NaiveFold(
        rows.map { row -> [UInt8]? in if case .blob(let bytes) = row[0] { bytes } else { nil } })
      let times = fold.records.map { record in
        (record?["recorded_at"] as? String).flatMap(NaiveTime.microseconds)
      }
      let first = times.compactMap { $0 }.min() ?? 0
      for time in times.compactMap({ $0 }) + [first - 1] {
        for instant in [time - 1, time, time + 1] {
          var end = times.indices.last {
            times[$0].map { $0 <= instant } == true
              && fold.records[$0]?["clock"] as? String != "back"
          }
          // What was deleted after it has no time of its own any more.
          while let last = end, last + 1 < times.count, times[last + 1] == nil { end = last + 1 }
          let got = try? history.ledger.ledger.asOf(Instant(microseconds: Int64(instant))).seq
          #expect(got == end.map(Int64.init), "seed \(seed), \(instant)")
        }
      }
      #expect(try history.ledger.ledger.verify().findings == [], "seed \(seed)")
    }
  }
}
