import Augury
import Testing

struct ProbabilityTests {
  @Test(arguments: [
    ("70%", "0.7"), ("70 %", "0.7"), ("70\u{A0}%", "0.7"), ("70\u{202F}%", "0.7"), ("0.7", "0.7"),
    (".7", "0.7"), ("1", "1"), ("0", "0"), ("100%", "1"), ("0%", "0"), ("0.5%", "0.005"),
    ("7/10", "0.7"), ("1/3", "0.33333333333333333"), ("2/3", "0.66666666666666667"),
    ("10/10", "1"), ("3:1", "0.75"), ("1:2", "0.33333333333333333"), ("0:1", "0"), ("1:0", "1"),
    ("2.5:7.5", "0.25"), ("1e-3:0.999", "0.001"), ("1/1000000000", "1e-9"), ("1E-2", "0.01"),
    ("0.050", "0.05"), ("33.333333333333333333%", "0.33333333333333333"),
  ])
  func `a probability is read in each of its forms`(text: String, value: String) throws {
    let probability = try Probability(parsing: text)
    #expect(probability.value == value)
    #expect(probability.text == text)
    #expect(probability.double == Double(value))
    #expect(try Probability(text: text, value: value) == probability)
  }

  @Test(arguments: [
    ("70", ProbabilityError.percentMissing("70", percent: "70%", fraction: "0.7")),
    ("100", .percentMissing("100", percent: "100%", fraction: "1")),
    ("101", .aboveOne("101")), ("101%", .aboveOne("101%")), ("1e999", .aboveOne("1e999")),
    ("0,7", .number(.decimalComma("0,7", suggestion: "0.7"))),
    ("70,5%", .number(.decimalComma("70,5%", suggestion: "70.5%"))),
    ("-0.1", .negative("-0.1")), ("-5%", .negative("-5%")), ("%", .number(.notANumber("%"))),
    ("nan%", .number(.notANumber("nan%"))), ("1/0", .malformedFraction("1/0")),
    ("0/10", .malformedFraction("0/10")), ("1.5/3", .malformedFraction("1.5/3")),
    ("1/2/3", .malformedFraction("1/2/3")), ("/", .malformedFraction("/")),
    ("11/10", .aboveOne("11/10")), ("0:0", .oddsWithoutChance("0:0")),
    ("3:-1", .malformedOdds("3:-1")), ("a:b", .malformedOdds("a:b")), (":", .malformedOdds(":")),
    ("1:1e40", .malformedOdds("1:1e40")),
  ])
  func `what is no probability is refused by its own name`(text: String, error: ProbabilityError) {
    #expect(throws: error) { try Probability(parsing: text) }
    #expect(error.what.contains(text))
    #expect(!error.remedy.isEmpty && error.kind == .invalid)
  }

  // What each hostile text becomes: a value, or a refusal.
  @Test(
    arguments: [
      ("0", "0"), ("1", "1"), ("0.0", "0"), ("1.0", "1"), ("-0", "0"), ("1.0000000000000001", nil),
      ("1.0000001", nil), ("-0.0001", nil), ("101%", nil), ("70%", "0.7"), ("70 %", "0.7"),
      ("0,7", nil), ("NaN", nil), ("nan", nil), ("inf", nil), ("-Infinity", nil), ("1e-400", nil),
      ("1e400", nil), ("0x1p-1", nil), ("٠٫٧", nil), ("７０%", nil), ("½", nil),
      ("1/3", "0.33333333333333333"), ("", nil), (" ", nil), ("0.7 ", "0.7"), ("+0.7", "0.7"),
      ("0.7.1", nil), ("1e", nil), ("true", nil), ("null", nil), ("'0.7", nil),
    ] as [(String, String?)])
  func `each hostile text gets its verdict`(text: String, value: String?) {
    #expect((try? Probability(parsing: text))?.value == value)
    let isFractionForm = !text.contains("%") && !text.contains("/")
    #expect((try? Probability(fraction: text))?.value == (isFractionForm ? value : nil))
  }

  @Test func `the refusals of people's slips say what to write`() {
    let remedy = { (text: String) -> String in
      do throws(ProbabilityError) {
        return try Probability(parsing: text).value
      } catch {
        return error.remedy
      }
    }
    #expect(remedy("70") == "Write 70% or 0.7.")
    #expect(remedy("0,7") == "Write it with a decimal point: 0.7.")
    #expect(remedy("NaN") == "Write a fraction such as 0.7, in the digits 0 to 9.")
  }

  @Test func `a column of fractions takes no percentages, odds or ratios`() {
    #expect(throws: ProbabilityError.percentInsteadOfFraction("70 %", fraction: "0.7")) {
      try Probability(fraction: "70 %")
    }
    #expect(throws: ProbabilityError.percentSuspected("70", percent: "70%", fraction: "0.7")) {
      try Probability(fraction: "70")
    }
    #expect(throws: ProbabilityError.number(.notANumber("7/10"))) {
      try Probability(fraction: "7/10")
    }
    #expect(throws: ProbabilityError.number(.notANumber("3:1"))) {
      try Probability(fraction: "3:1")
    }
    #expect(throws: ProbabilityError.aboveOne("100.5")) { try Probability(fraction: "100.5") }
  }

  @Test func `a stored probability has to be canonical and within 0 and 1`() {
    for value in ["0.70", "1.5", "-0.5", "70%", "nan", "1e-400", "1.0000000000000001"] {
      #expect(throws: ProbabilityError.self) { try Probability(text: "x", value: value) }
    }
  }

  @Test(arguments: [
    ("0", "0 %"), ("1", "100 %"), ("0.7", "70 %"), ("0.005", "0.5 %"), ("0.001", "0.1 %"),
    ("0.0009999", "<0.1 %"), ("1e-30", "<0.1 %"), ("0.999", "99.9 %"), ("0.9991", ">99.9 %"),
    ("0.99999999999999999", ">99.9 %"), ("0.12345", "12.3 %"), ("0.12350", "12.4 %"),
    ("0.0123456", "1.23 %"), ("0.9985", "99.8 %"), ("1/3", "33.3 %"),
  ])
  func `a percentage for people is never rounded to certainty`(text: String, shown: String) throws {
    #expect(try Probability(parsing: text).percentDescription == shown)
  }

  @Test func `probabilities are in one order`() throws {
    let texts = [
      "0", "1e-300", "30%", "1:2", "1/3", "0.7", "70%", "7/10", "0.99999999999999999", "1",
    ]
    let ordered = try texts.map { try Probability(parsing: $0) }
    #expect(ordered.sorted().map(\.value) == ordered.map(\.value))
    for one in ordered {
      for other in ordered {
        #expect([one < other, one == other, one > other].filter { $0 }.count == 1)
      }
    }
  }

  @Test func `the complement is what is missing to 1`() throws {
    #expect(try Probability(parsing: "75%").complement == 0.25)
  }

  @Test func `whole percentages and their fractions have the same value`() throws {
    for percent in 0...1000 {
      let tenths = "\(percent / 10).\(percent % 10)%"
      let fraction = "\(percent / 1000)." + String(String(percent % 1000 + 1000).dropFirst())
      let (one, other) = (try Probability(parsing: tenths), try Probability(fraction: fraction))
      #expect(one.value == other.value && one.double == other.double)
      #expect(one.double == Double(percent) / 1000)
    }
  }
}
