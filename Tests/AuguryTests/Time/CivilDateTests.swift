import Augury
import Testing

@Suite struct CivilDateTests {
  @Test func `every day of ten thousand years keeps its number, its text and its weekday`() throws {
    var steps = TimeTesting.Steps()
    var number = -719_162
    var weekday = 1
    var wrong: [String] = []
    while steps.year <= 9999 {
      let date = CivilDate(dayNumber: number)
      let same =
        date.year == steps.year && date.month == steps.month && date.day == steps.day
        && date.dayNumber == number && date.weekday == weekday
      if !same { wrong.append("\(number): \(steps)") }
      // The text is slower to make, and does not depend on the rest.
      if number % 97 == 0 {
        if try CivilDate(iso: date.description) != date { wrong.append(date.description) }
      }
      if wrong.count > 5 { break }
      steps.advance()
      number += 1
      weekday = weekday % 7 + 1
    }
    #expect(wrong.isEmpty)
    #expect(number == 2_932_897)
  }

  @Test(arguments: [
    (2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (1600, true),
    (4, true), (100, false), (400, true), (9996, true), (1, false),
  ])
  func `a leap day exists only in leap years`(year: Int, isLeap: Bool) throws {
    if isLeap {
      let day = try CivilDate(year: year, month: 2, day: 29)
      #expect(day.adding(days: 1) == (try CivilDate(year: year, month: 3, day: 1)))
    } else {
      #expect(throws: TimeError.self) { try CivilDate(year: year, month: 2, day: 29) }
      let day = try CivilDate(year: year, month: 2, day: 28)
      #expect(day.adding(days: 1) == (try CivilDate(year: year, month: 3, day: 1)))
    }
  }

  @Test func `the thirtieth of February is refused by name`() {
    let error = #expect(throws: TimeError.self) { try CivilDate(iso: "2024-02-30") }
    #expect(error == .noSuchDay("2024-02-30"))
    #expect(error?.what.contains("2024-02-30") == true)
    #expect(error?.kind == .invalid)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-01-1", "26-01-01", "2026/01/01", " 2026-01-01", "2026-01-01 ",
    "20260101", "2026-W01-1", "2026-001", "2026-01-01\u{202E}", "２０２６-01-01", "10000-01-01",
    "+2026-01-0", "-001-01-01", "2026-01-0x", "2026-01-01\n", "2026\u{301}-01-01",
  ])
  func `what is not of the form YYYY-MM-DD is no date`(text: String) {
    #expect(throws: TimeError.notADate(text)) { try CivilDate(iso: text) }
  }

  @Test(arguments: ["2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31"])
  func `a month or a day that does not exist is refused`(text: String) {
    #expect(throws: TimeError.noSuchDay(text)) { try CivilDate(iso: text) }
  }

  @Test func `a date is read from a substring`() throws {
    let line = "on 2026-06-14 it rained"
    let date = try CivilDate(iso: line.dropFirst(3).prefix(10))
    #expect(date.description == "2026-06-14")
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2026-05-31", 13, "2027-06-30"),
    ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
    ("2026-01-01", .max, "9999-12-31"), ("2026-01-01", .min, "0001-01-01"),
  ])
  func `adding months keeps the day or takes the last of the month`(
    from: String, months: Int, to: String
  ) throws {
    #expect(try TimeTesting.date(from).adding(months: months).description == to)
  }

  @Test func `adding beyond the calendar stops at its ends`() throws {
    let date = try TimeTesting.date("2026-06-14")
    for (step, end) in [(Int.max, CivilDate.latest), (Int.min, CivilDate.earliest)] {
      #expect(date.adding(days: step) == end)
      #expect(date.adding(years: step) == end)
      #expect(CivilDate(dayNumber: step) == end)
    }
    #expect(date.adding(years: 7973).description == "9999-06-14")
    #expect(date.adding(years: 7974) == .latest)
    #expect(try TimeTesting.date("2024-02-29").adding(years: 1).description == "2025-02-28")
  }

  @Test(arguments: [
    ("2026-02-10", "2026-02-28", "2026-03-31"), ("2024-02-10", "2024-02-29", "2024-03-31"),
    ("2026-04-30", "2026-04-30", "2026-06-30"), ("2026-12-31", "2026-12-31", "2026-12-31"),
    ("2026-07-01", "2026-07-31", "2026-09-30"),
  ])
  func `months, quarters and years end on their last day`(
    from: String, month: String, quarter: String
  ) throws {
    let date = try TimeTesting.date(from)
    #expect(date.endOfMonth.description == month)
    #expect(date.endOfQuarter.description == quarter)
    #expect(date.endOfYear.description == "\(date.year)-12-31")
  }

  @Test func `days follow each other as their numbers do`() {
    let seed: UInt64 = 0xDA7E
    var random = TimeTesting.Random(seed: seed)
    for _ in 0..<20_000 {
      let first = Int.random(in: -719_162...2_932_896, using: &random)
      let second = Int.random(in: -719_162...2_932_896, using: &random)
      let (left, right) = (CivilDate(dayNumber: first), CivilDate(dayNumber: second))
      let agrees =
        (left < right) == (first < second) && left.adding(days: second - first) == right
        && left.startOfDayUTC.civilDate == left
        && left.startOfDayUTC.advanced(byMicroseconds: 86_399_999_999).civilDate == left
      #expect(agrees, "seed \(seed): \(left), \(right)")
      if !agrees { break }
    }
  }
}
