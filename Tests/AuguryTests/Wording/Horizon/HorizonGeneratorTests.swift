import Augury
import TestSupport
import Testing

@Suite struct HorizonGeneratorTests {
  #if DEBUG
    static let cases = 2_000
  #else
    static let cases = 100_000
  #endif

  @Test("Made phrases mean what a calendar that only counts days finds")
  func agreesWithTheBruteCalendar() throws {
    var maker = PhraseMaker(seed: 20_260_617)
    for number in 0..<Self.cases {
      let today = maker.moveToday()
      let phrase = maker.next()
      let reader = HorizonReader(reference: try CivilDate(iso: today))
      let reading = reader.phrase(phrase.text)
      guard reading?.from?.description == phrase.from, reading?.until?.description == phrase.until,
        reading != nil
      else {
        Issue.record(
          """
          case \(number), said on \(today): \(phrase); \
          read as \(reading?.edtf ?? "nothing") by \(reading?.rules ?? [])
          """)
        return
      }
    }
  }

  @Test("The EDTF expression of a window holds the same days")
  func expressionsHoldTheWindow() throws {
    var maker = PhraseMaker(seed: 7)
    for _ in 0..<Self.cases / 10 {
      let reader = HorizonReader(reference: try CivilDate(iso: maker.moveToday()))
      let phrase = maker.next().text
      let reading = try #require(reader.phrase(phrase), "\(phrase)")
      let said = try SaidTime(edtf: reading.edtf)
      #expect(said.firstDay == reading.from, "\(phrase): \(reading.edtf)")
      #expect(said.lastDay == reading.window.last, "\(phrase): \(reading.edtf)")
    }
  }

  @Test("A phrase inside a sentence is found where it stands")
  func isFoundInSentences() throws {
    var maker = PhraseMaker(seed: 99)
    for _ in 0..<Self.cases / 10 {
      let reader = HorizonReader(reference: try CivilDate(iso: maker.moveToday()))
      let phrase = maker.date()
      let text = "They will meet “there” \(phrase.text), he said."
      let found = reader.find(in: text)
      #expect(found.count == 1, "\(text)")
      #expect(found.first?.named.from?.description == phrase.from, "\(text)")
      let start = "They will meet “there” ".utf8.count
      let end = start + phrase.text.utf8.count
      let span = try #require(found.first).namedSpan
      #expect(span.lowerBound >= start && span.upperBound == end, "\(text)")
    }
  }
}
