import Augury
import Testing

@Suite struct DatePhraseTests {
  /// A Wednesday.
  static let today = CivilDate(dayNumber: 20_621)

  struct Case: Sendable, CustomStringConvertible {
    let phrase: String
    let first: String
    let last: String
    let edtf: String
    let assumed: Bool
    var description: String { phrase }

    init(_ phrase: String, _ first: String, _ last: String? = nil, _ edtf: String? = nil) {
      self.phrase = phrase.hasSuffix("!") ? String(phrase.dropLast()) : phrase
      self.first = first
      self.last = last ?? first
      self.edtf = edtf ?? last.map { "\(first)/\($0)" } ?? first
      // A mark at the end of the phrase: something was assumed.
      assumed = phrase.hasSuffix("!")
    }
  }

  static let dates: [Case] = [
    Case("2026-06-14", "2026-06-14"), Case(" 2026-06-14\t", "2026-06-14"),
    Case("2023", "2023-01-01", "2023-12-31", "2023"),
    Case("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
    Case("2026-35", "2026-07-01", "2026-09-30", "2026-35"),
    Case("202X", "2020-01-01", "2029-12-31", "202X"),
    Case("2026-07?", "2026-07-01", "2026-07-31", "2026-07?"),
    Case("2026-07/2026-09-15", "2026-07-01", "2026-09-15", "2026-07/2026-09-15"),
    Case("today", "2026-06-17"), Case("Tomorrow", "2026-06-18"),
    Case("YESTERDAY", "2026-06-16"), Case("14 June 2026", "2026-06-14"),
    Case("June 14, 2026", "2026-06-14"), Case("14 jun 2026", "2026-06-14"),
    Case("Jun. 14 2026", "2026-06-14"), Case("14th of June 2026", "2026-06-14"),
    Case("the 1st of Sept, 2027", "2027-09-01"), Case("March 22nd, 2027", "2027-03-22"),
    Case("29 February 2028", "2028-02-29"), Case("29 February!", "2028-02-29"),
    Case("14 June!", "2027-06-14"), Case("17 June!", "2026-06-17"),
    Case("June 18!", "2026-06-18"), Case("June 2026", "2026-06-01", "2026-06-30", "2026-06"),
    Case("may 2027", "2027-05-01", "2027-05-31", "2027-05"),
    Case("June!", "2026-06-01", "2026-06-30", "2026-06"),
    Case("May!", "2027-05-01", "2027-05-31", "2027-05"),
    Case("in May 2027", "2027-05-01", "2027-05-31", "2027-05"),
    Case("in 2027", "2027-01-01", "2027-12-31", "2027"),
    Case("Q3 2026", "2026-07-01", "2026-09-30", "2026-35"),
    Case("q1 of 2027", "2027-01-01", "2027-03-31", "2027-33"),
    Case("2026 Q4", "2026-10-01", "2026-12-31", "2026-36"),
    Case("2026-Q2", "2026-04-01", "2026-06-30", "2026-34"),
    Case("Q1!", "2027-01-01", "2027-03-31", "2027-33"),
    Case("Q2!", "2026-04-01", "2026-06-30", "2026-34"),
    Case("H1 2027", "2027-01-01", "2027-06-30", "2027-40"),
    Case("2026H2", "2026-07-01", "2026-12-31", "2026-41"),
  ]

  static let relative: [Case] = [
    Case("in 10 days", "2026-06-27"), Case("in 3 weeks", "2026-07-08"),
    Case("in a month", "2026-07-17"), Case("in six months", "2026-12-17"),
    Case("in 2 quarters", "2026-12-17"), Case("in 1 year", "2027-06-17"),
    Case("in 0 days", "2026-06-17"), Case("3 days ago", "2026-06-14"),
    Case("two weeks ago", "2026-06-03"), Case("18 months ago", "2024-12-17"),
    Case("3 weeks from now", "2026-07-08"), Case("a day from today", "2026-06-18"),
    Case("within 3 days", "2026-06-17", "2026-06-20"),
    Case("within six months", "2026-06-17", "2026-12-17"),
    Case("within the next 2 years", "2026-06-17", "2028-06-17"),
    Case("this week", "2026-06-15", "2026-06-21"),
    Case("next week", "2026-06-22", "2026-06-28"),
    Case("this month", "2026-06-01", "2026-06-30", "2026-06"),
    Case("last month", "2026-05-01", "2026-05-31", "2026-05"),
    Case("next quarter", "2026-07-01", "2026-09-30", "2026-35"),
    Case("next year", "2027-01-01", "2027-12-31", "2027"),
    Case("friday!", "2026-06-19"), Case("next friday!", "2026-06-19"),
    Case("Wednesday!", "2026-06-24"), Case("on tue!", "2026-06-23"),
    Case("last wed!", "2026-06-10"), Case("last tuesday!", "2026-06-16"),
  ]

  static let ends: [Case] = [
    Case("end of 2026", "2026-12-31"), Case("the end of 2026", "2026-12-31"),
    Case("End Of June 2026", "2026-06-30"), Case("end of June!", "2026-06-30"),
    Case("end of February!", "2027-02-28"), Case("end of this year", "2026-12-31"),
    Case("end of the year", "2026-12-31"), Case("end of year", "2026-12-31"),
    Case("end of next year", "2027-12-31"), Case("end of this month", "2026-06-30"),
    Case("end of next month", "2026-07-31"), Case("end of the quarter", "2026-06-30"),
    Case("end of next quarter", "2026-09-30"), Case("end of this week", "2026-06-21"),
    Case("end of next week", "2026-06-28"), Case("end of Q3 2026", "2026-09-30"),
    Case("end of 2027-02", "2027-02-28"),
  ]

  static let prefixed: [Case] = [
    Case("on 2026-07-01", "2026-07-01"), Case("by 2026-07-01", "2026-06-17", "2026-07-01"),
    Case("by June 2027", "2026-06-17", "2027-06-30"),
    Case("by the end of 2026", "2026-06-17", "2026-12-31"),
    Case("by friday!", "2026-06-17", "2026-06-19"),
    Case("until end of June!", "2026-06-17", "2026-06-30"),
    Case("through 2026", "2026-06-17", "2026-12-31"),
    Case("by today", "2026-06-17"), Case("by 2023", "2023-12-31"),
    Case("before 2026-07-01", "2026-06-17", "2026-06-30"),
    Case("before June 2027", "2026-06-17", "2027-05-31"),
    Case("before 2027", "2026-06-17", "2026-12-31"),
    Case("before tomorrow", "2026-06-17"), Case("before today", "2026-06-16"),
    Case("before the end of 2026", "2026-06-17", "2026-12-31"),
    Case("before Saturday!", "2026-06-17", "2026-06-19"),
  ]

  @Test(arguments: dates + relative + ends + prefixed)
  func `a phrase means its days`(example: Case) throws {
    let span = try DatePhrase.parse(example.phrase, today: Self.today)
    #expect(span.first.description == example.first)
    #expect(span.last.description == example.last)
    #expect(span.edtf == example.edtf)
    #expect(span.assumed == example.assumed)
    // The expression says the same days.
    let said = try SaidTime(edtf: span.edtf)
    #expect(said.firstDay == span.first && said.lastDay == span.last)
  }

  @Test(arguments: [
    ("01/02/2026", ["2026-02-01", "2026-01-02"]), ("1.2.2026", ["2026-02-01", "2026-01-02"]),
    ("14/06/2026", ["2026-06-14"]), ("06-14-2026", ["2026-06-14"]), ("1/2/26", []),
    ("2026-1-1", ["2026-01-01"]), ("2026/06/14", ["2026-06-14"]), ("31/02/2026", []),
    ("03/03/2026", ["2026-03-03"]), ("20260614", ["2026-06-14"]), ("20261314", []),
    ("18.6.", ["2025-06-18", "2026-06-18"]), ("16.6.", ["2026-06-16", "2027-06-16"]),
    ("17.6", ["2025-06-17", "2026-06-17"]), ("6/18", ["2025-06-18", "2026-06-18"]),
    ("18-06", ["2025-06-18", "2026-06-18"]), ("29.2.", ["2024-02-29", "2028-02-29"]),
    ("2/1", ["2026-01-02", "2027-01-02", "2026-02-01", "2027-02-01"]), ("31.2.", []),
    ("6/2026", ["2026-06"]), ("06-2026", ["2026-06"]),
    ("2026.6", ["2026-06"]), ("2026/06", ["2026-06"]), ("13/2026", []),
    ("14.6.2026.", ["2026-06-14"]),
  ])
  func `a date in numerals is refused with what it could mean`(text: String, readings: [String]) {
    let error = #expect(throws: TimeError.self) {
      try DatePhrase.parse("before \(text)", today: Self.today)
    }
    #expect(error == .numeralDate(text, readings: readings))
    #expect(error?.what.contains(text) == true)
    #expect(readings.allSatisfy { error?.remedy.contains($0) == true })
  }

  @Test(arguments: [
    "", " ", ",", "soon", "in", "in days", "in 3", "3 weeks", "in three fortnights", "end",
    "end 2026", "end of", "end of day", "by", "by by 2026", "before within 3 days", "within",
    "within 2026", "June 14 15", "June 2026 14", "14", "14 2026", "2026 June", "June 26 26",
    "this friday", "next", "next day", "last today", "30 February", "30 February 2024", "0 June",
    "32 May", "2026-02-30", "2026-06-14T00:00:00Z", "2026/..", "../2026", "20260614", "Q5 2026",
    "H3", "q3 soon", "12th", "11st of June", "today tomorrow", "in in June", "June\n2026",
    "ｊune", "jüne", "in -3 days", "in 3.5 days", "in 99999999 days", "in 9999999 years",
    "0000", "0000-01", "mid-2026", "early 2026", "in 8000 years", "2000000 days ago",
    "before 0001", "Q3 of soon", "June of 14", "after 2026",
  ])
  func `what is no date phrase is refused`(text: String) {
    #expect(throws: TimeError.self) { try DatePhrase.parse(text, today: Self.today) }
  }

  @Test(arguments: [
    "14. Juni", "in 3.5 days", "2O26", "mid-2026", "1.2.3.4", "2026-W24", "2026-06-14T10:00",
  ])
  func `the error of a phrase shows phrases`(text: String) {
    let error = #expect(throws: TimeError.self) {
      try DatePhrase.parse(text, today: Self.today)
    }
    #expect(error == .notAPhrase(text) || error == .unexpectedWord(text, word: text))
    #expect(error?.remedy.contains("in 3 weeks") == true)
  }

  @Test func `the error names the word that does not fit`() {
    #expect(throws: TimeError.unexpectedWord("by late 2026", word: "late")) {
      try DatePhrase.parse("by late 2026", today: Self.today)
    }
  }

  @Test func `on its last day a month is still the coming one`() throws {
    let last = try TimeTesting.date("2026-06-30")
    for (today, year) in [(last, 2026), (last.adding(days: 1), 2027)] {
      for phrase in ["June", "end of June", "30 June", "Q2", "H1"] {
        let span = try DatePhrase.parse(phrase, today: today)
        #expect(span.last.year == year && span.assumed, "\(phrase) on \(today)")
      }
    }
  }

  @Test func `at the end of the calendar a phrase that leads beyond it is refused`() throws {
    for phrase in ["tomorrow", "in 1 day", "friday", "next week", "next year", "June", "14 June"] {
      #expect(throws: TimeError.yearOutOfRange(phrase)) {
        try DatePhrase.parse(phrase, today: .latest)
      }
    }
    #expect(try DatePhrase.parse("end of this week", today: .latest).last == .latest)
  }

  @Test func `relative phrases agree with a calendar that steps day by day`() throws {
    var days: [TimeTesting.Steps] = []
    var steps = TimeTesting.Steps(year: 1995, month: 1, day: 1)
    while steps.year < 2046 {
      days.append(steps)
      steps.advance()
    }
    let seed: UInt64 = 0xCA1E
    var random = TimeTesting.Random(seed: seed)
    func day(_ phrase: String, _ today: CivilDate) throws -> TimeTesting.Steps {
      let date = try DatePhrase.parse(phrase, today: today).last
      return TimeTesting.Steps(year: date.year, month: date.month, day: date.day)
    }
    for _ in 0..<3000 {
      let index = Int.random(in: 4000..<12_000, using: &random)
      let now = days[index]
      let today = try CivilDate(year: now.year, month: now.month, day: now.day)
      let count = Int.random(in: 0...500, using: &random)
      let about: Comment = "seed \(seed): \(today), \(count)"
      #expect(try day("in \(count) days", today) == days[index + count], about)
      #expect(try day("\(count) days ago", today) == days[index - count], about)
      #expect(try day("within \(count) weeks", today) == days[index + 7 * count], about)
      let months = Int.random(in: 0...200, using: &random)
      #expect(try day("in \(months) months", today) == later(now, months), about)
      #expect(try day("\(months) months ago", today) == later(now, -months), about)
      let endOfMonth = days[index...].first { $0.month != now.month }
      #expect(try day("end of the month", today).month == now.month, about)
      #expect(try day("before next month", today) == day("end of the month", today), about)
      let next = try DatePhrase.parse("next month", today: today).first
      #expect((next.year, next.month, next.day) == (endOfMonth?.year, endOfMonth?.month, 1), about)
      // 1995-01-01 was a Sunday.
      let friday = (index + 1...index + 7).first { $0 % 7 == 5 }
      #expect(try day("friday", today) == days[friday ?? 0], about)
      let sunday = (index - 7...index - 1).last { $0 % 7 == 0 }
      #expect(try day("last sunday", today) == days[sunday ?? 0], about)
    }
  }

  /// Steps month by month, then back to a day that exists.
  private func later(_ start: TimeTesting.Steps, _ months: Int) -> TimeTesting.Steps {
    var result = start
    for _ in 0..<abs(months) {
      result.month += months < 0 ? -1 : 1
      if result.month == 13 { (result.year, result.month) = (result.year + 1, 1) }
      if result.month == 0 { (result.year, result.month) = (result.year - 1, 12) }
    }
    result.day = min(result.day, result.lengthOfMonth)
    return result
  }

  @Test func `any heap of words is read or refused without harm`() {
    let words = [
      "in", "within", "by", "before", "end", "of", "the", "next", "last", "this", "friday", "june",
      "14", "2026", "q3", "h1", "3", "weeks", "month", "ago", "from", "now", "today", "2026-06-14",
      "2026-35", "1st", "a", "99999", "0", ",", "on", "x", "é", "2026-Q1", "01/02/2026", "year",
    ]
    let seed: UInt64 = 0x60B5
    var random = TimeTesting.Random(seed: seed)
    var taken = 0
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...6, using: &random)
      let phrase = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let today = CivilDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &random))
      guard let span = try? DatePhrase.parse(phrase, today: today) else { continue }
      taken += 1
      let said = try? SaidTime(edtf: span.edtf)
      let agrees =
        span.first <= span.last && said?.firstDay == span.first && said?.lastDay == span.last
      #expect(agrees, "seed \(seed): \(phrase) on \(today)")
    }
    #expect(taken > 1000)
  }
}
