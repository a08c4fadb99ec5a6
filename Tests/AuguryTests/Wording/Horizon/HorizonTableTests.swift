import Augury
import Testing

@Suite struct HorizonTableTests {
  /// A Wednesday.
  static let today = CivilDate(dayNumber: 20_621)

  struct Case: Sendable, CustomStringConvertible {
    let phrase: String
    /// The window as an EDTF expression.
    let edtf: String
    var description: String { phrase }

    init(_ phrase: String, _ edtf: String) {
      self.phrase = phrase
      self.edtf = edtf
    }
  }

  static let boundaries: [Case] = [
    Case("by June 30, 2027", "2026-06-17/2027-06-30"), Case("by 2035", "2026-06-17/2035-12-31"),
    Case("before 2035", "2026-06-17/2034-12-31"),
    Case("before the end of 2035", "2026-06-17/2035-12-31"),
    Case("before the year is out", "2026-06-17/2026-12-31"),
    Case("by the end of the decade", "2026-06-17/2029-12-31"),
    Case("by mid-2027", "2026-06-17/2027-06-30"), Case("by mid-century", "2026-06-17/2050-12-31"),
    Case("by the mid-2030s", "2026-06-17/2035-12-31"),
    Case("no later than 1 May 2027", "2026-06-17/2027-05-01"),
    Case("on or before March 31", "2026-06-17/2027-03-31"),
    Case("prior to 2030", "2026-06-17/2029-12-31"),
    Case("until the end of the month", "2026-06-17/2026-06-30"),
    Case("through 2028", "2026-06-17/2028-12-31"), Case("after 2028", "2029-01-01/.."),
    Case("since 2014", "2014-01-01/.."), Case("from 2027 onwards", "2027-01-01/.."),
    Case("2027 or later", "2027-01-01/.."), Case("before 2000", "../1999-12-31"),
    Case("by year-end", "2026-06-17/2026-12-31"), Case("by EOM", "2026-06-17/2026-06-30"),
    Case("by Christmas", "2026-06-17/2026-12-25"),
    Case("starting next Monday", "2026-06-22/.."), Case("as of Friday", "2026-06-19"),
  ]

  static let durations: [Case] = [
    Case("in three weeks", "2026-07-08"), Case("in half a year", "2026-12-17"),
    Case("in two and a half years", "2028-12-17"), Case("a year and a half from now", "2027-12-17"),
    Case("within 9 months", "2026-06-17/2027-03-17"),
    Case("within three to five years", "2026-06-17/2031-06-17"),
    Case("in 5 to 10 years", "2031-06-17/2036-06-17"),
    Case("in the next 5-10 years", "2026-06-17/2036-06-17"),
    Case("in the next 12 months", "2026-06-18/2027-06-17"),
    Case("within the next decade", "2026-06-18/2036-06-17"), Case("next decade", "203X"),
    Case("two years ago", "2024-06"), Case("a week from Tuesday", "2026-06-30"),
    Case("2 years 1 month 21 days from now", "2028-08-07"),
    Case("3 days starting from next Monday", "2026-06-22/2026-06-24"),
    Case("three days after Easter 2027", "2027-03-31"), Case("in a fortnight", "2026-07-01"),
    Case("the week after next", "2026-06-29/2026-07-05"),
    Case("Friday after next", "2026-06-26"),
  ]

  static let periods: [Case] = [
    Case("early March", "2027-03-01/2027-03-10"), Case("late October", "2026-10-21/2026-10-31"),
    Case("mid-2027", "2027-05-01/2027-08-31"),
    Case("early in the last three quarters", "2025-07-01/2025-09-29"),
    Case("the early 2030s", "2030-01-01/2033-12-31"),
    Case("the 21st century", "20XX"), Case("the nineties", "199X"), Case("Q3 2027", "2027-35"),
    Case("third quarter of next year", "2027-35"), Case("H2 2027", "2027-41"),
    Case("summer 2027", "2027-22"), Case("in the winter of 2027", "2027-24"),
    Case("the last week of October", "2026-10-19/2026-10-25"),
    Case("second last week of October 2018", "2018-10-15/2018-10-21"),
    Case("the 9th month of next year", "2027-09"), Case("week 23", "2026-06-01/2026-06-07"),
    Case("the week of March 6, 2000", "2000-03-06/2000-03-12"),
    Case("2/15/2027", "2027-02-15"), Case("23/08/2027", "2027-08-23"), Case("2014-10", "2014-10"),
    Case("15-Feb-2027", "2027-02-15"), Case("2027-06-14T10:00:00Z", "2027-06-14"),
    Case("nineteen ninety-six", "1996"), Case("the year two thousand", "2000"),
    Case("from May to July 2027", "2027-05-01/2027-07-31"),
    Case("2027-2030", "2027-01-01/2030-12-31"), Case("tomorrow at 5pm", "2026-06-18"),
    Case("the 15th", "2026-07-15"), Case("Fri 14th", "2026-08-14"), Case("FY2028", "2028"),
    Case("between now and never", ""),
  ]

  static let holidays: [Case] = [
    Case("Thanksgiving", "2026-11-26"), Case("Labor Day 2027", "2027-09-06"),
    Case("Martin Luther King's day", "2027-01-18"), Case("New Year's Eve", "2026-12-31"),
    Case("Easter 2027", "2027-03-28"), Case("Orthodox Easter 2027", "2027-05-02"),
    Case("Good Friday of next year", "2027-03-26"), Case("Mother's Day 2027", "2027-05-09"),
    Case("last Christmas", "2025-12-25"), Case("election day 2028", "2028-11-07"),
    Case("Black Friday", "2026-11-27"), Case("Victoria Day 2027", "2027-05-24"),
    Case("Yom Kippur 2018", "2018-09-18"), Case("Hanukkah 2018", "2018-12-02/2018-12-09"),
    Case("Purim 2013", "2013-02-23"), Case("thanksgiving in 3 years", "2029-11-22"),
    Case("Halloween weekend 2021", "2021-10-30/2021-10-31"),
  ]

  @Test("Phrases mean the days that the table says", arguments: boundaries + durations)
  func boundariesAndDurations(_ example: Case) { check(example) }

  @Test("Periods and holidays mean the days that the table says", arguments: periods + holidays)
  func periodsAndHolidays(_ example: Case) { check(example) }

  private func check(_ example: Case) {
    let reading = HorizonReader(reference: Self.today).phrase(example.phrase)
    #expect(reading?.edtf ?? "" == example.edtf, "\(reading?.rules ?? [])")
  }

  @Test("What is no expression of time, or not in the calendar, is not read")
  func refuses() {
    let reader = HorizonReader(reference: Self.today)
    let phrases = [
      "", " ", "the dog", "31 February 2027", "in 99999999999999999999 years",
      "10000 years from now",
      "2027 people", "by", "the", "by the end of", "in 2027 he", "in 5 business days", "9999999",
      "0", "13/13/2027",
    ]
    for phrase in phrases { #expect(reader.phrase(phrase) == nil, "\(phrase)") }
  }

  @Test("What was filled in is said, and why")
  func saysWhatIsAssumed() throws {
    let reader = HorizonReader(reference: Self.today)
    #expect(try #require(reader.phrase("March 5")).isAssumed)
    #expect(try #require(reader.phrase("early 2027")).isAssumed)
    #expect(try #require(reader.phrase("in a few weeks")).isAssumed)
    #expect(try #require(reader.phrase("3/4/2027")).isAssumed)
    #expect(try !#require(reader.phrase("13/4/2027")).isAssumed)
    #expect(try !#require(reader.phrase("March 5, 2027")).isAssumed)
    #expect(try !#require(reader.phrase("by the end of 2027")).isAssumed)
  }

  @Test("A strict reader of by a year stops before it")
  func keepsTheStrictReading() throws {
    let reading = try #require(HorizonReader(reference: Self.today).phrase("by 2035"))
    #expect(reading.strict.last?.description == "2034-12-31")
    #expect(reading.generous == reading.window)
    #expect(reading.named.from?.description == "2035-01-01")
    #expect(reading.namedSpan == 3..<7)
  }
}
