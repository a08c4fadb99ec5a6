import Augury
import Testing

/// Values as errors quote them.
struct ClippingTests {
  @Test func `a text that fits a line stays, and a longer one ends in an ellipsis`() {
    let sixty = String(repeating: "abcdef", count: 10)
    #expect(sixty.clipped == sixty)
    #expect((sixty + "g").clipped == sixty.dropLast() + "…")
    #expect((sixty + "g").clipped.clipped == (sixty + "g").clipped)
    #expect("".clipped == "")
  }

  @Test func `a text is never cut inside a grapheme`() {
    let family = "👨‍👩‍👧‍👦"
    let clipped = String(repeating: family, count: 100).clipped
    #expect(clipped.last == "…")
    #expect(clipped.dropLast().allSatisfy { String($0) == family })
    let accents = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(("say " + accents).clipped == "say …")
  }

  @Test func `wide letters and escapes count as wide as they are shown`() {
    #expect(String(repeating: "雪", count: 40).clipped.count == 30)
    #expect(String(repeating: "\u{7}", count: 100).clipped.count <= 13)
    #expect(String(repeating: "й", count: 60).clipped.count == 60)
  }

  @Test(
    arguments: [
      TimeError.notADate(ClippingTests.long), ProbabilityError.aboveOne(ClippingTests.long),
      NumberError.notANumber(ClippingTests.long),
      EntryError.unknownKind(ClippingTests.long),
    ] as [any Explained])
  func `an error quotes the beginning of a long value`(_ error: any Explained) {
    #expect(error.what.utf8.count < 160)
    #expect(error.what.contains("xxx…"))
  }

  static let long = String(repeating: "x", count: 10_000_000)
}
