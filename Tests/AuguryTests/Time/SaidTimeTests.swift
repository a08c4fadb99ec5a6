import Augury
import Testing

@Suite struct SaidTimeTests {
  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2023-05-14", "2023-05-14", "2023-05-14"),
    ("2023?", "2023-01-01", "2023-12-31"), ("2023-05~", "2023-05-01", "2023-05-31"),
    ("2023-05-14%", "2023-05-14", "2023-05-14"), ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"), ("202X~", "2020-01-01", "2029-12-31"),
    ("000X", "0001-01-01", "0009-12-31"), ("00XX", "0001-01-01", "0099-12-31"),
    ("2023-XX", "2023-01-01", "2023-12-31"), ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"), ("2023-21", "2023-03-01", "2023-05-31"),
    ("2023-22", "2023-06-01", "2023-08-31"), ("2023-23", "2023-09-01", "2023-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"), ("2023-33", "2023-01-01", "2023-03-31"),
    ("2023-34", "2023-04-01", "2023-06-30"), ("2023-35", "2023-07-01", "2023-09-30"),
    ("2023-36", "2023-10-01", "2023-12-31"), ("2023-40", "2023-01-01", "2023-06-30"),
    ("2023-41?", "2023-07-01", "2023-12-31"), ("2023/2024-02", "2023-01-01", "2024-02-29"),
    ("2023-06/2023", "2023-06-01", "2023-12-31"), ("2023-21/2023-22~", "2023-03-01", "2023-08-31"),
    ("../2023-05", "", "2023-05-31"), ("2023/..", "2023-01-01", ""),
    ("2023-05-14/", "2023-05-14", ""), ("2023-05-14/2023-05-14", "2023-05-14", "2023-05-14"),
    ("9999", "9999-01-01", "9999-12-31"),
  ])
  func `an expression covers its days and is kept as written`(
    text: String, first: String, last: String
  ) throws {
    let said = try SaidTime(edtf: text)
    #expect(said.edtf == text)
    #expect((said.firstDay?.description ?? "") == first)
    #expect((said.lastDay?.description ?? "") == last)
    #expect(said.instant == nil)
    #expect(!said.isUnknown)
    let bounds = try #require(said.bounds(in: .utc))
    #expect(bounds.from == said.firstDay?.startOfDayUTC)
    let until = said.lastDay?.startOfDayUTC.advanced(byMicroseconds: 86_400_000_000)
    #expect(bounds.until == until)
  }

  @Test func `an instant is kept in UTC`() throws {
    let said = try SaidTime(edtf: "2023-05-14 01:30:00.500000+02:00")
    #expect(said.edtf == "2023-05-13T23:30:00.500Z")
    #expect(said.instant?.rfc3339 == "2023-05-13T23:30:00.500Z")
    #expect(said.firstDay?.description == "2023-05-13")
    #expect(said == (try SaidTime(edtf: "2023-05-13T23:30:00.5Z")))
    let bounds = try #require(said.bounds(in: .utc))
    #expect(bounds.from == said.instant)
    #expect(bounds.until == said.instant?.advanced(byMicroseconds: 1))
    let interval = try SaidTime(edtf: "2023-05-13T23:30:00Z/2023-05-13T23:30:00Z")
    #expect(interval.instant == nil)
    let mixed = try SaidTime(edtf: "2023-05-01T00:00:00+02:00/2023-05")
    #expect(mixed.edtf == "2023-04-30T22:00:00Z/2023-05")
  }

  @Test func `the empty text is an unknown time`() throws {
    let said = try SaidTime(edtf: "")
    #expect(said == .unknown && said.isUnknown)
    #expect(said.bounds(in: .utc) == nil && said.firstDay == nil && said.lastDay == nil)
  }

  @Test func `a value makes the same time as its text`() throws {
    let date = try TimeTesting.date("2023-05-14")
    #expect(SaidTime(date) == (try SaidTime(edtf: "2023-05-14")))
    #expect(SaidTime(date.startOfDayUTC) == (try SaidTime(edtf: "2023-05-14T00:00:00Z")))
  }

  @Test(arguments: [
    "/", "..", "../..", "/2023", "/..", "../", "2023//2024", "2023/2024/2025", "2023/x", " 2023",
    "2023 ", "?", "2023??", "?2023", "2023-?05", "2XXX", "XXXX", "202x", "2X23", "2023-X5",
    "2023-5", "202X-05", "2023-XX-05", "2023-05-X4", "-2023", "+2023", "Y20230", "20230514",
    "2023-W01", "2023-134", "[2023,2024]", "{2023}", "2023S2", "19", "199", "..?/2023", "today",
    "2023-05-14/..?", "２０２３", "2023\n", "2023-05-14T",
  ])
  func `what is not taken of EDTF is refused`(text: String) {
    #expect(throws: TimeError.self) { try SaidTime(edtf: text) }
  }

  @Test(arguments: [
    ("2023-13", TimeError.noSuchSeason("2023-13")), ("2023-00", .noSuchSeason("2023-00")),
    ("2023-25", .noSuchSeason("2023-25")), ("2023-37", .noSuchSeason("2023-37")),
    ("2023-02-30", .noSuchDay("2023-02-30")), ("2023-13-XX", .noSuchDay("2023-13-XX")),
    ("0000", .yearOutOfRange("0000")), ("0000-XX", .yearOutOfRange("0000-XX")),
    ("9999-24", .yearOutOfRange("9999-24")), ("2024/2023", .backwardInterval("2024/2023")),
    ("2023-06/2023-05", .backwardInterval("2023-06/2023-05")),
    ("2023-05-14T09:30:00", .noOffset("2023-05-14T09:30:00")),
  ])
  func `what does not exist is refused for its reason`(text: String, error: TimeError) {
    #expect(throws: error) { try SaidTime(edtf: text) }
  }

  @Test func `days are those of the zone`() throws {
    let berlin = ZoneRules(
      name: "Europe/Berlin", transitions: [], initialOffset: 0,
      footer: try PosixZone("CET-1CEST,M3.5.0,M10.5.0/3"))
    let bounds = try #require(try SaidTime(edtf: "2026-03").bounds(in: berlin))
    #expect(bounds.from?.rfc3339 == "2026-02-28T23:00:00Z")
    #expect(bounds.until?.rfc3339 == "2026-03-31T22:00:00Z")
    let until = try #require(bounds.until)
    #expect(!bounds.contains(until) && bounds.contains(until.advanced(byMicroseconds: -1)))
  }
}
