import AuguryRendering
import Foundation
import Testing

struct NumberTests {
  @Test(arguments: [
    (0.285, 2, "0.29"), (0.005, 2, "0.01"), (1.005, 2, "1.01"), (2.5, 0, "3"), (0.5, 0, "1"),
    (0.49, 0, "0"), (-0.02, 2, "−0.02"), (-0.004, 2, "0.00"), (-0.0, 1, "0.0"), (0, 3, "0.000"),
    (9.995, 2, "10.00"), (999.96, 1, "1000.0"), (1e-7, 3, "0.000"), (1e-7, 8, "0.00000010"),
    (1e21, 1, "1000000000000000000000.0"), (.leastNonzeroMagnitude, 2, "0.00"), (0.25, 4, "0.2500"),
    (123456.789, 1, "123456.8"), (0.0995, 3, "0.100"), (.infinity, 2, "∞"),
    (-.infinity, 2, "−∞"), (.nan, 2, "not a number"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
  ])
  func `decimals are fixed, rounded half away from zero`(value: Double, decimals: Int, text: String)
  {
    #expect(NumberText.fixed(value, decimals) == text)
  }

  @Test func `decimals agree with printf wherever no tie is near`() {
    var random = SplitMix64(state: 99)
    for _ in 0..<4_000 {
      let power = pow(10, Double(Int.random(in: -6...9, using: &random)))
      let value = Double.random(in: -1...1, using: &random) * power
      let decimals = Int.random(in: 0...6, using: &random)
      let scaled = abs(value) * pow(10, Double(decimals))
      if abs(scaled - scaled.rounded(.down) - 0.5) < 1e-4 { continue }
      var expected = String(format: "%.\(decimals)f", value)
      let isZero = expected.allSatisfy { "-0.".contains($0) }
      if expected.hasPrefix("-") { expected = (isZero ? "" : "−") + expected.dropFirst() }
      #expect(NumberText.fixed(value, decimals) == expected, "seed 99: \(value)")
    }
  }

  @Test func `signs are shown, save for what rounds to zero`() {
    #expect(NumberText.signed(0.02, 2) == "+0.02")
    #expect(NumberText.signed(-0.02, 2) == "−0.02")
    #expect(NumberText.signed(0.001, 2) == "0.00")
    #expect(NumberText.signed(-0.001, 2) == "0.00")
    #expect(NumberText.signed(.infinity, 2) == "+∞")
    #expect(NumberText.signed(.nan, 2) == "not a number")
  }

  @Test func `thousands are separated by commas`() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.grouped(1_000_000) == "1,000,000")
    #expect(NumberText.grouped(-1234) == "−1,234")
    #expect(NumberText.grouped(.min) == "−9,223,372,036,854,775,808")
  }

  @Test func `numbers agree with their nouns`() {
    #expect(Sentence.count(1, "forecast") == "1 forecast")
    #expect(Sentence.count(3, "forecast") == "3 forecasts")
    #expect(Sentence.count(0, "entry") == "0 entries")
    #expect(Sentence.count(1_204, "due question") == "1,204 due questions")
    #expect(Sentence.count(2, "day") == "2 days")
    #expect(Sentence.count(2, "alias") == "2 aliases")
    #expect(Sentence.count(2, "batch") == "2 batches")
    #expect(Sentence.count(2, "analysis") == "2 analyses")
    #expect(Sentence.count(2, "other person") == "2 other people")
    #expect(Sentence.count(2, "hit", plural: "hits at all") == "2 hits at all")
  }

  @Test func `lists read as prose`() {
    #expect(Sentence.list([]).isEmpty)
    #expect(Sentence.list(["a"]) == "a")
    #expect(Sentence.list(["a", "b"], conjunction: "or") == "a or b")
    #expect(Sentence.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(arguments: [
    (0.7, "70 %"), (0.285, "28.5 %"), (0.704, "70.4 %"), (0.0, "0 %"), (1.0, "100 %"),
    (0.0001, "<0.1 %"), (0.99999, ">99.9 %"), (0.0005, "0.1 %"), (0.001, "0.1 %"),
    (0.29, "29 %"), (0.9995, ">99.9 %"), (0.9994, "99.9 %"),
  ])
  func `shares are percentages and never look certain when they are not`(
    share: Double, text: String
  ) {
    #expect(Sentence.percent(share) == text)
  }

  @Test func `ranges of shares have one percent sign`() {
    #expect(Sentence.percent(from: 0.6, to: 0.85) == "60–85 %")
    #expect(Sentence.percent(from: 0.6, to: 0.6) == "60 %")
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (12_345_678, "12.3 MB"),
    (999_949, "999.9 kB"), (999_950, "1.0 MB"), (Int.max, "9.2 EB"),
  ])
  func `sizes have one decimal`(size: Int, text: String) {
    #expect(Sentence.bytes(size) == text)
  }

  @Test(arguments: [
    (Duration.milliseconds(120), "120 milliseconds"), (.zero, "0 milliseconds"),
    (.milliseconds(999.7), "1 second"), (.seconds(45), "45 seconds"),
    (.milliseconds(59_600), "1 minute"), (.seconds(180), "3 minutes"),
    (.seconds(3_599), "1 hour"), (.seconds(86_400 * 2), "2 days"), (.seconds(-180), "−3 minutes"),
    (.seconds(86_399), "1 day"),
  ])
  func `lengths of time are in their largest unit`(duration: Duration, text: String) {
    #expect(Sentence.duration(duration) == text)
  }
}
