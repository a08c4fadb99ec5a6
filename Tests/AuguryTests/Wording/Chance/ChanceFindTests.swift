import Augury
import Lexicons
import Testing

/// Chances in running text.
@Suite struct ChanceFindTests {
  struct Case: Sendable, CustomStringConvertible {
    let text: String
    let kind: ChanceReading.Kind
    let words: String
    let low: Double
    let high: Double
    var description: String { text }

    init(
      _ text: String, _ kind: ChanceReading.Kind, _ words: String, _ low: Double, _ high: Double
    ) {
      (self.text, self.kind, self.words, self.low, self.high) = (text, kind, words, low, high)
    }
  }

  static let cases: [Case] = [
    Case("A military coup is likely imminent.", .verbal, "likely", 0.6, 0.85),
    Case("There is a 70% chance of rain tomorrow.", .number, "70% chance", 0.7, 0.7),
    Case("He put the odds of a recession at 35 percent.", .number, "35 percent", 0.35, 0.35),
    Case("I see a 60 to 70 percent chance of a cut.", .number, "60 to 70 percent chance", 0.6, 0.7),
    Case("We see a 60–70% probability of that.", .number, "60–70% probability", 0.6, 0.7),
    Case("There’s a one in five chance he quits.", .number, "one in five chance", 0.2, 0.2),
    Case("a one-in-five chance", .number, "one-in-five chance", 0.2, 0.2),
    Case("The odds of 3 to 1 look good.", .number, "3 to 1", 0.75, 0.75),
    Case("Bookmakers offer odds of 3-1 against a cut.", .number, "3-1 against", 0.25, 0.25),
    Case("It is a fifty-fifty call.", .number, "fifty-fifty call", 0.5, 0.5),
    Case("There is a two-thirds chance of a deal.", .number, "two-thirds chance", 2.0 / 3, 2.0 / 3),
    Case("with 0.7 probability the bill passes", .number, "0.7 probability", 0.7, 0.7),
    Case("It has a better than even chance.", .verbal, "better than even chance", 0.51, 0.65),
    Case("The chance is at least 80%.", .number, "at least 80%", 0.8, 1),
    Case("a less than 10% chance of war", .number, "less than 10% chance", 0, 0.1),
    Case("It will happen.", .assertion, "will happen", 0.9, 1),
    Case("They won’t win the cup.", .assertion, "won’t", 0, 0.1),
    Case("They will not win the cup.", .assertion, "will not", 0, 0.1),
    Case("He is going to lose.", .assertion, "is going to", 0.9, 1),
    Case("He isn't going to lose.", .assertion, "isn't going to", 0, 0.1),
    Case("She'll likely run again.", .verbal, "'ll likely", 0.6, 0.85),
    Case("It is likely that he will resign.", .verbal, "likely", 0.6, 0.85),
    Case("We believe the bank will cut rates.", .verbal, "We believe", 0.5, 0.85),
    Case("The chances of a deal are slim.", .verbal, "chances of a deal are slim", 0.05, 0.25),
    Case("The odds of that are not good.", .verbal, "odds of that are not good", 0.05, 0.3),
    Case("A seventy-five percent chance.", .number, "seventy-five percent chance", 0.75, 0.75),
    Case("I'm 90% sure that he wins.", .number, "90% sure", 0.9, 0.9),
    Case("likely (55–80%)", .number, "55–80%", 0.55, 0.8),
    Case("I don't think it will rain.", .verbal, "don't think", 0.085, 0.425),
    Case("A coup is not likely at all.", .verbal, "not likely at all", 0.025, 0.15),
    Case("It was never likely.", .verbal, "never likely", 0.05, 0.3),
    Case("They have a better than 50-50 chance.", .verbal, "better than 50-50 chance", 0.51, 0.65),
    Case("There is one chance in five.", .number, "one chance in five", 0.2, 0.2),
    Case("He has one chance in three of it.", .number, "one chance in three", 1.0 / 3, 1.0 / 3),
    Case("It's a one in a million chance.", .number, "one in a million chance", 1e-6, 1e-6),
    Case("A 1 in 1,000 chance.", .number, "1 in 1,000 chance", 0.001, 0.001),
    Case("maybe a 70% chance", .number, "maybe a 70% chance", 0.7, 0.7),
    Case("A coup is not at all likely.", .verbal, "not at all likely", 0.025, 0.15),
    Case("The 10-to-1 outsider wins.", .number, "10-to-1 outsider", 1.0 / 11, 1.0 / 11),
    Case("If asked I'd put it at 35%", .number, "35%", 0.35, 0.35),
    Case("We'd put that at about 35%, no more.", .number, "about 35%", 0.35, 0.35),
    Case("A coup? I'd say 60 percent.", .number, "60 percent", 0.6, 0.6),
    Case("Today we give it a 40% by 2030", .number, "40%", 0.4, 0.4),
    Case("70% (up from 50%)", .number, "70%", 0.7, 0.7),
    Case("It has a 70% chance, down from a 90% chance.", .number, "70% chance", 0.7, 0.7),
  ]

  @Test(arguments: cases)
  func `a chance is found with its place`(sample: Case) throws {
    let readings = ChanceReader.standard.find(in: sample.text)
    let reading = try #require(ChanceReader.standard.reading(of: sample.text))
    let bytes = Array(sample.text.utf8)
    #expect(String(decoding: bytes[reading.span], as: UTF8.self) == sample.words)
    #expect(reading.kind == sample.kind)
    #expect(abs((reading.low ?? .nan) - sample.low) < 1e-12, "\(reading)")
    #expect(abs((reading.high ?? .nan) - sample.high) < 1e-12, "\(reading)")
    #expect(sample.text.hasPrefix("likely (") || readings.count == 1, "\(readings)")
  }

  @Test(arguments: [
    "They could win.", "It may rain.", "It might not rain.", "We cannot rule out a war.",
    "A war is possible.", "Perhaps they win.", "There is a chance of rain.",
    "It can't be ruled out.", "Victory is by no means certain.", "It won't necessarily rain.",
  ])
  func `a hedge is found and is no forecast`(text: String) throws {
    let reading = try #require(ChanceReader.standard.reading(of: text))
    #expect(reading.kind == .hedge, "\(reading)")
    #expect(reading.meaning == nil && !reading.isForecast)
  }

  @Test(arguments: [
    "The economy grew 3% in May 2014.", "In May he left.", "It was the will of the people.",
    "Will Smith won 3-1 on Saturday.", "They won 3-1 against Chelsea.", "70% of voters agreed.",
    "Rates rose 0.5 points.", "He could have won.", "A certain man came.", "How likely is it?",
    "She is more likely than him to win.", "Two-thirds of likely voters agreed.",
    "the military might of Rome", "He usually wins.", "There is a war.", "", " . ", "%", "in",
    "They went to the going to market.", "He was going to win.", "It was 5 to 7 in the evening.",
    "About one in five people smoke.", "Please reply as soon as possible.",
    "Will a coup be likely?", "How will they win?", "They ask whether he will go.",
    "There are certain things to do.", "A coin flip was used.", "They saw a chance to leave.",
    "I'd say 60 percent of voters agree.", "I'd put it at 35% growth.", "Prices are up from 50%.",
    "I put it at the door.", "Critics say 60 percent.", "I believe him.",
    "It is neither likely nor unlikely.", "He is the most likely winner.",
  ])
  func `what is no chance is left alone`(text: String) {
    #expect(ChanceReader.standard.find(in: text) == [], "\(text)")
  }

  @Test func `several chances stand in order and do not overlap`() {
    let text =
      "War is unlikely, peace is likely, and there is a 10% chance of neither; it may snow."
    let readings = ChanceReader.standard.find(in: text)
    #expect(readings.map(\.kind) == [.verbal, .verbal, .number, .hedge])
    for (left, right) in zip(readings, readings.dropFirst()) {
      #expect(left.span.upperBound <= right.span.lowerBound)
    }
  }

  @Test(
    arguments: [
      ("70%", 0.7), ("70 percent", 0.7), ("70 per cent", 0.7), ("0.7", 0.7), (".7", 0.7),
      ("100%", 1), ("0%", 0), ("7 in 10", 0.7), ("7/10", 0.7), ("3:1", 0.75), ("50/50", 0.5),
      ("a third", 1.0 / 3), ("three quarters", 0.75), ("one hundred percent", 1), ("12.5%", 0.125),
      ("odds are 3 to 1 against", 0.25), ("p = .7", 0.7), ("nine times out of ten", 0.9),
      ("I'd put it at 70%", 0.7), ("1 in 1,000", 0.001),
    ] as [(String, Double)])
  func `a bare number is read when it is all there is`(text: String, value: Double) throws {
    let reading = try #require(ChanceReader.standard.phrase(text), "\(text)")
    #expect(reading.kind == .number && reading.low == value && reading.high == value)
    #expect(reading.variance == 0)
  }

  @Test(arguments: [
    "70", "101%", "1e5%", "-5%", "7/0", "0/0", "0:0", "1.2.3%", "99999999999999999999%",
    "60-5%", "3 to 1", "1,000%", "$70%", "5 in 3",
  ])
  func `a number that is no probability is refused`(text: String) {
    #expect(ChanceReader.standard.phrase(text) == nil, "\(text)")
  }

  @Test func `the price of vagueness is in the variance`() throws {
    let reading = try #require(ChanceReader(scale: .icd203).phrase("likely"))
    #expect(abs((reading.variance ?? 0) - 0.005208333333333333) < 1e-12)
  }
}
