import Augury
import Testing

@Suite struct HorizonImpossibleTests {
  /// A Wednesday, 2026-06-17.
  static let reader = HorizonReader(reference: CivilDate(dayNumber: 20_621))

  static let impossible = [
    "30 February 2027", "by 30 February 2027", "Feb 30", "31 April", "the 31st of April",
    "April 31st, 2027", "February 29, 2027", "2027-02-30", "2027/02/30", "2/30/2027", "30.2.2027",
    "31-Apr-2027", "2027-Feb-30", "October-2020-32", "32 January 2027", "January 0, 2027",
    "thirtieth of February", "Friday, February 30", "April 29 to 31", "28 to 31 February",
    "between April 29 and 31", "from April 30 to April 31", "Feb 30 - March 3",
    "2027-04-31/2027-05-02", "2027-02-30T10:00:00Z", "three days after February 30",
    "the day before April 31", "the fifth Monday of February 2027", "the sixth week of May",
  ]

  @Test("A day that no calendar has is not read, nor its month or year", arguments: impossible)
  func isRefused(_ phrase: String) {
    #expect(Self.reader.phrase(phrase) == nil)
    for text in [phrase, "They will sign it \(phrase).", "It was signed on \(phrase) in Rome."] {
      #expect(Self.reader.find(in: text).map(\.edtf) == [], "\(text)")
    }
  }

  @Test("What else the text says is read")
  func readsTheRest() {
    let found = Self.reader.find(
      in: "By 30 February 2027, or at the latest by 2029, he will go; she on May 5, 2027.")
    #expect(found.map(\.edtf) == ["2026-06-17/2029-12-31", "2027-05-05"])
  }

  @Test("A number beside a month is no day when it is too large and no year follows")
  func leavesNumbersAlone() {
    #expect(Self.reader.find(in: "In April 45 people came.").map(\.edtf) == ["2026-04"])
  }

  @Test("Of the days 1 to 31 in every month, those that exist are read and no others")
  func agreesWithTheCalendar() {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let days = Set(BruteCalendar.shared.days.map(\.text))
    for year in [2027, 2028, 2100] {
      for (index, name) in names.enumerated() {
        for day in 1...31 {
          let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
          let text = "\(year)-\(padded(index + 1))-\(padded(day))"
          for phrase in [text, "\(day) \(name) \(year)", "\(name) \(day), \(year)"] {
            let found = Self.reader.phrase(phrase)?.edtf
            #expect(found == (days.contains(text) ? text : nil), "\(phrase)")
          }
        }
      }
    }
  }
}
