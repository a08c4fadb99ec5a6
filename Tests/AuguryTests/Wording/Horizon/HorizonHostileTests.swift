import Augury
import TestSupport
import Testing

@Suite struct HorizonHostileTests {
  static let reader = HorizonReader(reference: CivilDate(dayNumber: 20_621))

  #if DEBUG
    static let cases = 3_000
  #else
    static let cases = 100_000
  #endif

  static let repeated = [
    "by the end of ", "a, a, a, ", "the end of the ", "3 weeks and ", "from 3 to ",
    "first week of ",
    "2013-", "5/", "next ", "day before ", "3 days after ", "between 3 and ", "May ", "two ",
    "Monday, ", "in the next ", "last two of the ", "'s", "\n \n", "st. patrick's-", "mid-",
    "Easter in ", "9:30 - ", "April 31 - ", "30 February, ",
  ]

  @Test("The time grows with the text, not with its square", arguments: repeated)
  func isLinear(_ unit: String) {
    let isLinear = Growth.isLinear(from: 4_000, times: 16) { bytes in
      _ = Self.reader.find(in: String(repeating: unit, count: bytes / unit.utf8.count))
    }
    #expect(isLinear)
  }

  @Test("Any bytes are read without a crash, and spans lie inside")
  func survivesRandomBytes() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<Self.cases {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static let words = """
    by before until within in the next last this end of early mid late 2027 15 th 3 1 99999999999 31 \
    May march Monday , . - / : ' quarter half week month year decade century day first second last \
    twenty hundred thousand a few couple and or to from between ago now hence later fiscal FY Q 4 \
    Easter Christmas thanksgiving weekend soon imminent eventually after since 9999 0 00 12 30 pm at \
    noon season summer spring 1990 s 's days weeks years seven half than no not more less
    """.split(separator: " ").map(String.init)

  @Test("Any words of the grammar in any order are read without a crash")
  func survivesRandomWords() throws {
    var random = SplitMix64(seed: 12)
    for number in 0..<Self.cases {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in
        (Self.words.randomElement(using: &random) ?? "")
          + (Int.random(in: 0...3, using: &random) == 0 ? "" : " ")
      }.joined()
      check(text)
      if number % 4 == 0 {
        for day in [CivilDate.earliest, .latest] {
          _ = HorizonReader(reference: day).find(in: text)
          _ = HorizonReader(reference: day).phrase(text)
        }
      }
    }
  }

  private func check(_ text: String) {
    _ = Self.reader.phrase(text)
    for reading in Self.reader.find(in: text) {
      #expect(reading.span.lowerBound >= 0 && reading.span.upperBound <= text.utf8.count)
      #expect(!reading.span.isEmpty, "\(text)")
      if reading.kind != .unfalsifiable {
        let said = try? SaidTime(edtf: reading.edtf)
        #expect(said?.firstDay == reading.from && said?.lastDay == reading.window.last, "\(text)")
      }
      if let from = reading.from, let until = reading.until { #expect(from < until, "\(text)") }
    }
  }
}
