import Augury
import Testing

/// Two periods or durations of which either may be meant.
@Suite struct HorizonEitherTests {
  /// A Monday, 2026-11-23.
  private static let reader = HorizonReader(reference: CivilDate(dayNumber: 20_780))

  @Test(
    "The later of two ends the window, and the first a strict reader's",
    arguments: [
      ("in 2027 or 2028", "2027-01-01", "2028-12-31", "2027-12-31"),
      ("by 2027 or 2028", "2026-11-23", "2028-12-31", "2027-12-31"),
      ("in March or April", "2027-03-01", "2027-04-30", "2027-03-31"),
      ("in late 2027 or early 2028", "2027-09-01", "2028-03-31", "2027-12-31"),
      ("by May or June 2027", "2026-11-23", "2027-06-30", "2027-05-31"),
      ("in 2027 or in 2028", "2027-01-01", "2028-12-31", "2027-12-31"),
      ("within the next week or two", "2026-11-24", "2026-12-07", "2026-11-30"),
      ("within a week or two", "2026-11-23", "2026-12-07", "2026-11-30"),
      ("in the next year or two", "2026-11-24", "2028-11-23", "2027-11-23"),
      ("within three to five years", "2026-11-23", "2031-11-23", "2029-11-23"),
      ("in a week or two", "2026-11-30", "2026-12-07", "2026-12-07"),
    ])
  func takesBoth(text: String, from: String, last: String, strict: String) throws {
    for reading in [Self.reader.phrase(text), Self.reader.find(in: "It is due \(text).").first] {
      let reading = try #require(reading)
      #expect(reading.from?.description == from)
      #expect(reading.window.last?.description == last)
      #expect(reading.strict.last?.description == strict)
    }
  }

  @Test("Strangers, and what opens a period, are not joined")
  func strangers() {
    func count(_ text: String) -> Int { Self.reader.find(in: text).count }
    #expect(count("in 2028 or 2027") == 2)
    #expect(count("in 2027 and 2028") == 2)
    #expect(count("on Friday or in 2028") == 2)
    #expect(Self.reader.phrase("2027 or later")?.boundary == .since)
    #expect(Self.reader.phrase("in 2027 or") == nil)
  }
}
