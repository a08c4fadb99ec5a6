import Augury
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
    ("1970-01-01t00:00:00z", 0, "1970-01-01T00:00:00Z"),
    ("1970-01-01 00:00:01Z", 1_000_000, "1970-01-01T00:00:01Z"),
    ("1969-12-31T23:59:59Z", -1_000_000, "1969-12-31T23:59:59Z"),
    ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
    ("2038-01-19T03:14:08Z", 2_147_483_648_000_000, "2038-01-19T03:14:08Z"),
    ("2000-02-29T12:00:00.5Z", 951_825_600_500_000, "2000-02-29T12:00:00.500Z"),
    ("2000-02-29T12:00:00.000000999Z", 951_825_600_000_000, "2000-02-29T12:00:00Z"),
    ("2000-02-29T12:00:00.0000019Z", 951_825_600_000_001, "2000-02-29T12:00:00.000001Z"),
    ("2026-01-01T00:00:00+14:00", 1_767_175_200_000_000, "2025-12-31T10:00:00Z"),
    ("2026-01-01T00:00:00-00:00", 1_767_225_600_000_000, "2026-01-01T00:00:00Z"),
    ("2026-01-01T00:00:00-23:59", 1_767_311_940_000_000, "2026-01-01T23:59:00Z"),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
  ])
  func `an instant is read and written in UTC`(
    text: String, microseconds: Int64, written: String
  ) throws {
    let instant = try Instant(rfc3339: text)
    #expect(instant == Instant(microseconds: microseconds))
    #expect(instant.rfc3339 == written)
  }

  @Test(arguments: [
    ("2016-12-31T23:59:60Z", TimeError.leapSecond("2016-12-31T23:59:60Z")),
    ("2026-01-01T23:59:61Z", .noSuchTimeOfDay("2026-01-01T23:59:61Z")),
    ("2026-01-01T24:00:00Z", .noSuchTimeOfDay("2026-01-01T24:00:00Z")),
    ("2026-01-01T00:60:00Z", .noSuchTimeOfDay("2026-01-01T00:60:00Z")),
    ("2026-02-30T00:00:00Z", .noSuchDay("2026-02-30T00:00:00Z")),
    ("2026-01-01T00:00:00", .noOffset("2026-01-01T00:00:00")),
    ("2026-01-01T00:00:00.5", .noOffset("2026-01-01T00:00:00.5")),
    ("2026-01-01T00:00:00+99:99", .noSuchOffset("2026-01-01T00:00:00+99:99")),
    ("2026-01-01T00:00:00+24:00", .noSuchOffset("2026-01-01T00:00:00+24:00")),
    ("2026-01-01T00:00:00+00:60", .noSuchOffset("2026-01-01T00:00:00+00:60")),
    ("0000-01-01T00:00:00Z", .yearOutOfRange("0000-01-01T00:00:00Z")),
    ("0001-01-01T00:00:00+00:01", .yearOutOfRange("0001-01-01T00:00:00+00:01")),
    ("9999-12-31T23:59:59-00:01", .yearOutOfRange("9999-12-31T23:59:59-00:01")),
  ])
  func `an instant that does not exist is refused for its reason`(
    text: String, error: TimeError
  ) {
    #expect(throws: error) { try Instant(rfc3339: text) }
  }

  @Test(arguments: [
    "", "2026-01-01", "2026-01-01T00:00Z", "2026-01-01T00:00:00.Z", "2026-01-01  00:00:00Z",
    "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00+0100", "2026-01-01T00:00:00+01",
    "2026-01-01T00:00:00ZZ", "2026-01-01T00:00:00 Z", "2026-01-01T00:00:00,5Z",
    "2026-03-29T02:30:00[Europe/Berlin]", "2026-01-01_00:00:00Z", "1767225600",
    "2026-01-01T0\u{0660}:00:00Z", "2026-01-01T00:00:00−01:00", "10000-01-01T00:00:00Z",
    "2026-01-01T-1:00:00Z", "2026-01-01T00:00:00Z\0",
  ])
  func `what is not RFC 3339 is no instant`(text: String) {
    #expect(throws: TimeError.notAnInstant(text)) { try Instant(rfc3339: text) }
  }

  @Test func `an instant survives being written and read`() throws {
    let seed: UInt64 = 0x1257
    var random = TimeTesting.Random(seed: seed)
    for _ in 0..<20_000 {
      let count = Int64.random(
        in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random)
      let scale: Int64 = [1, 1000, 1_000_000].randomElement(using: &random) ?? 1
      let instant = Instant(microseconds: count / scale * scale)
      #expect(try Instant(rfc3339: instant.rfc3339) == instant, "seed \(seed)")
    }
  }

  @Test func `steps stop at the ends of what can be counted`() {
    #expect(Instant(microseconds: .max).advanced(byMicroseconds: 1).microseconds == .max)
    #expect(Instant(microseconds: .min).advanced(byMicroseconds: -1).microseconds == .min)
    #expect(Instant(microseconds: 5).advanced(byMicroseconds: -7).microseconds == -2)
    #expect(Instant(microseconds: .min).civilDate == .earliest)
    #expect(Instant(microseconds: .max).rfc3339 == "9999-12-31T23:59:59.999999Z")
    #expect(Instant(microseconds: .min).rfc3339 == "0001-01-01T00:00:00Z")
  }

  @Test func `garbage is refused and never breaks the readers`() throws {
    let seed: UInt64 = 0x6A4B
    var random = TimeTesting.Random(seed: seed)
    let valid = Array("2026-01-01T00:00:00.123456+01:00/..X?~%".utf8)
    let today = try TimeTesting.date("2026-06-14")
    for _ in 0..<30_000 {
      var bytes = Array(valid.prefix(Int.random(in: 0...valid.count, using: &random)))
      for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : valid.randomElement(using: &random) ?? 0
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let instant = try? Instant(rfc3339: text) {
        #expect(try Instant(rfc3339: instant.rfc3339) == instant, "seed \(seed)")
      }
      if let said = try? SaidTime(edtf: text) {
        #expect(try SaidTime(edtf: said.edtf) == said, "seed \(seed)")
      }
      _ = try? CivilDate(iso: text)
      _ = try? DatePhrase.parse(text, today: today)
      _ = try? PosixZone(text)
    }
  }
}
