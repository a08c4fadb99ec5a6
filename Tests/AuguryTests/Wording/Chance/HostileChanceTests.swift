import Augury
import TestSupport
import Testing

/// Texts that are made to break a reader.
@Suite struct HostileChanceTests {
  private static let pieces = [
    "not ", "very ", "likely ", "a ", "will ", "n't ", "chance ", "chances ", "are ", "is ", "of ",
    "70", "%", " percent ", ".", ",", "-", "–", "/", ":", "to ", "in ", "one ", "five ", "half ",
    "odds ", "at ", "least ", "than ", "no ", "even ", "going ", "fifty", "(", "\n\n", "’", "'ll ",
    "almost ", "certain ", "un", "9999999999999999999999", "0.", "\u{202E}", "é", "𝔘", "might ",
  ]

  @Test func `random texts neither crash nor give what lies outside`() {
    var random = SplitMix64(seed: 20_260_101)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...24, using: &random)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      check(text)
    }
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func check(_ text: String) {
    let length = text.utf8.count
    var end = 0
    for reading in ChanceReader.standard.find(in: text) {
      #expect(reading.span.lowerBound >= end && reading.span.upperBound <= length, "\(text)")
      end = reading.span.upperBound
      guard let meaning = reading.meaning else { continue }
      #expect(0 <= meaning.low && meaning.low <= meaning.high && meaning.high <= 1, "\(text)")
      #expect(0 <= meaning.mean && meaning.mean <= 1 && meaning.variance >= 0, "\(text)")
    }
    _ = ChanceReader.standard.phrase(text)
  }

  @Test(arguments: [
    "not ", "a, ", "very, ", "by the end of ", "chances are ", "chance ", "will ", "50-", "1 to ",
    "more than ", "one in ", "almost certainly not ", "it is going to ", "1.", "(", "odds ",
    "likely ",
  ])
  func `time grows with the length only`(piece: String) {
    let isLinear = Growth.isLinear(from: 10_000, times: 16) { bytes in
      _ = ChanceReader.standard.find(
        in: String(repeating: piece, count: bytes / piece.utf8.count))
    }
    #expect(isLinear)
  }
}
