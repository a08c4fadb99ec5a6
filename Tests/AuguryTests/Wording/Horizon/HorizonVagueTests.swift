import Augury
import Testing

@Suite struct HorizonVagueTests {
  static let reader = HorizonReader(reference: CivilDate(dayNumber: 20_621))

  /// The windows of the convention: strict, default and generous, in days.
  static let windows: [(String, Int, Int, Int)] = [
    ("imminent", 7, 30, 90), ("any day now", 7, 30, 90), ("in the coming days", 3, 7, 14),
    ("in the coming weeks", 14, 42, 84), ("soon", 30, 90, 180), ("shortly", 30, 90, 180),
    ("in the coming months", 90, 180, 270), ("in the near future", 90, 180, 365),
    ("days are numbered", 90, 365, 730),
  ]

  @Test("Vague words have the three windows of the convention")
  func hasThreeWindows() throws {
    for (phrase, strict, usual, generous) in Self.windows {
      let reading = try #require(Self.reader.phrase(phrase), "\(phrase)")
      #expect(reading.kind == .vague)
      #expect(reading.isAssumed)
      let today = Self.reader.reference
      #expect(reading.strict.last == today.adding(days: strict), "\(phrase)")
      #expect(reading.window.last == today.adding(days: usual), "\(phrase)")
      #expect(reading.generous.last == today.adding(days: generous), "\(phrase)")
      #expect(reading.from == today)
    }
  }

  @Test("The coming years are 2, 3 or 5 years")
  func countsYears() throws {
    let reading = try #require(Self.reader.phrase("in the coming years"))
    #expect(reading.strict.last?.description == "2028-06-17")
    #expect(reading.window.last?.description == "2029-06-17")
    #expect(reading.generous.last?.description == "2031-06-17")
  }

  @Test("Words without a deadline are unfalsifiable")
  func listsTheUnfalsifiable() throws {
    for phrase in [
      "inevitable", "eventually", "sooner or later", "only a matter of time", "one day",
    ] {
      let reading = try #require(Self.reader.phrase(phrase), "\(phrase)")
      #expect(reading.kind == .unfalsifiable)
      #expect(reading.window == DayInterval(from: nil, until: nil))
      #expect(reading.edtf.isEmpty)
    }
  }

  @Test("A vague word that belongs to another expression is left to it")
  func leavesModifiers() {
    #expect(Self.reader.find(in: "soon after the vote").isEmpty)
    #expect(Self.reader.find(in: "one day later he left").allSatisfy { $0.kind == .dated })
  }

  @Test("Vague words are found in a sentence with their offsets")
  func isFound() {
    let text = "A military coup is likely imminent; it is inevitable."
    let found = Self.reader.find(in: text)
    #expect(found.map(\.kind) == [.vague, .unfalsifiable])
    #expect(found.map(\.span) == [26..<34, 42..<52])
  }
}
