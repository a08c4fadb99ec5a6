import Augury
import Testing

@Suite struct HorizonSentenceTests {
  /// A Wednesday, 2026-06-17.
  static let reader = HorizonReader(reference: CivilDate(dayNumber: 20_621))

  private func named(_ text: String) -> [String] {
    Self.reader.find(in: text).map { $0.named.from?.description ?? ".." }
  }

  @Test("The tense of the clause decides on which side a weekday or month lies")
  func tenseDecides() {
    #expect(named("He said Friday that talks had failed.") == ["2026-06-12"])
    #expect(named("They will meet Friday in Geneva.") == ["2026-06-19"])
    #expect(named("The vote is scheduled for Monday.") == ["2026-06-22"])
    #expect(named("Prices fell in May.") == ["2026-05-01"])
    #expect(named("Elections will be held in May.") == ["2027-05-01"])
    #expect(named("It was signed on Aug. 7 at noon.") == ["2025-08-07"])
    #expect(named("It is to be signed on Aug. 7.") == ["2026-08-07"])
    #expect(
      named("The strike, which began in March, will end on Monday.")
        == ["2026-03-01", "2026-06-22"])
  }

  @Test("Verbs, codes, sums and scores are not taken for time")
  func passesStrangers() {
    let texts = [
      "This may take longer than expected.", "May I ask what this is for?",
      "They march on.", "Mortgages were at 6.45 percent.", "Tel: +86 138-2010-2015",
      "It cost $2000.", "Have a great month.", "He won 3-1.", "ABC-12345-A1B2C3",
      "the 50-year-old alliance", "The sun sat low.", "a second round", "from 11.5 cents",
    ]
    for text in texts { #expect(named(text) == [], "\(text)") }
  }

  @Test("Spans are offsets of UTF-8, also behind wide characters")
  func countsBytes() throws {
    let text = "“Über-risk”: war by 2030 — vielleicht."
    let reading = try #require(Self.reader.find(in: text).first)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[reading.span], as: UTF8.self) == "by 2030")
    #expect(String(decoding: bytes[reading.namedSpan], as: UTF8.self) == "2030")
  }

  @Test("Expressions in a text do not overlap and stand in order")
  func doesNotOverlap() {
    let text = """
      In 2024 he said that by the end of 2027, or at the latest in the first half of 2028, the war \
      would be over; on Monday he added “within the next two years”.
      """
    let found = Self.reader.find(in: text)
    #expect(found.count >= 5)
    for (left, right) in zip(found, found.dropFirst()) {
      #expect(left.span.upperBound <= right.span.lowerBound)
    }
  }

  @Test("The quarter and a year earlier are those spoken of before")
  func remembersTheQuarter() {
    let text = "Third-quarter 2025 profit rose. In the year-earlier quarter it fell."
    #expect(named(text) == ["2025-07-01", "2024-07-01"])
  }
}
