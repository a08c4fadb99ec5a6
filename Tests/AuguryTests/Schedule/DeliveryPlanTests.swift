import Augury
import Testing

@Suite("When notices are handed over")
struct DeliveryPlanTests {
  private static func zone(
    _ name: String, _ change: String, from before: Int32, to after: Int32
  ) throws -> ZoneRules {
    let second = try Instant(rfc3339: change).microseconds / 1_000_000
    return ZoneRules(
      name: name, transitions: [(second, after)], initialOffset: before, footer: nil)
  }

  private static func zones() throws -> [ZoneRules] {
    [
      .utc,
      try zone("Pacific/Apia", "2011-12-30T10:00:00Z", from: -36_000, to: 50_400),
      try zone("America/Sao_Paulo", "2018-11-04T03:00:00Z", from: -10_800, to: -7200),
      try zone("America/St_Johns", "2010-11-07T02:31:00Z", from: -9000, to: -12_600),
      ZoneRules(
        name: "Australia/Lord_Howe", transitions: [], initialOffset: 37_800,
        footer: try PosixZone("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")),
      ZoneRules(
        name: "Europe/Berlin", transitions: [], initialOffset: 3600,
        footer: try PosixZone("CET-1CEST,M3.5.0,M10.5.0/3")),
    ]
  }

  private func time(
    _ plan: DeliveryPlan, _ asked: String, _ index: Int
  ) throws -> String {
    plan.time(for: try Instant(rfc3339: asked), in: try DeliveryPlanTests.zones()[index]).rfc3339
  }

  private func plan(_ digest: String, quiet: String? = nil) throws -> DeliveryPlan {
    DeliveryPlan(
      digest: try #require(DigestTime(digest)),
      quiet: try quiet.map { try #require(QuietHours($0)) }, zone: "UTC")
  }

  @Test("At once means at once, to the microsecond")
  func atOnce() throws {
    #expect(
      try time(plan("at once"), "2026-03-29T00:30:00.000001Z", 5) == "2026-03-29T00:30:00.000001Z")
    #expect(
      try time(plan("at once", quiet: "22:00-07:00"), "2026-03-27T20:59:59.999999Z", 5)
        == "2026-03-27T20:59:59.999999Z")
  }

  @Test("Quiet hours move to their end, also over midnight and over changed clocks")
  func quiet() throws {
    let night = try plan("at once", quiet: "22:00-07:00")
    #expect(try time(night, "2026-03-27T21:00:00Z", 5) == "2026-03-28T06:00:00Z")
    #expect(try time(night, "2026-03-28T21:00:00.5Z", 5) == "2026-03-29T05:00:00Z")
    #expect(try time(night, "2026-03-29T05:00:00Z", 5) == "2026-03-29T05:00:00Z")
    let gap = try plan("at once", quiet: "02:00-02:30")
    #expect(try time(gap, "2026-03-29T01:00:00Z", 5) == "2026-03-29T01:00:00Z", "clocks show 03:00")
    #expect(try time(gap, "2026-10-25T00:10:00Z", 5) == "2026-10-25T00:30:00Z")
    #expect(try time(gap, "2026-10-25T01:10:00Z", 5) == "2026-10-25T01:30:00Z", "02:10 again")
  }

  @Test("A daily digest comes at its hour, after a gap, and the first of two times")
  func daily() throws {
    let eight = try plan("daily 08:00")
    #expect(try time(eight, "2026-03-28T07:00:00Z", 5) == "2026-03-28T07:00:00Z")
    #expect(try time(eight, "2026-03-28T07:00:00.001Z", 5) == "2026-03-29T06:00:00Z")
    let halfPastTwo = try plan("daily 02:30")
    #expect(try time(halfPastTwo, "2026-03-28T12:00:00Z", 5) == "2026-03-29T01:00:00Z")
    #expect(try time(halfPastTwo, "2026-10-24T12:00:00Z", 5) == "2026-10-25T00:30:00Z")
    #expect(try time(halfPastTwo, "2026-10-25T00:30:01Z", 5) == "2026-10-26T01:30:00Z")
    let midnight = try plan("daily 00:00")
    #expect(try time(midnight, "2018-11-03T12:00:00Z", 2) == "2018-11-04T03:00:00Z")
    #expect(try time(midnight, "2010-11-06T12:00:00Z", 3) == "2010-11-07T02:30:00Z")
  }

  @Test("A digest of a day that a zone skips comes as the next day begins")
  func apia() throws {
    let friday = try plan("weekly fri 08:00")
    #expect(try time(friday, "2011-12-29T20:00:00Z", 1) == "2011-12-30T10:00:00Z")
    #expect(try time(friday, "2011-12-30T10:00:01Z", 1) == "2012-01-05T18:00:00Z")
  }

  @Test("Clocks that go half an hour back show a time twice, and the first counts")
  func lordHowe() throws {
    let early = try plan("daily 01:45")
    #expect(try time(early, "2026-04-04T10:00:00Z", 4) == "2026-04-04T14:45:00Z")
    #expect(try time(early, "2026-04-04T14:46:00Z", 4) == "2026-04-05T15:15:00Z")
    #expect(try time(plan("daily 02:15"), "2026-10-03T10:00:00Z", 4) == "2026-10-03T15:30:00Z")
  }

  @Test("A weekly digest comes on its weekday")
  func weekly() throws {
    let monday = try plan("weekly mon 09:00")
    #expect(try time(monday, "2026-11-23T09:00:00Z", 0) == "2026-11-23T09:00:00Z")
    #expect(try time(monday, "2026-11-23T09:00:01Z", 0) == "2026-11-30T09:00:00Z")
  }

  @Test("A digest inside quiet hours waits for their end, and what comes meanwhile joins it")
  func quietDigest() throws {
    let plan = try plan("weekly mon 23:30", quiet: "22:00-07:00")
    #expect(try time(plan, "2026-11-23T12:00:00Z", 0) == "2026-11-24T07:00:00Z")
    #expect(try time(plan, "2026-11-24T06:59:00Z", 0) == "2026-11-24T07:00:00Z")
    #expect(try time(plan, "2026-11-24T07:00:01Z", 0) == "2026-12-01T07:00:00Z")
  }

  @Test("The farthest instants and the oddest settings come to an end")
  func farthest() throws {
    for zone in try DeliveryPlanTests.zones() {
      for digest in [
        DigestTime.atOnce, .daily(minuteOfDay: 0), .weekly(weekday: 0, minuteOfDay: 9),
      ] {
        for quiet in [QuietHours(from: 1, until: 0), QuietHours(from: 5, until: 5)] {
          let plan = DeliveryPlan(digest: digest, quiet: quiet, zone: "UTC")
          for asked in [Instant(microseconds: .min), Instant(microseconds: .max)] {
            #expect(plan.time(for: asked, in: zone) == asked)
          }
          _ = plan.time(for: CivilDate.latest.startOfDayUTC, in: zone)
          _ = plan.time(for: CivilDate.earliest.startOfDayUTC, in: zone)
        }
      }
    }
  }

  @Test("Only what is overdue is told on a channel that insists")
  func onlyOverdue() throws {
    let insisting = DeliveryPlan(zone: "UTC", onlyOverdue: true)
    for kind in OccasionKind.allCases {
      #expect(DeliveryPlan(zone: "UTC").includes(kind, isOverdue: false))
      #expect(insisting.includes(kind, isOverdue: false) == (kind == .overdue))
      #expect(insisting.includes(kind, isOverdue: true))
    }
  }
}

@Suite("Delivery times of random plans in random zones")
struct DeliveryPlanLaws {
  /// All half hours around 1970-01-01, with what the clocks show at each; a slow way to the same.
  private struct Oracle {
    static let reach = -900...900
    let shown: [(step: Int, local: Int)]

    init(_ zone: ZoneRules) {
      shown = Oracle.reach.map { ($0, $0 * 1800 + zone.offset(at: Oracle.instant($0))) }
    }

    static func instant(_ step: Int) -> Instant {
      Instant(microseconds: Int64(step) * 1_800_000_000)
    }

    func isQuiet(_ local: Int, _ quiet: QuietHours?) -> Bool {
      guard let quiet, quiet.from != quiet.until else { return false }
      let minute = (local / 60 % 1440 + 1440) % 1440
      return quiet.from < quiet.until
        ? (quiet.from..<quiet.until).contains(minute)
        : minute >= quiet.from || minute < quiet.until
    }

    /// The steps at which a digest is handed over, ascending.
    func times(_ plan: DeliveryPlan) -> [Int] {
      func undisturbed(_ step: Int) -> Int? {
        shown.first { $0.step >= step && !isQuiet($0.local, plan.quiet) }?.step
      }
      guard plan.digest != .atOnce else {
        return shown.filter { !isQuiet($0.local, plan.quiet) }.map(\.step)
      }
      return (-14...14).compactMap { day in
        let minute: Int
        switch plan.digest {
        case .atOnce: return nil
        case .daily(let daily): minute = daily
        case .weekly(let weekday, let weekly):
          guard CivilDate(dayNumber: day).weekday == weekday else { return nil }
          minute = weekly
        }
        return shown.first { $0.local >= day * 86_400 + minute * 60 }.flatMap {
          undisturbed($0.step)
        }
      }
    }
  }

  private func zone(_ random: inout TimeTesting.Random) -> ZoneRules {
    var transitions: [(seconds: Int64, offset: Int32)] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      transitions.append(
        (
          Int64.random(in: -300...300, using: &random) * 1800,
          Int32.random(in: -26...28, using: &random) * 1800
        ))
    }
    return ZoneRules(
      name: "made up", transitions: transitions,
      initialOffset: Int32.random(in: -26...28, using: &random) * 1800, footer: nil)
  }

  private func plan(_ random: inout TimeTesting.Random) -> DeliveryPlan {
    func minute() -> Int { Int.random(in: 0..<48, using: &random) * 30 }
    let digest: DigestTime =
      switch Int.random(in: 0...2, using: &random) {
      case 0: .atOnce
      case 1: .daily(minuteOfDay: minute())
      default:
        .weekly(weekday: Int.random(in: 1...7, using: &random), minuteOfDay: minute())
      }
    let isQuiet = Bool.random(using: &random)
    return DeliveryPlan(
      digest: digest, quiet: isQuiet ? QuietHours(from: minute(), until: minute()) : nil,
      zone: "made up")
  }

  @Test("The time is the first that is allowed, never before it was asked, and keeps the order")
  func laws() {
    let seed: UInt64 = 0xD1_6E57
    var random = TimeTesting.Random(seed: seed)
    for round in 0..<250 {
      let zone = zone(&random)
      let plan = plan(&random)
      let times = Oracle(zone).times(plan)
      var before = Instant(microseconds: .min)
      for step in stride(from: -320, through: 320, by: Int.random(in: 1...9, using: &random)) {
        let asked = Oracle.instant(step)
        let time = plan.time(for: asked, in: zone)
        #expect(
          time == times.first { $0 >= step }.map(Oracle.instant),
          "seed \(seed), round \(round): \(plan), \(zone), \(asked)")
        #expect(time >= before && time >= asked)
        #expect(plan.time(for: time, in: zone) == time, "a time that is allowed stays")
        before = time
      }
    }
  }
}
