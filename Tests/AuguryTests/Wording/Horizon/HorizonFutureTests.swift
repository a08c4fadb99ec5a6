import Augury
import Testing

/// Days that leave out their week or year, in texts that look ahead.
@Suite struct HorizonFutureTests {
  /// A Monday.
  private static let today = CivilDate(dayNumber: 20_780)

  private func last(_ text: String, prefersFuture: Bool = true) -> [String?] {
    let options = HorizonOptions(prefersFuture: prefersFuture)
    return HorizonReader(reference: Self.today, options: options).find(in: text)
      .map { $0.window.last?.description }
  }

  @Test(
    "Without a clear tense the next one is taken",
    arguments: [
      ("on Tuesday probably", "2026-11-24"), ("a coup on Friday is likely", "2026-11-27"),
      ("highly improbable by Q3", "2027-09-30"), ("probably in October", "2027-10-31"),
      ("a deal in the third quarter", "2027-09-30"),
      ("perhaps on November 20", "2027-11-20"),
    ])
  func looksAhead(text: String, day: String) {
    #expect(last(text) == [day])
    #expect(last(text, prefersFuture: false) != [day])
  }

  @Test("A bound lies ahead whatever the verb, and other words in the past tense look back")
  func bounds() {
    #expect(last("They agreed on a deal by Friday.") == ["2026-11-27"])
    #expect(last("He said it before October.") == ["2027-09-30"])
    #expect(last("They met until Tuesday.") == ["2026-11-24"])
    #expect(last("They met on Tuesday.") == ["2026-11-17"])
    #expect(last("Prices fell in May.") == ["2026-05-31"])
    #expect(last("since October it is so") == [nil])
  }

  @Test("A text that is read for a forecast looks ahead")
  func forecasts() {
    let reading = TextReading("highly improbable by Q3", saidOn: Self.today)
    #expect(reading.horizon?.window.last?.description == "2027-09-30")
  }
}
