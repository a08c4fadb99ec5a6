import Augury
import Testing

/// Each hostile date with what must come of it, as a day, as an instant and as an expression.
@Suite struct HostileDateTests {
  struct Case: Sendable, CustomStringConvertible {
    let text: String
    var day = false
    var instant = false
    var expression = false
    var description: String { text }
  }

  static let cases: [Case] = [
    Case(text: "2026-02-29"),
    Case(text: "2024-02-29", day: true, expression: true),
    Case(text: "2023-02-29"),
    Case(text: "1900-02-29"),
    Case(text: "2000-02-29", day: true, expression: true),
    Case(text: "2016-12-31T23:59:60Z"),
    Case(text: "2026-06-30T23:59:60Z"),
    Case(text: "10000-01-01"),
    Case(text: "+10000-01-01"),
    Case(text: "-0001-01-01"),
    Case(text: "0000-01-01"),
    Case(text: "9999-12-31T23:59:59.999999999Z", instant: true, expression: true),
    Case(text: "1969-12-31T23:59:59Z", instant: true, expression: true),
    Case(text: "2038-01-19T03:14:08Z", instant: true, expression: true),
    Case(text: "2026-03-29T02:30:00[Europe/Berlin]"),
    Case(text: "2026-10-25T02:30:00[Europe/Berlin]"),
    Case(text: "2011-12-30[Pacific/Apia]"),
    Case(text: "2026-13-01"),
    Case(text: "2026-00-10"),
    Case(text: "2026-1-1"),
    Case(text: "01/02/2026"),
    Case(text: "1/2/26"),
    Case(text: "2026-01-01T24:00:00Z"),
    Case(text: "2026-01-01T25:00:00Z"),
    Case(text: "2026-01-01T00:00:00+14:00", instant: true, expression: true),
    Case(text: "2026-01-01T00:00:00+99:99"),
    Case(text: "2026-01-01T00:00:00-00:00", instant: true, expression: true),
    Case(text: "1767225600"),
    Case(text: "1767225600000"),
    Case(text: "99999999999999999999"),
    Case(text: "tomorrow"),
    Case(text: "２０２６-01-01"),
    Case(text: "2026-01-01\u{202E}"),
    Case(text: "20260101"),
    Case(text: "2026-W01-1"),
    Case(text: "2026-001"),
  ]

  @Test(arguments: cases)
  func `a hostile date is taken or refused as it must be`(hostile: Case) throws {
    #expect(((try? CivilDate(iso: hostile.text)) != nil) == hostile.day)
    #expect(((try? Instant(rfc3339: hostile.text)) != nil) == hostile.instant)
    #expect(((try? SaidTime(edtf: hostile.text)) != nil) == hostile.expression)
    // A phrase is a day or a word; an instant is none.
    let span = try? DatePhrase.parse(hostile.text, today: TimeTesting.date("2026-06-14"))
    #expect((span != nil) == (hostile.day || hostile.text == "tomorrow"))
  }

  @Test func `a very long text is refused, and cut short where it is named`() throws {
    let text = String(repeating: "9", count: 100_000)
    let today = try TimeTesting.date("2026-06-14")
    #expect(throws: TimeError.self) { try CivilDate(iso: text) }
    #expect(throws: TimeError.self) { try SaidTime(edtf: text) }
    #expect(throws: TimeError.self) { try PosixZone(text) }
    let error = #expect(throws: TimeError.self) { try DatePhrase.parse(text, today: today) }
    #expect((error?.what.utf8.count ?? .max) < 200)
  }
}
