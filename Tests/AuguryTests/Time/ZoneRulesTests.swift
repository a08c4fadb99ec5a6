import Augury
import Testing

@Suite struct ZoneRulesTests {
  private func start(_ zone: ZoneRules, _ date: String) throws -> String {
    zone.startOfDay(try TimeTesting.date(date)).rfc3339
  }

  private func second(_ rfc3339: String) throws -> Int64 {
    try Instant(rfc3339: rfc3339).microseconds / 1_000_000
  }

  @Test func `in UTC a day begins at midnight`() throws {
    #expect(try start(.utc, "2026-06-14") == "2026-06-14T00:00:00Z")
    #expect(ZoneRules.utc.endOfDay(.latest).microseconds == 253_402_300_800_000_000)
    #expect(ZoneRules.utc.name == "UTC")
    #expect(ZoneRules.utc.civilDate(at: Instant(microseconds: -1)).description == "1969-12-31")
  }

  @Test func `a skipped day begins with the next one`() throws {
    let apia = ZoneRules(
      name: "Pacific/Apia", transitions: [(try second("2011-12-30T10:00:00Z"), 50_400)],
      initialOffset: -36_000, footer: nil)
    #expect(try start(apia, "2011-12-29") == "2011-12-29T10:00:00Z")
    #expect(try start(apia, "2011-12-30") == "2011-12-30T10:00:00Z")
    #expect(try start(apia, "2011-12-31") == "2011-12-30T10:00:00Z")
    #expect(try start(apia, "2012-01-01") == "2011-12-31T10:00:00Z")
    let deadline = apia.endOfDay(try TimeTesting.date("2011-12-29"))
    #expect(apia.civilDate(at: deadline).description == "2011-12-31")
  }

  @Test func `a day whose midnight is skipped begins after the gap`() throws {
    let saoPaulo = ZoneRules(
      name: "America/Sao_Paulo", transitions: [(try second("2018-11-04T03:00:00Z"), -7200)],
      initialOffset: -10_800, footer: nil)
    #expect(try start(saoPaulo, "2018-11-04") == "2018-11-04T03:00:00Z")
    #expect(try start(saoPaulo, "2018-11-03") == "2018-11-03T03:00:00Z")
    #expect(try start(saoPaulo, "2018-11-05") == "2018-11-05T02:00:00Z")
  }

  @Test func `a day whose midnight comes twice begins with the first`() throws {
    // At 00:01 the clocks went back to 23:01 of the day before, as St. John's did until 2011.
    let stJohns = ZoneRules(
      name: "America/St_Johns", transitions: [(try second("2010-11-07T02:31:00Z"), -12_600)],
      initialOffset: -9000, footer: nil)
    #expect(try start(stJohns, "2010-11-07") == "2010-11-07T02:30:00Z")
    #expect(stJohns.civilDate(at: try Instant(rfc3339: "2010-11-07T02:31:00Z")).day == 6)
    #expect(try start(stJohns, "2010-11-08") == "2010-11-08T03:30:00Z")
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59Z", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-15T00:00:00Z", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-15T00:00:00Z", 3600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z", 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-07-01T00:00:00Z", 37_800),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
    ("EST5EDT,0/0,J365/25", "2026-01-01T05:00:00Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2026-12-31T23:59:59Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2028-07-01T00:00:00Z", -14_400),
    ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", 3600),
    ("AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0),
    ("AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", 3600),
    ("AAA0BBB,59/0,300/0", "2023-02-28T23:59:59Z", 0),
    ("AAA0BBB,J1/-167,J300/0", "2023-12-25T01:00:00Z", 3600),
    ("AAA0BBB,J1/-167,J300/0", "2023-12-25T00:59:59Z", 0),
    ("UTC0", "2026-01-01T00:00:00Z", 0), ("<+0545>-5:45", "2026-01-01T00:00:00Z", 20_700),
    ("XXX12:34:56", "2026-01-01T00:00:00Z", -45_296),
  ])
  func `a rule for all years gives the offset`(rule: String, instant: String, offset: Int) throws {
    #expect(try PosixZone(rule).offset(at: Instant(rfc3339: instant)) == offset)
  }

  @Test(arguments: [
    "", "A0", "AA0", "CET", "CET-", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0",
    "CET-1CEST,M3.5.0,M10.5.0/3,", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,J0,J1",
    "CET-1CEST,J366,J1", "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "<CET-1", "<>-1",
    "CET-1:60", "CET-1CEST,M3.5.0/1:,M10.5.0", ":Europe/Berlin", "CET-1 ", "CÉT-1",
    "CET-1CEST,M3.5.0,M10.5.0/99999999999999999999",
  ])
  func `what is no such rule is refused`(rule: String) {
    #expect(throws: TimeError.notAZoneRule(rule)) { try PosixZone(rule) }
  }

  @Test func `the first instant of a day is the first at or past its midnight`() throws {
    let seed: UInt64 = 0x20E5
    var random = TimeTesting.Random(seed: seed)
    for _ in 0..<200 {
      var transitions: [(seconds: Int64, offset: Int32)] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let second = Int64.random(in: -300...300, using: &random) * 1800
        transitions.append((second, Int32.random(in: -50...50, using: &random) * 1800))
      }
      let zone = ZoneRules(
        name: "made up", transitions: transitions,
        initialOffset: Int32.random(in: -50...50, using: &random) * 1800, footer: nil)
      for number in -3...3 {
        let date = CivilDate(dayNumber: number)
        // All changes fall on half hours, so that looking at each suffices.
        let first = (-400...400).map { Instant(microseconds: $0 * 1_800_000_000) }
          .first { zone.civilDate(at: $0) >= date }
        #expect(zone.startOfDay(date) == first, "seed \(seed): \(transitions), \(date)")
      }
    }
  }

  @Test func `the farthest instants have an offset`() throws {
    let zone = ZoneRules(
      name: "far", transitions: [(.min, 0), (.max, 3600)], initialOffset: .max,
      footer: try PosixZone("CET-1CEST,M3.5.0,M10.5.0/3"))
    for instant in [Instant(microseconds: .min), Instant(microseconds: .max)] {
      _ = zone.offset(at: instant)
      _ = zone.civilDate(at: instant)
    }
    _ = zone.startOfDay(.earliest)
    _ = zone.endOfDay(.latest)
  }
}
